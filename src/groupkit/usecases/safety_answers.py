"""Her answers on how safe she feels: given, corrected, and counted apart from her."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.safety import ChangeTally, Moment, SafetyAnswer, SafetyTally, change_of
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
        kept = SafetyAnswer(
            before.id if before else uuid4(),
            her,
            group_id,
            given.moment,
            given.day,
            given.value,
            before.tally_id if before else uuid4(),
            known[0].change_id if known else uuid4(),
            given.words,
        )
        kept.check_not_ahead(today)
        work.safety.put(kept)
        work.safety.put_tally(SafetyTally(kept.tally_id, group_id, kept.moment, kept.value))
        _count_change(work, kept)
        deed = Deed.CHANGED if before else Deed.ADDED
        work.log.note(deed, Subject.CARE, spell=True)
        work.commit()
    return done(before, Kind.SAFETY, ids=(her,))


def remove_answer(store: OpenStore, known: SafetyAnswer) -> Done[SafetyAnswer]:
    """Remove an answer; it is not counted either. Answering again is the undo."""
    with store.work() as work:
        work.safety.remove(known.id)
        work.safety.remove_tally(known.tally_id)
        _count_change(work, known)
        work.log.note(Deed.REMOVED, Subject.CARE)
        work.commit()
    return done(known, Kind.SAFETY, ids=(known.participant_id,))


def _of(work: UnitOfWork, participant_id: UUID, group_id: UUID) -> tuple[SafetyAnswer, ...]:
    answers = work.safety.of_participant(participant_id)
    return tuple(each for each in answers if each.group_id == group_id)


def _count_change(work: UnitOfWork, given: SafetyAnswer) -> None:
    """Count her change anew where both ends are there, and not where one is missing."""
    values = {each.moment: each.value for each in _of(work, given.participant_id, given.group_id)}
    if Moment.START not in values or Moment.END not in values:
        work.safety.remove_change(given.change_id)
        return
    change = change_of(values[Moment.START], values[Moment.END])
    work.safety.put_change(ChangeTally(given.change_id, given.group_id, change))
