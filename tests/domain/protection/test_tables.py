"""Crossed tables hold every count, counted again here one by one."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_sets import STATUS, YEAR

from groupkit.domain.protection import Axis, crossed, crossed_counts, protect, protect_in_turn

WITHIN = {
    "all": set(STATUS.leaves),
    "came": {"present", "late", "left early"},
    "absent": {"with notice", "without notice"},
    **{name: {name} for name in STATUS.leaves},
}
FACTS = st.lists(
    st.tuples(
        st.tuples(st.sampled_from(YEAR.leaves), st.sampled_from(STATUS.leaves)), st.integers(0, 5)
    ),
    max_size=60,
)


def test_an_axis_names_its_whole_first_and_all_that_it_is_divided_into() -> None:
    assert STATUS.names[0] == "all"
    assert set(STATUS.names) == set(WITHIN)
    assert len(STATUS.names) == len(WITHIN)
    assert STATUS.counted_in["late"] == ("late", "came", "all")
    assert set(STATUS.leaves) == {name for name, within in WITHIN.items() if within == {name}}


@given(FACTS)
def test_every_cell_counts_its_facts_and_its_women(
    facts: list[tuple[tuple[str, str], int]],
) -> None:
    report = crossed("t", (YEAR, STATUS), facts)
    assert len(report.cells) == len(YEAR.names) * len(STATUS.names)
    for quarter, status in product(YEAR.names, STATUS.names):
        met = [
            who
            for (when, what), who in facts
            if quarter in (when, "2027") and what in WITHIN[status]
        ]
        cell = report.by_key["t", quarter, status]
        assert cell.value == len(met)
        assert (cell.people or 0) == len(set(met))


@given(st.lists(st.integers(0, 20), min_size=6, max_size=6))
def test_counts_made_elsewhere_are_summed_alike(numbers: list[int]) -> None:
    counts = {(leaf,): number for leaf, number in zip(STATUS.leaves, numbers, strict=True)}
    report = crossed_counts("t", (STATUS,), counts)
    for name, within in WITHIN.items():
        assert report.value(("t", name)) == sum(counts[(leaf,)] for leaf in within)


def test_a_fact_that_no_axis_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        crossed("t", (YEAR,), [(("2028-Q1",), None)])


def test_long_work_tells_how_far_it_is_and_can_be_given_up() -> None:
    axes = (Axis("country", tuple(f"s{at}" for at in range(60))), STATUS)
    counts = dict.fromkeys(product(axes[0].leaves, STATUS.leaves), 3)
    report = crossed_counts("t", axes, counts)
    told: list[float] = []
    protect_in_turn([report, report], look=told.append)
    assert len(told) > 4
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] < 1

    class GivenUp(Exception):  # noqa: N818
        pass

    def give_up(_: float) -> None:
        raise GivenUp

    with pytest.raises(GivenUp):
        protect(report, look=give_up)
