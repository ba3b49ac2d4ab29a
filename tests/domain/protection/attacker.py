"""Somebody who reads all that was published, knows every sum, and counts backwards.

He shares nothing with what protects: he is given cells, sums and the published values, and
answers, for each hidden cell, between which values it must lie. Three ways, all exact:

- elimination over the whole numbers' fractions: what the sums alone determine;
- bounds passed along the sums until they move no more: no count is below nothing;
- the simplex method in fractions: the true least and most under all sums at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Name = tuple[str, ...]
Sum = tuple[Name, Sequence[Name]]
"""A total and its parts."""
Row = dict[Name, Fraction]


@dataclass(frozen=True)
class Range:
    """The least and the most that a hidden count can be; no most where nothing bounds it."""

    least: Fraction
    most: Fraction | None

    @property
    def is_found(self) -> bool:
        """Whether only one whole number is left."""
        return self.most is not None and self.most - self.least < 1

    def holds(self, low: int, high: int) -> bool:
        """Return whether all from ``low`` to ``high`` may be the value."""
        return self.least <= low and (self.most is None or self.most >= high)


@dataclass(frozen=True)
class Unknowns:
    """The sums after all published values were put in: a sum of unknowns, and what it makes."""

    rows: tuple[tuple[Row, Fraction], ...]
    names: tuple[Name, ...]


def unknowns(sums: Iterable[Sum], published: Mapping[Name, int], names: Iterable[Name]) -> Unknowns:
    """Put the published values into the sums."""
    rows = []
    for total, parts in sums:
        row: Row = {}
        known = Fraction(0)
        for name, sign in ((total, -1), *((part, 1) for part in parts)):
            if name in published:
                known -= sign * published[name]
            else:
                row[name] = row.get(name, Fraction(0)) + sign
        if any(row.values()):
            rows.append(({name: by for name, by in row.items() if by}, known))
    return Unknowns(tuple(rows), tuple(name for name in names if name not in published))


def apart(system: Unknowns) -> list[Unknowns]:
    """Divide unknowns into those that have to do with each other."""
    leader = {name: name for name in system.names}

    def head(name: Name) -> Name:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for row, _ in system.rows:
        first, *others = row
        for other in others:
            leader[head(other)] = head(first)
    names: dict[Name, list[Name]] = {}
    rows: dict[Name, list[tuple[Row, Fraction]]] = {}
    for name in system.names:
        names.setdefault(head(name), []).append(name)
    for row, known in system.rows:
        rows.setdefault(head(next(iter(row))), []).append((row, known))
    return [Unknowns(tuple(rows.get(one, ())), tuple(names[one])) for one in names]


def reduced(system: Unknowns) -> list[tuple[Row, Fraction, Name]]:
    """Eliminate: each row then holds a name, with factor one, that no other row holds."""
    done: list[tuple[Row, Fraction, Name]] = []
    for row, known in system.rows:
        row = dict(row)
        for other, its, name in done:
            if name in row:
                known -= row[name] * its
                _add(row, other, -row[name])
        if not row:
            continue
        pivot = min(row)
        by = row[pivot]
        row = {name: factor / by for name, factor in row.items()}
        known /= by
        for at, (other, its, name) in enumerate(done):
            if pivot in other:
                factor = other[pivot]
                _add(other, row, -factor)
                done[at] = (other, its - factor * known, name)
        done.append((row, known, pivot))
    return done


def _add(row: Row, other: Row, times: Fraction) -> None:
    for name, by in other.items():
        left = row.get(name, Fraction(0)) + by * times
        if left:
            row[name] = left
        else:
            row.pop(name, None)


def determined(system: Unknowns) -> dict[Name, Fraction]:
    """Return what the sums alone determine, counts below nothing allowed."""
    return {name: known for row, known, name in reduced(system) if len(row) == 1}


def bounded(system: Unknowns) -> dict[Name, Range]:
    """Return ranges from passing bounds along the sums: right, but not always the narrowest."""
    least = dict.fromkeys(system.names, Fraction(0))
    most: dict[Name, Fraction | None] = dict.fromkeys(system.names)
    for _ in range(200):
        moved = False
        for row, known in system.rows:
            for name, by in row.items():
                low, high = _rest(row, known, name, by, least, most)
                if low is not None and low > least[name]:
                    least[name], moved = low, True
                now = most[name]
                if high is not None and (now is None or high < now):
                    most[name], moved = high, True
        if not moved:
            break
    return {name: Range(least[name], most[name]) for name in system.names}


def _rest(
    row: Row,
    known: Fraction,
    name: Name,
    by: Fraction,
    least: Mapping[Name, Fraction],
    most: Mapping[Name, Fraction | None],
) -> tuple[Fraction | None, Fraction | None]:
    """Return the bounds of one unknown from those of the others in a row."""
    low: Fraction | None = known
    high: Fraction | None = known
    for other, factor in row.items():
        if other == name:
            continue
        up, down = (most[other], least[other]) if factor > 0 else (least[other], most[other])
        low = None if low is None or up is None else low - factor * up
        high = None if high is None or down is None else high - factor * down
    bounds = (None if low is None else low / by, None if high is None else high / by)
    return bounds if by > 0 else (bounds[1], bounds[0])


class Simplex:
    """The unknowns of one system as a table that is turned from corner to corner."""

    def __init__(self, system: Unknowns) -> None:
        self._names = system.names
        self._rows = [(dict(row), known, name) for row, known, name in reduced(system)]
        self._find_a_corner()

    def range_of(self, name: Name) -> Range:
        """Return the true least and most of an unknown."""
        return Range(self._extreme(name, -1) or Fraction(0), self._extreme(name, 1))

    def corner(self) -> dict[Name, Fraction]:
        """Return the values at the present corner: one way in which it could be."""
        at = dict.fromkeys(self._names, Fraction(0))
        at.update({name: known for _, known, name in self._rows})
        return at

    def _find_a_corner(self) -> None:
        """Turn the table until no value is below nothing (the dual rule, least name first)."""
        while True:
            below = [at for at, (_, known, _) in enumerate(self._rows) if known < 0]
            if not below:
                return
            at = min(below, key=lambda one: self._rows[one][2])
            row, _, basic = self._rows[at]
            ways = [name for name, by in row.items() if name != basic and by < 0]
            if not ways:
                raise ValueError("the published values contradict each other")
            self._turn(at, min(ways))

    def _extreme(self, name: Name, way: int) -> Fraction | None:
        """Move ``name`` up (1) or down (-1) as far as it goes; None where nothing stops it."""
        while True:
            basis = {basic: at for at, (_, _, basic) in enumerate(self._rows)}
            if name in basis:
                row, value, _ = self._rows[basis[name]]
                ways = [o for o, by in row.items() if o != name and (by < 0) == (way > 0)]
                if not ways or (way < 0 and value == 0):
                    return value
                entering = min(ways)
            elif way < 0:
                return Fraction(0)
            else:
                entering = name
            at = self._first_to_stop(entering)
            if at is None:
                return None
            self._turn(at, entering)

    def _first_to_stop(self, entering: Name) -> int | None:
        """Return the row whose value reaches nothing first when ``entering`` grows."""
        stops = [
            (known / row[entering], basic, at)
            for at, (row, known, basic) in enumerate(self._rows)
            if row.get(entering, 0) > 0
        ]
        return min(stops)[2] if stops else None

    def _turn(self, at: int, entering: Name) -> None:
        row, known, _ = self._rows[at]
        by = row[entering]
        row = {name: factor / by for name, factor in row.items()}
        known /= by
        self._rows[at] = (row, known, entering)
        for other, (its, value, basic) in enumerate(self._rows):
            factor = its.get(entering)
            if other != at and factor:
                _add(its, row, -factor)
                self._rows[other] = (its, value - factor * known, basic)


def attack(
    sums: Iterable[Sum], published: Mapping[Name, int], names: Iterable[Name]
) -> dict[Name, Range]:
    """Return the true range of every hidden cell, as narrow as the published values make it."""
    ranges: dict[Name, Range] = {}
    for system in apart(unknowns(sums, published, names)):
        simplex = Simplex(system)
        ranges.update({name: simplex.range_of(name) for name in system.names})
    return ranges


def quick_attack(
    sums: Iterable[Sum], published: Mapping[Name, int], names: Iterable[Name]
) -> dict[Name, Range]:
    """Return ranges from elimination and passed bounds: fast, and right, but wider at times."""
    system = unknowns(sums, published, names)
    ranges = bounded(system)
    ranges.update({name: Range(value, value) for name, value in determined(system).items()})
    return ranges
