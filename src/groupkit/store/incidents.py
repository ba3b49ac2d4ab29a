"""Incidents, sealed with whose they are, and what is counted of them without a woman."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, true

from groupkit.domain.incident import (
    Incident,
    IncidentKind,
    IncidentTally,
    Phase,
    Precision,
    Told,
    Way,
)
from groupkit.store.in_hand import take_in_hand
from groupkit.store.sealed import INCIDENT
from groupkit.store.sealed_fields import Fields, packed, unpacked
from groupkit.store.tables import incident, incident_tally
from groupkit.usecases.ports import StoreKeys


class IncidentRows:
    """Incidents by woman and their tallies; implements ``usecases.ports.Incidents``.

    An incident that does not open is left out; reading the whole store tells of it.
    """

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._fields = INCIDENT.of(keys)

    def find(self, incident_id: UUID) -> Incident | None:
        """Return the incident, or None."""
        return next(iter(self._where(incident.c.id == incident_id)), None)

    def of_participant(self, participant_id: UUID) -> tuple[Incident, ...]:
        """Return a woman's incidents, the one told last first."""
        return tuple(each for each in self.all() if each.participant_id == participant_id)

    def all(self) -> tuple[Incident, ...]:
        """Return every incident, the one told last first."""
        return self._where(true())

    def put(self, wanted: Incident) -> None:
        """Keep an incident, in place of the one of its id.

        Raises:
            LookupError: she is not in the store, or was erased.
        """
        take_in_hand(self._connection, wanted.participant_id)
        self.remove(wanted.id)
        sealed = self._fields.seal(wanted.id, packed(_fields(wanted)))
        self._connection.execute(insert(incident), {"id": wanted.id, "fields": sealed})

    def remove(self, incident_id: UUID) -> None:
        """Remove an incident, if it is there; its tally stays."""
        self._connection.execute(delete(incident).where(incident.c.id == incident_id))

    def tallies(self) -> tuple[IncidentTally, ...]:
        """Return what is counted of every incident; for every role."""
        rows = self._connection.execute(select(incident_tally).order_by(incident_tally.c.id))
        return tuple(_tally(row) for row in rows)

    def put_tally(self, wanted: IncidentTally) -> None:
        """Keep what is counted of an incident, in place of the one of its id."""
        self.remove_tally(wanted.id)
        row = {
            "id": wanted.id,
            "group_id": wanted.group_id,
            "year": wanted.year,
            "quarter": wanted.quarter,
            "phase": wanted.phase.value,
            **{kind.value: int(kind in wanted.kinds) for kind in IncidentKind},
            "teller": wanted.teller,
        }
        self._connection.execute(insert(incident_tally), row)

    def remove_tally(self, tally_id: UUID) -> None:
        """Count an incident no more: it was entered by mistake."""
        self._connection.execute(delete(incident_tally).where(incident_tally.c.id == tally_id))

    def _where(self, condition: ColumnElement[bool]) -> tuple[Incident, ...]:
        rows = self._connection.execute(select(incident).where(condition).order_by(incident.c.id))
        found = [each for row in rows if (each := self._incident(row))]
        return tuple(sorted(found, key=lambda each: each.told, reverse=True))

    def _incident(self, row: Row[Any]) -> Incident | None:
        said = unpacked(self._fields.open_or_broken(row.id, row.fields))
        return None if said is None else _incident(row.id, said)


def _fields(wanted: Incident) -> Fields:
    return {
        "of": str(wanted.participant_id),
        "told": wanted.told.isoformat(),
        "happened": wanted.happened.isoformat(),
        "precision": wanted.precision.value,
        "kinds": sorted(wanted.kinds),
        "ways": sorted(wanted.ways),
        "children_present": wanted.children_present.value,
        "danger": wanted.danger,
        "what": wanted.what,
        "wish": wanted.wish,
        "session": str(wanted.session_id) if wanted.session_id else "",
        "tally": str(wanted.tally_id),
    }


def _incident(incident_id: UUID, said: Fields) -> Incident:
    session = said.get("session", "")
    return Incident(
        incident_id,
        UUID(said["of"]),
        dt.date.fromisoformat(said["told"]),
        dt.date.fromisoformat(said["happened"]),
        frozenset(IncidentKind(kind) for kind in said["kinds"]),
        UUID(said["tally"]),
        Precision(said["precision"]),
        frozenset(Way(way) for way in said.get("ways", ())),
        Told(said["children_present"]),
        said.get("danger", False),
        said.get("what", ""),
        said.get("wish", ""),
        UUID(session) if session else None,
    )


def _tally(row: Row[Any]) -> IncidentTally:
    held = row._mapping
    return IncidentTally(
        row.id,
        row.group_id,
        row.year,
        row.quarter,
        Phase(row.phase),
        frozenset(kind for kind in IncidentKind if held[kind.value]),
        row.teller,
    )
