"""Participants, memberships, groups, sessions and the house: what they refuse."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain import refusal as no
from groupkit.domain.group import Group
from groupkit.domain.house import MOST_IDLE, HelpLine, House
from groupkit.domain.participant import Membership, Participant, next_number
from groupkit.domain.refusal import Refused
from groupkit.domain.schedule import Course
from groupkit.domain.session import Session

DAY = dt.date(2027, 1, 13)
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))


def member(joined: dt.date, left: dt.date | None = None) -> Membership:
    return Membership(uuid4(), uuid4(), Participant(uuid4(), "Anemone", "27-01"), joined, left)


def group(**other: object) -> Group:
    usual: dict[str, object] = {
        "id": uuid4(),
        "name": "Forår",
        "course": Course(DAY, 14),
        "starts": dt.time(17),
        "minutes": 120,
    }
    return Group(**{**usual, **other})  # type: ignore[arg-type] # a handful of known fields


@given(DAYS, st.none() | DAYS, DAYS)
def test_a_membership_covers_the_days_between_its_dates(
    joined: dt.date, left: dt.date | None, day: dt.date
) -> None:
    if left is not None and left < joined:
        with pytest.raises(Refused) as refused:
            member(joined, left)
        assert refused.value.refusal == no.LeftBeforeJoining(joined, left)
        return
    assert member(joined, left).covers(day) == (joined <= day <= (left or dt.date.max))


def test_dates_that_would_cut_off_a_record_are_refused() -> None:
    marks = [DAY, DAY + dt.timedelta(weeks=4)]
    member(DAY, marks[-1]).check_marks(marks)
    with pytest.raises(Refused) as early:
        member(DAY, marks[-1] - dt.timedelta(days=1)).check_marks(marks)
    assert isinstance(early.value.refusal, no.LeftBeforeLastMark)
    with pytest.raises(Refused) as late:
        member(DAY + dt.timedelta(days=1)).check_marks(marks)
    assert isinstance(late.value.refusal, no.JoinedAfterFirstMark)


@pytest.mark.parametrize(
    ("taken", "following"),
    [
        ([], "27-01"),
        (["27-01", "27-09"], "27-10"),
        (["26-40"], "27-01"),
        (["A1", "27-x", "27-99"], "27-100"),
        (["27-٣", "27-７", "127-05", "27-05x"], "27-01"),
        (["27-999999999"], "27-01"),
    ],
)
def test_the_next_number_follows_those_of_the_year(taken: list[str], following: str) -> None:
    assert next_number(taken, 2027) == following


@given(st.lists(st.text("0123456789-A", min_size=1, max_size=12)), st.integers(2000, 2100))
def test_the_next_number_is_free_and_can_be_kept(taken: list[str], year: int) -> None:
    number = next_number(taken, year)
    assert number not in taken
    assert number.startswith(f"{year % 100:02d}-")
    assert Participant(uuid4(), "Anemone", number).number == number


def test_facilitators_are_named_once_and_at_most_six() -> None:
    assert group(facilitators=("Lærke", " ", "Lærke", "Stær")).facilitators == ("Lærke", "Stær")
    with pytest.raises(Refused) as refused:
        group(facilitators=tuple(f"Leder {n}" for n in range(7)))
    assert refused.value.refusal == no.TooManyFacilitators(6)


@pytest.mark.parametrize("minutes", [0, 29, 301, 999])
def test_a_session_is_neither_too_short_nor_too_long(minutes: int) -> None:
    with pytest.raises(Refused) as refused:
        group(minutes=minutes)
    assert refused.value.refusal == no.LengthOutOfRange(minutes, 30, 300)


def test_a_session_ends_the_same_day() -> None:
    assert group(starts=dt.time(22), minutes=120).ends == dt.time(0)
    with pytest.raises(Refused) as refused:
        group(starts=dt.time(22, 1), minutes=120)
    assert refused.value.refusal == no.EndsNextDay(dt.time(22, 1), 120)


def test_a_session_is_recorded_from_its_day_on() -> None:
    session = Session(uuid4(), uuid4(), 1, DAY, dt.time(17), 120)
    session.check_held(DAY)
    with pytest.raises(Refused) as refused:
        session.check_held(DAY - dt.timedelta(days=1))
    assert refused.value.refusal == no.SessionNotYet(DAY)
    assert session.week == 2


@given(st.integers(-5, 100))
def test_the_idle_time_is_never_longer_than_the_rule(minutes: int) -> None:
    assert 1 <= House("Huset", idle_minutes=minutes).idle_minutes <= MOST_IDLE


@pytest.mark.parametrize(("number", "label"), [("", "Politi"), ("114", ""), ("1" * 21, "x")])
def test_a_help_line_needs_number_and_label(number: str, label: str) -> None:
    with pytest.raises(Refused):
        HelpLine(number, label)
