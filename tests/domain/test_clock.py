"""When the laptop's date is believed, and when the recovery sheet is asked for."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.clock import ClockDoubt, Upkeep, doubt, sheet_question_due

SEEN = dt.date(2027, 1, 27)
DAYS = st.integers(-5_000, 5_000).map(lambda days: SEEN + dt.timedelta(days=days))


@given(DAYS)
def test_a_date_is_doubted_when_it_went_back_or_far_ahead(today: dt.date) -> None:
    away = (today - SEEN).days
    assert (doubt(today, SEEN) is None) == (-1 <= away <= 14)


def test_a_doubt_says_both_dates() -> None:
    ten_years_on = SEEN.replace(year=2037)
    assert doubt(ten_years_on, SEEN) == ClockDoubt(ten_years_on, SEEN)


def test_the_sheet_is_asked_for_once_a_year() -> None:
    upkeep = Upkeep(SEEN, sheet_seen=SEEN)
    assert not sheet_question_due(SEEN + dt.timedelta(days=364), upkeep)
    assert sheet_question_due(SEEN + dt.timedelta(days=365), upkeep)
