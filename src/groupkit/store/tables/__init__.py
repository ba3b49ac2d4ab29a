"""The tables as the repositories see them; ``versions`` makes them, a test holds both together.

Names that the field uses: ``"group"``, ``session`` (a meeting), ``mark``. Ids are made by the
client and are part of what a sealed column is bound to. Sealed columns are BLOB.
"""

from groupkit.store.tables.access import (
    draft,
    hand,
    log_entry,
    user,
)
from groupkit.store.tables.agendas import (
    agenda_item,
    agenda_template,
    programme,
    programme_topic,
    template_item,
)
from groupkit.store.tables.house import (
    closed_period,
    help_line,
    house,
    upkeep,
)
from groupkit.store.tables.library import (
    kept_text,
    own_sheet,
    own_topic,
    own_topic_words,
    own_word,
    picture,
    text_version,
    topic_agenda_item,
    used_text,
)
from groupkit.store.tables.people import (
    group_note,
    mark,
    membership,
    own_note,
    participant,
)
from groupkit.store.tables.plan import (
    LONGEST_LINE_OF_STEPS,
    facilitator,
    group,
    item_start,
    plan_change,
    session,
    session_clock,
    session_leader,
)
from groupkit.store.tables.shapes import metadata

__all__ = [
    "LONGEST_LINE_OF_STEPS",
    "agenda_item",
    "agenda_template",
    "closed_period",
    "draft",
    "facilitator",
    "group",
    "group_note",
    "hand",
    "help_line",
    "house",
    "item_start",
    "kept_text",
    "log_entry",
    "mark",
    "membership",
    "metadata",
    "own_note",
    "own_sheet",
    "own_topic",
    "own_topic_words",
    "own_word",
    "participant",
    "picture",
    "plan_change",
    "programme",
    "programme_topic",
    "session",
    "session_clock",
    "session_leader",
    "template_item",
    "text_version",
    "topic_agenda_item",
    "upkeep",
    "used_text",
    "user",
]
