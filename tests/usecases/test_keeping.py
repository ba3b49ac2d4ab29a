"""What may no longer be kept: told first, then gone, words before counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from groupkit.domain.attendance import Mark, Status
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.follow_up import FollowUp, Matter, StepDeed
from groupkit.domain.incident import Incident, IncidentKind
from groupkit.domain.nomination import Decision, Nomination, Verdict
from groupkit.domain.participant import Participant
from groupkit.domain.refusal import DateInDoubt, NarrativesKeptLonger, Refused
from groupkit.domain.retention import Kept, Periods
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.usecases.drafting import find_draft, keep_draft
from groupkit.usecases.incidents import note_incident
from groupkit.usecases.keeping import (
    Due,
    carry_out,
    change_periods,
    dry_run,
    look,
    put_off,
    women_to_look_at,
)
from groupkit.usecases.upkeep import confirm_date

LetIn = Callable[..., UUID]
LEFT = dt.date(2027, 3, 1)
SEVEN_MONTHS, THIRTEEN_MONTHS = dt.date(2027, 10, 1), dt.date(2028, 4, 1)


@pytest.fixture
def her(store: Store, sessions: tuple[Session, ...], women: LetIn) -> UUID:
    """Let in a woman who left on 1 March, with something of every kind."""
    mine = women("Ærna", left=LEFT)
    first = sessions[0]
    told = Incident(uuid4(), mine, first.day, first.day, frozenset({IncidentKind.DIGITAL}), uuid4())
    note_incident(store, told, [], first.day)
    with store.work() as work:
        work.incidents.put(Incident(**{**vars(told), "what": "Han skrev igen."}))
        work.notes.put_of_women(first.id, {mine: "Hun var træt."})
        work.attendance.put_all([Mark(first.id, mine, Status.ABSENT_NOTICE, "syg")])
        verdict = Verdict(Decision.DECLINED, first.day, "Ikke nu.")
        work.nominations.add(Nomination(uuid4(), mine, first.day, "Karla", verdict=verdict))
        work.log.note(Deed.CHANGED, Subject.PARTICIPANT, mine)
        work.commit()
    return mine


def kinds_due(store: Store, day: dt.date) -> set[Kept]:
    return {kind for kind, women in dry_run(store, day).women.items() if women}


def test_notes_go_before_narratives_and_those_before_the_person(store: Store, her: UUID) -> None:
    assert kinds_due(store, dt.date(2027, 8, 31)) == set()
    assert kinds_due(store, SEVEN_MONTHS) == {Kept.NOTES}
    narratives = {Kept.NOTES, Kept.INCIDENTS, Kept.NOMINATIONS}
    assert kinds_due(store, THIRTEEN_MONTHS) == narratives
    assert kinds_due(store, dt.date(2029, 3, 1)) == narratives | {Kept.PERSON}


def test_a_dry_run_takes_nothing(store: Store, her: UUID, sessions: tuple[Session, ...]) -> None:
    dry_run(store, THIRTEEN_MONTHS)
    with store.work() as work:
        assert work.notes.of_women(sessions[0].id) == {her: "Hun var træt."}


def test_words_go_and_counts_stay(store: Store, her: UUID, sessions: tuple[Session, ...]) -> None:
    with store.work() as work:
        tallies = work.incidents.tallies()
    confirm_date(store, THIRTEEN_MONTHS)
    carry_out(store, dry_run(store, THIRTEEN_MONTHS), THIRTEEN_MONTHS)
    with store.work() as work:
        assert not work.notes.of_women(sessions[0].id).get(her)
        assert work.attendance.of_session(sessions[0].id) == (
            Mark(sessions[0].id, her, Status.ABSENT_NOTICE),
        )
        assert [each.what for each in work.incidents.of_participant(her)] == [""]
        (nomination,) = work.nominations.of_participant(her)
        assert (nomination.contact_person, nomination.verdict) == (
            "",
            Verdict(Decision.DECLINED, sessions[0].day),
        )
        assert work.incidents.tallies() == tallies
        newest = work.log.entries()[0]
    assert (newest.deed, newest.subject) == (Deed.ERASED, Subject.RETENTION)
    assert dry_run(store, THIRTEEN_MONTHS).is_empty


def test_only_what_was_seen_goes(store: Store, her: UUID, sessions: tuple[Session, ...]) -> None:
    confirm_date(store, THIRTEEN_MONTHS)
    went = carry_out(store, Due(), THIRTEEN_MONTHS).value
    assert went.is_empty
    with store.work() as work:
        assert work.notes.of_women(sessions[0].id) == {her: "Hun var træt."}


def test_nothing_goes_while_something_is_to_be_followed_up(store: Store, her: UUID) -> None:
    with store.work() as work:
        me = work.users.me()
        work.follow_ups.put(
            FollowUp(uuid4(), her, Matter.OTHER, me, LEFT, LEFT),
            work.follow_ups.step(StepDeed.OPENED),
        )
        work.log.note(Deed.ADDED, Subject.CARE)
        work.commit()
    assert dry_run(store, THIRTEEN_MONTHS).is_empty


def test_who_never_left_is_kept_until_the_groups_last_session_is_long_past(
    store: Store, women: LetIn, sessions: tuple[Session, ...]
) -> None:
    mine = women("Solveig")
    with store.work() as work:
        work.notes.put_of_women(sessions[0].id, {mine: "Hun var glad."})
        work.log.note(Deed.CHANGED, Subject.OWN_NOTE, sessions[0].id, mine)
        work.commit()
    last = max(session.day for session in sessions)
    assert dry_run(store, last + dt.timedelta(days=150)).is_empty
    assert dry_run(store, last + dt.timedelta(days=190)).of(Kept.NOTES) == {mine}


def test_by_a_date_in_doubt_nothing_goes(store: Store, her: UUID) -> None:
    confirm_date(store, LEFT)
    with pytest.raises(Refused) as no:
        carry_out(store, dry_run(store, THIRTEEN_MONTHS), THIRTEEN_MONTHS)
    assert no.value.refusal == DateInDoubt(THIRTEEN_MONTHS, LEFT)
    assert look(store, THIRTEEN_MONTHS).doubt is not None
    assert women_to_look_at(store, THIRTEEN_MONTHS) == 0
    with store.work() as work:
        assert [each.what for each in work.incidents.of_participant(her)] == ["Han skrev igen."]


def test_who_is_held_back_stays(store: Store, her: UUID, women: LetIn) -> None:
    confirm_date(store, THIRTEEN_MONTHS)
    found = look(store, THIRTEEN_MONTHS)
    assert [(each.participant.id, each.kinds) for each in found.over] == [
        (her, (Kept.NOTES, Kept.INCIDENTS, Kept.NOMINATIONS))
    ]
    assert found.due.without({her}).is_empty
    assert carry_out(store, found.due.without({her}), THIRTEEN_MONTHS).value.is_empty
    assert look(store, THIRTEEN_MONTHS) == found


def test_it_is_asked_once_a_month_and_only_while_something_is_over(store: Store, her: UUID) -> None:
    asked = dt.date(2028, 1, 31)
    confirm_date(store, LEFT)
    assert women_to_look_at(store, LEFT) == 0
    confirm_date(store, asked)
    assert women_to_look_at(store, asked) == 1
    put_off(store, asked)
    confirm_date(store, dt.date(2028, 2, 28))
    assert women_to_look_at(store, dt.date(2028, 2, 28)) == 0
    confirm_date(store, dt.date(2028, 2, 29))
    assert women_to_look_at(store, dt.date(2028, 2, 29)) == 1
    carry_out(store, dry_run(store, dt.date(2028, 2, 29)), dt.date(2028, 2, 29))
    confirm_date(store, dt.date(2028, 3, 29))
    # More is over since: the incident's year.
    assert women_to_look_at(store, dt.date(2028, 3, 29)) == 1


def test_a_house_keeps_shorter_or_longer(store: Store, her: UUID) -> None:
    shorter = Periods({Kept.NOTES: 1})
    assert change_periods(store, shorter).value == Periods()
    assert look(store, dt.date(2027, 4, 1)).periods == shorter
    assert kinds_due(store, dt.date(2027, 4, 1)) == {Kept.NOTES}
    with pytest.raises(Refused) as no:
        Periods({Kept.NOTES: 25})
    assert no.value.refusal == NarrativesKeptLonger()


def test_what_was_half_typed_about_her_goes_with_the_first_words(store: Store, her: UUID) -> None:
    hers, other = f"woman {her}/incident", "group/new"
    for place in (hers, other):
        keep_draft(store, place, {"what": "Han ringede igen."})
    confirm_date(store, THIRTEEN_MONTHS)
    carry_out(store, dry_run(store, THIRTEEN_MONTHS), THIRTEEN_MONTHS)
    assert find_draft(store, hers) is None
    assert find_draft(store, other) is not None


def test_who_is_in_no_group_and_not_nominated_is_not_kept_for_ever(store: Store) -> None:
    bare = Participant(uuid4(), "Ukendt", "27-99")
    with store.work() as work:
        work.members.put_participant(bare)
        work.log.note(Deed.ADDED, Subject.PARTICIPANT, bare.id)
        work.commit()
    assert dry_run(store, THIRTEEN_MONTHS).of(Kept.PERSON) == {bare.id}


def test_group_notes_that_name_who_is_to_go_are_counted(
    store: Store, her: UUID, sessions: tuple[Session, ...]
) -> None:
    with store.work() as work:
        work.notes.put_of_group(sessions[0].id, "Ærnas søster havde kage med.")
        work.log.note(Deed.CHANGED, Subject.GROUP_NOTE, sessions[0].id)
        work.commit()
    assert [each.named_in for each in look(store, THIRTEEN_MONTHS).over] == [0]
    assert [each.named_in for each in look(store, dt.date(2029, 3, 1)).over] == [1]
