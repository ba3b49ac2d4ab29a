"""Dates and periods as they are typed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain import refusal as no
from groupkit.domain.dates import EARLIEST, LATEST, Period, read_date, read_period
from groupkit.domain.refusal import Refused


@given(st.dates(EARLIEST, LATEST))
def test_a_date_is_read_as_written(day: dt.date) -> None:
    assert read_date(f" {day.isoformat()} ") == day
    assert read_period(day.isoformat()) == Period(day, day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2027-02-30",
        "2023-02-29",
        "2027-13-01",
        "13.1.2027",
        "2027-1",
        "i morgen",
        "2027-01-13T10",
        "2027- 1-13",
        "2027-01-13\x00",
        "2027\n01",
        "x" * 10_000,
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_date(text)
    assert isinstance(refused.value.refusal, no.DateUnknown)
    assert len(refused.value.refusal.text) <= 40
    assert "\n" not in refused.value.refusal.text


@pytest.mark.parametrize("text", ["1999-12-31", "2101-01-01", "0001-01-01", "9999-12-31"])
def test_dates_out_of_reach_are_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_date(text)
    assert refused.value.refusal == no.DateOutOfReach(dt.date.fromisoformat(text), EARLIEST, LATEST)


@pytest.mark.parametrize("text", ["2027-02-15..", "..2027-02-15", "2027-02-15..2027-02-16..x"])
def test_half_a_period_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_period(text)
    assert isinstance(refused.value.refusal, no.DateUnknown)


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read_period("2027-02-21..2027-02-15")
    assert refused.value.refusal == no.PeriodBackwards(dt.date(2027, 2, 21), dt.date(2027, 2, 15))


@given(st.dates(EARLIEST, LATEST), st.integers(0, 40), st.integers(-50, 50))
def test_a_period_holds_its_ends_and_nothing_outside(
    first: dt.date, length: int, offset: int
) -> None:
    last = min(first + dt.timedelta(days=length), LATEST)
    period = Period(first, last)
    assert first in period
    assert last in period
    ordinal = max(1, first.toordinal() + offset)
    day = dt.date.fromordinal(ordinal)
    assert (day in period) == (first.toordinal() <= ordinal <= last.toordinal())
