"""The search for an exchange: other counts that agree with everything published."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from itertools import count

from groupkit.domain.protection.boxes import Boxes
from groupkit.domain.protection.report import Key
from groupkit.domain.protection.ties import Exchange, Ties

MOST_TRIED = 1_500
"""Unfinished exchanges looked at in one search."""
TRIED_IN_ALL = 100_000
"""Unfinished exchanges that all small cells of a report share, so that large ones take seconds."""
MOST_BRANCHES = 8
"""Ways to go on from each of them."""
HASTE = (3, 8, 20, 60, 200, 1000)
"""What an open relation weighs against a count that would be hidden: patient first, hasty last."""


class Exchanges:
    """Finds how one count could be another.

    An exchange begins with one cell and closes relation after relation, each by the cell that
    costs least: nothing where the cell is hidden already, ``prices`` otherwise. Cells that stay
    the same may be published.
    """

    def __init__(
        self, ties: Ties, keys: Sequence[Key], hidden: Sequence[bool], prices: Sequence[int]
    ) -> None:
        self._boxes = Boxes(ties, keys, hidden, prices)
        self._most = min(MOST_TRIED, TRIED_IN_ALL // max(1, sum(hidden)))
        self._ties = ties
        self._hidden = hidden
        self._prices = prices

    def cheapest(self, cell: int, step: int, moved: Exchange) -> Exchange | None:
        """Return a cheap exchange that moves ``cell`` by ``step`` (1 or -1) from ``moved`` on.

        None where none was found among those looked at.
        """
        best = self._boxes.cheapest(cell, step, moved)
        for haste in HASTE:
            if best is not None and not self._price(best):
                break
            found = self._found(cell, step, moved, haste)
            if found is not None:
                best = min(found, best or found, key=self._price)
        return best

    def together(self, cell: int, step: int, moved: Exchange) -> Exchange | None:
        """Return an exchange all of whose cells go the same way, whatever it costs."""
        return self._found(cell, step, moved, HASTE[-1], together=True)

    def _price(self, exchange: Exchange) -> int:
        return sum(self._prices[cell] for cell in exchange if not self._hidden[cell])

    def _found(
        self,
        cell: int,
        step: int,
        moved: Exchange,
        haste: int,
        *,
        together: bool = False,
    ) -> Exchange | None:
        order = count()
        opened = {row: sign * step for row, sign in self._ties.rows_of[cell]}
        waiting = [(0, 0, next(order), {cell: step}, opened)]
        seen: set[frozenset[tuple[int, int]]] = set()
        for _ in range(MOST_TRIED if together else self._most):
            if not waiting:
                return None
            _, cost, _, changes, opened = heapq.heappop(waiting)
            if not opened:
                return changes
            only = step if together else 0
            for one, delta, price, after in self._ways(changes, opened, moved, only, haste):
                grown = {**changes, one: delta}
                known = frozenset(grown.items())
                spent = cost + price
                if known in seen:
                    continue
                seen.add(known)
                weight = spent + haste * len(after)
                heapq.heappush(waiting, (weight, spent, -next(order), grown, after))
        return None

    def _ways(
        self, changes: Exchange, opened: Exchange, moved: Exchange, only: int, haste: int
    ) -> list[tuple[int, int, int, Exchange]]:
        """Return the best ways to close a relation: cell, step, price, and what is open then."""
        ties = self._ties
        row = min(opened, key=lambda one: (len(ties.rows[one]), one))
        too_much = opened[row] > 0
        ways = []
        for cell, sign in ties.rows[row]:
            delta = -sign if too_much else sign
            if cell in changes or ties.fixed[cell] or (only and delta != only):
                continue
            if delta < 0 and ties.values[cell] + moved.get(cell, 0) <= 0:
                continue
            after = opened.copy()
            for other, its in ties.rows_of[cell]:
                left = after.get(other, 0) + its * delta
                if left:
                    after[other] = left
                else:
                    del after[other]
            price = 0 if self._hidden[cell] else self._prices[cell]
            ways.append((cell, delta, price, after))
        if len(ways) > MOST_BRANCHES:
            ways.sort(key=lambda way: (way[2] + haste * len(way[3]), way[0]))
            del ways[MOST_BRANCHES:]
        return ways
