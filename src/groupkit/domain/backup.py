"""Which backups are kept, and when the last one is too old."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

DAILY, WEEKLY = 7, 4
"""Backups kept: the last of each of the newest seven days and four ISO weeks that have one."""

LEAST_PROMISE, USUAL_PROMISE, MOST_PROMISE = 7, 35, 90
"""Days after which what was erased is gone from backups, too: the promised erasure time."""

OLD_AFTER = 7
"""Days after which a missing backup is worth a word."""


@dataclass(frozen=True)
class Backup:
    """One backup file: its name, and when it was made (UTC)."""

    name: str
    made: dt.datetime


def expired(
    backups: Iterable[Backup], now: dt.datetime, promise: int, *, daily: int = DAILY
) -> tuple[Backup, ...]:
    """Return the backups that are to go, never the newest.

    The last of each of the newest ``daily`` days and of the newest four weeks stay, unless they
    are older than ``promise`` days. What was made after ``now`` stays: the clock is wrong.
    """
    newest_first = sorted(backups, key=lambda backup: (backup.made, backup.name), reverse=True)
    past = [backup for backup in newest_first if backup.made <= now]
    days: dict[dt.date, Backup] = {}
    weeks: dict[tuple[int, int], Backup] = {}
    for backup in past:
        day = backup.made.date()
        days.setdefault(day, backup)
        weeks.setdefault(day.isocalendar()[:2], backup)
    kept = {*list(days.values())[:daily], *list(weeks.values())[:WEEKLY]}
    oldest = now - dt.timedelta(days=promise)
    young = {backup for backup in kept if backup.made > oldest} | set(past[:1])
    return tuple(backup for backup in past if backup not in young)


def is_old(made: dt.datetime | None, now: dt.datetime) -> bool:
    """Return whether the last verified backup is missing or a week old."""
    return made is None or now - made > dt.timedelta(days=OLD_AFTER)
