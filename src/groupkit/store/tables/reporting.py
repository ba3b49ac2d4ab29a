"""How the house counts, the reports it keeps by name, and what is counted of women erased."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, Table
from sqlalchemy import UniqueConstraint as Unique

from groupkit.domain.profile import AgeBand
from groupkit.domain.reporting.choice import About, Audience, Unit
from groupkit.domain.reporting.completion import LeastShare
from groupkit.store.tables.shapes import (
    day,
    line,
    metadata,
    number,
    one_of,
    own_id,
    random_id,
    sealed,
    yes_or_no,
)

completion_rule = Table(
    "completion_rule",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    one_of("least", LeastShare),
    yes_or_no("to_the_end"),
    sqlite_strict=True,
)

layout = Table(
    "layout",
    metadata,
    own_id(),
    line("name", most=60),
    one_of("about", About),
    one_of("audience", Audience),
    one_of("unit", Unit),
    day("own_first", optional=True),
    day("own_last", optional=True),
    yes_or_no("by_alias"),
    CheckConstraint("(unit = 'own') = (own_first IS NOT NULL)"),
    CheckConstraint("(own_first IS NULL) = (own_last IS NULL)"),
    CheckConstraint("own_last >= own_first"),
    CheckConstraint(
        "audience <> 'outside' OR (about IN ('period', 'year') AND unit IN ('quarter', 'year'))"
    ),
    sqlite_strict=True,
)

published = Table(
    "published",
    metadata,
    own_id(),
    number("year", 2000, 2100),
    sealed("fields", 1_000_000),
    Unique("year"),
    sqlite_strict=True,
)

need_tally = Table(
    "need_tally",
    metadata,
    own_id(),
    random_id("woman"),
    number("year", 2000, 2100),
    number("quarter", 1, 4),
    line("language", least=0),
    yes_or_no("interpreter"),
    one_of("children", ("yes", "no", "unknown")),
    *(yes_or_no(band.name.lower()) for band in AgeBand),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
