"""Who has or had access, and whose hand is whose under the change log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects import sqlite

from groupkit.store.tables import hand, user
from groupkit.usecases.ports import StoreKeys


@dataclass(frozen=True)
class UserRow:
    """Somebody as the database knows her; what she may open stands in the keys."""

    id: UUID
    name: str
    added: dt.date
    removed: dt.date | None = None
    is_named: bool = True
    """Whether the owners vouch for the name."""


class UserRows:
    """Users by id; implements ``usecases.ports.Users``."""

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._keys = keys

    def me(self) -> UUID:
        """Return whoever unlocked the store."""
        return self._keys.user_id

    def names(self) -> Mapping[UUID, str]:
        """Return the name of everybody who has or had access."""
        return {row.id: row.name for row in self.all()}

    def present(self) -> Mapping[UUID, str]:
        """Return the name of everybody who has access, by name."""
        return {row.id: row.name for row in self.all() if row.removed is None}

    def all(self) -> tuple[UserRow, ...]:
        """Return everybody by name."""
        rows = self._connection.execute(select(user).order_by(user.c.name_key))
        named = self._keys.signer.is_named
        return tuple(
            UserRow(
                row.id, row.name, row.added, row.removed, named(row.id, row.name, row.certificate)
            )
            for row in rows
        )

    def find_named(self, name: str) -> UserRow | None:
        """Return who has access under that name (case doesn't matter), or None."""
        key = name.casefold()
        found = (each for each in self.all() if each.name.casefold() == key)
        return next((each for each in found if each.removed is None), None)

    def add(self, wanted: UserRow, public: bytes) -> None:
        """Add somebody with her hand; a name that is taken is an IntegrityError."""
        self._connection.execute(
            insert(user),
            {
                "id": wanted.id,
                "name": wanted.name,
                "name_key": wanted.name.casefold(),
                "added": wanted.added,
                "removed": wanted.removed,
                "certificate": self._keys.signer.name_certificate(wanted.id, wanted.name),
            },
        )
        self.add_hand(wanted.id, public)

    def add_hand(self, user_id: UUID, public: bytes) -> None:
        """Add a hand to somebody's earlier ones, certified by the owner at work.

        Raises:
            Refused: NotForYourRole for who is no owner.
        """
        row = {
            "public": public,
            "user_id": user_id,
            "certificate": self._keys.signer.certificate(public, user_id),
        }
        self._connection.execute(sqlite.insert(hand).on_conflict_do_nothing(), row)

    def know_own_hand(self) -> None:
        """Let the hand of the keys' holder be known, by the owners' word that she carries."""
        row = {
            "public": self._keys.signer.public,
            "user_id": self._keys.user_id,
            "certificate": self._keys.signer.voucher,
        }
        added = sqlite.insert(hand)
        # What somebody else put there for this hand gives way.
        known = added.on_conflict_do_update(
            index_elements=["public"],
            set_={name: added.excluded[name] for name in ("user_id", "certificate")},
        )
        self._connection.execute(known, row)

    def remove(self, user_id: UUID, day: dt.date) -> None:
        """Note that somebody's access ended; her name stays, for the log."""
        self._connection.execute(update(user).where(user.c.id == user_id).values(removed=day))
