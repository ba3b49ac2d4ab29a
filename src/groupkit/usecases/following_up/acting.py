"""What is done with a follow-up: opened, put off, handed on, closed; each step is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.follow_up import FollowUp, Matter, Outcome, StepDeed
from groupkit.domain.refusal import Field, NextStepMissing, NotFound, Refused, TextEmpty
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_living
from groupkit.usecases.ports import OpenStore, UnitOfWork
from groupkit.usecases.taking_on import check_owner


def open_follow_up(store: OpenStore, wanted: FollowUp, today: dt.date) -> Done[FollowUp]:
    """Open a follow-up.

    Raises:
        Refused: DueInPast, DueTooFar, ParticipantErased, OwnerCannotRead; TextEmpty where only
            words say what it is.
    """
    wanted.check_due(today)
    check_owner(store, wanted.owner)
    if wanted.matter is Matter.OTHER and not wanted.what:
        raise Refused(TextEmpty(Field.FOLLOW_UP))
    with store.work() as work:
        if wanted.participant_id is not None:
            get_living(work, wanted.participant_id)
        step = work.follow_ups.step(StepDeed.OPENED, due=wanted.due, to=wanted.owner)
        work.follow_ups.put(wanted, step)
        work.log.note(Deed.ADDED, Subject.CARE)
        work.commit()
    return _done(wanted)


def remove_follow_up(store: OpenStore, follow_up_id: UUID) -> Done[FollowUp]:
    """Remove a follow-up that was opened by mistake."""
    with store.work() as work:
        gone = _get(work, follow_up_id)
        work.follow_ups.remove(follow_up_id)
        work.log.note(Deed.REMOVED, Subject.CARE)
        work.commit()
    return _done(gone)


def change_words(store: OpenStore, follow_up_id: UUID, what: str) -> Done[FollowUp]:
    """Write anew what is to be done; returns the follow-up before."""
    return _change(store, follow_up_id, lambda known: replace(known, what=what), StepDeed.CHANGED)


def put_off(
    store: OpenStore, follow_up_id: UUID, due: dt.date, today: dt.date, words: str = ""
) -> Done[FollowUp]:
    """Give it a later day; returns the follow-up before, for :func:`put_back`.

    Raises:
        Refused: FollowUpClosed, DueInPast, DueTooFar.
    """
    return _change(
        store,
        follow_up_id,
        lambda known: known.put_off(due, today),
        StepDeed.SNOOZED,
        due=due,
        words=words,
    )


def not_reached(
    store: OpenStore, follow_up_id: UUID, next_step: str, due: dt.date, today: dt.date
) -> Done[FollowUp]:
    """Note that she was not reached, what is to be done now, and by when.

    Raises:
        Refused: NextStepMissing, FollowUpClosed, DueInPast, DueTooFar.
    """
    return _change(
        store,
        follow_up_id,
        lambda known: known.not_reached(next_step, due, today),
        StepDeed.NOT_REACHED,
        due=due,
        words=next_step,
    )


def give(store: OpenStore, follow_up_id: UUID, owner: UUID, words: str = "") -> Done[FollowUp]:
    """Hand it to somebody else.

    Raises:
        Refused: FollowUpClosed, OwnerCannotRead.
    """
    check_owner(store, owner)
    return _change(
        store,
        follow_up_id,
        lambda known: known.given_to(owner),
        StepDeed.GIVEN,
        to=owner,
        words=words,
    )


def close(
    store: OpenStore, follow_up_id: UUID, outcome: Outcome, today: dt.date, words: str = ""
) -> Done[FollowUp]:
    """End it.

    Raises:
        Refused: FollowUpClosed.
    """
    return _change(
        store,
        follow_up_id,
        lambda known: known.ended(outcome, today),
        StepDeed.CLOSED,
        words=words,
    )


def close_with_need(
    store: OpenStore, follow_up_id: UUID, needs: str, due: dt.date, today: dt.date
) -> Done[FollowUp]:
    """Note that she was reached and needs something: that is a follow-up of its own.

    Both in one piece of work; returns the new one.

    Raises:
        Refused: NextStepMissing without words, FollowUpClosed, DueInPast, DueTooFar.
    """
    with store.work() as work:
        before = _get(work, follow_up_id)
        me = work.users.me()
        if not needs.strip():
            raise Refused(NextStepMissing())
        need = FollowUp(
            uuid4(),
            before.participant_id,
            Matter.OTHER,
            me,
            min(today, due),
            due,
            needs,
            before.session_id,
        )
        need.check_due(today)
        ended = before.ended(Outcome.REACHED_NEEDS, today)
        work.follow_ups.put(ended, work.follow_ups.step(StepDeed.CLOSED, words=needs))
        work.follow_ups.put(need, work.follow_ups.step(StepDeed.OPENED, due=due, to=me))
        work.log.note(Deed.CHANGED, Subject.CARE)
        work.log.note(Deed.ADDED, Subject.CARE)
        work.commit()
    return _done(need)


def reopen(store: OpenStore, follow_up_id: UUID, today: dt.date) -> Done[FollowUp]:
    """Open it again.

    Raises:
        Refused: FollowUpOpen.
    """
    return _change(store, follow_up_id, lambda known: known.opened_again(today), StepDeed.REOPENED)


def put_back(store: OpenStore, before: FollowUp) -> Done[FollowUp]:
    """Put a follow-up back as it was; its history tells of that, too."""
    return _change(store, before.id, lambda _: before, StepDeed.CHANGED)


def _change(
    store: OpenStore,
    follow_up_id: UUID,
    change: Callable[[FollowUp], FollowUp],
    deed: StepDeed,
    *,
    due: dt.date | None = None,
    to: UUID | None = None,
    words: str = "",
) -> Done[FollowUp]:
    """Change a follow-up, note the step, and return the follow-up before."""
    with store.work() as work:
        before = _get(work, follow_up_id)
        step = work.follow_ups.step(deed, due=due, to=to, words=words)
        work.follow_ups.put(change(before), step)
        work.log.note(Deed.CHANGED, Subject.CARE)
        work.commit()
    return _done(before)


def _get(work: UnitOfWork, follow_up_id: UUID) -> FollowUp:
    found = work.follow_ups.find(follow_up_id)
    if found is None:
        raise Refused(NotFound("follow-up", str(follow_up_id)))
    return found


def _done(follow_up: FollowUp) -> Done[FollowUp]:
    ids = (follow_up.participant_id,) if follow_up.participant_id else ()
    return done(follow_up, Kind.FOLLOW_UP, ids=ids)
