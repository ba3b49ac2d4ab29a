"""A program one step newer than today's, as it opens a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from groupkit.crypto import sidecar
from groupkit.crypto.keyring import KeyRing
from groupkit.store.files import digest_of
from groupkit.store.opened import Store
from groupkit.store.opening import open_store
from groupkit.store.versions import STEPS

if TYPE_CHECKING:
    from alembic.operations import Operations


class AddColour:
    """Recreates a table that others refer to, as many a change of a table must."""

    def upgrade(self, operations: Operations) -> None:
        connection = operations.get_bind()
        made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'group'")
        columns = (
            made.scalar_one()
            .split("(", 1)[1]
            .replace("place TEXT", "colour TEXT NOT NULL DEFAULT 'blue', place TEXT")
        )
        names = "id, name, name_key, start, weeks, every, parity, starts, minutes, place"
        for statement in (
            f"CREATE TABLE fresh ({columns}",
            f'INSERT INTO fresh ({names}) SELECT {names} FROM "group"',  # noqa: S608
            'DROP TABLE "group"',
            'ALTER TABLE fresh RENAME TO "group"',
        ):
            connection.exec_driver_sql(statement)


def open_newer(folder: Path, ring: KeyRing) -> Store:
    """Open the store in ``folder``, brought to the newer schema, as unlocking does."""
    database, found = folder / "store.db", sidecar.read(folder)
    closed_whole = sidecar.closed_cleanly(found, ring, digest_of(database))
    assert closed_whole is not False
    store = open_store(
        database,
        ring,
        [*STEPS, AddColour()],
        opened_from=sidecar.opened_from(found, ring),
        closed_whole=closed_whole is True,
        before_change=lambda following: sidecar.mark_open(folder, ring, following),
    )
    sidecar.mark_open(folder, ring, digest_of(database))
    return store
