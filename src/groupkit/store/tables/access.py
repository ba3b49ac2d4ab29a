"""Who has access, what was done, and half-typed forms."""

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

from groupkit.domain.attendance import Status
from groupkit.domain.change_log import Deed, Subject
from groupkit.store.columns import IdText
from groupkit.store.tables.shapes import (
    day,
    exact_bytes,
    line,
    metadata,
    moment,
    of,
    one_of,
    own_id,
)

user = Table(
    "user",
    metadata,
    own_id(),
    line("name"),
    Column("name_key", Text, nullable=False),
    day("added"),
    day("removed", optional=True),
    exact_bytes("certificate", 64),
    CheckConstraint("removed >= added"),
    Index("user_with_access", "name_key", unique=True, sqlite_where=text("removed IS NULL")),
    sqlite_strict=True,
)

hand = Table(
    "hand",
    metadata,
    exact_bytes("public", 32, key=True),
    of("user", "user_id"),
    exact_bytes("certificate", 64),
    sqlite_strict=True,
)

log_entry = Table(
    "log_entry",
    metadata,
    Column("number", Integer, CheckConstraint("number >= 1"), primary_key=True),
    moment("at"),
    of("user", "user_id"),
    Column("hand", LargeBinary, ForeignKey("hand.public"), nullable=False),
    one_of("deed", Deed),
    one_of("subject", Subject),
    Column("record", IdText, CheckConstraint("length(record) = 36")),
    Column("also", IdText, CheckConstraint("length(also) = 36")),
    one_of("was", Status, optional=True),
    exact_bytes("digest", 32),
    exact_bytes("signature", 64),
    sqlite_strict=True,
)

draft = Table(
    "draft",
    metadata,
    own_id(),
    of("user", "user_id"),
    line("place", most=200),
    Column("fields", LargeBinary, nullable=False),
    UniqueConstraint("user_id", "place"),
    sqlite_strict=True,
)
