"""What a session needs beforehand: the materials to bring and how the room is set up."""

from __future__ import annotations

import re
from collections.abc import Iterable

from groupkit.domain.agenda import AgendaItem, TimedItem
from groupkit.domain.matching import folded

# A comma inside a number ("1,5 l") or inside brackets does not end a thing.
_BETWEEN_THINGS = re.compile(r"(?:[\n;]|,\s)(?![^()]*\))")
_BULLETS = "-–•*· \t"


def things(materials: str) -> tuple[str, ...]:
    """Return the single things of an item's ``materials``: one a line, or parted by commas."""
    parts = (part.strip(_BULLETS).rstrip(".,") for part in _BETWEEN_THINGS.split(materials))
    return tuple(filter(None, parts))


def to_bring(items: Iterable[AgendaItem]) -> tuple[str, ...]:
    """Return every thing that ``items`` need, once, in the order in which it is first needed.

    Two that differ in case or Unicode form alone are the same thing.
    """
    found: dict[str, str] = {}
    for item in items:
        for thing in things(item.materials):
            found.setdefault(folded(thing), thing)
    return tuple(found.values())


def set_ups(items: Iterable[TimedItem]) -> tuple[TimedItem, ...]:
    """Return the items at which the room is set up otherwise than before."""
    found: list[TimedItem] = []
    for timed in items:
        room = timed.item.room
        if room and not (found and folded(found[-1].item.room) == folded(room)):
            found.append(timed)
    return tuple(found)
