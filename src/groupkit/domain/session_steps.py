"""Steps of a running session's clock: the next item, one back, the end."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from groupkit.domain.agenda import Agenda, AgendaItem
from groupkit.domain.running import SessionClock, in_hand, is_left_out


def next_item(agenda: Agenda, clock: SessionClock) -> AgendaItem | None:
    """Return the item that a step on begins, None when that step ends the session.

    It is the next one that nobody began and that is not left out for lack of time.
    """
    at = in_hand(agenda, clock)
    rest = [
        item for item in agenda.items[0 if at is None else at + 1 :] if item.id not in clock.begun
    ]
    wanted = next((item for item in rest if not is_left_out(item, clock)), None)
    # A session with nothing but items to leave out begins all the same.
    return rest[0] if wanted is None and at is None and rest else wanted


def step_on(agenda: Agenda, clock: SessionClock, now: dt.datetime) -> SessionClock:
    """Return the clock with the next item begun ``now``, or ended after the last one.

    A session that ended, and one without an agenda, stay as they are.
    """
    if clock.ended is not None or not agenda.items:
        return clock
    item = next_item(agenda, clock)
    if item is None:
        return end(clock, now)
    clock = _set_back(clock, now)
    return replace(clock, begun={**clock.begun, item.id: now})


def step_back(agenda: Agenda, clock: SessionClock) -> SessionClock:
    """Return the clock one step earlier: not ended, or the item in hand not begun."""
    if clock.ended is not None:
        return replace(clock, ended=None)
    at = in_hand(agenda, clock)
    if at is None:
        return clock
    gone = agenda.items[at].id
    return replace(clock, begun={key: at for key, at in clock.begun.items() if key != gone})


def end(clock: SessionClock, now: dt.datetime) -> SessionClock:
    """Return the clock with the session ended ``now``, whatever was still to come."""
    return replace(_set_back(clock, now), ended=now)


def _set_back(clock: SessionClock, now: dt.datetime) -> SessionClock:
    """Return the clock moved back so far that nothing began after ``now``.

    Somebody, or the network, set the laptop's clock back: the items keep their lengths and order.
    """
    ahead = max(clock.begun.values(), default=now) - now
    if ahead <= dt.timedelta(0):
        return clock
    return replace(clock, begun={key: at - ahead for key, at in clock.begun.items()})
