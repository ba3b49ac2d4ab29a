"""Who may open what: a role is the parts of the store whose keys its holder has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.refusal import Field, OwnerNeedsAllKeys, Refused, RoleMissing


class Role(StrEnum):
    """What somebody does in aftercare; a person may hold several."""

    FACILITATOR = "facilitator"
    COORDINATOR = "coordinator"
    PEDAGOGUE = "pedagogue"


class Part(StrEnum):
    """A part of the store that has a key of its own.

    ``PEOPLE``: names, contact, reasons of absence. ``NOTES``: notes. ``ACCESS``: who has access.
    """

    PEOPLE = "people"
    NOTES = "notes"
    ACCESS = "access"


_OPENS: dict[Role, frozenset[Part]] = {
    Role.FACILITATOR: frozenset({Part.PEOPLE, Part.NOTES}),
    Role.COORDINATOR: frozenset({Part.PEOPLE}),
    Role.PEDAGOGUE: frozenset(),
}


@dataclass(frozen=True)
class Rights:
    """One or more roles, and whether the holder may add and remove people.

    Removing somebody renews every key, so an owner holds them all and is a facilitator, too.

    Raises:
        Refused: RoleMissing without a role, OwnerNeedsAllKeys.
    """

    roles: frozenset[Role]
    owner: bool = False

    def __post_init__(self) -> None:
        if not self.roles:
            raise Refused(RoleMissing())
        if self.owner and Role.FACILITATOR not in self.roles:
            raise Refused(OwnerNeedsAllKeys())

    @property
    def parts(self) -> frozenset[Part]:
        """The parts whose keys the holder has."""
        opened = frozenset[Part]().union(*(_OPENS[role] for role in self.roles))
        return opened | {Part.ACCESS} if self.owner else opened

    def loses(self, wanted: Rights) -> bool:
        """Return whether going over to ``wanted`` takes a key away, which renews them all."""
        return not self.parts <= wanted.parts


ALL_RIGHTS = Rights(frozenset(Role), owner=True)
"""Whoever makes the store holds every role."""


@dataclass(frozen=True)
class User:
    """Somebody with a passphrase of her own.

    ``removed`` is the day on which that ended; then no ``rights`` are left.
    """

    id: UUID
    name: str
    rights: Rights | None
    added: dt.date
    removed: dt.date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", user_name(self.name))

    @property
    def has_access(self) -> bool:
        """Whether the passphrase still opens the store."""
        return self.removed is None and self.rights is not None


def user_name(typed: str) -> str:
    """Return the name of somebody with access as it will be kept, or refuse it."""
    return text.line(typed, Field.USER)


def owners(users: Iterable[User]) -> tuple[User, ...]:
    """Return those who may add and remove people."""
    return tuple(user for user in users if user.rights is not None and user.rights.owner)
