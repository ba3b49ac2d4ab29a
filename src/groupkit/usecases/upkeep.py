"""The store's own care: whether the date is right, where the sheet lies, how old the backup is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from groupkit.domain.backup import is_old
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.clock import (
    NOT_KEPT_YET,
    ClockDoubt,
    Upkeep,
    doubt,
    sheet_question_due,
)
from groupkit.domain.participant import Participant
from groupkit.domain.roles import Part
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.erasing import doubted
from groupkit.usecases.keeping import women_to_look_at
from groupkit.usecases.ports import OpenStore

_LOOKED_AT = 100
"""Entries of the log among which something done since the last backup is looked for."""


@dataclass(frozen=True)
class Care:
    """What the store asks for today.

    ``backed_up`` is the moment of the newest verified backup, here or elsewhere, None without one.
    While the clock is in doubt, nothing else is asked: it all hangs on the date.
    ``sheet_not_kept``: a new sheet was shown, and nobody said that it was printed or written down.
    ``women_over``: of how many women something may no longer be kept; asked once a month.
    ``doubted``: women whom a list that nobody vouches for calls erased.
    """

    clock: ClockDoubt | None
    asks_for_sheet: bool
    backed_up: dt.datetime | None
    backup_is_old: bool
    sheet_not_kept: bool = False
    women_over: int = 0
    doubted: tuple[Participant, ...] = ()


def care(store: OpenStore, today: dt.date) -> Care:
    """Return what the store asks for; only owners are asked for the recovery sheet."""
    kept = upkeep(store)
    backed_up = last_backup(store)
    named = doubted(store)
    clock = doubt(today, kept.last_seen)
    if clock is not None:
        return Care(clock, False, backed_up, False, doubted=named)
    asks = store.may(Part.ACCESS) and sheet_question_due(today, kept)
    is_new = asks and not kept.sheet_is_kept
    is_old = _lacks_a_backup(store, backed_up, today)
    return Care(None, asks, backed_up, is_old, is_new, women_to_look_at(store, today), named)


def upkeep(store: OpenStore) -> Upkeep:
    """Return what the store remembers of its own care."""
    with store.work() as work:
        return work.upkeep.get()


def last_backup(store: OpenStore) -> dt.datetime | None:
    """Return when the newest verified backup was made, in the store's folder or outside it."""
    with store.work() as work:
        copied_out = work.upkeep.get().copied_out
    made = [backup.made for backup in store.backups.all()[:1]]
    return max((*made, *filter(None, (copied_out,))), default=None)


def confirm_date(store: OpenStore, today: dt.date) -> Done[Upkeep]:
    """Believe the laptop's date from now on; what waited for it may be purged again."""
    with store.work() as work:
        kept = replace(work.upkeep.get(), last_seen=today)
        work.upkeep.put(kept)
        work.log.note(Deed.CONFIRMED, Subject.CLOCK)
        work.commit()
    return done(kept, Kind.UPKEEP)


def sheet_found(store: OpenStore, today: dt.date) -> Done[Upkeep]:
    """Keep that somebody has seen the recovery sheet today."""
    with store.work() as work:
        kept = replace(work.upkeep.get(), sheet_seen=today)
        work.upkeep.put(kept)
        work.log.note(Deed.CONFIRMED, Subject.RECOVERY_SHEET)
        work.commit()
    return done(kept, Kind.UPKEEP)


def sheet_shown(store: OpenStore) -> None:
    """Keep that a new sheet was shown; until :func:`sheet_found`, owners are asked for it."""
    with store.work() as work:
        work.upkeep.put(replace(work.upkeep.get(), sheet_seen=NOT_KEPT_YET))
        work.log.note(Deed.CHANGED, Subject.RECOVERY_SHEET)
        work.commit()


def _lacks_a_backup(store: OpenStore, backed_up: dt.datetime | None, today: dt.date) -> bool:
    """Return whether the newest backup is old and something was done that it lacks.

    A store that lay untouched for three weeks needs none; one without any backup is given as long
    as an old one.
    """
    with store.work() as work:
        newest = work.log.entries(newest=_LOOKED_AT)
        since = backed_up or work.log.entries()[-1].at
    start_of_day = dt.datetime.combine(today, dt.time.min).astimezone()
    if not is_old(since, start_of_day):
        return False
    return any(entry.at > since and entry.deed is not Deed.UNLOCKED for entry in newest)
