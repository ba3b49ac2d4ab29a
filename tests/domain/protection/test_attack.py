"""The attack: whoever counts backwards over a whole report finds no hidden count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attacker import Name, Range, attack, quick_attack
from report_sets import many

from groupkit.domain.protection import LEAST, Report, protect, room_of

SEED = 20270113
Attack = Callable[..., dict[Name, Range]]


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    """Whether all 10,000 report sets are attacked."""
    return bool(request.config.getoption("--full"))


def found(report: Report, hidden: frozenset[Name], by: Attack) -> list[Name]:
    """Return what an attacker finds: small counts that he reads, hidden ones that he computes.

    Of a small count he may not even find out that it is small.
    """
    sums = [(relation.total, relation.parts) for relation in report.relations]
    published = {cell.key: cell.value for cell in report.cells if cell.key not in hidden}
    told = [key for key in published if report.by_key[key].is_small(LEAST)]
    for name, bounds in by(sums, published, list(report.by_key)).items():
        cell = report.by_key[name]
        is_known = bounds.is_found
        if cell.is_small(LEAST):
            is_known = is_known or not bounds.holds(*room_of(cell.value, LEAST))
        if is_known:
            told.append(name)
    return told


def only_small(report: Report) -> frozenset[Name]:
    return frozenset(cell.key for cell in report.cells if cell.is_small(LEAST))


def test_nothing_is_found_in_many_report_sets(full: bool) -> None:
    for report in many(10_000 if full else 300, SEED):
        assert found(report, protect(report).hidden, attack) == []


@pytest.mark.parametrize("by", [attack, quick_attack])
def test_something_is_found_where_only_small_counts_are_hidden(by: Attack) -> None:
    sets = list(many(40, SEED + 1))
    assert sum(bool(found(report, only_small(report), by)) for report in sets) > len(sets) // 2


def test_every_small_count_is_found_where_protection_is_switched_off() -> None:
    sets = list(many(40, SEED + 2))
    assert any(only_small(report) for report in sets)
    for report in sets:
        assert set(found(report, frozenset(), attack)) == only_small(report)
