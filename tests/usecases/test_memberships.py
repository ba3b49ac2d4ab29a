"""Pauses, leaving and coming back by dates; nothing recorded changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupkit.domain.attendance import Status
from groupkit.domain.group import Group
from groupkit.domain.participant import Leaving, Membership, Pause
from groupkit.domain.refusal import (
    AliasTaken,
    AlreadyInGroup,
    AlreadyRecorded,
    JoinedAfterFirstMark,
    LeftBeforeJoining,
    LeftBeforeLastMark,
    MarkedInPause,
    NotAMember,
    ParticipantErased,
    PauseOutsideMembership,
    PausesOverlap,
    Refusal,
    Refused,
)
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.usecases.handing_out import hand_out
from groupkit.usecases.joining import Person, change_membership, join
from groupkit.usecases.memberships import (
    come_back,
    end_pause,
    leave,
    pause,
    put_back,
    stay,
    take_out,
)
from groupkit.usecases.planning import PlanRequest, plan_group
from groupkit.usecases.recording import mark, mark_the_rest_present, record, unmark

DAY = dt.timedelta(days=1)
AUTUMN = dt.date(2027, 8, 11)
LetIn = Callable[..., UUID]


def refusal_of(call: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        call()  # type: ignore[operator]
    return caught.value.refusal


@pytest.fixture
def member(store: Store, group: Group, women: LetIn) -> Membership:
    her = women("Anemone")
    with store.work() as work:
        return work.members.of_participant(her)[0]


def test_a_pause_is_not_invited_and_not_missing(
    store: Store, member: Membership, sessions: tuple[Session, ...]
) -> None:
    day = sessions[1].day
    pause(store, member.id, Pause(day - DAY, day + DAY))
    (line,) = record(store, sessions[1].id).roster
    assert line.status is Status.NOT_INVITED
    tally = record(store, sessions[1].id).tally
    assert (tally.unrecorded, tally.invited) == (0, 0)
    assert mark_the_rest_present(store, sessions[1].id, today=day).value == ()
    assert record(store, sessions[2].id).roster[0].status is None


def test_a_pause_over_a_session_she_came_to_is_refused(
    store: Store, member: Membership, sessions: tuple[Session, ...]
) -> None:
    mark(store, sessions[1].id, member.participant.id, Status.LATE, today=sessions[1].day)
    wanted = Pause(sessions[0].day, sessions[2].day)
    assert refusal_of(lambda: pause(store, member.id, wanted)) == MarkedInPause(sessions[1].day)
    mark(store, sessions[1].id, member.participant.id, Status.NOT_INVITED, today=sessions[1].day)
    pause(store, member.id, wanted)


def test_pauses_keep_apart_and_inside(store: Store, member: Membership) -> None:
    first = member.joined
    outside = Pause(first - DAY, first)
    assert refusal_of(lambda: pause(store, member.id, outside)) == (
        PauseOutsideMembership(first - DAY, first)
    )
    pause(store, member.id, Pause(first + 5 * DAY, first + 9 * DAY))
    over = Pause(first + 9 * DAY, first + 12 * DAY)
    assert isinstance(refusal_of(lambda: pause(store, member.id, over)), PausesOverlap)
    before = end_pause(store, member.id, first + 5 * DAY, first + 6 * DAY).value
    pause(store, member.id, over)
    assert before.pauses == (Pause(first + 5 * DAY, first + 9 * DAY),)
    end_pause(store, member.id, first + 9 * DAY, None)
    with store.work() as work:
        (known,) = work.members.of_participant(member.participant.id)
        assert known.pauses == (Pause(first + 5 * DAY, first + 6 * DAY),)


def test_leaving_keeps_what_was_recorded(
    store: Store, group: Group, member: Membership, sessions: tuple[Session, ...]
) -> None:
    her = member.participant.id
    mark(store, sessions[1].id, her, Status.PRESENT, today=sessions[1].day)
    pause(store, member.id, Pause(sessions[2].day))
    too_early = sessions[0].day
    assert isinstance(
        refusal_of(lambda: leave(store, member.id, too_early, Leaving.MOVED)), LeftBeforeLastMark
    )
    never = member.joined - DAY
    assert isinstance(
        refusal_of(lambda: leave(store, member.id, never, Leaving.MOVED)), LeftBeforeJoining
    )
    before = leave(store, member.id, sessions[2].day, Leaving.BACK_AT_SHELTER).value
    with store.work() as work:
        (gone,) = work.members.of_participant(her)
    assert (gone.left, gone.why_left) == (sessions[2].day, Leaving.BACK_AT_SHELTER)
    assert gone.pauses == (Pause(sessions[2].day, sessions[2].day),)
    assert record(store, sessions[1].id).roster[0].status is Status.PRESENT
    assert record(store, sessions[3].id).roster == ()
    put_back(store, before)
    with store.work() as work:
        assert work.members.of_participant(her) == (before,)


def test_staying_takes_the_reason_away(store: Store, member: Membership) -> None:
    leave(store, member.id, member.joined, Leaving.MOVED)
    stay(store, member.id)
    leave(store, member.id, member.joined, Leaving.MOVED)
    who = member.participant
    change_membership(store, member.id, Person(who.alias, who.number, member.joined))
    with store.work() as work:
        assert work.members.of_participant(who.id) == (member,)


def test_she_comes_back_as_a_membership_of_its_own(
    store: Store, group: Group, member: Membership, sessions: tuple[Session, ...]
) -> None:
    her = member.participant.id
    again = sessions[3].day
    assert isinstance(refusal_of(lambda: come_back(store, her, group.id, again)), AlreadyInGroup)
    leave(store, member.id, sessions[1].day, Leaving.OWN_WISH)
    back = come_back(store, her, group.id, again).value
    assert isinstance(
        refusal_of(lambda: mark(store, sessions[2].id, her, Status.PRESENT, today=sessions[2].day)),
        NotAMember,
    )
    mark(store, sessions[3].id, her, Status.PRESENT, today=again)
    assert refusal_of(lambda: take_out(store, back.id)) == AlreadyRecorded(again)
    unmark(store, sessions[3].id, (her,))
    take_out(store, back.id)
    with store.work() as work:
        (kept,) = work.members.of_participant(her)
    assert kept.id == member.id


@pytest.fixture
def returned(
    store: Store, group: Group, member: Membership, sessions: tuple[Session, ...]
) -> tuple[Membership, Membership]:
    """She came once, left, and came back to the same group: both times, each with a mark."""
    her = member.participant.id
    mark(store, sessions[0].id, her, Status.PRESENT, today=sessions[0].day)
    leave(store, member.id, sessions[1].day, Leaving.OWN_WISH)
    back = come_back(store, her, group.id, sessions[3].day).value
    mark(store, sessions[4].id, her, Status.PRESENT, today=sessions[4].day)
    with store.work() as work:
        before, after = work.members.of_participant(her)
    assert after.id == back.id
    return before, after


def person(member: Membership, alias: str = "") -> Person:
    who = member.participant
    return Person(alias or who.alias, who.number, member.joined, member.left)


def test_who_came_back_can_be_corrected_both_times(
    store: Store, returned: tuple[Membership, Membership], sessions: tuple[Session, ...]
) -> None:
    for each in returned:
        change_membership(store, each.id, person(each, "Anemone B"))
    with store.work() as work:
        kept = work.members.of_participant(returned[0].participant.id)
    assert [m.participant.alias for m in kept] == ["Anemone B", "Anemone B"]
    before, after = returned
    late = replace(person(after), joined=sessions[5].day)
    assert refusal_of(lambda: change_membership(store, after.id, late)) == JoinedAfterFirstMark(
        sessions[5].day, sessions[4].day
    )
    early = replace(person(before), left=sessions[0].day - DAY)
    assert isinstance(
        refusal_of(lambda: change_membership(store, before.id, early)), LeftBeforeJoining
    )


def test_nobody_is_in_a_group_twice_on_one_day(
    store: Store, returned: tuple[Membership, Membership]
) -> None:
    before, after = returned
    in_already = AlreadyInGroup(before.group_id, after.joined)
    assert refusal_of(lambda: stay(store, before.id)) == in_already
    longer = replace(person(before), left=after.joined)
    assert refusal_of(lambda: change_membership(store, before.id, longer)) == in_already
    earlier = replace(person(after), joined=before.left)
    assert refusal_of(lambda: change_membership(store, after.id, earlier)) == AlreadyInGroup(
        before.group_id, before.joined
    )


def test_an_alias_is_hers_alone_in_every_group_of_hers(
    store: Store, member: Membership, women: LetIn
) -> None:
    wanted = PlanRequest("Efterår 2027", AUTUMN, dt.time(17), 120, 14)
    other = plan_group(store, wanted).value
    join(store, other.id, Person("Bellis", "27-99", AUTUMN))
    come_back(store, member.participant.id, other.id, AUTUMN)
    wrong = person(member, "bellis")
    assert refusal_of(lambda: change_membership(store, member.id, wrong)) == AliasTaken("bellis")


def test_who_left_with_a_handout_was_there(
    store: Store, member: Membership, sessions: tuple[Session, ...]
) -> None:
    her, day = member.participant.id, sessions[2].day
    hand_out(store, sessions[2].id, {her: frozenset({("safety", "handout")})})
    too_early = sessions[1].day
    assert refusal_of(
        lambda: leave(store, member.id, too_early, Leaving.MOVED)
    ) == LeftBeforeLastMark(too_early, day)


def test_who_was_erased_is_awaited_at_no_session_and_named_by_nobody(
    store: Store, group: Group, member: Membership, women: LetIn, sessions: tuple[Session, ...]
) -> None:
    her, day = member.participant.id, sessions[1].day
    women("Bellis")
    mark(store, sessions[1].id, her, Status.PRESENT, today=day)
    with store.work() as work:
        work.erasures.erase(her, day)
        work.commit()
        assert work.members.how_many(group.id, day + DAY) == 1
        assert work.members.how_many_on(group.id, day) == 2
        (gone,) = work.members.of_participant(her)
    assert len(record(store, sessions[1].id).roster) == 2
    assert [line.membership.participant.alias for line in record(store, sessions[2].id).roster] == [
        "Bellis"
    ]
    named = person(gone, "Anemone")
    assert refusal_of(lambda: change_membership(store, gone.id, named)) == ParticipantErased(day)
    left = replace(person(gone), left=sessions[3].day)
    change_membership(store, gone.id, left)
    with store.work() as work:
        (kept,) = work.members.of_participant(her)
    assert (kept.left, kept.participant.number) == (sessions[3].day, gone.participant.number)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_change_of_dates_moves_a_mark(
    store: Store,
    group: Group,
    member: Membership,
    sessions: tuple[Session, ...],
    data: st.DataObject,
) -> None:
    her = member.participant.id
    offsets = st.integers(-5, 110).map(lambda days: member.joined + days * DAY)
    statuses = st.sampled_from(Status)
    for _ in range(data.draw(st.integers(1, 6))):
        with store.work() as work:
            marks = work.attendance.of_sessions(session.id for session in sessions)
            current = work.members.of_participant(her)[-1]
        step = data.draw(st.sampled_from(["mark", "leave", "stay", "pause", "return"]))
        try:
            if step == "mark":
                session = data.draw(st.sampled_from(sessions))
                mark(store, session.id, her, data.draw(statuses), today=session.day)
                continue
            if step == "leave":
                leave(store, current.id, data.draw(offsets), data.draw(st.sampled_from(Leaving)))
            elif step == "stay":
                stay(store, current.id)
            elif step == "pause":
                pause(store, current.id, Pause(data.draw(offsets), data.draw(offsets)))
            else:
                come_back(store, her, group.id, data.draw(offsets))
        except Refused:
            pass
        with store.work() as work:
            assert work.attendance.of_sessions(session.id for session in sessions) == marks
    assert store.findings() == 0
