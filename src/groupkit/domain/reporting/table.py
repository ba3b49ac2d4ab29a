"""Tables in words, the same for screen, paper and files.

A cell is a number with its kind, so that each of these can write it its own way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from groupkit.domain.dates import Period
from groupkit.domain.protection import Standing
from groupkit.domain.reporting.choice import Choice


@dataclass(frozen=True)
class Count:
    """A count of women, marks or sessions."""

    value: int


@dataclass(frozen=True)
class Share:
    """A part of a whole, never printed without its denominator."""

    part: int
    whole: int

    @property
    def rate(self) -> float | None:
        """The part of the whole (0-1), None where nothing is counted."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True)
class Mean:
    """A mean of ``n`` answers."""

    total: int
    n: int

    @property
    def value(self) -> float | None:
        """The mean, None without answers."""
        return self.total / self.n if self.n else None


@dataclass(frozen=True)
class Hidden:
    """A count that is too small to show, or that would give such a one away."""


@dataclass(frozen=True)
class Day:
    """A date."""

    day: dt.date


@dataclass(frozen=True)
class Words:
    """A text that somebody typed or that the catalogue holds."""

    text: str


Cell = Count | Share | Mean | Hidden | Day | Words
HIDDEN = Hidden()


@dataclass(frozen=True)
class Row:
    """A row with its label; ``is_sum`` sets it apart from what it sums.

    ``group_id`` or ``session_id`` is what more can be told of.
    """

    label: str
    cells: tuple[Cell, ...]
    is_sum: bool = False
    group_id: UUID | None = None
    session_id: UUID | None = None


@dataclass(frozen=True)
class Chart:
    """Bars of some columns of its table, one bar for each row that is no sum, side by side.

    ``columns`` count from 0.
    """

    columns: tuple[int, ...]


@dataclass(frozen=True)
class Table:
    """A table under its title.

    ``slug`` names it in files. ``head`` names the row labels first, then each column. ``notes``
    say how to read it. ``said`` says the main number in a sentence.
    """

    slug: str
    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    said: str = ""
    chart: Chart | None = None

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.head) - 1:
                raise ValueError(f"{self.slug}: a row of {len(row.cells)} cells")

    @property
    def hides(self) -> bool:
        """Whether something in it is hidden."""
        return any(cell == HIDDEN for row in self.rows for cell in row.cells)

    @property
    def hides_all(self) -> bool:
        """Whether nothing of it is shown."""
        return bool(self.rows) and all(cell == HIDDEN for row in self.rows for cell in row.cells)


@dataclass(frozen=True)
class Section:
    """Tables that belong together."""

    title: str
    tables: tuple[Table, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """A whole report in one language, as it is shown, printed and saved.

    ``for_whom`` says who may read it, ``method`` how small numbers were protected ('' when they
    were not). ``subject`` is a group's or a session's name, '' for the house. ``gives_out`` names
    the counts by year that leave the house with it; ``taken_back`` is how many of those that are
    hidden now were shown in an earlier one.
    """

    language: str
    choice: Choice
    title: str
    subject: str
    house: str
    period: Period
    made: dt.date
    for_whom: str
    sections: tuple[Section, ...]
    method: str = ""
    gives_out: Mapping[int, Standing] = field(default_factory=dict)
    taken_back: int = 0

    def tables(self) -> Iterator[Table]:
        """Yield every table in order."""
        for section in self.sections:
            yield from section.tables
