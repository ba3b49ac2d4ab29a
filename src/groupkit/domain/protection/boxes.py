"""Exchanges between the corners of a box: the hypercube method (Repsilber, Das Quaderverfahren).

A box has a small cell in one corner and others in the same rows, columns and layers at the other
corners; corners go up and down in turn, so that margins in between stay what they are. Along an
axis with one corner only, the margins go along.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groupkit.domain.protection.report import Key
from groupkit.domain.protection.ties import Exchange, Ties

MOST_BESIDE = 4
"""Other corners that are tried along each axis."""
MOST_WITHIN = 4
"""Undivided cells of a margin with which boxes are tried."""

_Corners = list[tuple[int, int]]
"""Undivided cells with their steps."""


@dataclass(frozen=True)
class _Margins:
    """A cell and all that it is counted in, what of it was shown, and which rows that opens."""

    cells: tuple[int, ...]
    shown: tuple[int, ...]
    opened: tuple[tuple[int, int], ...]


class Boxes:
    """Finds boxes in tables whose keys are their coordinates, as those of ``crossed`` are.

    ``hidden`` is read as it stands at each call; ``prices`` are what hiding a shown cell costs.
    """

    def __init__(
        self, ties: Ties, keys: Sequence[Key], hidden: Sequence[bool], prices: Sequence[int]
    ) -> None:
        self._ties = ties
        self._hidden = hidden
        self._prices = prices
        undivided = {
            key: cell
            for cell, key in enumerate(keys)
            if not ties.parts_of[cell] and not ties.fixed[cell]
        }
        lines: dict[tuple[int, Key], dict[str, int]] = {}
        self._lines: dict[int, list[dict[str, int]]] = {}
        for key, cell in undivided.items():
            through = [(axis, key[:axis] + key[axis + 1 :]) for axis in range(1, len(key))]
            self._lines[cell] = [lines.setdefault(line, {}) for line in through]
            for (axis, _), line in zip(through, self._lines[cell], strict=True):
                line[key[axis]] = cell
        self._margins_of: dict[int, _Margins] = {}

    def cheapest(self, cell: int, step: int, moved: Exchange) -> Exchange | None:
        """Return the cheapest box that moves ``cell`` by ``step`` (1 or -1) from ``moved`` on."""
        best: _Corners | None = None
        limit: float = math.inf
        for corner in self._within(cell, step, moved):
            for corners in self._boxes([(corner, step)], 0, moved):
                price = self._price(corners, limit)
                if price < limit and self._moves(cell, step, corners):
                    best, limit = corners, price
                    if not limit:
                        return self._with_margins(best)
        return None if best is None else self._with_margins(best)

    def _within(self, cell: int, step: int, moved: Exchange) -> list[int]:
        """Return some undivided cells within ``cell`` that may move by ``step``."""
        found: list[int] = []
        seen, waiting = {cell}, [cell]
        while waiting and len(found) < MOST_WITHIN:
            one = waiting.pop()
            parts = self._ties.parts_of[one]
            if not parts and self._may(one, step, moved):
                found.append(one)
            for part in reversed(parts):
                if part not in seen and self._may(part, step, moved):
                    seen.add(part)
                    waiting.append(part)
        return found

    def _may(self, cell: int, step: int, moved: Exchange) -> bool:
        ties = self._ties
        return not ties.fixed[cell] and (step > 0 or ties.values[cell] + moved.get(cell, 0) > 0)

    def _boxes(self, corners: _Corners, axis: int, moved: Exchange) -> Iterator[_Corners]:
        """Yield boxes that grow from ``corners`` along ``axis`` and those after it."""
        first, _ = corners[0]
        if axis == len(self._lines[first]):
            yield corners
            return
        for name in self._beside(first, axis, moved):
            grown = corners.copy()
            for corner, step in corners:
                other = self._lines[corner][axis].get(name)
                if other is None or not self._may(other, -step, moved):
                    break
                grown.append((other, -step))
            else:
                yield from self._boxes(grown, axis + 1, moved)
        yield from self._boxes(corners, axis + 1, moved)

    def _beside(self, corner: int, axis: int, moved: Exchange) -> list[str]:
        """Return the names on the line through ``corner`` that are likeliest to serve."""
        at, hidden = self._ties.values, self._hidden
        others = [
            (not hidden[one], -at[one] - moved.get(one, 0), name)
            for name, one in self._lines[corner][axis].items()
            if one != corner
        ]
        return [name for _, _, name in heapq.nsmallest(MOST_BESIDE, others)]

    def _moves(self, cell: int, step: int, corners: _Corners) -> bool:
        """Return whether a box moves ``cell`` by ``step`` and leaves no relation open."""
        opened: Exchange = {}
        for corner, its in corners:
            margins = self._margins(corner)
            for row, by in margins.opened:
                opened[row] = opened.get(row, 0) + its * by
            if cell in margins.cells:
                step -= its
        return not step and not any(opened.values())

    def _with_margins(self, corners: _Corners) -> Exchange:
        exchange: Exchange = {}
        for corner, step in corners:
            for cell in self._margins(corner).cells:
                exchange[cell] = exchange.get(cell, 0) + step
        return {cell: by for cell, by in exchange.items() if by}

    def _price(self, corners: _Corners, limit: float) -> int:
        """Return what of a box would have to be hidden; of the corners alone if that is enough."""
        hidden, prices = self._hidden, self._prices
        alone = sum(prices[corner] for corner, _ in corners if not hidden[corner])
        if alone >= limit:
            return alone
        shown: Exchange = {}
        for corner, step in corners:
            for cell in self._margins(corner).shown:
                shown[cell] = shown.get(cell, 0) + step
        return sum(prices[cell] for cell, by in shown.items() if by and not hidden[cell])

    def _margins(self, corner: int) -> _Margins:
        if corner not in self._margins_of:
            cells, waiting = {corner}, [corner]
            while waiting:
                for total in self._ties.totals_of[waiting.pop()]:
                    if total not in cells:
                        cells.add(total)
                        waiting.append(total)
            rows: Exchange = {}
            for cell in cells:
                for row, sign in self._ties.rows_of[cell]:
                    rows[row] = rows.get(row, 0) + sign
            shown = tuple(cell for cell in sorted(cells) if not self._hidden[cell])
            opened = tuple((row, by) for row, by in rows.items() if by)
            self._margins_of[corner] = _Margins(tuple(sorted(cells)), shown, opened)
        return self._margins_of[corner]
