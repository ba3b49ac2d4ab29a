"""Which counts are published, and which are hidden so that no small one can be found out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from groupkit.domain.protection.exchange import Exchanges
from groupkit.domain.protection.report import Key, Report, joined
from groupkit.domain.protection.ties import Exchange, Ties

LEAST = 5
"""The fewest women that a published count may stand for."""


@dataclass(frozen=True)
class Standing:
    """What was published before, and what was hidden then."""

    shown: frozenset[Key] = frozenset()
    hidden: frozenset[Key] = frozenset()

    def followed_by(self, later: Standing) -> Standing:
        """Return what stands when ``later`` was published after this."""
        hidden = self.hidden | later.hidden
        return Standing((self.shown | later.shown) - hidden, hidden)


@dataclass(frozen=True)
class Protected:
    """A report with what of it stays hidden; every table and file of it is a view of this.

    A hidden cell gets one and the same sign whether it is small or hides a small one: two signs
    would say more than the figures. ``taken_back`` were shown before and are hidden now, which
    only happens when a count was corrected to a small one.
    """

    report: Report
    least: int
    hidden: frozenset[Key]
    taken_back: frozenset[Key] = field(default=frozenset())

    def shows(self, *keys: Key) -> bool:
        """Return whether all of ``keys`` are shown, so that what is made of them may be too."""
        return self.hidden.isdisjoint(keys)

    def value(self, key: Key) -> int | None:
        """Return a count, None where it is hidden."""
        return None if key in self.hidden else self.report.value(key)

    @cached_property
    def standing(self) -> Standing:
        """What later reports of the same counts have to keep to."""
        shown = frozenset(cell.key for cell in self.report.cells) - self.hidden
        return Standing(shown, self.hidden)


Look = Callable[[float], None]
"""Told how much of the work is done (0-1), now and then; raises to give up."""
LOOK_EVERY = 50
"""Small cells between two looks: some hundredths of a second."""


def unwatched(_: float) -> None:
    """Let the work go on."""


def protect(
    report: Report, least: int = LEAST, before: Standing | None = None, look: Look = unwatched
) -> Protected:
    """Hide what is small in ``report``, and as much beside it as keeps it hidden.

    ``before`` is what was published of the same counts earlier, by the same keys: what was shown
    stays shown, what was hidden stays hidden.
    """
    return _Hiding(report, least, before or Standing()).protected(look)


def protect_in_turn(
    reports: Iterable[Report],
    least: int = LEAST,
    before: Standing | None = None,
    look: Look = unwatched,
) -> Protected:
    """Protect reports that are published one after the other: each quarter, then the year.

    The same reports always give the same marks, so a year's report that is made from its quarters
    hides what each of them hid, and can be made again at any time. After a correction that holds
    only when what was published is given as ``before``.

    Raises:
        ValueError: when there is no report, or when they contradict each other.
    """
    first = before or Standing()
    standing, protected = first, None
    turns = tuple(reports)
    for turn, report in enumerate(turns):
        so_far = report if protected is None else joined([protected.report, report])

        def part(done: float, turn: int = turn) -> None:
            look((turn + done) / len(turns))

        protected = protect(so_far, least, standing, part)
        standing = standing.followed_by(protected.standing)
    if protected is None:
        raise ValueError("nothing to protect")
    return replace(protected, taken_back=protected.hidden & first.shown)


class _Hiding:
    """Hides cells until each small one could have every value that would be guessed at.

    ``lowest`` and ``highest`` are what each cell is known to be able to be: each of these values
    was met in whole tables that agree with everything shown.
    """

    def __init__(self, report: Report, least: int, before: Standing) -> None:
        self._report = report
        self._least = least
        self._before = before
        self._ties = Ties(report)
        cells = report.cells
        self._small = [
            cell.is_small(least) and not fixed
            for cell, fixed in zip(cells, self._ties.fixed, strict=True)
        ]
        self._hidden = [
            small or (cell.key in before.hidden and not fixed)
            for cell, small, fixed in zip(cells, self._small, self._ties.fixed, strict=True)
        ]
        dear = 1 + sum(cell.value for cell in cells)
        prices = [cell.value + dear * (cell.key in before.shown) for cell in cells]
        keys = [cell.key for cell in cells]
        self._exchanges = Exchanges(self._ties, keys, self._hidden, prices)
        self._lowest = list(self._ties.values)
        self._highest = list(self._ties.values)

    def protected(self, look: Look) -> Protected:
        values = self._ties.values
        small = sorted(self._numbers(self._small), key=lambda one: (-values[one], one))
        for at, cell in enumerate(small):
            if at % LOOK_EVERY == 0:
                look(at / len(small))
            low, high = room_of(values[cell], self._least)
            self._reach(cell, low)
            self._reach(cell, high)
        for cell in self._numbers(self._hidden):
            if self._lowest[cell] == self._highest[cell]:
                self._reach(cell, values[cell] + 1)
        keys = [cell.key for cell in self._report.cells]
        hidden = frozenset(keys[cell] for cell in self._numbers(self._hidden))
        return Protected(self._report, self._least, hidden, hidden & self._before.shown)

    @staticmethod
    def _numbers(marks: list[bool]) -> list[int]:
        return [at for at, is_marked in enumerate(marks) if is_marked]

    def _reach(self, cell: int, wanted: int) -> None:
        """Hide what is needed for ``cell`` to be able to be ``wanted``."""
        moved: Exchange = {}
        values = self._ties.values
        while not self._lowest[cell] <= wanted <= self._highest[cell]:
            missing = wanted - values[cell] - moved.get(cell, 0)
            step = 1 if missing > 0 else -1
            ways = self._exchanges
            exchange = ways.cheapest(cell, step, moved) or ways.together(cell, step, moved)
            if exchange is None:
                self._hide_all_around(cell)
                return
            falling = (values[c] + moved.get(c, 0) for c, by in exchange.items() if by < 0)
            times = min([abs(missing), *falling])
            for other, by in exchange.items():
                moved[other] = moved.get(other, 0) + by * times
                self._note(other, values[other] + moved[other])

    def _note(self, cell: int, value: int) -> None:
        self._hidden[cell] = True
        self._lowest[cell] = min(self._lowest[cell], value)
        self._highest[cell] = max(self._highest[cell], value)

    def _hide_all_around(self, cell: int) -> None:
        """Hide everything tied to ``cell``: then all could be nothing, or many times as much."""
        for other in self._ties.neighbourhood(cell):
            self._note(other, 0)
            self._note(other, self._ties.values[other] * (2 * self._least + 1))


def room_of(value: int, least: int) -> tuple[int, int]:
    """Return the lowest and highest that a small count must be able to be.

    A small count must be able to be anything from none to ``least``, so that not even its being
    small is proved. A larger one that comes from few women: ``least`` less and ``least`` more.
    """
    return max(0, value - least), least if value < least else value + least
