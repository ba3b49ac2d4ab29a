"""The house, its calendar and its upkeep."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
)

from groupkit.domain.backup import LEAST_PROMISE, MOST_PROMISE
from groupkit.domain.closed import COUNTRIES, KEPT, LONGEST_PERIOD, Why
from groupkit.domain.house import LEAST_IDLE, LONGEST_HELP_NUMBER, MOST_IDLE
from groupkit.store.columns import IdText
from groupkit.store.tables.shapes import (
    day,
    line,
    metadata,
    moment,
    number,
    one_of,
    own_id,
    yes_or_no,
)

house = Table(
    "house",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    line("name"),
    one_of("language", ("da", "en")),
    number("idle_minutes", LEAST_IDLE, MOST_IDLE),
    yes_or_no("closed_on_usual_days"),
    number("erasure_days", LEAST_PROMISE, MOST_PROMISE),
    one_of("appearance", ("system", "light", "dark")),
    one_of("country", COUNTRIES),
    sqlite_strict=True,
)

help_line = Table(
    "help_line",
    metadata,
    Column("place", Integer, CheckConstraint("place >= 0"), primary_key=True),
    line("number", most=LONGEST_HELP_NUMBER),
    line("label"),
    line("neutral", least=0),
    sqlite_strict=True,
)

closed_period = Table(
    "closed_period",
    metadata,
    own_id(),
    one_of("why", KEPT),
    day("first"),
    day("last"),
    line("name", least=0),
    Column("group_id", IdText, ForeignKey("group.id")),
    CheckConstraint("last >= first"),
    CheckConstraint(f"julianday(last) - julianday(first) < {LONGEST_PERIOD}"),
    CheckConstraint(f"(group_id IS NOT NULL) = (why = '{Why.GROUP_EXCEPTION}')"),
    Index("closed_period_by_day", "first"),
    sqlite_strict=True,
)

upkeep = Table(
    "upkeep",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    day("last_seen"),
    day("sheet_seen"),
    moment("copied_out", optional=True),
    yes_or_no("renewal_due"),
    day("kept_looked", optional=True),
    sqlite_strict=True,
)
