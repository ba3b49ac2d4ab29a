"""What a use case touched, so that each open page can decide whether to read again."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar
from uuid import UUID

T = TypeVar("T")


class Kind(StrEnum):
    """The kinds of things that pages show."""

    GROUP = "group"
    SESSION = "session"
    AGENDA = "agenda"
    MEMBER = "member"
    ATTENDANCE = "attendance"
    NOTE = "note"
    HOUSE = "house"
    UPKEEP = "upkeep"
    ACCESS = "access"
    BACKUP = "backup"
    CALENDAR = "calendar"
    PROGRAMME = "programme"
    TEMPLATE = "template"
    CLOCK = "clock"
    LIBRARY = "library"
    SPELLING = "spelling"
    NOMINATION = "nomination"
    PERSON = "person"
    INCIDENT = "incident"
    SAFETY = "safety"
    FOLLOW_UP = "follow_up"
    PRACTICE = "practice"
    REPORT = "report"


@dataclass(frozen=True)
class Changes:
    """The kinds touched, and the ids of the things where that narrows it down."""

    kinds: frozenset[Kind] = frozenset()
    ids: frozenset[UUID] = frozenset()

    def touches(self, *kinds: Kind) -> bool:
        """Return whether any of ``kinds`` was touched."""
        return bool(self.kinds.intersection(kinds))


@dataclass(frozen=True)
class Done(Generic[T]):
    """A use case's value together with what it touched."""

    value: T
    changes: Changes = field(default_factory=Changes)


def done(value: T, *kinds: Kind, ids: tuple[UUID, ...] = ()) -> Done[T]:
    """Return ``value`` with the changes made of ``kinds`` and ``ids``."""
    return Done(value, Changes(frozenset(kinds), frozenset(ids)))
