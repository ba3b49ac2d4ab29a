"""Changing a running group's plan in a real store: seen before, kept whole, taken back whole."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from groupkit.domain import refusal as no
from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.attendance import Status
from groupkit.domain.closed import ClosedPeriod, Why
from groupkit.domain.dates import Period
from groupkit.domain.group import Group
from groupkit.domain.plan_history import PlanDeed
from groupkit.domain.refusal import Refused
from groupkit.domain.replanning import Rest
from groupkit.domain.schedule import Breach, Way
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.usecases.calendar_keeping import keep_periods, sessions_on_closed_days
from groupkit.usecases.changes import Kind
from groupkit.usecases.planning import PlanRequest, plan_group
from groupkit.usecases.preparing import put_prepared
from groupkit.usecases.recording import mark, write_group_note
from groupkit.usecases.replanning import (
    Cancel,
    Change,
    EndEarly,
    Extend,
    Insert,
    Move,
    NotHeld,
    Swap,
    Topics,
    Wanted,
    history,
    outlook,
    replan,
    take_back,
    ways_out,
)
from groupkit.usecases.year import year_sheet

START = dt.date(2027, 1, 13)
TODAY = dt.date(2027, 2, 1)
WEEK = dt.timedelta(weeks=1)


def coffee(title: str) -> Agenda:
    return Agenda((AgendaItem(uuid4(), ItemKind.OTHER, title, 20),))


@pytest.fixture
def named(store: Store, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Give every session a topic of its own, and an agenda that says which."""
    for session, topic in zip(sessions, "abcdefgz", strict=True):
        put_prepared(store, session.id, topic, coffee(topic))
    return sessions


def plan_of(store: Store, group: Group) -> tuple[Session, ...]:
    with store.work() as work:
        return work.sessions.of_group(group.id)


def shown(store: Store, group: Group) -> list[tuple[int, str, str]]:
    """Return number, topic and what the agenda says, for every session by day."""
    with store.work() as work:
        return [
            (
                session.number,
                session.topic,
                "".join(item.title for item in work.agendas.of_session(session.id).items),
            )
            for session in work.sessions.of_group(group.id)
        ]


def test_a_cancelled_session_hands_its_topic_on_and_the_last_stays_last(
    store: Store, group: Group, named: tuple[Session, ...]
) -> None:
    change = Change(Cancel(named[2].id), "Gruppeleder syg")
    seen = outlook(store, group.id, change, TODAY)
    assert shown(store, group)[2] == (3, "c", "c"), "an outlook keeps nothing"
    done = replan(store, group.id, change, TODAY)
    assert done.changes.kinds == {Kind.SESSION, Kind.AGENDA}
    assert shown(store, group) == [
        (1, "a", "a"),
        (2, "b", "b"),
        (0, "g", "g"),
        (3, "c", "c"),
        (4, "d", "d"),
        (5, "e", "e"),
        (6, "f", "f"),
        (7, "z", "z"),
    ]
    assert seen.breaches == done.value.breaches == (Breach.FEWER,)
    cancelled = plan_of(store, group)[2]
    assert (cancelled.cancelled, cancelled.why) == (True, "Gruppeleder syg")


def test_topics_may_stay_where_they_are(
    store: Store, group: Group, named: tuple[Session, ...]
) -> None:
    replan(store, group.id, Change(Cancel(named[2].id), topics=Topics.STAY), TODAY)
    assert [topic for _, topic, _ in shown(store, group)] == list("abcdefgz")


@pytest.mark.parametrize(
    "wanted",
    [
        lambda s: Cancel(s[2].id),
        lambda s: Move(s[2].id, s[2].day + WEEK),
        lambda s: Move(s[2].id, s[2].day + WEEK, dt.time(10), Rest.FOLLOWS),
        lambda s: Insert(dt.date(2027, 2, 17)),
        lambda s: EndEarly(s[3].id),
        lambda s: Extend(2),
        lambda s: Swap((s[2].id, s[3].id), ("Vikar Vikarsen", "Lærke")),
    ],
)
def test_taking_a_change_back_restores_plan_and_agendas(
    store: Store,
    group: Group,
    named: tuple[Session, ...],
    wanted: Callable[[tuple[Session, ...]], Wanted],
) -> None:
    before, plan = shown(store, group), plan_of(store, group)
    done = replan(store, group.id, Change(wanted(named), "Prøve"), TODAY)
    assert plan_of(store, group) != plan
    take_back(store, done.value)
    assert shown(store, group) == before
    unrevised = [dataclasses.replace(each, revision=0) for each in plan_of(store, group)]
    assert unrevised == [dataclasses.replace(each, revision=0) for each in plan]


def test_a_calendar_sees_the_undo_as_the_newest(
    store: Store, group: Group, named: tuple[Session, ...]
) -> None:
    done = replan(store, group.id, Change(Move(named[2].id, named[2].day + WEEK)), TODAY)
    moved = {s.id: s.revision for s in plan_of(store, group)}
    take_back(store, done.value)
    back = {s.id: s.revision for s in plan_of(store, group)}
    assert moved[named[2].id] == 1
    assert back[named[2].id] == 2


def test_what_was_changed_since_is_not_overwritten(
    store: Store, group: Group, named: tuple[Session, ...]
) -> None:
    done = replan(store, group.id, Change(Cancel(named[2].id)), TODAY)
    put_prepared(store, named[4].id, "nyt", coffee("nyt"))
    before = shown(store, group)
    with pytest.raises(Refused) as refused:
        take_back(store, done.value)
    assert refused.value.refusal == no.PlanChangedSince()
    assert shown(store, group) == before


def test_a_session_that_is_being_recorded_stays(
    store: Store,
    group: Group,
    sessions: tuple[Session, ...],
    women: Callable[..., UUID],
) -> None:
    anemone = women("Anemone")
    mark(store, sessions[1].id, anemone, Status.PRESENT, today=sessions[1].day)
    write_group_note(store, sessions[0].id, "Vi nåede det hele.")
    for session in sessions[:2]:
        for wanted in (Cancel(session.id), NotHeld(session.id), Move(session.id, START)):
            with pytest.raises(Refused) as refused:
                replan(store, group.id, Change(wanted), START)
            assert isinstance(refused.value.refusal, no.SessionIsPast)


def test_undoing_does_not_take_away_what_is_recorded_by_then(
    store: Store, group: Group, sessions: tuple[Session, ...], women: Callable[..., UUID]
) -> None:
    anemone = women("Anemone")
    done = replan(store, group.id, Change(Insert(TODAY)), TODAY)
    new = next(s for s in plan_of(store, group) if s.day == TODAY)
    mark(store, new.id, anemone, Status.PRESENT, today=TODAY)
    with pytest.raises(Refused):
        take_back(store, done.value)
    assert new.id in {s.id for s in plan_of(store, group)}


def test_the_history_tells_who_when_what_and_why(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    third = sessions[2]
    change = Change(Move(third.id, third.day + WEEK, rest=Rest.FOLLOWS), "  Rummet er optaget ")
    done = replan(store, group.id, change, TODAY)
    take_back(store, done.value)
    back, moved = history(store, group.id)
    assert back.step.deed is PlanDeed.TAKEN_BACK
    assert moved.step.deed is PlanDeed.MOVED
    assert (moved.step.day, moved.step.to) == (third.day, third.day + WEEK)
    assert (moved.step.sessions, moved.step.why) == (6, "Rummet er optaget")
    with store.work() as work:
        assert set(work.users.names()) == {moved.user_id}
    assert moved.at.tzinfo is not None


def test_a_swap_warns_when_the_substitute_is_booked_elsewhere(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    other = PlanRequest(
        "Efterår", sessions[2].day, dt.time(18), 90, 14, facilitators=("Vikar Vikarsen",)
    )
    plan_group(store, other)
    change = Change(Swap((sessions[2].id,), ("Lærke", "vikar vikarsen")), "Stær er syg")
    clash = outlook(store, group.id, change, TODAY).clashes[0]
    assert (clash.name, clash.other.group) == ("vikar vikarsen", "Efterår")


def test_ways_out_of_a_day(store: Store, group: Group, sessions: tuple[Session, ...]) -> None:
    found = ways_out(store, sessions[2].id, TODAY)
    assert found[0].way is Way.LATER_AND_BACK
    assert [way.way for way in found][-2:] == [Way.LATER_FROM_HERE, Way.LEFT_OUT]
    assert found[-1].way is Way.LEFT_OUT
    assert ways_out(store, uuid4(), TODAY) == ()


def test_a_period_closed_later_names_the_sessions_that_fall_into_it(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    third = sessions[2]
    keep_periods(store, (ClosedPeriod(uuid4(), Why.SCHOOL_HOLIDAY, Period(third.day, third.day)),))
    assert [found.session_id for found in sessions_on_closed_days(store, TODAY)] == [third.id]
    replan(store, group.id, Change(Move(third.id, third.day + WEEK)), TODAY)
    assert sessions_on_closed_days(store, TODAY) == ()
    moved = next(s for s in plan_of(store, group) if s.id == third.id)
    assert "school_holiday" in moved.reason


def test_the_year_sheet_has_all_groups_and_what_is_booked_twice(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    same = PlanRequest("Dag", START, dt.time(18), 60, 14, facilitators=("Stær",))
    plan_group(store, same)
    year = year_sheet(store, dt.date(2027, 1, 1), dt.date(2027, 12, 31))
    assert [each.group.name for each in year.groups] == ["Dag", "Forår 2027"]
    assert {clash.name for clash in year.clashes} == {"Stær"}
    assert len(year.clashes) == 8
    assert year_sheet(store, dt.date(2030, 1, 1), dt.date(2030, 12, 31)).groups == ()
