"""Counts by key, as they may be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from groupkit.domain.protection import Key, Report
from groupkit.domain.reporting.table import HIDDEN, Cell, Count, Mean, Share


@dataclass(frozen=True)
class Numbers:
    """The counts of a report; what is ``hidden`` stays so in whatever is made of it."""

    report: Report
    hidden: frozenset[Key] = frozenset()

    def cell(self, *key: str) -> Cell:
        """Return a count."""
        return HIDDEN if key in self.hidden else Count(self.report.value(key))

    def share(self, part: Key, whole: Key) -> Cell:
        """Return a part of a whole; hidden when either is."""
        if part in self.hidden or whole in self.hidden:
            return HIDDEN
        return Share(self.report.value(part), self.report.value(whole))

    def mean(self, weighted: Iterable[tuple[int, Key]]) -> Cell:
        """Return the mean of values by how often each was counted; hidden when one of them is."""
        counted = tuple(weighted)
        if any(key in self.hidden for _, key in counted):
            return HIDDEN
        numbers = [(value, self.report.value(key)) for value, key in counted]
        return Mean(sum(value * n for value, n in numbers), sum(n for _, n in numbers))

    def value(self, *key: str) -> int | None:
        """Return the bare count, None where it is hidden."""
        return None if key in self.hidden else self.report.value(key)
