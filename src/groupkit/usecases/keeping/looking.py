"""What a human looks at once a month: how long what is kept, and whose time is over."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.clock import ClockDoubt, doubt
from groupkit.domain.participant import Participant
from groupkit.domain.retention import Kept, Periods, look_due
from groupkit.domain.roles import Part
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.erasing import named_in
from groupkit.usecases.keeping.due import Due, check_may, due_in
from groupkit.usecases.ports import OpenStore


@dataclass(frozen=True)
class Over:
    """A woman, and the kinds whose time is over for her, in the order in which they go.

    ``named_in`` counts the group notes that hold her alias or number, where she herself is to go:
    they stay, and a human corrects them first.
    """

    participant: Participant
    kinds: tuple[Kept, ...]
    named_in: int = 0


@dataclass(frozen=True)
class Keeping:
    """How long the house keeps what, and what would go today.

    While the date is in ``doubt``, nothing goes.
    """

    periods: Periods
    due: Due
    over: tuple[Over, ...]
    doubt: ClockDoubt | None


def look(store: OpenStore, today: dt.date) -> Keeping:
    """Return the periods and whose time is over, those of whom most goes first.

    Raises:
        Refused: NotForYourRole without the keys to people and notes.
    """
    check_may(store)
    with store.work() as work:
        due = due_in(work, today)
        over = [
            Over(woman, kinds, len(named_in(work, woman)) if Kept.PERSON in kinds else 0)
            for woman in work.members.all_participants()
            if (kinds := tuple(kind for kind in Kept if woman.id in due.of(kind)))
        ]
        over.sort(key=lambda each: (Kept.PERSON not in each.kinds, each.participant.number))
        doubted = doubt(today, work.upkeep.get().last_seen)
        return Keeping(work.practices.periods(), due, tuple(over), doubted)


def change_periods(store: OpenStore, wanted: Periods) -> Done[Periods]:
    """Keep how long the house keeps what; returns the periods before.

    Raises:
        Refused: NotForYourRole without the keys to people and notes.
    """
    check_may(store)
    with store.work() as work:
        before = work.practices.periods()
        work.practices.put_periods(wanted)
        work.log.note(Deed.CHANGED, Subject.RETENTION, spell=True)
        work.commit()
    return done(before, Kind.PRACTICE)


def put_off(store: OpenStore, today: dt.date) -> Done[dt.date]:
    """Keep that somebody looked today; the question comes again in a month."""
    check_may(store)
    with store.work() as work:
        work.upkeep.put(replace(work.upkeep.get(), kept_looked=today))
        work.log.note(Deed.CONFIRMED, Subject.RETENTION)
        work.commit()
    return done(today, Kind.UPKEEP)


def women_to_look_at(store: OpenStore, today: dt.date) -> int:
    """Return of how many women something is to go, once a month; otherwise 0.

    It is asked of who may see them, and not while the date is in doubt.
    """
    if not (store.may(Part.PEOPLE) and store.may(Part.NOTES)):
        return 0
    with store.work() as work:
        kept = work.upkeep.get()
        if doubt(today, kept.last_seen) or not look_due(today, kept.kept_looked):
            return 0
        return len(due_in(work, today).everybody)
