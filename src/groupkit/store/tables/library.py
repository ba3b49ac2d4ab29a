"""Topics, sheets and their versions, pictures and words."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from groupkit.domain.material import LANGUAGES, LONGEST_TEXT, Sharing, State
from groupkit.domain.picture import MOST_PICTURE_BYTES, MOST_PIXELS
from groupkit.store.columns import IdText
from groupkit.store.tables.agendas import agenda_columns
from groupkit.store.tables.shapes import (
    NAME_CHECK,
    SLUG_CHECK,
    digest,
    line,
    metadata,
    moment,
    number,
    of,
    one_of,
    own_id,
    yes_or_no,
)

own_topic = Table(
    "own_topic",
    metadata,
    Column("slug", Text, CheckConstraint(SLUG_CHECK), primary_key=True),
    yes_or_no("retired"),
    sqlite_strict=True,
)

own_topic_words = Table(
    "own_topic_words",
    metadata,
    Column("slug", Text, ForeignKey("own_topic.slug"), primary_key=True),
    Column("language", Text, CheckConstraint("language IN ('da', 'en')"), primary_key=True),
    line("title"),
    line("summary", least=0, most=300),
    sqlite_strict=True,
)

topic_agenda_item = Table(
    "topic_agenda_item",
    metadata,
    Column("slug", Text, CheckConstraint("length(slug) BETWEEN 1 AND 80"), primary_key=True),
    Column("language", Text, CheckConstraint("language IN ('da', 'en')"), primary_key=True),
    *agenda_columns(),
    UniqueConstraint("slug", "language", "item_id"),
    sqlite_strict=True,
)

own_sheet = Table(
    "own_sheet",
    metadata,
    Column("topic", Text, CheckConstraint("length(topic) BETWEEN 1 AND 80"), primary_key=True),
    Column("name", Text, CheckConstraint("length(name) BETWEEN 1 AND 80"), primary_key=True),
    one_of("sharing", Sharing),
    yes_or_no("retired"),
    sqlite_strict=True,
)

text_version = Table(
    "text_version",
    metadata,
    own_id(),
    line("topic"),
    line("sheet"),
    one_of("language", LANGUAGES),
    Column("number", Integer, CheckConstraint("number >= 1"), nullable=False),
    line("text", least=0, most=LONGEST_TEXT),
    one_of("state", State),
    moment("made"),
    of("user", "made_by"),
    digest("basis"),
    digest("translates"),
    moment("approved", optional=True),
    Column("approved_by", IdText, ForeignKey("user.id")),
    CheckConstraint("(approved IS NULL) = (approved_by IS NULL)"),
    CheckConstraint("(approved IS NULL) = (state = 'draft')"),
    UniqueConstraint("topic", "sheet", "language", "number"),
    Index(
        "one_draft", "topic", "sheet", "language", unique=True, sqlite_where=text("state = 'draft'")
    ),
    Index(
        "one_in_force",
        "topic",
        "sheet",
        "language",
        unique=True,
        sqlite_where=text("state = 'approved'"),
    ),
    sqlite_strict=True,
)

kept_text = Table(
    "kept_text",
    metadata,
    Column("digest", Text, CheckConstraint("length(digest) = 64"), primary_key=True),
    line("text", least=0, most=LONGEST_TEXT),
    sqlite_strict=True,
)

used_text = Table(
    "used_text",
    metadata,
    of("session", "session_id", key=True),
    Column("topic", Text, CheckConstraint("length(topic) BETWEEN 1 AND 80"), primary_key=True),
    Column("sheet", Text, CheckConstraint("length(sheet) BETWEEN 1 AND 80"), primary_key=True),
    Column("language", Text, primary_key=True, nullable=False),
    Column("digest", Text, ForeignKey("kept_text.digest"), nullable=False),
    sqlite_strict=True,
)

picture = Table(
    "picture",
    metadata,
    Column("name", Text, CheckConstraint(NAME_CHECK), primary_key=True),
    one_of("kind", ("png", "jpeg", "svg")),
    number("width", 1, MOST_PIXELS),
    number("height", 1, MOST_PIXELS),
    Column(
        "data",
        LargeBinary,
        CheckConstraint(f"length(data) BETWEEN 1 AND {MOST_PICTURE_BYTES}"),
        nullable=False,
    ),
    sqlite_strict=True,
)

own_word = Table(
    "own_word",
    metadata,
    Column("word", Text, CheckConstraint("length(word) BETWEEN 1 AND 80"), primary_key=True),
    sqlite_strict=True,
)
