"""Invented report sets: few women, many zeros, several tables of the same counts, and time."""

from __future__ import annotations

import random
from collections.abc import Iterator

from groupkit.domain.protection import (
    Axis,
    Cell,
    Fact,
    Relation,
    Report,
    crossed,
    crossed_counts,
    joined,
    with_rest,
)

STATUS = Axis(
    "all",
    (
        Axis("came", ("present", "late", "left early")),
        Axis("absent", ("with notice", "without notice")),
        "not recorded",
    ),
)
WEIGHTS = (60, 8, 5, 12, 6, 9)
QUARTERS = ("2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4")
YEAR = Axis("2027", QUARTERS)
REASONS = Axis("left", ("completed", "moved", "own wish", "unknown"))


def groups(number: int) -> Axis:
    return Axis("house", tuple(f"group {at + 1}" for at in range(number)))


def attendance(chance: random.Random, number: int, quarters: tuple[str, ...]) -> Report:
    """Return marks by group, quarter and status, of women who come several times."""
    facts: list[Fact] = []
    axis = groups(number)
    begins = {group: chance.randrange(len(quarters)) for group in axis.leaves}
    for group in axis.leaves:
        for woman in range(chance.randint(2, 12)):
            for quarter in quarters[begins[group] :]:
                for _ in range(chance.randint(0, 3)):
                    (status,) = chance.choices(STATUS.leaves, WEIGHTS)
                    facts.append(((group, quarter, status), (group, woman)))
    when = Axis("2027", quarters)
    return crossed(
        "attendance",
        (axis, when, STATUS),
        facts,
        lambda key: quarters.index(key[1]) >= begins[key[0]],
    )


def women(chance: random.Random) -> Report:
    """Return women counted once each, in three tables with one total, and a rate with its rest."""
    most = chance.choice((3, 6, 14, 40))
    reasons = {
        (quarter, reason): chance.randint(0, most)
        for quarter in QUARTERS
        for reason in REASONS.leaves
    }
    left = crossed_counts("left", (YEAR, REASONS), reasons)
    tied = list(left.relations)
    cells = list(left.cells)
    for table, names in (("language", ("da", "en", "ar", "so")), ("home", ("own", "other"))):
        for quarter in YEAR.names:
            whole = left.by_key["left", quarter, "left"]
            parts = _divided(chance, whole, table, names)
            cells += parts
            tied.append(Relation(whole.key, tuple(part.key for part in parts)))
        year = Report(tuple(cells), tuple(tied))
    completed = left.by_key["left", "2027", "completed"]
    return joined([year, with_rest(left.by_key["left", "2027", "left"], completed)])


def _divided(chance: random.Random, whole: Cell, table: str, names: tuple[str, ...]) -> list[Cell]:
    picked = [chance.choice(names) for _ in range(whole.value)]
    return [Cell((table, whole.key[1], name), picked.count(name)) for name in names]


def tangled(chance: random.Random) -> Report:
    """Return sums of any counts, and sums of such sums, that overlap as no table's do."""
    most = chance.choice((1, 3, 8, 20))
    values = {(f"count {at}",): chance.randint(0, most) for at in range(chance.randint(2, 9))}
    ties = []
    for at in range(chance.randint(1, 7)):
        parts = tuple(chance.sample(sorted(values), chance.randint(1, min(4, len(values)))))
        values[(f"sum {at}",)] = sum(values[part] for part in parts)
        ties.append(Relation((f"sum {at}",), parts))
    return Report(tuple(Cell(key, value) for key, value in values.items()), tuple(ties))


def one(chance: random.Random) -> Report:
    """Return a report set of any of these kinds."""
    kind = chance.randrange(5)
    if kind == 0:
        return attendance(chance, chance.randint(1, 4), QUARTERS[: chance.randint(1, 4)])
    if kind == 1:
        return women(chance)
    if kind == 2:
        axes = tuple(
            Axis(f"all {at}", tuple(f"{at}{part}" for part in range(chance.randint(1, 4))))
            for at in range(chance.randint(1, 3))
        )
        most = chance.choice((1, 4, 9, 30))
        keys = [()]
        for axis in axes:
            keys = [(*key, leaf) for key in keys for leaf in axis.leaves]
        return crossed_counts("any", axes, {key: chance.randint(0, most) for key in keys})
    if kind == 3:
        return tangled(chance)
    return joined([women(chance), attendance(chance, chance.randint(1, 2), QUARTERS[:2])])


def many(number: int, seed: int) -> Iterator[Report]:
    chance = random.Random(seed)  # noqa: S311 - nothing secret hangs on it
    for _ in range(number):
        yield one(chance)
