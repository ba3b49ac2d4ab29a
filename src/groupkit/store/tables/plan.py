"""Groups, their sessions and what became of them."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from groupkit.domain.dates import LATEST
from groupkit.domain.group import LEAST_LENGTH, MOST_FACILITATORS, MOST_LENGTH
from groupkit.domain.plan_history import PlanDeed
from groupkit.domain.schedule import LEAST_RHYTHM, LEAST_WEEKS, MOST_RHYTHM, MOST_WEEKS, Parity
from groupkit.domain.session import LONGEST_WHY
from groupkit.store.columns import IdText
from groupkit.store.tables.shapes import (
    clock,
    day,
    ends_the_same_day,
    line,
    metadata,
    moment,
    number,
    of,
    one_of,
    own_id,
    yes_or_no,
)

LONGEST_LINE_OF_STEPS = 2_000
"""Characters of a session's ``reason``: the closed days it stepped over."""

group = Table(
    "group",
    metadata,
    own_id(),
    line("name"),
    Column("name_key", Text, nullable=False, unique=True),
    day("start"),
    number("weeks", LEAST_WEEKS, MOST_WEEKS),
    number("every", LEAST_RHYTHM, MOST_RHYTHM),
    one_of("parity", Parity),
    clock("starts"),
    number("minutes", LEAST_LENGTH, MOST_LENGTH),
    line("place", least=0),
    CheckConstraint(f"date(start, (weeks * 7) || ' days') <= '{LATEST}'"),
    CheckConstraint("parity = 'any' OR every = 2"),
    ends_the_same_day(),
    sqlite_strict=True,
)

facilitator = Table(
    "facilitator",
    metadata,
    of("group", "group_id", key=True),
    Column(
        "place",
        Integer,
        CheckConstraint(f"place BETWEEN 0 AND {MOST_FACILITATORS - 1}"),
        primary_key=True,
    ),
    line("name"),
    UniqueConstraint("group_id", "name"),
    sqlite_strict=True,
)

session = Table(
    "session",
    metadata,
    own_id(),
    of("group", "group_id"),
    Column("number", Integer, CheckConstraint("number >= 0"), nullable=False),
    day("day"),
    clock("starts"),
    number("minutes", LEAST_LENGTH, MOST_LENGTH),
    day("moved_from", optional=True),
    line("reason", least=0, most=LONGEST_LINE_OF_STEPS),
    line("topic", least=0),
    yes_or_no("recorded"),
    line("place", least=0),
    yes_or_no("cancelled"),
    line("why", least=0, most=LONGEST_WHY),
    Column("revision", Integer, CheckConstraint("revision >= 0"), nullable=False),
    day("planned"),
    CheckConstraint("(number = 0) = cancelled"),
    CheckConstraint("cancelled + recorded < 2"),
    ends_the_same_day(),
    Index("session_by_day", "day"),
    Index("session_number", "group_id", "number", unique=True, sqlite_where=text("number > 0")),
    sqlite_strict=True,
)

session_leader = Table(
    "session_leader",
    metadata,
    of("session", "session_id", key=True),
    Column(
        "place",
        Integer,
        CheckConstraint(f"place BETWEEN 0 AND {MOST_FACILITATORS - 1}"),
        primary_key=True,
    ),
    line("name"),
    UniqueConstraint("session_id", "name"),
    sqlite_strict=True,
)

plan_change = Table(
    "plan_change",
    metadata,
    own_id(),
    of("group", "group_id"),
    moment("at"),
    of("user", "user_id"),
    one_of("deed", PlanDeed),
    day("day", optional=True),
    day("to_day", optional=True),
    Column("sessions", Integer, CheckConstraint("sessions >= 0"), nullable=False),
    line("why", least=0, most=LONGEST_WHY),
    Index("plan_change_of_group", "group_id", "at"),
    sqlite_strict=True,
)

item_start = Table(
    "item_start",
    metadata,
    of("session", "session_id", key=True),
    Column("item_id", IdText, CheckConstraint("length(item_id) = 36"), primary_key=True),
    moment("at"),
    sqlite_strict=True,
)

session_clock = Table(
    "session_clock",
    metadata,
    of("session", "session_id", key=True),
    moment("ended", optional=True),
    yes_or_no("short"),
    sqlite_strict=True,
)
