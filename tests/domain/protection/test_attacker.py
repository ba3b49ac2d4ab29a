"""The attacker is worth something: he finds what can be found, as counting through all shows."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from attacker import Name, Range, attack, quick_attack
from hypothesis import given, settings
from hypothesis import strategies as st

MOST = 3
CORNERS = tuple(product("ab", "xy"))
SUMS = [
    *(((row, "all"), [(row, "x"), (row, "y")]) for row in ("a", "b", "all")),
    *((("all", column), [("a", column), ("b", column)]) for column in ("x", "y", "all")),
]


def filled(values: tuple[int, ...]) -> dict[Name, int]:
    """Return a table of two rows and two columns with its margins."""
    table: dict[Name, int] = dict(zip(CORNERS, values, strict=True))
    for row in ("a", "b"):
        table[row, "all"] = table[row, "x"] + table[row, "y"]
    for column in ("x", "y", "all"):
        table["all", column] = table["a", column] + table["b", column]
    return table


TABLES = [filled(values) for values in product(range(2 * MOST + 1), repeat=4)]


@settings(max_examples=100)
@given(
    st.lists(st.integers(0, MOST), min_size=4, max_size=4),
    st.sets(st.sampled_from(sorted(TABLES[0]))),
)
def test_his_ranges_are_those_of_all_tables_there_are(values: list[int], hidden: set[Name]) -> None:
    table = filled(tuple(values))
    published = {name: value for name, value in table.items() if name not in hidden}
    agreeing = [
        other for other in TABLES if all(other[name] == value for name, value in published.items())
    ]
    ranges = attack(SUMS, published, list(table))
    rough = quick_attack(SUMS, published, list(table))
    assert set(ranges) == hidden
    are_bounded = all(b.most is not None and b.most <= 2 * MOST for b in ranges.values())
    for name, bounds in ranges.items():
        met = [other[name] for other in agreeing]
        assert bounds.holds(min(met), max(met))
        assert rough[name].holds(min(met), max(met))
        if are_bounded:
            assert (bounds.least, bounds.most) == (min(met), max(met))


def test_he_subtracts() -> None:
    found = attack([(("all",), [("x",), ("y",)])], {("all",): 12, ("x",): 9}, [("y",)])
    assert found == {("y",): Range(Fraction(3), Fraction(3))}


def test_he_knows_that_no_count_is_below_nothing() -> None:
    """Two unknowns that sum to nothing are nothing, which elimination alone does not see."""
    found = attack([(("t",), [("p",), ("q",)])], {("t",): 0}, [("t",), ("p",), ("q",)])
    assert all(bounds.is_found for bounds in found.values())


def test_he_combines_tables_that_do_not_give_it_away_one_by_one() -> None:
    """Three sums of pairs give every single one: (p+q, q+r, p+r)."""
    sums = [(("pq",), [("p",), ("q",)]), (("qr",), [("q",), ("r",)]), (("pr",), [("p",), ("r",)])]
    published = {("pq",): 7, ("qr",): 9, ("pr",): 8}
    names = [("p",), ("q",), ("r",), *published]
    for found in (attack(sums, published, names), quick_attack(sums, published, names)):
        assert {name[0]: bounds.least for name, bounds in found.items()} == {"p": 3, "q": 4, "r": 5}
        assert all(bounds.is_found for bounds in found.values())
