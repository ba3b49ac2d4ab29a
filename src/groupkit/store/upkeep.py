"""What the store remembers of its own care."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects import sqlite

from groupkit.domain.clock import Upkeep
from groupkit.store.tables import upkeep

_ONLY_ID = 1


class UpkeepRows:
    """Implements ``usecases.ports.UpkeepNotes``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Upkeep:
        """Return what is remembered; every store has it from its making."""
        row = self._connection.execute(select(upkeep)).one()
        return Upkeep(
            row.last_seen,
            row.sheet_seen,
            row.copied_out,
            bool(row.renewal_due),
            row.kept_looked,
        )

    def put(self, wanted: Upkeep) -> None:
        """Remember ``wanted`` in place of what was there."""
        row = {
            "id": _ONLY_ID,
            "last_seen": wanted.last_seen,
            "sheet_seen": wanted.sheet_seen,
            "copied_out": wanted.copied_out,
            "renewal_due": int(wanted.renewal_due),
            "kept_looked": wanted.kept_looked,
        }
        added = sqlite.insert(upkeep)
        replaced = added.on_conflict_do_update(
            index_elements=["id"],
            set_={name: added.excluded[name] for name in row},
        )
        self._connection.execute(replaced, row)
