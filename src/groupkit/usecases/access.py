"""Giving people access and taking it away; only owners may, but for one's own passphrase.

Where somebody gets a passphrase, both are at the laptop: the owner types her own again, and the
other hers twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from groupkit.domain.refusal import PassphrasesDiffer, Refused
from groupkit.domain.roles import Rights, Role, User
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.ports import OpenStore


@dataclass(frozen=True)
class NewPassphrase:
    """A passphrase typed twice."""

    passphrase: str = field(repr=False)
    again: str = field(repr=False)

    def checked(self) -> str:
        """Return the passphrase, or refuse two that differ."""
        if self.passphrase != self.again:
            raise Refused(PassphrasesDiffer())
        return self.passphrase


def people(store: OpenStore) -> tuple[User, ...]:
    """Return everybody who has access, by name."""
    return tuple(user for user in store.access.users() if user.has_access)


def rights(roles: Iterable[Role], *, owner: bool) -> Rights:
    """Return the rights of these roles, or refuse them (RoleMissing, OwnerNeedsAllKeys)."""
    return Rights(frozenset(roles), owner)


def add_person(
    store: OpenStore, own: str, name: str, wanted: Rights, typed: NewPassphrase, today: dt.date
) -> Done[User]:
    """Give somebody access.

    Raises:
        Refused: as for ``ports.Access.add``, and PassphrasesDiffer.
    """
    added = store.access.add(own, name, wanted, typed.checked(), today)
    return done(added, Kind.ACCESS, ids=(added.id,))


def change_rights(
    store: OpenStore, own: str, person: UUID, wanted: Rights
) -> Done[tuple[str, ...]]:
    """Change what somebody may open; the words of a new recovery sheet where keys were renewed."""
    words = store.access.change_rights(own, person, wanted)
    return done(words, Kind.ACCESS, Kind.UPKEEP, ids=(person,))


def remove_person(
    store: OpenStore, own: str, person: UUID, today: dt.date
) -> Done[tuple[str, ...]]:
    """Take somebody's access away; return the words of the new recovery sheet."""
    words = store.access.remove(own, person, today)
    return done(words, Kind.ACCESS, Kind.UPKEEP, ids=(person,))


def change_own_passphrase(store: OpenStore, own: str, typed: NewPassphrase) -> Done[None]:
    """Let another passphrase open the store for whoever is at the laptop."""
    store.access.change_own_passphrase(own, typed.checked())
    return done(None, Kind.ACCESS)


def reset_passphrase(store: OpenStore, own: str, person: UUID, typed: NewPassphrase) -> Done[None]:
    """Give somebody who forgot hers a new passphrase."""
    store.access.reset_passphrase(own, person, typed.checked())
    return done(None, Kind.ACCESS, ids=(person,))


def new_recovery_sheet(store: OpenStore, own: str) -> Done[tuple[str, ...]]:
    """Return the words of a new recovery sheet; the one before opens nothing any more."""
    words = store.access.new_recovery_sheet(own)
    return done(words, Kind.ACCESS, Kind.UPKEEP)


def renew_keys(store: OpenStore, own: str) -> Done[tuple[str, ...]]:
    """Renew all keys; return the words of the new recovery sheet."""
    return done(store.access.renew(own), Kind.ACCESS, Kind.UPKEEP)
