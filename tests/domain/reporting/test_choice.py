"""Spans of time, and what may leave the house."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.dates import Period
from groupkit.domain.refusal import (
    OutsideIsWhole,
    OutsideTakesQuarters,
    OutsideTakesYears,
    Refused,
)
from groupkit.domain.reporting.choice import About, Audience, Choice, Span, Unit
from groupkit.domain.reporting.completion import CompletionRule, LeastShare

DAYS = st.dates(dt.date(2013, 1, 1), dt.date(2087, 12, 31))
UNITS = st.sampled_from([Unit.QUARTER, Unit.HALF, Unit.YEAR])


@given(day=DAYS, unit=UNITS)
def test_the_span_that_holds_a_day_holds_it(day: dt.date, unit: Unit) -> None:
    span = Span(unit, 2020).at(day)
    assert day in span.period
    assert span.period.first.day == 1
    assert (span.period.last + dt.timedelta(days=1)).day == 1


@given(day=DAYS, unit=UNITS, by=st.integers(-12, 12))
def test_spans_lie_side_by_side_and_moving_goes_back(day: dt.date, unit: Unit, by: int) -> None:
    span = Span(unit, 2020).at(day)
    assert span.moved(1).period.first == span.period.last + dt.timedelta(days=1)
    assert span.moved(by).moved(-by) == span


def test_a_quarter_is_three_months() -> None:
    assert Span(Unit.QUARTER, 2027, 4).period == Period(dt.date(2027, 10, 1), dt.date(2027, 12, 31))
    assert Span(Unit.HALF, 2027, 1).period == Period(dt.date(2027, 1, 1), dt.date(2027, 6, 30))


def test_own_days_move_by_a_year_and_the_leap_day_gives_way() -> None:
    own = Span(Unit.OWN, 2028, own=Period(dt.date(2028, 2, 29), dt.date(2028, 5, 1)))
    assert own.moved(1).period == Period(dt.date(2029, 2, 28), dt.date(2029, 5, 1))


@pytest.mark.parametrize("about", [About.SESSION, About.GROUP])
def test_one_group_or_session_does_not_leave_the_house(about: About) -> None:
    with pytest.raises(Refused) as no:
        Choice(about, Audience.OUTSIDE, Span(Unit.YEAR, 2027), (uuid4(),))
    assert no.value.refusal == OutsideIsWhole()


def test_chosen_groups_do_not_leave_the_house() -> None:
    with pytest.raises(Refused) as no:
        Choice(About.PERIOD, Audience.OUTSIDE, Span(Unit.YEAR, 2027), (uuid4(),))
    assert no.value.refusal == OutsideIsWhole()


@pytest.mark.parametrize("unit", [Unit.HALF, Unit.OWN])
def test_only_quarters_and_years_leave_the_house(unit: Unit) -> None:
    own = Period(dt.date(2027, 1, 3), dt.date(2027, 2, 9)) if unit is Unit.OWN else None
    with pytest.raises(Refused) as no:
        Choice(About.PERIOD, Audience.OUTSIDE, Span(unit, 2027, own=own))
    assert no.value.refusal == OutsideTakesQuarters()


def test_the_years_figures_leave_for_whole_years() -> None:
    with pytest.raises(Refused) as no:
        Choice(About.YEAR, Audience.OUTSIDE, Span(Unit.QUARTER, 2027, 2))
    assert no.value.refusal == OutsideTakesYears()


@given(
    least=st.sampled_from(LeastShare),
    recorded=st.integers(0, 12),
    missed=st.integers(0, 12),
    stayed=st.booleans(),
)
def test_completion_is_a_share_of_what_is_recorded(
    least: LeastShare, recorded: int, missed: int, stayed: bool
) -> None:
    came = max(0, recorded - missed)
    met = CompletionRule(least).met(came, recorded, stayed=stayed)
    if not recorded:
        assert met is None
    else:
        part, whole = map(int, least.value.split("/"))
        assert met == (stayed and came / recorded >= part / whole - 1e-9)
        assert CompletionRule(least, to_the_end=False).met(came, recorded, stayed=False) == (
            came / recorded >= part / whole - 1e-9
        )
