"""Participants and what is recorded of them; sealed columns are BLOB."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Table,
    Text,
    UniqueConstraint,
)

from groupkit.domain.attendance import Status
from groupkit.domain.participant import LONGEST_NUMBER, Leaving
from groupkit.store.columns import IdText
from groupkit.store.tables.shapes import day, metadata, of, one_of, own_id, sealed, yes_or_no

participant = Table(
    "participant",
    metadata,
    own_id(),
    Column(
        "number",
        Text,
        CheckConstraint(f"length(number) BETWEEN 1 AND {LONGEST_NUMBER}"),
        nullable=False,
        unique=True,
    ),
    sealed("alias", 1_000),
    day("erased", optional=True),
    yes_or_no("handled"),  # by who reads notes: something sealed may be kept of her
    sqlite_strict=True,
)

membership = Table(
    "membership",
    metadata,
    own_id(),
    of("group", "group_id"),
    of("participant", "participant_id"),
    day("joined"),
    day("left_on", optional=True),
    one_of("why_left", Leaving, optional=True),
    CheckConstraint("left_on >= joined"),
    CheckConstraint("why_left IS NULL OR left_on IS NOT NULL"),
    UniqueConstraint("group_id", "participant_id", "joined"),
    Index("membership_by_participant", "participant_id"),
    sqlite_strict=True,
)

pause = Table(
    "pause",
    metadata,
    of("membership", "membership_id", key=True),
    day("first", key=True),
    day("last", optional=True),
    CheckConstraint("last >= first"),
    sqlite_strict=True,
)

mark = Table(
    "mark",
    metadata,
    own_id(),
    of("session", "session_id"),
    of("participant", "participant_id"),
    one_of("status", Status),
    sealed("reason", 2_000, optional=True),
    CheckConstraint(f"reason IS NULL OR status = '{Status.ABSENT_NOTICE}'"),
    UniqueConstraint("session_id", "participant_id"),
    Index("mark_by_participant", "participant_id"),
    sqlite_strict=True,
)

group_note = Table(
    "group_note",
    metadata,
    own_id(),
    Column("session_id", IdText, ForeignKey("session.id"), nullable=False, unique=True),
    sealed("text", 100_000),
    sqlite_strict=True,
)

own_note = Table(
    "own_note",
    metadata,
    own_id(),
    of("session", "session_id"),
    of("participant", "participant_id"),
    sealed("text", 100_000),
    UniqueConstraint("session_id", "participant_id"),
    Index("own_note_by_participant", "participant_id"),
    sqlite_strict=True,
)
