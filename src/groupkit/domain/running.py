"""A session while it runs: where the agenda is, ahead or behind, and when the rest comes.

The clock starts when somebody begins the first item; each item begins when somebody says so.
Until then the agenda's own times are what is expected.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from groupkit.domain.agenda import Agenda, AgendaItem, minutes_if_short

LAST_MINUTES = 5
"""Minutes before an item's end that are shown."""
_MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class SessionClock:
    """When each item began, by its id, when the session ended, and whether time is short.

    All moments have a time zone.
    """

    begun: Mapping[UUID, dt.datetime] = field(default_factory=dict)
    ended: dt.datetime | None = None
    short: bool = False


@dataclass(frozen=True)
class Expected:
    """An item with the moments between which it is now expected to run, or ran."""

    item: AgendaItem
    starts: dt.datetime
    ends: dt.datetime


@dataclass(frozen=True)
class Progress:
    """Where a session is at one moment.

    ``late`` is how far the rest of the agenda has slipped: minutes behind, negative when ahead.
    ``left`` is what the item in hand has left, in seconds, negative when it runs over; None when
    no item is in hand. ``over`` says that the last item ended.
    """

    items: tuple[Expected, ...]
    at: int | None
    late: int
    left: int | None
    ends: dt.datetime | None
    over: bool = False

    @property
    def last_minutes(self) -> bool:
        """Whether the item in hand has five minutes left or fewer, and is not over."""
        return self.left is not None and 0 < self.left <= LAST_MINUTES * 60

    @property
    def overruns(self) -> bool:
        """Whether the item in hand has used up its minutes."""
        return self.left is not None and self.left <= 0


def in_hand(agenda: Agenda, clock: SessionClock) -> int | None:
    """Return the position of the item begun last, None before the first."""
    known = [number for number, item in enumerate(agenda.items) if item.id in clock.begun]
    return max(known, key=lambda at: (clock.begun[agenda.items[at].id], at), default=None)


def progress(
    agenda: Agenda, clock: SessionClock, planned: dt.datetime, now: dt.datetime
) -> Progress:
    """Return where the session is.

    ``planned`` is when it was to begin, ``now`` the present moment, both with a time zone. Items
    that were skipped are not among those begun. When time is short, the items to come count with
    their minutes if short of time.
    """
    begun, ended, short = clock.begun, clock.ended, clock.short
    at = in_hand(agenda, clock)
    if at is None:
        return Progress(_from(agenda.items, planned, short=False), None, 0, None,
                        _end_of(agenda, planned))  # fmt: skip
    current = agenda.items[at]
    began = begun[current.id]
    due = began + current.minutes * _MINUTE
    if ended is not None:
        past = _past(agenda.items, begun, ended)
        return Progress(past, None, 0, None, ended, over=True)
    runs_until = max(due, now)
    past = _past(agenda.items[:at], begun, began)
    rest = _from(agenda.items[at + 1 :], runs_until, short=short)
    items = (*past, Expected(current, began, runs_until), *rest)
    expected_end = items[-1].ends
    planned_end = _end_of(agenda, planned) or expected_end
    late = round((expected_end - planned_end) / _MINUTE)
    left = int((due - now).total_seconds())
    return Progress(items, at, late, left, expected_end)


def _past(
    items: tuple[AgendaItem, ...], begun: Mapping[UUID, dt.datetime], until: dt.datetime
) -> tuple[Expected, ...]:
    """Return the items before the one in hand; what was skipped took no time."""
    found: list[Expected] = []
    ends = until
    for item in reversed(items):
        starts = begun.get(item.id, ends)
        found.append(Expected(item, min(starts, ends), ends))
        ends = min(starts, ends)
    return tuple(reversed(found))


def _from(
    items: tuple[AgendaItem, ...], starts: dt.datetime, *, short: bool
) -> tuple[Expected, ...]:
    found: list[Expected] = []
    for item in items:
        minutes = minutes_if_short(item) if short else item.minutes
        ends = starts + minutes * _MINUTE
        found.append(Expected(item, starts, ends))
        starts = ends
    return tuple(found)


def _end_of(agenda: Agenda, planned: dt.datetime) -> dt.datetime | None:
    return planned + agenda.minutes * _MINUTE if agenda.items else None
