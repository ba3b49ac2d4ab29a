"""Incidents with their steps, safety answers, and what is counted of them without a woman."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from groupkit.domain.follow_up import Matter, Outcome, StepDeed
from groupkit.domain.group import Group
from groupkit.domain.incident import Incident, IncidentKind, Phase, Told, Way
from groupkit.domain.refusal import (
    DueInPast,
    InFuture,
    KindMissing,
    Refusal,
    Refused,
    SafetyOutOfRange,
    ToldBeforeHappened,
)
from groupkit.domain.safety import Change, Moment
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.usecases.following_up import close, of_participant
from groupkit.usecases.incidents import (
    StepWanted,
    change_incident,
    note_incident,
    put_incident_back,
    remove_incident,
    steps_due,
    take_correction_back,
)
from groupkit.usecases.safety_answers import Answered, answer, remove_answer

LetIn = Callable[..., UUID]
DAY = dt.timedelta(days=1)


def refusal_of(call: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        call()  # type: ignore[operator]
    return caught.value.refusal


@pytest.fixture
def her(women: LetIn) -> UUID:
    return women("Anemone")


def an_incident(her: UUID, day: dt.date, **more: object) -> Incident:
    kinds = frozenset({IncidentKind.PSYCHOLOGICAL, IncidentKind.DIGITAL})
    return replace(Incident(uuid4(), her, day, day, kinds, uuid4()), **more)  # type: ignore[arg-type]


def test_an_incident_opens_its_steps_before_the_next_session(
    store: Store, her: UUID, sessions: tuple[Session, ...]
) -> None:
    today = sessions[1].day
    due = steps_due(store, her, today)
    assert due == sessions[2].day - DAY
    with store.work() as work:
        me = work.users.me()
    incident = an_incident(her, today - DAY, ways=frozenset({Way.MESSAGES}), danger=True)
    steps = [StepWanted(matter, me, due) for matter in (Matter.POLICE, Matter.CONTACT_PERSON)]
    told = note_incident(store, incident, steps, today).value
    found = of_participant(store, her, today)
    matters = {each.follow_up.matter for each in found}
    assert matters == {Matter.POLICE, Matter.CONTACT_PERSON}
    assert {each.follow_up.incident_id for each in found} == {told.incident.id}
    assert [step.deed for step in found[0].steps] == [StepDeed.OPENED]
    late = [StepWanted(Matter.POLICE, me, today - DAY)]
    another = an_incident(her, today)
    assert isinstance(refusal_of(lambda: note_incident(store, another, late, today)), DueInPast)
    with store.work() as work:
        assert len(work.incidents.all()) == len(work.incidents.tallies()) == 1


def test_what_is_counted_tells_the_phase_and_no_day(
    store: Store, her: UUID, group: Group, sessions: tuple[Session, ...]
) -> None:
    days = [sessions[0].day - 30 * DAY, sessions[0].day, sessions[3].day, sessions[-1].day]
    for day in [*days, sessions[-1].day + 9 * DAY]:
        note_incident(store, an_incident(her, day), [], sessions[-1].day + 20 * DAY)
    with store.work() as work:
        tallies = work.incidents.tallies()
    assert {tally.phase for tally in tallies} == set(Phase)
    assert {tally.group_id for tally in tallies} == {group.id}
    assert not any(hasattr(tally, name) for tally in tallies for name in ("day", "participant_id"))


def test_a_correction_counts_anew_and_a_mistake_not_at_all(
    store: Store, her: UUID, sessions: tuple[Session, ...]
) -> None:
    today = sessions[0].day
    with store.work() as work:
        me = work.users.me()
    step = StepWanted(Matter.SAFETY_PLAN, me, today, "Ny lås")
    told = note_incident(store, an_incident(her, today), [step], today).value
    kinds = frozenset({IncidentKind.MATERIAL})
    change_incident(store, replace(told.incident, kinds=kinds), today)
    with store.work() as work:
        (tally,) = work.incidents.tallies()
        assert tally.kinds == kinds
    close(store, told.steps[0].id, Outcome.DONE, today, "Gjort")
    gone = remove_incident(store, told.incident.id).value
    with store.work() as work:
        assert (work.incidents.all(), work.incidents.tallies(), work.follow_ups.all()) == ((),) * 3
    put_incident_back(store, gone)
    with store.work() as work:
        assert work.incidents.tallies() == (tally,)
        (back,) = work.follow_ups.of_incident(told.incident.id)
        assert [each.words for each in work.follow_ups.history(back.id)] == ["", "Gjort"]


def test_a_correction_with_a_further_step_is_taken_back_whole(
    store: Store, her: UUID, sessions: tuple[Session, ...]
) -> None:
    today = sessions[0].day
    with store.work() as work:
        me = work.users.me()
    first, further = (StepWanted(each, me, today) for each in (Matter.POLICE, Matter.SAFETY_PLAN))
    told = note_incident(store, an_incident(her, today), [first], today).value
    corrected = replace(told.incident, kinds=frozenset({IncidentKind.MATERIAL}))
    changed = change_incident(store, corrected, today, [further]).value
    assert changed.incident == told.incident
    with store.work() as work:
        kept = work.follow_ups.of_incident(told.incident.id)
        assert {each.matter for each in kept} == {Matter.POLICE, Matter.SAFETY_PLAN}
    take_correction_back(store, changed)
    with store.work() as work:
        assert work.incidents.find(told.incident.id) == told.incident
        assert work.follow_ups.of_incident(told.incident.id) == told.steps
        (tally,) = work.incidents.tallies()
    assert tally.kinds == told.incident.kinds
    late = StepWanted(Matter.POLICE, me, today - DAY)
    with pytest.raises(Refused):
        change_incident(store, corrected, today, [late])
    with store.work() as work:
        assert work.incidents.find(told.incident.id) == told.incident


def test_bad_incidents_are_refused(store: Store, her: UUID) -> None:
    today = dt.date(2027, 2, 1)
    ahead = an_incident(her, today + DAY)
    assert refusal_of(lambda: note_incident(store, ahead, [], today)) == InFuture(
        today + DAY, today
    )
    assert refusal_of(lambda: an_incident(her, today, kinds=frozenset())) == KindMissing()
    assert isinstance(
        refusal_of(lambda: an_incident(her, today, happened=today + DAY)), ToldBeforeHappened
    )
    pasted = an_incident(her, today, what="Han skrev\x00\x1b[31m igen\r\nog igen\x7f" * 20)
    assert set(pasted.what) <= set("Han skrev[31m igen\nog")
    assert pasted.children_present is Told.UNKNOWN


def test_answers_are_paired_without_her(store: Store, her: UUID, group: Group) -> None:
    today = dt.date(2027, 6, 1)
    given = Answered(her, group.id, Moment.START, dt.date(2027, 1, 13), 3, "Bange om aftenen")
    assert answer(store, given, today).value is None
    answer(store, replace(given, moment=Moment.END, value=5), today)
    before = answer(store, replace(given, value=2), today).value
    assert before is not None
    assert before.value == 3
    with store.work() as work:
        counted = {(tally.moment, tally.value) for tally in work.safety.tallies()}
        assert counted == {(Moment.START, 2), (Moment.END, 5)}
        (pair,) = work.safety.changes()
        assert pair.change is Change.UP
        first, last = work.safety.of_participant(her)
    answer(store, replace(given, moment=Moment.END, value=1), today)
    with store.work() as work:
        assert [pair.change for pair in work.safety.changes()] == [Change.DOWN]
    remove_answer(store, last)
    with store.work() as work:
        assert len(work.safety.tallies()) == 1
        assert work.safety.changes() == ()
    remove_answer(store, first)
    with store.work() as work:
        assert work.safety.tallies() == ()


def test_one_womans_incidents_of_a_year_have_their_teller_in_common(
    store: Store, her: UUID, women: LetIn
) -> None:
    today = dt.date(2027, 2, 1)
    hers = [an_incident(her, today - 20 * DAY * at) for at in range(4)]
    another = women("Hyld")
    for incident in (*hers, an_incident(another, today)):
        note_incident(store, incident, [], today)
    tellers = _tellers(store)
    assert len(tellers) == len(hers) + 1
    this_year = {tellers[each.tally_id] for each in hers if each.told.year == 2027}
    last_year = {tellers[each.tally_id] for each in hers if each.told.year == 2026}
    assert (len(this_year), len(last_year)) == (1, 1)
    assert len(set(tellers.values())) == 3
    moved = replace(hers[-1], told=today, happened=today)
    change_incident(store, moved, today)
    assert _tellers(store)[moved.tally_id] in this_year


def _tellers(store: Store) -> dict[UUID, UUID]:
    with store.work() as work:
        return {tally.id: tally.teller for tally in work.incidents.tallies()}


@pytest.mark.parametrize("value", [0, 8, -1, 70])
def test_a_value_off_the_scale_is_refused(
    store: Store, her: UUID, group: Group, value: int
) -> None:
    today = dt.date(2027, 2, 1)
    given = Answered(her, group.id, Moment.START, today, value)
    assert refusal_of(lambda: answer(store, given, today)) == SafetyOutOfRange(value, 1, 7)
    ahead = replace(given, value=4, day=today + DAY)
    assert isinstance(refusal_of(lambda: answer(store, ahead, today)), InFuture)
