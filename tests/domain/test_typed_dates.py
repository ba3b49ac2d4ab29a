"""Dates as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.typed_dates import read_typed

NEAR = dt.date(2026, 12, 20)
DAY = dt.date(2027, 1, 18)


@pytest.mark.parametrize(
    "typed",
    [
        "18.1", "18/1", "18-1", "18.1.", "18.1.27", "18-1-27", "18.01.2027", "18/1 2027", "18 1",
        "18. jan.", "18. jan. 2027", "18 januar 2027", "man. 18. jan. 2027",
        "mandag den 18. januar", "Mon 18 Jan 2027", "18 January", "2027-01-18", "  18.1  ",
    ],
)  # fmt: skip
def test_many_ways_to_write_one_day(typed: str) -> None:
    assert read_typed(typed, NEAR) == DAY


@pytest.mark.parametrize(
    "typed", ["", "18", "jan", "32.1", "30.2.2027", "18.13", "i morgen", "1/2/3/4"]
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert read_typed(typed, NEAR) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)), st.dates())
def test_whole_dates_come_back(day: dt.date, near: dt.date) -> None:
    assert read_typed(day.isoformat(), NEAR) == day
    assert read_typed(f"{day.day}.{day.month}.{day.year}", NEAR) == day
    short = read_typed(f"{day.day}.{day.month}", day)
    assert short == day


@given(st.text(max_size=30))
def test_anything_may_be_typed(typed: str) -> None:
    found = read_typed(typed, NEAR)
    assert found is None or isinstance(found, dt.date)
