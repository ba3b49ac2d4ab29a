"""Who and which room is taken when: the same facilitator or room twice at one time is a clash."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from groupkit.domain.group import Group
from groupkit.domain.session import Session


@dataclass(frozen=True)
class Booking:
    """One session with whoever leads it and where; ``group`` is the group's name."""

    session_id: UUID
    group_id: UUID
    group: str
    day: dt.date
    starts: dt.time
    ends: dt.time
    place: str
    leaders: tuple[str, ...]

    def overlaps(self, other: Booking) -> bool:
        """Return whether both take place at one time; one may begin as the other ends."""
        return self.day == other.day and self.starts < other.end and other.starts < self.end

    @property
    def end(self) -> dt.time:
        """Its end; midnight counts as the day's last moment."""
        return dt.time.max if self.ends == dt.time.min else self.ends


class Taken(StrEnum):
    """What is booked twice."""

    FACILITATOR = "facilitator"
    ROOM = "room"


@dataclass(frozen=True)
class Clash:
    """``name`` (of a facilitator or a room) is booked by both at one time."""

    taken: Taken
    name: str
    wanted: Booking
    other: Booking


def leaders_of(session: Session, group: Group) -> tuple[str, ...]:
    """Return who leads ``session``: its own leaders, or the group's facilitators."""
    return session.leaders or group.facilitators


def place_of(session: Session, group: Group) -> str:
    """Return where ``session`` takes place."""
    return session.place or group.place


def substitutes(session: Session, group: Group) -> tuple[str, ...]:
    """Return those who lead ``session`` without being the group's facilitators."""
    usual = {_key(name) for name in group.facilitators}
    return tuple(name for name in session.leaders if _key(name) not in usual)


def booking(session: Session, group: Group) -> Booking:
    """Return what ``session`` takes up."""
    return Booking(
        session.id,
        group.id,
        group.name,
        session.day,
        session.starts,
        session.ends,
        place_of(session, group),
        leaders_of(session, group),
    )


def clashes(wanted: Iterable[Booking], others: Iterable[Booking]) -> tuple[Clash, ...]:
    """Return what is booked twice, by day; ``wanted`` are looked at among themselves as well.

    Names are compared without regard to case and Unicode form.
    """
    by_day: defaultdict[dt.date, list[Booking]] = defaultdict(list)
    for other in others:
        by_day[other.day].append(other)
    found: list[Clash] = []
    for mine in sorted(wanted, key=lambda each: (each.day, each.starts, str(each.session_id))):
        for other in by_day[mine.day]:
            if other.session_id != mine.session_id and mine.overlaps(other):
                found += _between(mine, other)
        by_day[mine.day].append(mine)
    return tuple(found)


def _between(mine: Booking, other: Booking) -> list[Clash]:
    theirs = {_key(name) for name in other.leaders}
    found = [
        Clash(Taken.FACILITATOR, name, mine, other) for name in mine.leaders if _key(name) in theirs
    ]
    if mine.place and _key(mine.place) == _key(other.place):
        found.append(Clash(Taken.ROOM, mine.place, mine, other))
    return found


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip()).casefold()
