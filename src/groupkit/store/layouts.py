"""Reports kept by name."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from groupkit.domain.dates import Period
from groupkit.domain.reporting.choice import About, Audience, Choice, Layout, Span, Unit
from groupkit.store.tables import layout

_ANY_YEAR = 2000


class LayoutRows:
    """Layouts by name; implements ``usecases.ports.Layouts``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Layout, ...]:
        """Return every layout by name."""
        rows = self._connection.execute(select(layout))
        found = [
            Layout(
                row.id,
                row.name,
                Choice(
                    About(row.about),
                    Audience(row.audience),
                    Span(
                        Unit(row.unit),
                        _ANY_YEAR,
                        own=Period(row.own_first, row.own_last) if row.own_first else None,
                    ),
                    by_alias=bool(row.by_alias),
                ),
            )
            for row in rows
        ]
        return tuple(sorted(found, key=lambda one: one.name.casefold()))

    def put(self, wanted: Layout) -> None:
        """Keep ``wanted``, in place of the one with its id."""
        self.remove(wanted.id)
        span = wanted.choice.span
        row = {
            "id": wanted.id,
            "name": wanted.name,
            "about": wanted.choice.about.value,
            "audience": wanted.choice.audience.value,
            "unit": span.unit.value,
            "own_first": span.own.first if span.own else None,
            "own_last": span.own.last if span.own else None,
            "by_alias": int(wanted.choice.by_alias),
        }
        self._connection.execute(insert(layout), row)

    def remove(self, layout_id: UUID) -> None:
        """Remove the layout, if it is there."""
        self._connection.execute(delete(layout).where(layout.c.id == layout_id))
