"""Tables crossed from facts: every cell, every margin, every subtotal, and how they are tied."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from groupkit.domain.protection.report import Cell, Key, Relation, Report


@dataclass(frozen=True)
class Axis:
    """What a table is divided by: a name for the whole, and its parts, divided again or not.

    ``Axis("2027", ("2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"))``, for example. No name stands
    twice. A part that is divided is itself an axis.
    """

    whole: str
    parts: tuple[str | Axis, ...]

    @cached_property
    def sums(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each name that is divided, and the names it is divided into."""
        names = tuple(part.whole if isinstance(part, Axis) else part for part in self.parts)
        deeper = (part.sums for part in self.parts if isinstance(part, Axis))
        return ((self.whole, names), *(one for sums in deeper for one in sums))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All names, the whole first."""
        return (self.whole, *(name for _, parts in self.sums for name in parts))

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The names that are not divided."""
        divided = {name for name, _ in self.sums}
        return tuple(name for name in self.names if name not in divided)

    @cached_property
    def counted_in(self) -> Mapping[str, tuple[str, ...]]:
        """For each name: itself, and all that it is a part of."""
        above = {part: whole for whole, parts in self.sums for part in parts}
        return {name: tuple(_upwards(name, above)) for name in self.names}


def _upwards(name: str, above: Mapping[str, str]) -> Iterator[str]:
    yield name
    while name in above:
        name = above[name]
        yield name


Fact = tuple[Sequence[str], Hashable]
"""An undivided name on each axis, and whom it concerns (None: one whom nobody else is)."""
Possible = Callable[[Key], bool]
"""Tells of undivided names whether anything could be counted there at all."""


def crossed(
    table: str, axes: Sequence[Axis], facts: Iterable[Fact], possible: Possible = lambda _: True
) -> Report:
    """Count ``facts`` into all cells and margins of a table.

    A cell's key is the table's name and a name of each axis, its whole for a margin. A cell in
    which nothing is ``possible`` is a public zero.

    Raises:
        KeyError: when a fact names what no axis has.
        ValueError: when a fact was not possible.
    """
    counts: dict[Key, int] = {}
    people: dict[Key, set[Hashable]] = {}
    for names, who in facts:
        whom = object() if who is None else who
        for key in _counted_in(axes, names):
            counts[key] = counts.get(key, 0) + 1
            people.setdefault(key, set()).add(whom)
    behind = {key: len(whom) for key, whom in people.items()}
    return _report(table, axes, counts, behind, possible)


def crossed_counts(
    table: str,
    axes: Sequence[Axis],
    counts: Mapping[Key, int],
    possible: Possible = lambda _: True,
) -> Report:
    """Return the table of ``counts`` that were made elsewhere, by an undivided name of each axis.

    Each count is taken for as many women.
    """
    summed: dict[Key, int] = {}
    for names, number in counts.items():
        for key in _counted_in(axes, names):
            summed[key] = summed.get(key, 0) + number
    return _report(table, axes, summed, {}, possible)


def _counted_in(axes: Sequence[Axis], names: Sequence[str]) -> Iterator[Key]:
    pairs = zip(axes, names, strict=True)
    return product(*(axis.counted_in[name] for axis, name in pairs))


def _report(
    table: str,
    axes: Sequence[Axis],
    counts: Mapping[Key, int],
    people: Mapping[Key, int],
    possible: Possible,
) -> Report:
    leaves = filter(possible, product(*(axis.leaves for axis in axes)))
    could = {key for leaf in leaves for key in _counted_in(axes, leaf)}
    cells = []
    for key in product(*(axis.names for axis in axes)):
        number = counts.get(key, 0)
        if number and key not in could:
            raise ValueError(f"{key} is counted though nothing can be")
        cells.append(Cell((table, *key), number, people.get(key), key not in could))
    return Report(tuple(cells), tuple(_relations(table, axes)))


def _relations(table: str, axes: Sequence[Axis]) -> Iterator[Relation]:
    for at, axis in enumerate(axes):
        others = [other.names for other in axes]
        for whole, parts in axis.sums:
            for key in product(*others[:at], (whole,), *others[at + 1 :]):
                before, after = key[:at], key[at + 1 :]
                divided = tuple((table, *before, part, *after) for part in parts)
                yield Relation((table, *key), divided)
