"""Her answers on how safe she feels: given, corrected, and counted apart from her."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.safety import Moment, SafetyAnswer, SafetyTally
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_living
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class Answered:
    """What she answered at one moment of one group's course."""

    participant_id: UUID
    group_id: UUID
    moment: Moment
    day: dt.date
    value: int
    words: str = ""


def answer(store: OpenStore, given: Answered, today: dt.date) -> Done[SafetyAnswer | None]:
    """Keep an answer, in place of the one of that moment; returns the one before, if any.

    Raises:
        Refused: SafetyOutOfRange, InFuture, ParticipantErased.
    """
    her, group_id = given.participant_id, given.group_id
    with store.work() as work:
        get_living(work, her)
        get_group(work, group_id)
        known = _of(work, her, group_id)
        before = next((each for each in known if each.moment is given.moment), None)
        tally_id = known[0].tally_id if known else uuid4()
        answer_id = before.id if before else uuid4()
        kept = SafetyAnswer(
            answer_id, her, group_id, given.moment, given.day, given.value, tally_id, given.words
        )
        kept.check_not_ahead(today)
        work.safety.put(kept)
        _count(work, her, group_id, tally_id)
        deed = Deed.CHANGED if before else Deed.ADDED
        work.log.note(deed, Subject.SAFETY, kept.id, her, spell=True)
        work.commit()
    return done(before, Kind.SAFETY, ids=(her,))


def remove_answer(store: OpenStore, known: SafetyAnswer) -> Done[SafetyAnswer]:
    """Remove an answer; it is not counted either. Answering again is the undo."""
    with store.work() as work:
        work.safety.remove(known.id)
        _count(work, known.participant_id, known.group_id, known.tally_id)
        work.log.note(Deed.REMOVED, Subject.SAFETY, known.id, known.participant_id)
        work.commit()
    return done(known, Kind.SAFETY, ids=(known.participant_id,))


def _of(work: UnitOfWork, participant_id: UUID, group_id: UUID) -> tuple[SafetyAnswer, ...]:
    answers = work.safety.of_participant(participant_id)
    return tuple(each for each in answers if each.group_id == group_id)


def _count(work: UnitOfWork, participant_id: UUID, group_id: UUID, tally_id: UUID) -> None:
    values = {each.moment: each.value for each in _of(work, participant_id, group_id)}
    work.safety.put_tally(SafetyTally(tally_id, group_id, values))
