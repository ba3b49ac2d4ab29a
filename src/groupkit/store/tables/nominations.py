"""Nominations, ties between women, what the team must know of each; sealed columns are BLOB."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, text
from sqlalchemy import UniqueConstraint as Unique

from groupkit.domain.nomination import Decision
from groupkit.domain.practice import LEAST_SEATS, LONGEST_PROCEDURE, MOST_OFFERS, MOST_SEATS
from groupkit.domain.profile import ProfileField
from groupkit.domain.retention import LEAST_MONTHS, MOST_MONTHS, Kept
from groupkit.domain.safe_contact import LEAST_DAYS, MOST_DAYS
from groupkit.store.columns import IdText
from groupkit.store.tables.shapes import (
    day,
    line,
    metadata,
    number,
    of,
    one_of,
    own_id,
    sealed,
    yes_or_no,
)

nomination = Table(
    "nomination",
    metadata,
    own_id(),
    of("participant", "participant_id"),
    day("made"),
    day("conversation", optional=True),
    day("said_yes", optional=True),
    one_of("decision", Decision, optional=True),
    day("decided", optional=True),
    Column("group_id", IdText, ForeignKey("group.id")),
    Column("revision", Integer, CheckConstraint("revision >= 0"), nullable=False),
    sealed("words", 100_000),
    CheckConstraint("(decision IS NULL) = (decided IS NULL)"),
    CheckConstraint("decided >= made"),
    CheckConstraint(f"coalesce(decision = '{Decision.SEAT}', 0) = (group_id IS NOT NULL)"),
    CheckConstraint(f"decision <> '{Decision.SEAT}' OR said_yes IS NOT NULL"),
    Index(
        "nomination_open",
        "participant_id",
        unique=True,
        sqlite_where=text(f"decision IS NULL OR decision = '{Decision.WAITING}'"),
    ),
    Index("nomination_of_participant", "participant_id"),
    sqlite_strict=True,
)

tie = Table(
    "tie",
    metadata,
    own_id(),
    of("participant", "one_id"),
    of("participant", "other_id"),
    sealed("bond", 1_000),
    CheckConstraint("one_id < other_id"),
    Index("tie_by_one", "one_id"),
    Index("tie_by_other", "other_id"),
    sqlite_strict=True,
)

profile = Table(
    "profile",
    metadata,
    own_id(),
    Column("participant_id", IdText, ForeignKey("participant.id"), nullable=False, unique=True),
    sealed("fields", 20_000),
    sqlite_strict=True,
)

safe_contact = Table(
    "safe_contact",
    metadata,
    own_id(),
    Column("participant_id", IdText, ForeignKey("participant.id"), nullable=False, unique=True),
    sealed("fields", 20_000),
    sqlite_strict=True,
)

consent = Table(
    "consent",
    metadata,
    own_id(),
    of("participant", "participant_id"),
    day("given"),
    day("withdrawn", optional=True),
    sealed("purpose", 2_000),
    CheckConstraint("withdrawn >= given"),
    Index("consent_of_participant", "participant_id"),
    sqlite_strict=True,
)

practice = Table(
    "practice",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    number("seats", LEAST_SEATS, MOST_SEATS),
    number("contact_days", LEAST_DAYS, MOST_DAYS),
    yes_or_no("gbvims"),
    line("danger", least=0, most=LONGEST_PROCEDURE),
    sqlite_strict=True,
)

own_offer = Table(
    "own_offer",
    metadata,
    Column(
        "place", Integer, CheckConstraint(f"place BETWEEN 0 AND {MOST_OFFERS - 1}"),
        primary_key=True,
    ),
    line("name"),
    Unique("name"),
    sqlite_strict=True,
)  # fmt: skip

hidden_field = Table(
    "hidden_field",
    metadata,
    one_of("name", ProfileField, key=True),
    sqlite_strict=True,
)

retention = Table(
    "retention",
    metadata,
    one_of("kind", Kept, key=True),
    number("months", LEAST_MONTHS, MOST_MONTHS),
    sqlite_strict=True,
)
