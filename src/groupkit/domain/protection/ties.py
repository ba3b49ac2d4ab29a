"""A report by number: what the search walks on."""

from __future__ import annotations

from groupkit.domain.protection.report import Report

Signed = tuple[int, int]
"""A number (of a cell, or of a relation) and a sign."""
Exchange = dict[int, int]
"""By how much each cell changes, all relations kept."""


class Ties:
    """The relations as rows whose signed values add up to nothing: total -1, each part +1.

    ``fixed`` cells are known to everyone, whatever is published; they never change.
    """

    def __init__(self, report: Report) -> None:
        numbers = {cell.key: at for at, cell in enumerate(report.cells)}
        self.values = [cell.value for cell in report.cells]
        self.rows: list[list[Signed]] = [
            [(numbers[tie.total], -1), *((numbers[part], 1) for part in tie.parts)]
            for tie in report.relations
        ]
        self.rows_of: list[list[Signed]] = [[] for _ in report.cells]
        for row, entries in enumerate(self.rows):
            for cell, sign in entries:
                self.rows_of[cell].append((row, sign))
        self.parts_of: list[list[int]] = [[] for _ in report.cells]
        self.totals_of: list[list[int]] = [[] for _ in report.cells]
        for (total, _), *parts in self.rows:
            for part, _ in parts:
                self.parts_of[total].append(part)
                self.totals_of[part].append(total)
        self.fixed = [cell.public for cell in report.cells]
        self._spread_public_zeros()

    def neighbourhood(self, cell: int) -> list[int]:
        """Return every cell that is tied to ``cell``, near or far, without the fixed ones."""
        found, waiting = {cell}, [cell]
        while waiting:
            for row, _ in self.rows_of[waiting.pop()]:
                fresh = [c for c, _ in self.rows[row] if not self.fixed[c] and c not in found]
                found.update(fresh)
                waiting.extend(fresh)
        return sorted(found)

    def _spread_public_zeros(self) -> None:
        """Fix what follows from public counts: the parts of a zero, and what has but one left."""
        waiting = list(range(len(self.rows)))
        while waiting:
            entries = self.rows[waiting.pop()]
            loose = [cell for cell, _ in entries if not self.fixed[cell]]
            total = entries[0][0]
            is_nothing = self.fixed[total] and self.values[total] == 0
            if loose and (is_nothing or len(loose) == 1):
                for cell in loose:
                    self.fixed[cell] = True
                    waiting.extend(row for row, _ in self.rows_of[cell])
