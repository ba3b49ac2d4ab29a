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
from groupkit.store.tables.following_up import (
    follow_up,
    follow_up_step,
    handed_out,
    incident,
    incident_tally,
    safety_answer,
    safety_change,
    safety_tally,
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
from groupkit.store.tables.nominations import (
    consent,
    hidden_field,
    nomination,
    own_offer,
    practice,
    profile,
    retention,
    safe_contact,
    tie,
)
from groupkit.store.tables.packs import known_maker, pack_key
from groupkit.store.tables.people import (
    group_note,
    mark,
    membership,
    own_note,
    participant,
    pause,
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
from groupkit.store.tables.reporting import completion_rule, layout, need_tally, published
from groupkit.store.tables.shapes import metadata

__all__ = [
    "LONGEST_LINE_OF_STEPS",
    "agenda_item",
    "agenda_template",
    "closed_period",
    "completion_rule",
    "consent",
    "draft",
    "facilitator",
    "follow_up",
    "follow_up_step",
    "group",
    "group_note",
    "hand",
    "handed_out",
    "help_line",
    "hidden_field",
    "house",
    "incident",
    "incident_tally",
    "item_start",
    "kept_text",
    "known_maker",
    "layout",
    "log_entry",
    "mark",
    "membership",
    "metadata",
    "need_tally",
    "nomination",
    "own_note",
    "own_offer",
    "own_sheet",
    "own_topic",
    "own_topic_words",
    "own_word",
    "pack_key",
    "participant",
    "pause",
    "picture",
    "plan_change",
    "practice",
    "profile",
    "programme",
    "programme_topic",
    "published",
    "retention",
    "safe_contact",
    "safety_answer",
    "safety_change",
    "safety_tally",
    "session",
    "session_clock",
    "session_leader",
    "template_item",
    "text_version",
    "tie",
    "topic_agenda_item",
    "upkeep",
    "used_text",
    "user",
]
