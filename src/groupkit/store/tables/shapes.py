"""Columns as all tables have them, each with the CHECK that keeps it right."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, LargeBinary, MetaData, Text

from groupkit.domain.dates import EARLIEST, LATEST
from groupkit.domain.text import LONGEST_NAME
from groupkit.store.columns import ClockText, DayText, IdText, MomentText

metadata = MetaData()


def own_id(name: str = "id") -> Column[object]:
    return Column(name, IdText, CheckConstraint(f"length({name}) = 36"), primary_key=True)


def random_id(name: str) -> Column[object]:
    return Column(name, IdText, CheckConstraint(f"length({name}) = 36"), nullable=False)


def of(table: str, name: str, *, key: bool = False) -> Column[object]:
    return Column(name, IdText, ForeignKey(f"{table}.id"), primary_key=key, nullable=False)


def line(name: str, least: int = 1, most: int = LONGEST_NAME) -> Column[str]:
    within = CheckConstraint(f"length({name}) BETWEEN {least} AND {most}")
    return Column(name, Text, within, nullable=False)


def number(name: str, least: int, most: int, *, optional: bool = False) -> Column[int]:
    within = CheckConstraint(f"{name} BETWEEN {least} AND {most}")
    return Column(name, Integer, within, nullable=optional)


def yes_or_no(name: str) -> Column[int]:
    return Column(name, Integer, CheckConstraint(f"{name} IN (0, 1)"), nullable=False)


def one_of(
    name: str, values: Iterable[str], *, optional: bool = False, key: bool = False
) -> Column[str]:
    listed = ", ".join(f"'{value}'" for value in values)
    within = CheckConstraint(f"{name} IN ({listed})")
    return Column(name, Text, within, primary_key=key, nullable=optional)


def day(name: str, *, optional: bool = False, key: bool = False) -> Column[object]:
    # IS, because date() of a text that is no date is NULL, and CHECK lets NULL pass.
    real = CheckConstraint(f"{name} IS date({name}) AND {name} BETWEEN '{EARLIEST}' AND '{LATEST}'")
    return Column(name, DayText, real, primary_key=key, nullable=optional)


def clock(name: str) -> Column[object]:
    shaped = CheckConstraint(f"{name} IS strftime('%H:%M', {name})")
    return Column(name, ClockText, shaped, nullable=False)


def moment(name: str, *, optional: bool = False) -> Column[object]:
    real = CheckConstraint(
        f"{name} IS strftime('%Y-%m-%dT%H:%M:%fZ', {name})"
        f" AND {name} BETWEEN '2000-01-01' AND '2101-01-01'"
    )
    return Column(name, MomentText, real, nullable=optional)


def exact_bytes(name: str, length: int, *, key: bool = False) -> Column[bytes]:
    exact = CheckConstraint(f"length({name}) = {length}")
    return Column(name, LargeBinary, exact, primary_key=key, nullable=False)


def sealed(name: str, most: int, *, optional: bool = False) -> Column[bytes]:
    within = CheckConstraint(f"length({name}) <= {most}")
    return Column(name, LargeBinary, within, nullable=optional)


def digest(name: str) -> Column[str]:
    return Column(name, Text, CheckConstraint(f"length({name}) IN (0, 64)"), nullable=False)


SLUG_CHECK = "length(slug) BETWEEN 1 AND 80 AND slug NOT GLOB '*[^a-z0-9-]*'"
NAME_CHECK = "length(name) BETWEEN 1 AND 80 AND name NOT GLOB '*[^a-z0-9-]*'"


def ends_the_same_day() -> CheckConstraint:
    return CheckConstraint("substr(starts, 1, 2) * 60 + substr(starts, 4, 2) + minutes <= 1440")
