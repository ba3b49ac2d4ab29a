"""Sealed columns: opened one by one, so that a broken one hides no other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Select, Table, select

from groupkit.domain.refusal import NotForYourRole, Refused
from groupkit.domain.roles import Part
from groupkit.store import tables
from groupkit.usecases.ports import StoreKeys, TextSealer

BROKEN = "\ufffd"
"""What stands in place of a sealed text that does not open."""


@dataclass(frozen=True)
class SealedColumn:
    """One column whose texts are bound to table, row id and column."""

    column: Column[bytes]
    part: Part | None
    """Whose key seals it; None for each person's own."""
    context: tuple[Column[Any], ...] = ()
    """Columns of the row that belong to the place: whose note it is, and of which session."""

    @property
    def table(self) -> Table:
        """The table in which the column hangs."""
        table = self.column.table
        assert isinstance(table, Table)  # noqa: S101 - our columns hang in tables
        return table

    @property
    def wanted(self) -> Select[Any]:
        """Return a query for id, text and context of each row that has a text."""
        id_column = self.column.table.c.id
        return select(id_column, self.column, *self.context).where(self.column.is_not(None))

    def of(self, keys: StoreKeys) -> SealedTexts:
        """Return the column with its sealer from ``keys``."""
        sealers: dict[Part | None, TextSealer | None] = {
            Part.PEOPLE: keys.people,
            Part.NOTES: keys.notes,
            None: keys.own,
        }
        return SealedTexts(self.column, self.part, sealers[self.part], self.wanted)


@dataclass(frozen=True)
class SealedTexts:
    """A sealed column and the sealer at hand; without one every use is refused."""

    column: Column[bytes]
    part: Part | None
    sealer: TextSealer | None
    _wanted: Select[Any]

    @property
    def _table(self) -> Table:
        table = self.column.table
        assert isinstance(table, Table)  # noqa: S101 - our columns hang in tables
        return table

    def seal(self, row_id: UUID, text: str, *context: UUID) -> bytes:
        """Return ``text`` sealed for the row, and for what it tells whose text it is."""
        return self._key().seal(self._table.name, row_id, self._place(context), text)

    def open(self, row_id: UUID, sealed: bytes, *context: UUID) -> str:
        """Return the row's text.

        Raises:
            ValueError: it does not open in this place.
        """
        return self._key().open(self._table.name, row_id, self._place(context), sealed)

    def open_or_broken(self, row_id: UUID, sealed: bytes, *context: UUID) -> str:
        """Return the row's text, or :data:`BROKEN`."""
        try:
            return self.open(row_id, sealed, *context)
        except ValueError:
            return BROKEN

    def count_broken(self, connection: Connection, user_id: UUID) -> int:
        """Return how many texts of the column do not open; 0 without the key.

        Of what is each person's own, only that of the keys' holder is looked at.
        """
        if self.sealer is None:
            return 0
        wanted = self._wanted
        if self.part is None:
            wanted = wanted.where(self._table.c.user_id == user_id)
        rows = connection.execute(wanted)
        return sum(not self._opens(*row) for row in rows)

    def _place(self, context: tuple[UUID, ...]) -> str:
        return "/".join((self.column.name, *map(str, context)))

    def _opens(self, row_id: UUID, sealed: bytes, *context: UUID) -> bool:
        try:
            self.open(row_id, sealed, *context)
        except ValueError:
            return False
        return True

    def _key(self) -> TextSealer:
        if self.sealer is None:
            raise Refused(NotForYourRole(str(self.part)))
        return self.sealer


ALIAS = SealedColumn(tables.participant.c.alias, Part.PEOPLE)
REASON = SealedColumn(
    tables.mark.c.reason, Part.PEOPLE, (tables.mark.c.session_id, tables.mark.c.participant_id)
)
GROUP_NOTE = SealedColumn(tables.group_note.c.text, Part.NOTES, (tables.group_note.c.session_id,))
OWN_NOTE = SealedColumn(
    tables.own_note.c.text,
    Part.NOTES,
    (tables.own_note.c.session_id, tables.own_note.c.participant_id),
)
DRAFT = SealedColumn(tables.draft.c.fields, None)
NOMINATION = SealedColumn(
    tables.nomination.c.words, Part.PEOPLE, (tables.nomination.c.participant_id,)
)
BOND = SealedColumn(tables.tie.c.bond, Part.PEOPLE, (tables.tie.c.one_id, tables.tie.c.other_id))
PROFILE = SealedColumn(tables.profile.c.fields, Part.PEOPLE, (tables.profile.c.participant_id,))
CONTACT = SealedColumn(
    tables.safe_contact.c.fields, Part.PEOPLE, (tables.safe_contact.c.participant_id,)
)
PURPOSE = SealedColumn(tables.consent.c.purpose, Part.PEOPLE, (tables.consent.c.participant_id,))
INCIDENT = SealedColumn(tables.incident.c.fields, Part.NOTES)
SAFETY = SealedColumn(tables.safety_answer.c.fields, Part.NOTES)
FOLLOW_UP = SealedColumn(tables.follow_up.c.what, Part.NOTES)
STEP = SealedColumn(
    tables.follow_up_step.c.words, Part.NOTES, (tables.follow_up_step.c.follow_up_id,)
)
PUBLISHED = SealedColumn(tables.published.c.fields, Part.PEOPLE)

SEALED = (
    *(ALIAS, REASON, GROUP_NOTE, OWN_NOTE, DRAFT),
    *(NOMINATION, BOND, PROFILE, CONTACT, PURPOSE),
    *(INCIDENT, SAFETY, FOLLOW_UP, STEP, PUBLISHED),
)
"""Every sealed column of the store."""
