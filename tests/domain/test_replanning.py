"""The laws of changing a plan that has begun: what was held stays, the rest comes out right."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from uuid import UUID, uuid4, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain import refusal as no
from groupkit.domain.closed import ClosedDays, closed
from groupkit.domain.dates import Period
from groupkit.domain.refusal import Refused
from groupkit.domain.replanning import (
    Rest,
    Timetable,
    cancel,
    differences,
    end_early,
    extend,
    insert,
    move,
    not_held,
    swap,
    ways_out,
)
from groupkit.domain.schedule import WEEK, Breach, Course, Parity, Way, lay_out
from groupkit.domain.session import Session

GROUP = UUID(int=7)
SPACE = UUID(int=1)


def sessions_of(course: Course, shut: ClosedDays) -> tuple[Session, ...]:
    return tuple(
        Session(
            uuid5(SPACE, str(placed.number)),
            GROUP,
            placed.number,
            placed.day,
            dt.time(17),
            120,
            placed.moved_from,
        )
        for placed in lay_out(course, shut).sessions
    )


@st.composite
def timetables(draw: st.DrawFn) -> Timetable:
    start = draw(st.dates(dt.date(2024, 1, 1), dt.date(2040, 6, 30)))
    course = Course(start, draw(st.integers(14, 20)), draw(st.integers(1, 3)))
    periods = []
    for _ in range(draw(st.integers(0, 4))):
        first = start + dt.timedelta(days=draw(st.integers(0, 200)))
        periods.append(Period(first, first + dt.timedelta(days=draw(st.integers(0, 10)))))
    shut = closed(periods)
    sessions = sessions_of(course, closed())
    today = start + dt.timedelta(days=draw(st.integers(-10, 150)))
    recorded = {s.id for s in sessions if s.day < today and draw(st.booleans())}
    settled = frozenset(s.id for s in sessions if s.day <= today and draw(st.booleans()))
    sessions = tuple(replace(s, recorded=s.id in recorded) for s in sessions)
    return Timetable(course, sessions, settled, shut, today)


DEEDS = ("move", "follow", "cancel", "insert", "end", "extend", "swap", "not held")


def carried_out(draw: st.DrawFn, table: Timetable, deed: str) -> tuple[Session, ...] | None:
    """Return the plan after one deed; None when the rules say no."""
    target = draw(st.sampled_from(table.sessions)).id
    day = table.today + dt.timedelta(days=draw(st.integers(-5, 120)))
    new = Session(uuid4(), GROUP, 1, day, dt.time(17), 120)
    deeds = {
        "move": lambda: move(table, target, day, why="Syg"),
        "follow": lambda: move(table, target, day, rest=Rest.FOLLOWS),
        "cancel": lambda: cancel(table, target, "Syg"),
        "insert": lambda: insert(table, new),
        "end": lambda: end_early(table, target, "Få deltagere"),
        "extend": lambda: extend(table, [uuid4() for _ in range(draw(st.integers(1, 3)))]),
        "swap": lambda: swap(table, [target], ("Vikar Vikarsen",)),
        "not held": lambda: not_held(table, target),
    }
    try:
        return deeds[deed]()
    except Refused:
        return None


@given(st.data())
def test_no_change_alters_what_was_held(data: st.DataObject) -> None:
    table = data.draw(timetables())
    for _ in range(3):
        deed = data.draw(st.sampled_from(DEEDS))
        after = carried_out(data.draw, table, deed)
        if after is None:
            continue
        now = {session.id: session for session in after}
        for session in table.sessions:
            kept = session.recorded or session.id in table.settled
            if kept or (session.day < table.today and deed != "not held"):
                assert now[session.id] == session
        table = replace(table, sessions=after)


@given(st.data())
def test_every_change_leaves_a_sound_plan(data: st.DataObject) -> None:
    table = data.draw(timetables())
    before = {session.id: session for session in table.sessions}
    deed = data.draw(st.sampled_from(DEEDS))
    after = carried_out(data.draw, table, deed)
    if after is None:
        return
    going = [session for session in after if not session.cancelled]
    assert [s.day for s in going] == sorted({s.day for s in going})
    numbers = [s.number for s in going]
    assert numbers == sorted(set(numbers))
    assert all(session.number == 0 for session in after if session.cancelled)
    for session in going:
        was = before.get(session.id)
        if was is None or was.day != session.day:
            assert table.closed.find(session.day) is None
            assert session.day >= table.today
    if deed == "cancel":
        assert len(going) == len(before) - 1
    if deed == "move":
        assert {s.id for s in going} == set(before)
    if deed == "follow":
        moved = [(before[s.id], s) for s in going if before[s.id].day != s.day]
        later = [s for was, s in moved]
        assert all(b.day - a.day >= WEEK or a.day < table.today for a, b in pairwise(later))
    assert all(now.revision > before[now.id].revision
               for now in after if now.id in before and now.day != before[now.id].day)  # fmt: skip


@given(timetables())
def test_ways_out_are_real_and_end_with_leaving_out(table: Timetable) -> None:
    for session in table.open:
        found = ways_out(table, session.id)
        assert found[-1].way is Way.LEFT_OUT
        assert len({way.sessions for way in found}) == len(found)
        for way in found[:-1]:
            moved = next(s for s in way.sessions if s.id == session.id)
            assert moved.day == way.day
            assert table.closed.find(moved.day) is None
            if way.way is Way.OTHER_DAY:
                assert moved.day.isocalendar()[:2] == session.day.isocalendar()[:2]


START = dt.date(2027, 1, 12)
COURSE = Course(START, 14)
TODAY = dt.date(2027, 2, 1)


def table(*, today: dt.date = TODAY, shut: ClosedDays | None = None) -> Timetable:
    sessions = sessions_of(COURSE, closed())
    settled = frozenset(session.id for session in sessions if session.day < today)
    return Timetable(COURSE, sessions, settled, shut or closed(), today)


def days(sessions: tuple[Session, ...]) -> list[str]:
    return [s.day.isoformat()[5:] for s in sessions if not s.cancelled]


def test_a_session_moves_and_the_rest_stays_or_follows() -> None:
    given_ = table()
    third = given_.open[0]
    assert third.number == 3
    stays = move(given_, third.id, third.day + WEEK, why="Gruppeleder syg")
    assert days(stays)[2:5] == ["02-16", "02-23", "03-09"]
    moved = next(s for s in stays if s.id == third.id)
    assert (moved.moved_from, moved.why, moved.revision) == (third.day, "Gruppeleder syg", 1)
    follows = move(given_, third.id, third.day + WEEK, rest=Rest.FOLLOWS)
    assert days(follows)[2:5] == ["02-16", "03-02", "03-16"]


def test_followers_of_a_session_moved_past_another_do_not_fall_on_it() -> None:
    given_ = table(today=START - WEEK)
    second = given_.open[1]
    follows = move(given_, second.id, START - WEEK, rest=Rest.FOLLOWS)
    assert days(follows)[:4] == ["01-05", "01-12", "01-19", "02-02"]


def test_moving_back_to_its_own_day_leaves_no_trace_but_the_revision() -> None:
    given_ = table()
    third = given_.open[0]
    there = replace(given_, sessions=move(given_, third.id, third.day + WEEK, why="Syg"))
    back = next(s for s in move(there, third.id, third.day) if s.id == third.id)
    assert (back.day, back.moved_from, back.why, back.revision) == (third.day, None, "", 2)


def test_a_session_that_jumps_over_another_takes_its_number() -> None:
    given_ = table()
    third, fourth = given_.open[:2]
    after = move(given_, third.id, fourth.day + dt.timedelta(days=2))
    numbers = {s.id: s.number for s in after}
    assert (numbers[third.id], numbers[fourth.id]) == (4, 3)


def test_cancelling_closes_up_the_numbers_behind_it() -> None:
    given_ = table()
    after = cancel(given_, given_.open[0].id, "Syg")
    assert [s.number for s in after] == [1, 2, 0, 3, 4, 5, 6, 7]
    assert replace(given_, sessions=after).breaches == (Breach.FEWER,)


def test_ending_early_and_extending() -> None:
    given_ = table()
    early = end_early(given_, given_.open[1].id, "Få deltagere")
    assert days(early) == ["01-12", "01-26", "02-09", "02-23"]
    assert replace(given_, sessions=early).breaches == (Breach.FEWER, Breach.TOO_SHORT)
    longer = extend(given_, [uuid4(), uuid4(), uuid4(), uuid4()])
    assert len(days(longer)) == 12
    assert replace(given_, sessions=longer).breaches == (Breach.TOO_LONG,)


def test_extending_keeps_to_even_weeks_and_steps_over_closed_days() -> None:
    course = Course(START, 14, 2, Parity.EVEN)
    shut = closed([Period(dt.date(2027, 5, 4), dt.date(2027, 5, 4))])
    given_ = replace(table(shut=shut), course=course)
    added = extend(given_, [uuid4(), uuid4()])[-2:]
    assert [s.day for s in added] == [dt.date(2027, 5, 11), dt.date(2027, 5, 18)]
    assert added[0].moved_from == dt.date(2027, 5, 4)
    assert added[1].day.isocalendar().week % 2 == 0


def test_what_is_refused_names_the_reason() -> None:
    shut = closed([Period(dt.date(2027, 2, 16), dt.date(2027, 2, 16))])
    given_ = table(shut=shut)
    held, third, fourth = given_.sessions[0], *given_.open[:2]
    cases = [
        (lambda: move(given_, third.id, dt.date(2027, 2, 16)), no.DayClosed),
        (lambda: move(given_, third.id, TODAY - WEEK), no.DayInPast),
        (lambda: move(given_, third.id, fourth.day), no.DayTaken),
        (lambda: move(given_, held.id, TODAY + WEEK), no.SessionIsPast),
        (lambda: cancel(given_, held.id), no.SessionIsPast),
        (lambda: not_held(given_, held.id), no.SessionIsPast),
        (lambda: cancel(given_, UUID(int=99)), no.NotFound),
        (lambda: end_early(given_, given_.sessions[-1].id), no.NoSessionAhead),
        (lambda: extend(given_, [uuid4() for _ in range(40)]), no.TooManySessions),
    ]
    for deed, kind in cases:
        with pytest.raises(Refused) as refused:
            deed()
        assert isinstance(refused.value.refusal, kind)


def test_a_session_that_never_took_place_can_be_called_off_afterwards() -> None:
    given_ = replace(table(), settled=frozenset())
    second = given_.sessions[1]
    after = not_held(given_, second.id, "Sne")
    assert [s.cancelled for s in after][:3] == [False, True, False]
    assert [s.number for s in after][:3] == [1, 0, 2]


def test_differences_say_what_moved_and_what_fell_away() -> None:
    given_ = table()
    third, fourth = given_.open[:2]
    after = cancel(replace(given_, sessions=move(given_, third.id, third.day + WEEK)), fourth.id)
    found = differences(given_.sessions, after)
    assert [(d.before and d.before.number, d.cancels) for d in found] == [(3, False), (4, True)]
    assert differences(given_.sessions, given_.sessions) == ()
