"""The attack: whoever counts backwards over a whole report finds no hidden count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attacker import Name, Range, attack
from report_sets import many

from groupkit.domain.protection import LEAST, Protected, Report, protect, room_of

SEED = 20270113
Attack = Callable[..., dict[Name, Range]]


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    """Whether all 10,000 report sets are attacked."""
    return bool(request.config.getoption("--full"))


def found(report: Report, hidden: frozenset[Name], by: Attack) -> list[Name]:
    """Return what an attacker finds: hidden counts as such, small ones even roughly.

    What is known without any publication, he does not find.
    """
    sums = [(relation.total, relation.parts) for relation in report.relations]
    names = [cell.key for cell in report.cells]
    published = {cell.key: cell.value for cell in report.cells if cell.key not in hidden}
    ranges = by(sums, published, names)
    told = []
    for name in sorted(hidden):
        cell = report.by_key[name]
        is_known = ranges[name].is_found
        if cell.is_small(LEAST):
            is_known = is_known or not ranges[name].holds(*room_of(cell.value, LEAST))
        if is_known:
            told.append(name)
    return told


def only_small(report: Report) -> frozenset[Name]:
    return frozenset(cell.key for cell in report.cells if cell.is_small(LEAST))


def test_nothing_is_found_in_many_report_sets(full: bool) -> None:
    for report in many(10_000 if full else 300, SEED):
        protected = protect(report)
        assert only_small(report) <= protected.hidden
        assert found(report, protected.hidden, attack) == []


def test_the_attacker_finds_what_only_the_small_counts_hide() -> None:
    sets = list(many(40, SEED + 1))
    told = [found(report, only_small(report), attack) for report in sets]
    assert sum(map(bool, told)) > len(sets) // 2


def test_without_protection_every_small_count_lies_open() -> None:
    shown = [
        cell.key
        for report in many(40, SEED + 2)
        for cell in report.cells
        if cell.is_small(LEAST) and Protected(report, LEAST, frozenset()).shows(cell.key)
    ]
    assert shown
