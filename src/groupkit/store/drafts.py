"""Half-typed forms; their fields are sealed together."""

from __future__ import annotations

import json
from collections.abc import Mapping
from uuid import uuid4

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import sqlite

from groupkit.domain.refusal import Refused, SealBroken
from groupkit.store.sealed import DRAFT
from groupkit.store.tables import draft
from groupkit.usecases.ports import StoreKeys, TextSealer


class DraftRows:
    """One person's drafts by the place they were typed in; implements ``usecases.ports.Drafts``."""

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._fields = DRAFT.of(keys)
        self._user_id = keys.user_id

    def find(self, place: str) -> Mapping[str, str] | None:
        """Return the fields kept for ``place``, or None.

        Raises:
            Refused: SealBroken when they do not open; putting or dropping the draft ends that.
        """
        row = self._connection.execute(
            select(draft.c.id, draft.c.fields).where(
                draft.c.user_id == self._user_id, draft.c.place == place
            )
        ).one_or_none()
        if row is None:
            return None
        try:
            kept = json.loads(self._fields.open(row.id, row.fields))
        except ValueError as error:
            raise Refused(SealBroken(draft.name)) from error
        return {str(name): str(text) for name, text in kept.items()}

    def put(self, place: str, fields: Mapping[str, str]) -> None:
        """Keep ``fields`` for ``place`` in place of what was there."""
        row_id = uuid4()
        added = sqlite.insert(draft)
        replaced = added.on_conflict_do_update(
            index_elements=["user_id", "place"],
            set_={"id": added.excluded["id"], "fields": added.excluded["fields"]},
        )
        sealed = self._fields.seal(row_id, json.dumps(dict(fields)))
        row = {"id": row_id, "user_id": self._user_id, "place": place, "fields": sealed}
        self._connection.execute(replaced, row)

    def seal_anew(self, own: TextSealer) -> None:
        """Seal all of her drafts with other keys of her own; one that does not open goes."""
        mine = select(draft.c.id, draft.c.fields).where(draft.c.user_id == self._user_id)
        for row_id, fields in self._connection.execute(mine).all():
            this = draft.c.id == row_id
            try:
                text = self._fields.open(row_id, fields)
            except ValueError:
                self._connection.execute(delete(draft).where(this))
                continue
            sealed = own.seal(draft.name, row_id, draft.c.fields.name, text)
            self._connection.execute(update(draft).where(this).values(fields=sealed))

    def drop(self, place: str) -> None:
        """Forget the draft of ``place``; without one nothing happens."""
        self._connection.execute(
            delete(draft).where(draft.c.user_id == self._user_id, draft.c.place == place)
        )
