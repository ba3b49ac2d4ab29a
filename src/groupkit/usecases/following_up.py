"""Follow-ups: opened from anywhere, seen by due day, put off, handed on, closed, with history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.follow_up import (
    DUE_AFTER_ABSENCE,
    FollowUp,
    Matter,
    Outcome,
    Step,
    StepDeed,
)
from groupkit.domain.group import Group
from groupkit.domain.participant import Participant
from groupkit.domain.refusal import Field, NextStepMissing, NotFound, Refused, TextEmpty
from groupkit.domain.safe_contact import SafeContact
from groupkit.domain.session import Session
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_living
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class Waiting:
    """A follow-up with all that somebody needs who is about to do it.

    ``contact`` is her rule without the number; ``contact_is_old`` says that it is to be confirmed
    when you meet.
    """

    follow_up: FollowUp
    owner: str
    participant: Participant | None
    group: Group | None
    session: Session | None
    contact: SafeContact
    contact_is_old: bool
    is_mine: bool
    steps: tuple[Step, ...] = ()

    def is_overdue(self, today: dt.date) -> bool:
        """Return whether its day has passed."""
        return self.follow_up.is_overdue(today)


def waiting(store: OpenStore, today: dt.date) -> tuple[Waiting, ...]:
    """Return every open follow-up by due day.

    Raises:
        Refused: NotForYourRole without the key to notes.
    """
    with store.work() as work:
        return tuple(_waiting(work, each, today) for each in work.follow_ups.open())


def of_participant(store: OpenStore, participant_id: UUID, today: dt.date) -> tuple[Waiting, ...]:
    """Return a woman's follow-ups: the open ones by due day, then the closed ones, newest first."""
    with store.work() as work:
        found = work.follow_ups.of_participant(participant_id)
        open_ones = [each for each in found if each.is_open]
        closed = [each for each in found if not each.is_open]
        closed.sort(key=lambda each: each.closed or each.due, reverse=True)
        return tuple(_waiting(work, each, today) for each in (*open_ones, *closed))


def still_open(store: OpenStore, session_id: UUID, today: dt.date) -> tuple[Waiting, ...]:
    """Return what is still open for the women of a session's group, for the session's page."""
    with store.work() as work:
        session = work.sessions.find(session_id)
        if session is None:
            raise Refused(NotFound("session", str(session_id)))
        women = {m.participant.id for m in work.members.of_group(session.group_id)}
        return tuple(
            _waiting(work, each, today)
            for each in work.follow_ups.open()
            if each.participant_id in women
        )


@dataclass(frozen=True)
class Told:
    """The history of a follow-up, and the names of the staff."""

    steps: tuple[Step, ...]
    people: Mapping[UUID, str]


def told_of(store: OpenStore, follow_up_id: UUID) -> Told:
    """Return what was done with a follow-up, the oldest first."""
    with store.work() as work:
        return Told(work.follow_ups.history(follow_up_id), work.users.names())


def open_follow_up(store: OpenStore, wanted: FollowUp, today: dt.date) -> Done[FollowUp]:
    """Open a follow-up.

    Raises:
        Refused: DueInPast, DueTooFar, ParticipantErased; TextEmpty where only words say what it is.
    """
    wanted.check_due(today)
    if wanted.matter is Matter.OTHER and not wanted.what:
        raise Refused(TextEmpty(Field.FOLLOW_UP))
    with store.work() as work:
        if wanted.participant_id is not None:
            get_living(work, wanted.participant_id)
        step = work.follow_ups.step(StepDeed.OPENED, due=wanted.due, to=wanted.owner)
        work.follow_ups.put(wanted, step)
        work.log.note(Deed.ADDED, Subject.FOLLOW_UP, wanted.id, wanted.participant_id)
        work.commit()
    return _done(wanted)


def remove_follow_up(store: OpenStore, follow_up_id: UUID) -> Done[FollowUp]:
    """Remove a follow-up that was opened by mistake."""
    with store.work() as work:
        gone = _get(work, follow_up_id)
        work.follow_ups.remove(follow_up_id)
        work.log.note(Deed.REMOVED, Subject.FOLLOW_UP, gone.id, gone.participant_id)
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
        Refused: FollowUpClosed.
    """
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
        work.log.note(Deed.CHANGED, Subject.FOLLOW_UP, before.id, before.participant_id)
        work.log.note(Deed.ADDED, Subject.FOLLOW_UP, need.id, need.participant_id)
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


def absence_opened(
    work: UnitOfWork,
    participant_id: UUID,
    session_id: UUID,
    today: dt.date,
    due: dt.date | None = None,
) -> FollowUp:
    """Open the follow-up of an absence without notice, within a unit of work; at most one.

    It is due in two days unless ``due`` says otherwise.
    """
    for known in work.follow_ups.of_session(session_id):
        if known.matter is Matter.ABSENCE and known.participant_id == participant_id:
            if known.is_open:
                return known
            again = known.opened_again(today)
            work.follow_ups.put(again, work.follow_ups.step(StepDeed.REOPENED))
            return again
    due = due or today + DUE_AFTER_ABSENCE
    me = work.users.me()
    made = FollowUp(uuid4(), participant_id, Matter.ABSENCE, me, today, due, session_id=session_id)
    work.follow_ups.put(made, work.follow_ups.step(StepDeed.OPENED, due=due, to=me))
    return made


def absence_corrected(
    work: UnitOfWork, participant_id: UUID, session_id: UUID, today: dt.date
) -> None:
    """Undo the follow-up of an absence that was none: gone if untouched, else not needed."""
    for known in work.follow_ups.of_session(session_id):
        if known.matter is not Matter.ABSENCE or known.participant_id != participant_id:
            continue
        if not known.is_open:
            continue
        if len(work.follow_ups.history(known.id)) <= 1:
            work.follow_ups.remove(known.id)
        else:
            ended = known.ended(Outcome.NOT_NEEDED, today)
            work.follow_ups.put(ended, work.follow_ups.step(StepDeed.CLOSED))


def _waiting(work: UnitOfWork, follow_up: FollowUp, today: dt.date) -> Waiting:
    her = follow_up.participant_id
    session = work.sessions.find(follow_up.session_id) if follow_up.session_id else None
    contact = work.safe_contacts.get(her) if her else SafeContact()
    days = work.practices.get().contact_days
    return Waiting(
        follow_up,
        work.users.names().get(follow_up.owner, ""),
        work.members.participant(her) if her else None,
        work.groups.find(session.group_id) if session else None,
        session,
        replace(contact, reach=""),
        contact.is_old(today, days),
        follow_up.owner == work.users.me(),
        work.follow_ups.history(follow_up.id),
    )


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
        work.log.note(Deed.CHANGED, Subject.FOLLOW_UP, before.id, before.participant_id)
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
