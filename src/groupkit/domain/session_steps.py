"""Steps of a running session's clock: the next item, one back, the end."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID

from groupkit.domain.agenda import Agenda, minutes_if_short
from groupkit.domain.running import SessionClock, in_hand


def step_on(agenda: Agenda, clock: SessionClock, now: dt.datetime) -> SessionClock:
    """Return the clock with the next item begun ``now``, or ended after the last one.

    When time is short, items that are left out then are passed over.
    """
    if clock.ended is not None or not agenda.items:
        return clock
    at = in_hand(agenda, clock)
    for item in agenda.items[0 if at is None else at + 1 :]:
        if clock.short and at is not None and minutes_if_short(item) == 0:
            continue
        # Never before what is in hand, also when somebody sets the laptop's clock back.
        newest = max(clock.begun.values(), default=now)
        return replace(clock, begun={**clock.begun, item.id: max(now, newest)})
    return replace(clock, ended=now)


def step_back(agenda: Agenda, clock: SessionClock) -> SessionClock:
    """Return the clock one step earlier: not ended, or the item in hand not begun."""
    if clock.ended is not None:
        return replace(clock, ended=None)
    at = in_hand(agenda, clock)
    if at is None:
        return clock
    return without(clock, agenda.items[at].id)


def without(clock: SessionClock, item_id: UUID) -> SessionClock:
    """Return the clock with an item not begun."""
    return replace(clock, begun={key: at for key, at in clock.begun.items() if key != item_id})
