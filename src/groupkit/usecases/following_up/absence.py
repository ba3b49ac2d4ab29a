"""The follow-up that an absence without notice opens by itself."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid4

from groupkit.domain.follow_up import DUE_AFTER_ABSENCE, FollowUp, Matter, Outcome, StepDeed
from groupkit.usecases.ports import UnitOfWork


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
