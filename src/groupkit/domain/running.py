"""A session while it runs: where the agenda is, ahead or behind, and when the rest comes.

The clock starts when somebody begins the first item; each item begins when somebody says so.
Until then the agenda's own times are what is expected.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from groupkit.domain.agenda import LEFT_OUT, Agenda, AgendaItem, minutes_if_short

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

    @property
    def runs(self) -> bool:
        """Whether something began and the session did not end."""
        return bool(self.begun) and self.ended is None


class Stage(StrEnum):
    """Where an item is in a session: passed over and left out are those that nobody begins."""

    DONE = "done"
    PASSED_OVER = "passed over"
    IN_HAND = "in hand"
    TO_COME = "to come"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class Expected:
    """An item with the moments, in UTC, between which it is now expected to run, or ran."""

    item: AgendaItem
    starts: dt.datetime
    ends: dt.datetime
    stage: Stage


@dataclass(frozen=True)
class Progress:
    """Where a session is at one moment.

    ``items`` stand in the agenda's order. ``late`` is how far the end has slipped from where the
    agenda had it: whole minutes behind, negative when ahead. ``left`` is what the item in hand has
    left, in seconds, negative when it runs over; None when no item is in hand. ``over`` says that
    the session ended.
    """

    items: tuple[Expected, ...]
    at: int | None
    late: int
    left: int | None
    ends: dt.datetime | None
    over: bool = False

    @property
    def current(self) -> Expected | None:
        """The item in hand, None before the first and after the end."""
        return None if self.at is None else self.items[self.at]

    @property
    def to_come(self) -> tuple[Expected, ...]:
        """The items that are still expected to begin."""
        return tuple(each for each in self.items if each.stage is Stage.TO_COME)

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
    order = _in_turn(agenda, clock)
    return order[-1] if order else None


def minutes_now(item: AgendaItem, clock: SessionClock) -> int:
    """Return the minutes that ``item`` gets once it begins.

    Somebody may begin what was to be left out for lack of time: then it gets all its minutes.
    """
    return (minutes_if_short(item) or item.minutes) if clock.short else item.minutes


def is_left_out(item: AgendaItem, clock: SessionClock) -> bool:
    """Return whether ``item`` falls away because time is short."""
    return clock.short and minutes_if_short(item) == LEFT_OUT


def progress(
    agenda: Agenda, clock: SessionClock, planned: dt.datetime, now: dt.datetime
) -> Progress:
    """Return where the session is.

    ``planned`` is when it was to begin, ``now`` the present moment, both with a time zone. When
    time is short, the item in hand and those to come count with their minutes if short of time.
    Where the laptop's clock was set back, the item in hand counts as just begun.
    """
    planned = planned.astimezone(dt.UTC)
    order = _in_turn(agenda, clock)
    if clock.ended is not None:
        ended = clock.ended.astimezone(dt.UTC)
        if order:
            ended = max(ended, _began(clock, agenda.items[order[-1]]))
        return Progress(_gone_through(agenda, clock, order, ended), None, 0, None, ended, over=True)
    if not order:
        rest = _to_come(agenda, clock, planned)
        return Progress(rest, None, 0, None, rest[-1].ends if rest else None)
    at = order[-1]
    began = _began(clock, agenda.items[at])
    due = began + minutes_now(agenda.items[at], clock) * _MINUTE
    now = max(now.astimezone(dt.UTC), began)
    until = max(due, now)
    rest = _to_come(agenda, clock, until, behind=at)
    ends = rest[-1].ends if rest else until
    known = {each.item.id: each for each in _gone_through(agenda, clock, order, until)}
    known.update((each.item.id, each) for each in rest)
    late = int((ends - planned - agenda.minutes * _MINUTE) / _MINUTE)
    left = math.ceil((due - now).total_seconds())
    return Progress(tuple(known[item.id] for item in agenda.items), at, late, left, ends)


def end_in_sight(agenda: Agenda, clock: SessionClock, planned: dt.datetime) -> dt.datetime:
    """Return when the session is over if nothing slips from here, not before the agenda's end.

    Unlike the end in :func:`progress` it does not move on while nobody says that an item ended.
    """
    agenda_end = planned.astimezone(dt.UTC) + agenda.minutes * _MINUTE
    found = progress(agenda, clock, planned, dt.datetime.min.replace(tzinfo=dt.UTC))
    if found.ends is None or found.over:
        return found.ends or agenda_end
    return max(found.ends, agenda_end)


def _in_turn(agenda: Agenda, clock: SessionClock) -> list[int]:
    """Return the positions of the items begun, as they followed each other."""
    known = [number for number, item in enumerate(agenda.items) if item.id in clock.begun]
    return sorted(known, key=lambda at: (clock.begun[agenda.items[at].id], at))


def _began(clock: SessionClock, item: AgendaItem) -> dt.datetime:
    return clock.begun[item.id].astimezone(dt.UTC)


def _gone_through(
    agenda: Agenda, clock: SessionClock, order: list[int], until: dt.datetime
) -> tuple[Expected, ...]:
    """Return all items as they were gone through until ``until``.

    What nobody began took no time; it stands where the next item that was begun starts.
    """
    starts = [_began(clock, agenda.items[position]) for position in order]
    ends = [*starts[1:], until] if starts else []
    spans = dict(zip(order, zip(starts, ends, strict=True), strict=True))
    last = order[-1] if order and clock.ended is None else None
    found: list[Expected] = []
    moment = until
    for position, item in reversed(list(enumerate(agenda.items))):
        if position in spans:
            moment, stopped = spans[position]
            stage = Stage.IN_HAND if position == last else Stage.DONE
            found.append(Expected(item, moment, stopped, stage))
        else:
            found.append(Expected(item, moment, moment, Stage.PASSED_OVER))
    return tuple(reversed(found))


def _to_come(
    agenda: Agenda, clock: SessionClock, starts: dt.datetime, behind: int = -1
) -> tuple[Expected, ...]:
    """Return the items behind a position that nobody began yet, one after the other."""
    found: list[Expected] = []
    for item in agenda.items[behind + 1 :]:
        if item.id in clock.begun:
            continue
        out = is_left_out(item, clock)
        ends = starts if out else starts + minutes_now(item, clock) * _MINUTE
        found.append(Expected(item, starts, ends, Stage.LEFT_OUT if out else Stage.TO_COME))
        starts = ends
    return tuple(found)
