"""The laws of a running session: no gap in what is to come, late and ahead right, back is back."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind, minutes_if_short
from groupkit.domain.running import SessionClock, in_hand, progress
from groupkit.domain.session_steps import step_back, step_on

MINUTE = dt.timedelta(minutes=1)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
PLANNED = dt.datetime(2027, 1, 13, 17, tzinfo=COPENHAGEN)


def item(number: int, minutes: int, short: int | None = None) -> AgendaItem:
    kept = None if short is None else min(short, minutes)
    return AgendaItem(
        uuid5(UUID(int=5), str(number)), ItemKind.TOPIC, f"Punkt {number}", minutes, short=kept
    )


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    lengths = draw(st.lists(st.integers(1, 60), min_size=1, max_size=8))
    shorts = st.one_of(st.none(), st.integers(0, 60))
    return Agenda(tuple(item(n, minutes, draw(shorts)) for n, minutes in enumerate(lengths)))


@st.composite
def walks(draw: st.DrawFn) -> tuple[Agenda, SessionClock, dt.datetime]:
    """An agenda, gone through with pauses, steps back and a laptop's clock set back."""
    agenda, clock = draw(agendas()), SessionClock(short=draw(st.booleans()))
    now = PLANNED + MINUTE * draw(st.integers(-30, 30))
    for _ in range(draw(st.integers(0, 8))):
        now += MINUTE * draw(st.integers(-5, 40))
        on = draw(st.integers(0, 3)) > 0
        clock = step_on(agenda, clock, now) if on else step_back(agenda, clock)
    return agenda, clock, now + MINUTE * draw(st.integers(0, 90))


@given(walks())
def test_what_is_to_come_follows_without_gap_and_ends_last(
    given_: tuple[Agenda, SessionClock, dt.datetime],
) -> None:
    agenda, clock, now = given_
    found = progress(agenda, clock, PLANNED, now)
    assert [each.item for each in found.items] == list(agenda.items)
    assert all(each.starts <= each.ends for each in found.items)
    rest = found.items[found.at or 0 :]
    assert all(one.ends == other.starts for one, other in pairwise(rest))
    if found.over:
        assert found.ends == clock.ended
        return
    assert found.ends == found.items[-1].ends
    if found.at is not None:
        assert found.items[found.at].ends >= now or found.left is None or found.left > 0
        minutes = sum(
            minutes_if_short(each) if clock.short else each.minutes
            for each in agenda.items[found.at + 1 :]
        )
        assert found.items[-1].ends - found.items[found.at].ends == minutes * MINUTE


@given(walks())
def test_late_is_how_far_the_end_slipped(
    given_: tuple[Agenda, SessionClock, dt.datetime],
) -> None:
    agenda, clock, now = given_
    found = progress(agenda, clock, PLANNED, now)
    if found.at is None or found.over or found.ends is None:
        return
    slipped = (found.ends - PLANNED) / MINUTE - agenda.minutes
    assert abs(found.late - slipped) <= 0.5


@given(walks())
def test_a_step_on_and_one_back_is_where_one_was(
    given_: tuple[Agenda, SessionClock, dt.datetime],
) -> None:
    agenda, clock, now = given_
    if clock.ended is not None:
        assert step_on(agenda, clock, now) == clock
        return
    assert step_back(agenda, step_on(agenda, clock, now)) == clock


@given(agendas())
def test_stepping_on_goes_through_every_item_and_ends(agenda: Agenda) -> None:
    clock, now = SessionClock(), PLANNED
    for number in range(len(agenda.items)):
        clock = step_on(agenda, clock, now)
        assert in_hand(agenda, clock) == number
        now += agenda.items[number].minutes * MINUTE
    found = progress(agenda, clock, PLANNED, now)
    assert found.late == 0
    assert step_on(agenda, clock, now).ended == now


def test_items_left_out_for_lack_of_time_are_passed_over() -> None:
    agenda = Agenda((item(0, 10), item(1, 20, 0), item(2, 15)))
    clock = step_on(agenda, SessionClock(short=True), PLANNED)
    assert in_hand(agenda, step_on(agenda, clock, PLANNED + 10 * MINUTE)) == 2


def test_five_minutes_left_and_running_over() -> None:
    agenda = Agenda((item(0, 20), item(1, 10)))
    clock = step_on(agenda, SessionClock(), PLANNED)
    for minute, last, over, late in (
        (14, False, False, 0),
        (15, True, False, 0),
        (23, False, True, 3),
    ):
        found = progress(agenda, clock, PLANNED, PLANNED + minute * MINUTE)
        assert (found.last_minutes, found.overruns, found.late) == (last, over, late)


def test_the_hour_that_summer_time_takes_is_no_delay() -> None:
    night = dt.datetime(2027, 3, 28, 1, 30, tzinfo=COPENHAGEN)
    agenda = Agenda((item(0, 60), item(1, 30)))
    clock = step_on(agenda, SessionClock(), night.astimezone(dt.UTC))
    now = night.astimezone(dt.UTC) + 60 * MINUTE
    found = progress(agenda, step_on(agenda, clock, now), night.astimezone(dt.UTC), now)
    assert found.late == 0


def test_an_item_taken_out_while_it_runs_leaves_the_one_before_in_hand() -> None:
    agenda = Agenda((item(0, 10), item(1, 20)))
    clock = step_on(agenda, step_on(agenda, SessionClock(), PLANNED), PLANNED + 10 * MINUTE)
    without = agenda.without(agenda.items[1].id)
    found = progress(without, clock, PLANNED, PLANNED + 12 * MINUTE)
    assert (found.at, found.overruns) == (0, True)


def test_without_an_agenda_there_is_nothing_to_run() -> None:
    found = progress(Agenda(), SessionClock(), PLANNED, PLANNED)
    assert (found.items, found.at, found.ends) == ((), None, None)
    assert step_on(Agenda(), SessionClock(), PLANNED) == SessionClock()
