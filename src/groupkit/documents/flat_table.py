"""A report's table as plain columns: a rate is its part, its whole and itself, a mean has its n."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from groupkit.domain.reporting.table import Cell, Count, Day, Hidden, Mean, Share, Table
from groupkit.language import Language
from groupkit.language.figure_words import HIDDEN_SIGN

Value = str | int | float | dt.date | None


@dataclass(frozen=True)
class Percent:
    """A rate (0-1), to be written as per cent."""

    rate: float


FlatValue = Value | Percent


def flat_head(table: Table, language: Language) -> list[str]:
    """Return the heads of the plain columns."""
    heads = [table.head[0]]
    for at, head in enumerate(table.head[1:]):
        heads.append(head)
        heads += _more(_kind(table, at), head, language)
    return heads


def flat_rows(table: Table) -> Iterator[list[FlatValue]]:
    """Yield the rows in plain columns; a hidden count is its sign."""
    for row in table.rows:
        values: list[FlatValue] = [row.label]
        for at, cell in enumerate(row.cells):
            values += _values(cell, _kind(table, at))
        yield values


def _kind(table: Table, at: int) -> type[Share] | type[Mean] | None:
    for row in table.rows:
        if isinstance(row.cells[at], Share):
            return Share
        if isinstance(row.cells[at], Mean):
            return Mean
    return None


def _more(kind: type[Share] | type[Mean] | None, head: str, language: Language) -> list[str]:
    if kind is Share:
        return [
            language.say("{column}: of", column=head),
            language.say("{column}: per cent", column=head),
        ]
    return [language.say("{column}: answers", column=head)] if kind is Mean else []


def _values(cell: Cell, kind: type[Share] | type[Mean] | None) -> list[FlatValue]:
    width = 3 if kind is Share else 2 if kind is Mean else 1
    if isinstance(cell, Share):
        return [cell.part, cell.whole, None if cell.rate is None else Percent(cell.rate)]
    if isinstance(cell, Mean):
        return [None if cell.value is None else round(cell.value, 2), cell.n]
    value: FlatValue
    if isinstance(cell, Count):
        value = cell.value
    elif isinstance(cell, Hidden):
        value = HIDDEN_SIGN
    elif isinstance(cell, Day):
        value = cell.day
    else:
        value = cell.text
    rest: FlatValue = value if isinstance(cell, Hidden) else None
    return [value, *[rest] * (width - 1)]
