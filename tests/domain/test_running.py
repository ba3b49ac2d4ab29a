"""The laws of a running session: no gap in what is to come, late and ahead right, back is back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind, minutes_if_short
from groupkit.domain.running import SessionClock, Stage, end_in_sight, in_hand, progress
from groupkit.domain.session_steps import end, next_item, step_back, step_on

MINUTE = dt.timedelta(minutes=1)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
PLANNED = dt.datetime(2027, 1, 13, 17, tzinfo=COPENHAGEN)
Walk: TypeAlias = tuple[Agenda, SessionClock, dt.datetime]
RESTS = {Stage.TO_COME, Stage.LEFT_OUT}


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
def walks(draw: st.DrawFn) -> Walk:
    """A session gone through with pauses, steps back, an edited agenda and a clock set back."""
    agenda, clock = draw(agendas()), SessionClock(short=draw(st.booleans()))
    now = PLANNED.astimezone(draw(st.sampled_from([COPENHAGEN, dt.UTC])))
    now += MINUTE * draw(st.integers(-30, 30))
    for _ in range(draw(st.integers(0, 9))):
        now += dt.timedelta(seconds=draw(st.integers(-300, 2_400)))
        deed = draw(st.sampled_from(["on", "on", "on", "back", "end", "short", "move", "remove"]))
        if deed == "on":
            clock = step_on(agenda, clock, now)
        elif deed == "back":
            clock = step_back(agenda, clock)
        elif deed == "end" and clock.runs:
            clock = end(clock, now)
        elif deed == "short":
            clock = replace(clock, short=not clock.short)
        elif agenda.items:
            moving = draw(st.sampled_from(agenda.items)).id
            if deed == "move":
                agenda = agenda.moved(moving, draw(st.integers(0, 8)))
            elif deed == "remove":
                agenda = agenda.without(moving)
    return agenda, clock, now + dt.timedelta(seconds=draw(st.integers(0, 5_400)))


@given(walks())
def test_what_is_to_come_follows_from_now_on_without_gap(walk: Walk) -> None:
    agenda, clock, now = walk
    found = progress(agenda, clock, PLANNED, now)
    assert [each.item for each in found.items] == list(agenda.items)
    assert all(each.starts <= each.ends for each in found.items)
    if found.over:
        assert not [each for each in found.items if each.stage in {*RESTS, Stage.IN_HAND}]
        assert found.ends is not None
        assert all(each.ends <= found.ends for each in found.items)
        return
    current = found.current
    rest = [each for each in found.items if each.stage in RESTS]
    following = rest if current is None else [current, *rest]
    assert all(one.ends == other.starts for one, other in pairwise(following))
    assert found.ends == (following[-1].ends if following else None)
    if current is None:
        assert not following or following[0].starts == PLANNED
    else:
        assert current.stage is Stage.IN_HAND
        assert current.ends >= now


@given(walks())
def test_what_was_gone_through_follows_without_overlap_up_to_the_item_in_hand(walk: Walk) -> None:
    agenda, clock, now = walk
    found = progress(agenda, clock, PLANNED, now)
    past = [each for each in found.items if each.stage in {Stage.DONE, Stage.IN_HAND}]
    assert all(each.starts == clock.begun[each.item.id] for each in past)
    ordered = sorted(past, key=lambda each: (each.starts, each.ends))
    assert all(one.ends == other.starts for one, other in pairwise(ordered))
    passed = [each for each in found.items if each.stage is Stage.PASSED_OVER]
    assert all(each.starts == each.ends for each in passed)


@given(walks())
def test_the_minutes_to_come_sum_up(walk: Walk) -> None:
    agenda, clock, now = walk
    found = progress(agenda, clock, PLANNED, now)
    for each in found.to_come:
        wanted = minutes_if_short(each.item) if clock.short else each.item.minutes
        assert each.ends - each.starts == wanted * MINUTE
    if found.current is not None and found.ends is not None and found.left is not None:
        rest = sum(
            minutes_if_short(each.item) if clock.short else each.item.minutes
            for each in found.to_come
        )
        assert found.ends - found.current.ends == rest * MINUTE
        assert (found.left < 0) <= (found.current.ends == now)


@given(walks())
def test_late_is_how_many_whole_minutes_the_end_slipped(walk: Walk) -> None:
    agenda, clock, now = walk
    found = progress(agenda, clock, PLANNED, now)
    if found.current is None or found.ends is None:
        assert found.late == 0
        return
    slipped = (found.ends - PLANNED) / MINUTE - agenda.minutes
    assert abs(found.late) <= abs(slipped) < abs(found.late) + 1
    assert found.late * slipped >= 0


@given(walks())
def test_time_that_passes_moves_nothing_until_an_item_runs_over(walk: Walk) -> None:
    agenda, clock, now = walk
    found = progress(agenda, clock, PLANNED, now)
    if found.left is None or found.left <= 1:
        return
    later = progress(agenda, clock, PLANNED, now + dt.timedelta(seconds=found.left - 1))
    assert (later.items, later.late) == (found.items, found.late)


@given(walks())
def test_a_step_on_and_one_back_is_where_one_was(walk: Walk) -> None:
    agenda, clock, now = walk
    if clock.ended is not None or not agenda.items:
        assert step_on(agenda, clock, now) == clock
        return
    there = step_on(agenda, clock, now)
    back = step_back(agenda, there)
    assert in_hand(agenda, back) == in_hand(agenda, clock)
    if max(clock.begun.values(), default=now) <= now:
        assert back == clock


@given(walks())
def test_a_step_on_begins_the_item_that_was_said_to_come_next(walk: Walk) -> None:
    agenda, clock, now = walk
    if clock.ended is not None or not agenda.items:
        return
    said = next_item(agenda, clock)
    coming = progress(agenda, clock, PLANNED, now).to_come
    if coming:
        assert said == coming[0].item
    there = progress(agenda, step_on(agenda, clock, now), PLANNED, now)
    assert there.current is None if said is None else there.current is not None
    if there.current is not None:
        assert (there.current.item, there.current.starts) == (said, now)


@given(walks())
def test_the_end_in_sight_holds_still_while_an_item_runs_over(walk: Walk) -> None:
    agenda, clock, now = walk
    sight = end_in_sight(agenda, clock, PLANNED)
    found = progress(agenda, clock, PLANNED, now)
    if found.over:
        assert sight == found.ends
        return
    assert sight >= PLANNED + agenda.minutes * MINUTE
    if found.ends is not None and found.left is not None and found.left > 0:
        assert sight == max(found.ends, PLANNED + agenda.minutes * MINUTE)


@given(walks())
def test_the_zone_that_moments_are_told_in_changes_nothing(walk: Walk) -> None:
    agenda, clock, now = walk
    told = replace(
        clock, begun={key: at.astimezone(ZoneInfo("Asia/Tokyo")) for key, at in clock.begun.items()}
    )
    assert progress(agenda, told, PLANNED.astimezone(dt.UTC), now) == progress(
        agenda, clock, PLANNED, now.astimezone(ZoneInfo("America/New_York"))
    )


@given(agendas())
def test_stepping_on_goes_through_every_item_and_ends(agenda: Agenda) -> None:
    clock, now = SessionClock(), PLANNED
    for number in range(len(agenda.items)):
        clock = step_on(agenda, clock, now)
        assert in_hand(agenda, clock) == number
        now += agenda.items[number].minutes * MINUTE
    assert progress(agenda, clock, PLANNED, now).late == 0
    clock = step_on(agenda, clock, now)
    assert (clock.ended, clock.runs) == (now, False)


@given(agendas())
def test_when_time_is_short_every_item_gets_what_it_was_said_to_get(agenda: Agenda) -> None:
    clock, now = SessionClock(short=True), PLANNED
    clock = step_on(agenda, clock, now)
    ends = progress(agenda, clock, PLANNED, now).ends
    while clock.runs:
        found = progress(agenda, clock, PLANNED, now)
        assert found.ends == ends
        assert found.current is not None
        now = found.current.ends
        clock = step_on(agenda, clock, now)
    assert clock.ended == ends


def test_items_left_out_for_lack_of_time_are_passed_over() -> None:
    agenda = Agenda((item(0, 10), item(1, 20, 0), item(2, 15)))
    clock = step_on(agenda, SessionClock(short=True), PLANNED)
    found = progress(agenda, clock, PLANNED, PLANNED)
    assert [each.stage for each in found.items] == [Stage.IN_HAND, Stage.LEFT_OUT, Stage.TO_COME]
    assert found.late == -20
    assert in_hand(agenda, step_on(agenda, clock, PLANNED + 10 * MINUTE)) == 2


def test_the_item_in_hand_keeps_to_its_short_minutes_once_time_is_short() -> None:
    agenda = Agenda((item(0, 20, 15), item(1, 10)))
    clock = step_on(agenda, SessionClock(), PLANNED)
    found = progress(agenda, replace(clock, short=True), PLANNED, PLANNED + 12 * MINUTE)
    assert (found.left, found.late) == (180, -5)


def test_five_minutes_left_and_running_over() -> None:
    agenda = Agenda((item(0, 20), item(1, 10)))
    clock = step_on(agenda, SessionClock(), PLANNED)
    for seconds, last, over, late in (
        (14 * 60 + 59, False, False, 0),
        (15 * 60, True, False, 0),
        (19 * 60 + 59, True, False, 0),
        (20 * 60, False, True, 0),
        (20 * 60 + 59, False, True, 0),
        (23 * 60, False, True, 3),
    ):
        found = progress(agenda, clock, PLANNED, PLANNED + dt.timedelta(seconds=seconds))
        assert (found.last_minutes, found.overruns, found.late) == (last, over, late), seconds


def test_an_item_passed_over_takes_no_time_and_can_be_gone_back_to() -> None:
    agenda = Agenda((item(0, 10), item(1, 20), item(2, 30)))
    clock = step_on(agenda, SessionClock(), PLANNED)
    for _ in range(2):
        clock = step_on(agenda, clock, PLANNED + 10 * MINUTE)
    found = progress(agenda, clock, PLANNED, PLANNED + 11 * MINUTE)
    assert (found.at, found.late) == (2, -20)
    assert found.items[1].starts == found.items[1].ends
    back = progress(agenda, step_back(agenda, clock), PLANNED, PLANNED + 11 * MINUTE)
    assert (back.at, back.late, back.left) == (1, 0, 19 * 60)


def test_the_hour_that_summer_time_takes_or_gives_is_neither_delay_nor_lead() -> None:
    for night in ((3, 28, 1, 30), (10, 31, 2, 30)):
        planned = dt.datetime(2027, *night, tzinfo=COPENHAGEN)
        agenda = Agenda((item(0, 90), item(1, 90)))
        clock = step_on(agenda, SessionClock(), planned)
        now = planned.astimezone(dt.UTC) + 90 * MINUTE
        clock = step_on(agenda, clock, now.astimezone(COPENHAGEN))
        found = progress(agenda, clock, planned, now.astimezone(COPENHAGEN))
        assert (found.late, found.left) == (0, 90 * 60)
        assert found.ends == planned.astimezone(dt.UTC) + 180 * MINUTE


def test_a_clock_set_back_holds_the_item_in_hand_at_its_start_until_the_next() -> None:
    agenda = Agenda((item(0, 20), item(1, 10), item(2, 10)))
    clock = step_on(agenda, SessionClock(), PLANNED)
    clock = step_on(agenda, clock, PLANNED + 20 * MINUTE)
    now = PLANNED - 40 * MINUTE
    held = progress(agenda, clock, PLANNED, now)
    assert (held.at, held.left) == (1, 10 * 60)
    after = progress(agenda, step_on(agenda, clock, now), PLANNED, now)
    assert (after.at, after.left) == (2, 10 * 60)
    assert after.items[0].ends - after.items[0].starts == 20 * MINUTE


def test_what_was_done_stays_done_when_it_is_moved_behind_the_item_in_hand() -> None:
    agenda = Agenda((item(0, 10), item(1, 20), item(2, 30)))
    clock = step_on(agenda, SessionClock(), PLANNED)
    clock = step_on(agenda, clock, PLANNED + 10 * MINUTE)
    moved = agenda.moved(agenda.items[0].id, 2)
    found = progress(moved, clock, PLANNED, PLANNED + 10 * MINUTE)
    assert [each.stage for each in found.items] == [Stage.IN_HAND, Stage.TO_COME, Stage.DONE]
    assert found.late == 0
    clock = step_on(moved, clock, PLANNED + 30 * MINUTE)
    assert step_on(moved, clock, PLANNED + 60 * MINUTE).ended is not None


def test_an_item_put_in_or_taken_out_while_the_session_runs() -> None:
    agenda = Agenda((item(0, 10), item(1, 20)))
    clock = step_on(agenda, step_on(agenda, SessionClock(), PLANNED), PLANNED + 10 * MINUTE)
    without = agenda.without(agenda.items[1].id)
    found = progress(without, clock, PLANNED, PLANNED + 12 * MINUTE)
    assert (found.at, found.overruns) == (0, True)
    longer = agenda.with_item(item(2, 15))
    found = progress(longer, clock, PLANNED, PLANNED + 12 * MINUTE)
    assert [each.item for each in found.to_come] == [longer.items[2]]
    assert found.late == 0


def test_a_session_can_end_before_its_last_item_and_go_on_again() -> None:
    agenda = Agenda((item(0, 10), item(1, 20)))
    clock = end(step_on(agenda, SessionClock(), PLANNED), PLANNED + 6 * MINUTE)
    found = progress(agenda, clock, PLANNED, PLANNED + 40 * MINUTE)
    assert (found.over, found.ends, found.at) == (True, PLANNED + 6 * MINUTE, None)
    assert [each.stage for each in found.items] == [Stage.DONE, Stage.PASSED_OVER]
    again = progress(agenda, step_back(agenda, clock), PLANNED, PLANNED + 7 * MINUTE)
    assert (again.at, again.left) == (0, 180)


def test_without_an_agenda_there_is_nothing_to_run() -> None:
    found = progress(Agenda(), SessionClock(), PLANNED, PLANNED)
    assert (found.items, found.at, found.ends) == ((), None, None)
    assert step_on(Agenda(), SessionClock(), PLANNED) == SessionClock()
    assert step_back(Agenda(), SessionClock()) == SessionClock()
    assert end_in_sight(Agenda(), SessionClock(), PLANNED) == PLANNED
