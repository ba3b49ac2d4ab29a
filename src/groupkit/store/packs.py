"""The key that signs material packs, and the makers that are known."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from groupkit.domain.material_pack import Maker
from groupkit.store.tables import known_maker, pack_key

_ONLY = 1


class PackRows:
    """Implements ``usecases.ports.PackMakers``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def seed(self) -> bytes | None:
        """Return the house's own key, None while it never made a pack."""
        return self._connection.execute(select(pack_key.c.seed)).scalar_one_or_none()

    def put_seed(self, seed: bytes) -> None:
        """Keep the house's own key, once."""
        self._connection.execute(insert(pack_key), {"id": _ONLY, "seed": seed})

    def all(self) -> tuple[Maker, ...]:
        """Return the makers that are known, by name."""
        wanted = select(known_maker.c.public, known_maker.c.name)
        rows = self._connection.execute(wanted.order_by(known_maker.c.name, known_maker.c.public))
        return tuple(Maker(row.public, row.name) for row in rows)

    def accept(self, maker: Maker, at: dt.datetime, by: UUID) -> None:
        """Keep a maker whose number was compared."""
        row = {"public": maker.public, "name": maker.name, "accepted": at, "accepted_by": by}
        self._connection.execute(insert(known_maker), row)

    def forget(self, public: bytes) -> None:
        """Know a maker no more."""
        self._connection.execute(delete(known_maker).where(known_maker.c.public == public))
