"""An absence opens a follow-up at once; it is put off, handed on, closed, and keeps its history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from groupkit.domain.attendance import Status
from groupkit.domain.follow_up import FollowUp, Matter, Outcome, StepDeed
from groupkit.domain.refusal import (
    DueInPast,
    DueTooFar,
    FollowUpClosed,
    FollowUpOpen,
    NextStepMissing,
    Refusal,
    Refused,
)
from groupkit.domain.safe_contact import Channel, SafeContact
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.usecases.following_up import (
    change_words,
    close,
    give,
    not_reached,
    open_follow_up,
    put_back,
    put_off,
    reopen,
    still_open,
    waiting,
)
from groupkit.usecases.her_page import put_contact
from groupkit.usecases.recording import finish, mark

LetIn = Callable[..., UUID]
DAY = dt.timedelta(days=1)


def refusal_of(call: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        call()  # type: ignore[operator]
    return caught.value.refusal


@pytest.fixture
def her(women: LetIn) -> UUID:
    return women("Anemone")


@pytest.fixture
def absent(store: Store, her: UUID, sessions: tuple[Session, ...]) -> FollowUp:
    today = sessions[0].day
    mark(store, sessions[0].id, her, Status.ABSENT_NO_NOTICE, today=today)
    return waiting(store, today)[0].follow_up


def test_it_comes_with_her_rule_an_owner_and_a_day(
    store: Store, her: UUID, absent: FollowUp, sessions: tuple[Session, ...]
) -> None:
    today = sessions[0].day
    put_contact(store, her, SafeContact(Channel.MESSAGE, "12 34 56 78", "kl. 10-12"))
    (found,) = waiting(store, today)
    assert found.follow_up == absent
    assert (found.owner, found.is_mine) == ("Anna Opdigtet", True)
    assert absent.due == today + 2 * DAY
    assert found.contact.hours == "kl. 10-12"
    assert found.contact_is_old
    assert found.session == sessions[0]
    assert [each.follow_up for each in still_open(store, sessions[1].id, today)] == [absent]


def test_a_correction_takes_it_back_unless_something_was_done(
    store: Store, her: UUID, absent: FollowUp, sessions: tuple[Session, ...]
) -> None:
    session_id, today = sessions[0].id, sessions[0].day
    mark(store, session_id, her, Status.LATE, today=today)
    assert waiting(store, today) == ()
    mark(store, session_id, her, Status.ABSENT_NO_NOTICE, today=today)
    (again,) = waiting(store, today)
    put_off(store, again.follow_up.id, today + 3 * DAY, today)
    mark(store, session_id, her, Status.ABSENT_NOTICE, today=today)
    with store.work() as work:
        (ended,) = work.follow_ups.of_session(session_id)
        assert ended.outcome is Outcome.NOT_NEEDED
    mark(store, session_id, her, Status.ABSENT_NO_NOTICE, today=today)
    assert [each.follow_up.id for each in waiting(store, today)] == [again.follow_up.id]


def test_a_correction_of_a_finished_record_keeps_the_earlier_status(
    store: Store, her: UUID, absent: FollowUp, sessions: tuple[Session, ...]
) -> None:
    session_id, today = sessions[0].id, sessions[0].day
    mark(store, session_id, her, Status.LATE, today=today)
    finish(store, session_id, today=today)
    mark(store, session_id, her, Status.PRESENT, today=today)
    with store.work() as work:
        newest = work.log.entries(newest=1)[0]
    assert (newest.was, newest.also) == (Status.LATE, her)
    assert store.check_log().whole


def test_its_way_is_kept_as_history(store: Store, absent: FollowUp) -> None:
    today = absent.opened
    put_off(store, absent.id, today + 4 * DAY, today, "Hun arbejder")
    not_reached(store, absent.id, "Prøv kontaktpersonen", today + 5 * DAY, today + DAY)
    with store.work() as work:
        me = work.users.me()
    give(store, absent.id, me)
    change_words(store, absent.id, "Skriv i stedet")
    close(store, absent.id, Outcome.REACHED_WELL, today + 2 * DAY, "Alt vel")
    assert waiting(store, today) == ()
    assert refusal_of(lambda: put_off(store, absent.id, today + 9 * DAY, today)) == (
        FollowUpClosed(today + 2 * DAY)
    )
    before = reopen(store, absent.id, today + 10 * DAY).value
    assert refusal_of(lambda: reopen(store, absent.id, today)) == FollowUpOpen()
    (open_again,) = waiting(store, today)
    assert open_again.follow_up.due == today + 10 * DAY
    assert open_again.follow_up.what == "Skriv i stedet"
    assert [step.deed for step in open_again.steps] == [
        StepDeed.OPENED,
        StepDeed.SNOOZED,
        StepDeed.NOT_REACHED,
        StepDeed.GIVEN,
        StepDeed.CHANGED,
        StepDeed.CLOSED,
        StepDeed.REOPENED,
    ]
    put_back(store, before)
    assert waiting(store, today) == ()


def test_bad_days_and_a_missing_step_are_refused(store: Store, absent: FollowUp) -> None:
    today = absent.opened
    assert refusal_of(lambda: put_off(store, absent.id, today - DAY, today)) == (
        DueInPast(today - DAY, today)
    )
    assert isinstance(
        refusal_of(lambda: put_off(store, absent.id, today + 400 * DAY, today)), DueTooFar
    )
    assert refusal_of(lambda: not_reached(store, absent.id, " ", today, today)) == NextStepMissing()


def test_one_can_be_opened_from_anywhere(store: Store, her: UUID) -> None:
    today = dt.date(2027, 2, 1)
    with store.work() as work:
        me = work.users.me()
    later = FollowUp(uuid4(), her, Matter.OTHER, me, today, today + 9 * DAY, "Spørg om børnene")
    nobody = FollowUp(uuid4(), None, Matter.OTHER, me, today, today + DAY, "Køb kaffe")
    for each in (later, nobody):
        open_follow_up(store, each, today)
    assert [each.follow_up for each in waiting(store, today)] == [nobody, later]
    assert isinstance(refusal_of(lambda: open_follow_up(store, later, today + 20 * DAY)), DueInPast)
