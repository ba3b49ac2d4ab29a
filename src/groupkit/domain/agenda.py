"""The timed plan of one session."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.refusal import (
    Field,
    ItemMinutesOutOfRange,
    Refused,
    ShortMinutesOutOfRange,
    TooManyItems,
)

LEAST_ITEM_MINUTES, MOST_ITEM_MINUTES = 1, 240
MOST_ITEMS = 40
LONGEST_ITEM_NOTE = 1_000
LONGEST_MATERIALS = 400
LONGEST_ROOM = 200
LEFT_OUT = 0
"""An item's minutes if short of time, when it is left out then."""

_BETWEEN_NAMES = re.compile(r"[\s,;/+&]+")


class ItemKind(StrEnum):
    """What a part of the session is for."""

    OPENING = "opening"
    TOPIC = "topic"
    EXERCISE = "exercise"
    BREAK = "break"
    CLOSING = "closing"
    OTHER = "other"


@dataclass(frozen=True)
class AgendaItem:
    """One part of a session: its minutes, its title, and a word to the facilitators.

    ``leader`` is who leads it, '' for nobody in particular; ``materials`` and ``room`` what must
    be there and how the room is set up. ``short`` holds the minutes if time runs short: 0 leaves
    the item out, None keeps it as it is.
    """

    id: UUID
    kind: ItemKind
    title: str
    minutes: int
    note: str = ""
    leader: str = ""
    materials: str = ""
    room: str = ""
    short: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", text.line(self.title, Field.ITEM))
        note = text.prose(self.note, Field.NOTE, most=LONGEST_ITEM_NOTE)
        object.__setattr__(self, "note", note)
        object.__setattr__(self, "leader", text.optional_line(self.leader, Field.FACILITATOR))
        materials = text.prose(self.materials, Field.MATERIALS, most=LONGEST_MATERIALS)
        object.__setattr__(self, "materials", materials)
        room = text.optional_line(self.room, Field.ROOM, most=LONGEST_ROOM)
        object.__setattr__(self, "room", room)
        if self.short is not None and not LEFT_OUT <= self.short <= self.minutes:
            raise Refused(ShortMinutesOutOfRange(self.short, self.minutes))
        if not LEAST_ITEM_MINUTES <= self.minutes <= MOST_ITEM_MINUTES:
            raise Refused(
                ItemMinutesOutOfRange(self.minutes, LEAST_ITEM_MINUTES, MOST_ITEM_MINUTES)
            )


def minutes_if_short(item: AgendaItem) -> int:
    """Return the minutes of ``item`` when time runs short; 0 when it is left out."""
    return item.minutes if item.short is None else item.short


def with_minutes(item: AgendaItem, minutes: int) -> AgendaItem:
    """Return ``item`` with ``minutes``; what it takes if time is short falls away if not less."""
    short = None if item.short is None or item.short >= minutes else item.short
    return replace(item, minutes=minutes, short=short)


@dataclass(frozen=True)
class TimedItem:
    """An item with the clock time at which it starts and ends."""

    item: AgendaItem
    starts: dt.time
    ends: dt.time


@dataclass(frozen=True)
class Agenda:
    """The items of a session in their order."""

    items: tuple[AgendaItem, ...] = ()

    def __post_init__(self) -> None:
        if len(self.items) > MOST_ITEMS:
            raise Refused(TooManyItems(MOST_ITEMS))

    @property
    def minutes(self) -> int:
        """The sum of all items."""
        return sum(item.minutes for item in self.items)

    @property
    def short_minutes(self) -> int:
        """The sum when every item keeps to its minutes for lack of time."""
        return sum(minutes_if_short(item) for item in self.items)

    def spare(self, length: int) -> int:
        """Minutes left of a session of ``length`` minutes; negative when the agenda overruns."""
        return length - self.minutes

    def timed(self, starts: dt.time) -> tuple[TimedItem, ...]:
        """Return each item with its clock times when the session begins at ``starts``."""
        clock = dt.datetime.combine(dt.date(2000, 1, 1), starts)
        timed = []
        for item in self.items:
            ends = clock + dt.timedelta(minutes=item.minutes)
            timed.append(TimedItem(item, clock.time(), ends.time()))
            clock = ends
        return tuple(timed)

    def with_item(self, item: AgendaItem, at: int | None = None) -> Agenda:
        """Return the agenda with ``item`` put in at position ``at`` (at the end by default)."""
        place = len(self.items) if at is None else max(0, min(at, len(self.items)))
        return Agenda((*self.items[:place], item, *self.items[place:]))

    def with_changed(self, item: AgendaItem) -> Agenda:
        """Return the agenda with the item of the same id replaced by ``item``."""
        return Agenda(tuple(item if old.id == item.id else old for old in self.items))

    def without(self, item_id: UUID) -> Agenda:
        """Return the agenda without the item ``item_id``."""
        return Agenda(tuple(item for item in self.items if item.id != item_id))

    def without_all(self, item_ids: Iterable[UUID]) -> Agenda:
        """Return the agenda without the items ``item_ids``."""
        gone = frozenset(item_ids)
        return Agenda(tuple(item for item in self.items if item.id not in gone))

    def followed_by(self, other: Agenda) -> Agenda:
        """Return this agenda with the items of ``other`` behind its own.

        Raises:
            Refused: TooManyItems.
        """
        return Agenda(self.items + other.items)

    def copied(self, new_id: Callable[[], UUID]) -> Agenda:
        """Return the same items under ids of their own."""
        return Agenda(tuple(replace(item, id=new_id()) for item in self.items))

    def without_leaders(self, names: Iterable[str]) -> Agenda:
        """Return the agenda with nobody leading where one of ``names`` did, alone or with others.

        Any other word that says who leads (a guest, say) stays.
        """
        gone = frozenset(name.casefold() for name in names)
        if not gone:
            return self
        return Agenda(
            tuple(
                replace(item, leader="") if _names_one_of(item.leader, gone) else item
                for item in self.items
            )
        )

    def moved(self, item_id: UUID, to: int) -> Agenda:
        """Return the agenda with the item ``item_id`` standing at position ``to`` (clamped)."""
        found = next((item for item in self.items if item.id == item_id), None)
        return self if found is None else self.without(item_id).with_item(found, to)


@dataclass(frozen=True)
class Template:
    """An agenda kept under a name, to begin others from."""

    id: UUID
    name: str
    agenda: Agenda

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", text.line(self.name, Field.TEMPLATE))


def _names_one_of(leader: str, names: frozenset[str]) -> bool:
    """Return whether one of the folded ``names`` stands in ``leader`` as words of its own."""
    whole = f" {_BETWEEN_NAMES.sub(' ', leader.casefold())} "
    return any(f" {_BETWEEN_NAMES.sub(' ', name).strip()} " in whole for name in names)
