"""Laws of protection: what is marked, and that nobody can tell what is hidden."""

from __future__ import annotations

import random
from itertools import product

import pytest
from attacker import attack
from hypothesis import given, settings
from hypothesis import strategies as st
from report_sets import STATUS, YEAR, one

from groupkit.domain.protection import (
    LEAST,
    Axis,
    Cell,
    Key,
    Relation,
    Report,
    crossed,
    crossed_counts,
    protect,
    protect_in_turn,
    with_rest,
)

REPORTS = st.integers(0, 10**6).map(lambda seed: one(random.Random(seed)))  # noqa: S311
COUNTS = st.integers(0, 12)


def cell(name: str, value: int, people: int | None = None, *, public: bool = False) -> Cell:
    return Cell((name,), value, people, public)


def summed(total: str, *parts: str) -> Relation:
    return Relation((total,), tuple((part,) for part in parts))


@given(REPORTS)
def test_no_small_count_is_shown_and_what_is_shown_is_true(report: Report) -> None:
    protected = protect(report)
    for one_cell in report.cells:
        shown = protected.value(one_cell.key)
        assert shown in (None, one_cell.value)
        assert (shown is None) == (not protected.shows(one_cell.key))
        if one_cell.is_small(LEAST):
            assert shown is None


@given(REPORTS)
def test_shown_counts_add_up(report: Report) -> None:
    protected = protect(report)
    for relation in report.relations:
        if protected.shows(relation.total, *relation.parts):
            parts = [protected.value(part) or 0 for part in relation.parts]
            assert protected.value(relation.total) == sum(parts)


@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_in_which_a_report_is_given_means_nothing(
    report: Report, chance: random.Random
) -> None:
    cells, relations = list(report.cells), list(report.relations)
    chance.shuffle(cells)
    chance.shuffle(relations)
    turned = [Relation(r.total, tuple(chance.sample(r.parts, len(r.parts)))) for r in relations]
    assert protect(Report(tuple(cells), tuple(turned))) == protect(report)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 7), min_size=4, max_size=4))
def test_a_hidden_count_has_other_whole_numbers_in_its_place(numbers: list[int]) -> None:
    """Walk through every small table there is, without any solver."""
    axes = (Axis("a", ("a0", "a1")), Axis("b", ("b0", "b1")))
    leaves = tuple(product(axes[0].leaves, axes[1].leaves))
    report = crossed_counts("t", axes, dict(zip(leaves, numbers, strict=True)))
    protected = protect(report)
    shown = {c.key: c.value for c in report.cells if protected.shows(c.key)}
    met: dict[Key, set[int]] = {key: set() for key in protected.hidden}
    for values in product(range(2 * max(numbers) + LEAST + 1), repeat=4):
        table = _summed(values)
        if all(table[key] == value for key, value in shown.items()):
            for key in protected.hidden:
                met[key].add(table[key])
    for key, others in met.items():
        assert len(others) > 1
        if report.by_key[key].is_small(LEAST):
            assert others >= set(range(LEAST + 1))


def _summed(values: tuple[int, ...]) -> dict[Key, int]:
    first, second, third, last = values
    table = {
        ("a0", "b0"): first, ("a0", "b1"): second, ("a0", "b"): first + second,
        ("a1", "b0"): third, ("a1", "b1"): last, ("a1", "b"): third + last,
        ("a", "b0"): first + third, ("a", "b1"): second + last, ("a", "b"): sum(values),
    }  # fmt: skip
    return {("t", *key): value for key, value in table.items()}


def test_a_lone_small_count_takes_another_with_it() -> None:
    report = Report(
        (cell("all", 30), cell("x", 3), cell("y", 20), cell("z", 7)),
        (summed("all", "x", "y", "z"),),
    )
    assert protect(report).hidden == {("x",), ("z",)}


def test_two_small_counts_whose_sum_is_small_take_a_third() -> None:
    report = Report(
        (cell("all", 22), cell("x", 1), cell("y", 1), cell("z", 20)),
        (summed("all", "x", "y", "z"),),
    )
    assert protect(report).hidden == {("x",), ("y",), ("z",)}


def test_six_marks_of_one_woman_are_small() -> None:
    facts = [(("without notice",), "she")] * 6 + [(("present",), who) for who in range(9)]
    report = crossed("t", (STATUS,), facts)
    protected = protect(report)
    assert report.value(("t", "without notice")) == 6
    assert not protected.shows(("t", "without notice"))
    assert not protect(report).shows(("t", "with notice"))


def test_a_rate_is_hidden_with_its_rest() -> None:
    report = with_rest(cell("invited", 22), cell("came", 20))
    assert not protect(report).shows(("invited",), ("came",))
    report = with_rest(cell("invited", 22), cell("came", 15))
    assert protect(report).shows(("invited",), ("came",))


def test_what_counts_no_woman_shows() -> None:
    report = Report(
        (
            cell("planned", 3, public=True),
            cell("held", 2, public=True),
            cell("cancelled", 1, public=True),
        ),
        (summed("planned", "held", "cancelled"),),
    )
    assert protect(report).hidden == frozenset()


def test_a_zero_that_could_not_be_otherwise_shows_and_hides_nothing() -> None:
    facts = [(("2027-Q2", "present"), who) for who in range(30)]
    facts += [(("2027-Q2", "late"), who) for who in range(2)]
    report = crossed("t", (YEAR, STATUS), facts, lambda key: key[0] != "2027-Q1")
    protected = protect(report)
    assert protected.value(("t", "2027-Q1", "late")) == 0
    assert protected.value(("t", "2027-Q1", "all")) == 0
    assert not protected.shows(("t", "2027-Q3", "late"))
    assert not protected.shows(("t", "2027-Q2", "late"))


@given(REPORTS)
def test_the_house_may_ask_for_more_women(report: Report) -> None:
    assert {c.key for c in report.cells if c.is_small(10)} <= protect(report, 10).hidden


@given(st.data())
def test_the_year_takes_nothing_back_that_a_quarter_showed(data: st.DataObject) -> None:
    counts = {
        (quarter, status): data.draw(COUNTS, f"{quarter} {status}")
        for quarter in YEAR.parts
        for status in STATUS.leaves
    }
    whole = crossed_counts("t", (YEAR, STATUS), counts)
    parts = [_of(whole, quarter) for quarter in YEAR.leaves]
    year = protect_in_turn([*parts, whole])
    for at in range(1, len(parts) + 1):
        earlier = protect_in_turn(parts[:at])
        for one_cell in earlier.report.cells:
            assert earlier.shows(one_cell.key) == year.shows(one_cell.key)
    assert not year.taken_back
    assert not _finds(whole, {c.key: c.value for c in whole.cells if year.shows(c.key)})


def _of(report: Report, name: str) -> Report:
    cells = tuple(c for c in report.cells if name in c.key)
    keys = {c.key for c in cells}
    ties = tuple(r for r in report.relations if {r.total, *r.parts} <= keys)
    return Report(cells, ties)


def test_quarters_and_a_year_that_know_nothing_of_each_other_give_counts_away() -> None:
    """Why reports are protected in turn: each may be safe alone, and all together not."""
    chance = random.Random(4)  # noqa: S311
    told = {False: 0, True: 0}
    for _ in range(40):
        leaves = product(YEAR.leaves, STATUS.leaves)
        whole = crossed_counts("t", (YEAR, STATUS), {key: chance.randint(0, 14) for key in leaves})
        reports = [*(_of(whole, quarter) for quarter in YEAR.leaves), whole]
        for are_in_turn in told:
            made = [protect_in_turn(reports)] if are_in_turn else [protect(r) for r in reports]
            published = {
                c.key: c.value for one in made for c in one.report.cells if one.shows(c.key)
            }
            told[are_in_turn] += _finds(whole, published)
    assert told[False] > 0
    assert told[True] == 0


def _finds(report: Report, published: dict[Key, int]) -> bool:
    sums = [(relation.total, relation.parts) for relation in report.relations]
    found = attack(sums, published, list(report.by_key))
    return any(
        bounds.is_found or (report.by_key[key].is_small(LEAST) and not bounds.holds(0, LEAST))
        for key, bounds in found.items()
    )


def test_a_count_corrected_to_a_small_one_is_taken_back() -> None:
    first = Report((cell("x", 6), cell("y", 9)))
    later = Report((cell("x", 4), cell("y", 9)))
    protected = protect(later, before=protect(first).standing)
    assert protected.hidden == protected.taken_back == {("x",)}


@given(st.data())
def test_a_correction_gives_away_nothing_of_what_was_published(data: st.DataObject) -> None:
    """A reader of both holds the later counts for the earlier ones wherever they were hidden."""
    axes = (Axis("2027", YEAR.leaves[:2]), Axis("all", ("present", "late", "left early")))
    leaves = list(product(axes[0].leaves, axes[1].leaves))
    counts = {key: data.draw(COUNTS, str(key)) for key in leaves}
    corrected = counts | {data.draw(st.sampled_from(leaves)): data.draw(COUNTS)}
    first = protect_in_turn([crossed_counts("t", axes, counts)])
    later = protect_in_turn([crossed_counts("t", axes, corrected)], before=first.standing)
    assert first.hidden <= later.hidden
    assert later.taken_back == later.hidden - first.hidden
    assert not _finds(later.report, {k: later.value(k) or 0 for k in later.standing.shown})


def test_what_was_hidden_stays_hidden() -> None:
    first = Report((cell("x", 4), cell("y", 9)))
    later = Report((cell("x", 6), cell("y", 9)))
    assert protect(later, before=protect(first).standing).hidden == {("x",)}


@pytest.mark.parametrize(
    ("cells", "ties"),
    [
        ((cell("a", 3), cell("b", 4)), (summed("a", "b"),)),
        ((cell("a", 3), cell("b", 3)), (summed("a", "b"), summed("b", "a"))),
        ((cell("a", 3), cell("a", 4)), ()),
        ((cell("a", 7, public=True), cell("b", 7)), (summed("a", "b"),)),
    ],
)
def test_a_report_that_contradicts_itself_is_refused(
    cells: tuple[Cell, ...], ties: tuple[Relation, ...]
) -> None:
    with pytest.raises(ValueError, match=r"a|b"):
        Report(cells, ties)


def test_a_count_is_not_below_nothing_and_has_no_part_twice() -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        cell("a", -1)
    with pytest.raises(ValueError, match="twice"):
        summed("a", "b", "b")
    with pytest.raises(ValueError, match="nothing to protect"):
        protect_in_turn([])


def test_a_fact_where_nothing_could_be_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing can be"):
        crossed("t", (YEAR,), [(("2027-Q1",), None)], lambda key: key[0] != "2027-Q1")
