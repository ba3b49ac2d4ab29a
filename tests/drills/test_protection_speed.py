"""Protection of small counts from one shelter to the whole country: cost by the cell."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from time import process_time

from drill_stores import Sized

from groupkit.domain.protection import Axis, Report, crossed_counts, protect

STATUS = Axis(
    "invited",
    (
        Axis("came", ("present", "late", "left early")),
        Axis("absent", ("with notice", "without notice")),
        "not recorded",
    ),
)
USUAL = {"present": 60, "late": 9, "left early": 5, "with notice": 12, "without notice": 4}
YEARS = Axis("ten years", tuple(str(year) for year in range(2018, 2028)))
COUNTRY = 56
"""Shelters; 50 of 56 that were asked offered aftercare (Oldrup et al. 2018)."""
MOST_TIMES = 4
"""A cell among many costs a few times what it costs among few, never as many times as there are."""


def a_report(shelters: int) -> Report:
    """Return ten years' attendance of each shelter, and all sums of shelters, years, statuses."""
    chance = Random(20270113)  # noqa: S311 - the same country each time
    axis = Axis("country", tuple(f"shelter {number}" for number in range(shelters)))
    counts = {
        (shelter, year, status): int(chance.triangular(0, 2 * USUAL.get(status, 3)))
        for shelter in axis.leaves
        for year in YEARS.leaves
        for status in STATUS.leaves
    }
    return crossed_counts("attendance", (axis, YEARS, STATUS), counts)


def test_protecting_a_country_costs_what_its_cells_cost(
    figures: Callable[[str], None], sized: Sized
) -> None:
    by_cell = {}
    for shelters in (1, COUNTRY // 10, COUNTRY, *([10 * COUNTRY] * sized(1, 0))):
        report = a_report(shelters)
        began = process_time()
        hidden = protect(report).hidden
        taken = process_time() - began
        by_cell[shelters] = taken / len(report.cells)
        lost = sum(report.value(key) for key in hidden) / sum(cell.value for cell in report.cells)
        figures(
            f"{shelters} shelters, 10 years: {len(report.cells)} cells protected in {taken:.1f} s, "
            f"{len(hidden)} hidden ({lost:.0%} of all that is counted)"
        )
    assert by_cell[COUNTRY] < MOST_TIMES * by_cell[COUNTRY // 10]
