"""What is to be published, as one system: counts, and which of them sum to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

Key = tuple[str, ...]
"""Names a count in every table that shows it, such as ('attendance', '2027-Q1', 'late')."""


@dataclass(frozen=True)
class Cell:
    """A count.

    ``people`` is how many women (or children) the count comes from, None when each is counted
    once: six absences of one woman are a small cell. ``public`` is what needs no protection: a
    count of meetings, or a zero that could not be otherwise, as before a group began.
    """

    key: Key
    value: int
    people: int | None = None
    public: bool = False

    def __post_init__(self) -> None:
        if self.value < 0:
            raise ValueError(f"{self.key} counts less than nothing")

    def is_small(self, least: int) -> bool:
        """Return whether fewer than ``least`` women are counted, none included."""
        counted = self.value if self.people is None else min(self.people, self.value)
        return not self.public and counted < least


@dataclass(frozen=True)
class Relation:
    """``total`` is the sum of ``parts``."""

    total: Key
    parts: tuple[Key, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", tuple(sorted(self.parts)))
        if len(set(self.parts)) != len(self.parts):
            raise ValueError(f"{self.total} counts a part twice")


@dataclass(frozen=True)
class Report:
    """Cells and the relations between them, of all tables that leave together.

    The order in which they are given means nothing. Cells given twice must agree.

    Raises:
        ValueError: when the cells contradict each other or the relations, when a count is a part
            of itself, or when a public count other than zero is tied to one that is not.
    """

    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...] = ()

    def __post_init__(self) -> None:
        by_key: dict[Key, Cell] = {}
        for cell in self.cells:
            if by_key.setdefault(cell.key, cell) != cell:
                raise ValueError(f"{cell.key} is given with two values")
        relations = sorted(set(self.relations), key=lambda r: (r.total, r.parts))
        object.__setattr__(self, "cells", tuple(by_key[key] for key in sorted(by_key)))
        object.__setattr__(self, "relations", tuple(relations))
        self._check()

    @cached_property
    def by_key(self) -> Mapping[Key, Cell]:
        """The cells by their keys."""
        return {cell.key: cell for cell in self.cells}

    def value(self, key: Key) -> int:
        """Return the count itself, protected or not."""
        return self.by_key[key].value

    def _check(self) -> None:
        for relation in self.relations:
            parts = [self.by_key[key] for key in relation.parts]
            total = self.by_key[relation.total]
            if total.value != sum(part.value for part in parts):
                raise ValueError(f"{relation.total} is not the sum of its parts")
            tied = [total, *parts]
            if any(c.public and c.value for c in tied) and not all(c.public for c in tied):
                raise ValueError(f"{relation.total} ties a public count to a protected one")
        below: dict[Key, set[Key]] = {}
        for relation in self.relations:
            below.setdefault(relation.total, set()).update(relation.parts)
        try:
            TopologicalSorter(below).prepare()
        except CycleError as circle:
            raise ValueError("a count is a part of itself") from circle


def joined(reports: Iterable[Report]) -> Report:
    """Return one report of several, so that they are protected together."""
    given = tuple(reports)
    return Report(
        tuple(cell for report in given for cell in report.cells),
        tuple(relation for report in given for relation in report.relations),
    )


def with_rest(whole: Cell, *parts: Cell) -> Report:
    """Return ``whole``, some of its ``parts``, and what is left, which anybody can subtract.

    Whoever prints a rate prints a rest: 20 of 22 says that two did not. The rest's key is the
    whole's with 'rest of' and the parts' keys behind it; nobody needs to print it.
    """
    left = whole.value - sum(part.value for part in parts)
    names = sorted("/".join(part.key) for part in parts)
    rest = Cell((*whole.key, "rest of", *names), left)
    tie = Relation(whole.key, (*(part.key for part in parts), rest.key))
    return Report((whole, *parts, rest), (tie,))
