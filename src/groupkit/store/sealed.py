"""Sealed columns: opened one by one, so that a broken one hides no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Column, Connection, Table, select

from groupkit.store import tables
from groupkit.usecases.ports import StoreKeys, TextSealer

BROKEN = "\ufffd"
"""What stands in place of a sealed text that does not open."""


@dataclass(frozen=True)
class SealedColumn:
    """One column whose texts are bound to table, row id and column."""

    column: Column[bytes]
    sealer_in: Callable[[StoreKeys], TextSealer | None]

    def of(self, keys: StoreKeys) -> SealedTexts:
        """Return the column with its sealer from ``keys``."""
        return SealedTexts(self.column, self.sealer_in(keys))


@dataclass(frozen=True)
class SealedTexts:
    """A sealed column and the sealer at hand; without one every use is a LookupError."""

    column: Column[bytes]
    sealer: TextSealer | None

    @property
    def _table(self) -> Table:
        table = self.column.table
        assert isinstance(table, Table)  # noqa: S101 - our columns hang in tables
        return table

    def seal(self, row_id: UUID, text: str) -> bytes:
        """Return ``text`` sealed for the row."""
        return self._key().seal(self._table.name, row_id, self.column.name, text)

    def open(self, row_id: UUID, sealed: bytes) -> str:
        """Return the row's text.

        Raises:
            ValueError: it does not open in this place.
        """
        return self._key().open(self._table.name, row_id, self.column.name, sealed)

    def open_or_broken(self, row_id: UUID, sealed: bytes) -> str:
        """Return the row's text, or :data:`BROKEN`."""
        try:
            return self.open(row_id, sealed)
        except ValueError:
            return BROKEN

    def count_broken(self, connection: Connection) -> int:
        """Return how many texts of the column do not open; 0 without the key."""
        if self.sealer is None:
            return 0
        rows = connection.execute(
            select(self._table.c.id, self.column).where(self.column.is_not(None))
        )
        return sum(not self._opens(row_id, sealed) for row_id, sealed in rows)

    def _opens(self, row_id: UUID, sealed: bytes) -> bool:
        try:
            self.open(row_id, sealed)
        except ValueError:
            return False
        return True

    def _key(self) -> TextSealer:
        if self.sealer is None:
            raise LookupError("no key for this part of the store")
        return self.sealer


ALIAS = SealedColumn(tables.participant.c.alias, lambda keys: keys.people)
REASON = SealedColumn(tables.mark.c.reason, lambda keys: keys.people)
GROUP_NOTE = SealedColumn(tables.group_note.c.text, lambda keys: keys.notes)
OWN_NOTE = SealedColumn(tables.own_note.c.text, lambda keys: keys.notes)
DRAFT = SealedColumn(tables.draft.c.fields, lambda keys: keys.notes)

SEALED = (ALIAS, REASON, GROUP_NOTE, OWN_NOTE, DRAFT)
"""Every sealed column of the store."""
