"""Which counts of a year have left the house, shown or hidden; by their names, without a count."""

from __future__ import annotations

import json
from collections.abc import Iterable
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select

from groupkit.domain.protection import Key, Standing
from groupkit.store.sealed import BROKEN, PUBLISHED
from groupkit.store.tables import published
from groupkit.usecases.ports import StoreKeys


class PublishedRows:
    """What left the house by year; implements ``usecases.ports.Published``.

    A year whose row does not open counts as one of which nothing left.
    """

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._fields = PUBLISHED.of(keys)

    def of_year(self, year: int) -> Standing:
        """Return what left the house of a year, nothing where nothing did."""
        row = self._connection.execute(
            select(published).where(published.c.year == year)
        ).one_or_none()
        text = BROKEN if row is None else self._fields.open_or_broken(row.id, row.fields)
        if text == BROKEN:
            return Standing()
        said = json.loads(text)
        return Standing(_keys(said["shown"]), _keys(said["hidden"]))

    def put(self, year: int, standing: Standing) -> None:
        """Keep what has left of a year, in place of what was kept before."""
        self._connection.execute(delete(published).where(published.c.year == year))
        row_id = uuid4()
        said = {"shown": sorted(standing.shown), "hidden": sorted(standing.hidden)}
        sealed = self._fields.seal(row_id, json.dumps(said, ensure_ascii=False))
        self._connection.execute(insert(published), {"id": row_id, "year": year, "fields": sealed})


def _keys(said: Iterable[Iterable[str]]) -> frozenset[Key]:
    return frozenset(tuple(key) for key in said)
