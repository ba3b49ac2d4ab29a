"""The one house that the store belongs to."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from groupkit.domain.house import HelpLine, House
from groupkit.store.tables import help_line, house

_ONLY_ID = 1


class HouseRows:
    """The house and its help lines; implements ``usecases.ports.Houses``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> House:
        """Return the house; every store has one from its making."""
        row = self._connection.execute(select(house)).one()
        lines = self._connection.execute(select(help_line).order_by(help_line.c.place))
        return House(
            row.name,
            row.language,
            tuple(HelpLine(line.number, line.label, line.neutral) for line in lines),
            row.idle_minutes,
            bool(row.closed_on_usual_days),
            row.appearance,
            row.erasure_days,
            row.country,
        )

    def put(self, wanted: House) -> None:
        """Keep the house in place of what was there."""
        self._connection.execute(delete(house))
        self._connection.execute(delete(help_line))
        self._connection.execute(
            insert(house),
            {
                "id": _ONLY_ID,
                "name": wanted.name,
                "language": wanted.language,
                "idle_minutes": wanted.idle_minutes,
                "closed_on_usual_days": int(wanted.closed_on_usual_days),
                "appearance": wanted.appearance,
                "erasure_days": wanted.erasure_days,
                "country": wanted.country,
            },
        )
        rows = [
            {"place": place, "number": line.number, "label": line.label, "neutral": line.neutral}
            for place, line in enumerate(wanted.help_lines)
        ]
        if rows:
            self._connection.execute(insert(help_line), rows)
