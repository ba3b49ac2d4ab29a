"""Incidents and safety answers, sealed, and what is counted of them without a woman."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select

from groupkit.domain.incident import (
    Incident,
    IncidentKind,
    IncidentTally,
    Phase,
    Precision,
    Told,
    Way,
)
from groupkit.domain.safety import Moment, SafetyAnswer, SafetyTally
from groupkit.store.sealed import INCIDENT, SAFETY
from groupkit.store.sealed_fields import packed, unpacked
from groupkit.store.tables import incident, incident_tally, safety_answer, safety_tally
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
        return self._where(incident.c.participant_id == participant_id)

    def all(self) -> tuple[Incident, ...]:
        """Return every incident, the one told last first."""
        return self._where(incident.c.id.is_not(None))

    def put(self, wanted: Incident) -> None:
        """Keep an incident, in place of the one of its id."""
        said = {
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
        row = {
            "told": wanted.told,
            "fields": self._fields.seal(wanted.id, packed(said), wanted.participant_id),
        }
        changed = self._connection.execute(
            incident.update()
            .where(incident.c.id == wanted.id, incident.c.participant_id == wanted.participant_id)
            .values(row)
        )
        if changed.rowcount == 0:
            of = {"id": wanted.id, "participant_id": wanted.participant_id}
            self._connection.execute(insert(incident), {**of, **row})

    def remove(self, incident_id: UUID) -> None:
        """Remove an incident to which no follow-up refers, if it is there."""
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
            "children_present": wanted.children_present.value,
            "danger": int(wanted.danger),
            **{kind.value: int(kind in wanted.kinds) for kind in IncidentKind},
            **{way.value: int(way in wanted.ways) for way in Way},
        }
        self._connection.execute(insert(incident_tally), row)

    def remove_tally(self, tally_id: UUID) -> None:
        """Count an incident no more: it was entered by mistake."""
        self._connection.execute(delete(incident_tally).where(incident_tally.c.id == tally_id))

    def _where(self, condition: ColumnElement[bool]) -> tuple[Incident, ...]:
        in_order = (incident.c.told.desc(), incident.c.id)
        rows = self._connection.execute(select(incident).where(condition).order_by(*in_order))
        found = (self._incident(row) for row in rows)
        return tuple(each for each in found if each)

    def _incident(self, row: Row[Any]) -> Incident | None:
        said = unpacked(self._fields.open_or_broken(row.id, row.fields, row.participant_id))
        if said is None:
            return None
        session = said.get("session", "")
        return Incident(
            row.id,
            row.participant_id,
            row.told,
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
        frozenset(way for way in Way if held[way.value]),
        Told(row.children_present),
        bool(row.danger),
    )


class SafetyRows:
    """Safety answers by woman and their tallies; implements ``usecases.ports.SafetyAnswers``.

    An answer that does not open is left out; reading the whole store tells of it.
    """

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._fields = SAFETY.of(keys)

    def of_participant(self, participant_id: UUID) -> tuple[SafetyAnswer, ...]:
        """Return a woman's answers by day."""
        return self._where(safety_answer.c.participant_id == participant_id)

    def of_group(self, group_id: UUID) -> tuple[SafetyAnswer, ...]:
        """Return the answers of a group's course by day."""
        return self._where(safety_answer.c.group_id == group_id)

    def put(self, wanted: SafetyAnswer) -> None:
        """Keep an answer, in place of the one of its id."""
        self.remove(wanted.id)
        said = {"value": wanted.value, "words": wanted.words, "tally": str(wanted.tally_id)}
        place = (wanted.participant_id, wanted.group_id)
        row = {
            "id": wanted.id,
            "participant_id": wanted.participant_id,
            "group_id": wanted.group_id,
            "moment": wanted.moment.value,
            "day": wanted.day,
            "fields": self._fields.seal(wanted.id, packed(said), *place),
        }
        self._connection.execute(insert(safety_answer), row)

    def remove(self, answer_id: UUID) -> None:
        """Remove an answer, if it is there."""
        self._connection.execute(delete(safety_answer).where(safety_answer.c.id == answer_id))

    def tallies(self) -> tuple[SafetyTally, ...]:
        """Return what is counted of every course; for every role."""
        rows = self._connection.execute(select(safety_tally).order_by(safety_tally.c.id))
        return tuple(
            SafetyTally(
                row.id,
                row.group_id,
                {
                    each: row._mapping[f"at_{each.value}"]
                    for each in Moment
                    if row._mapping[f"at_{each.value}"] is not None
                },
            )
            for row in rows
        )

    def put_tally(self, wanted: SafetyTally) -> None:
        """Keep what is counted, in place of the one of its id; without a value it goes."""
        self._connection.execute(delete(safety_tally).where(safety_tally.c.id == wanted.id))
        if not wanted.values:
            return
        row = {
            "id": wanted.id,
            "group_id": wanted.group_id,
            **{f"at_{each.value}": wanted.values.get(each) for each in Moment},
        }
        self._connection.execute(insert(safety_tally), row)

    def _where(self, condition: ColumnElement[bool]) -> tuple[SafetyAnswer, ...]:
        in_order = (safety_answer.c.day, safety_answer.c.id)
        rows = self._connection.execute(select(safety_answer).where(condition).order_by(*in_order))
        found = (self._answer(row) for row in rows)
        return tuple(each for each in found if each)

    def _answer(self, row: Row[Any]) -> SafetyAnswer | None:
        place = (row.participant_id, row.group_id)
        said = unpacked(self._fields.open_or_broken(row.id, row.fields, *place))
        if said is None:
            return None
        return SafetyAnswer(
            row.id,
            row.participant_id,
            row.group_id,
            Moment(row.moment),
            row.day,
            said["value"],
            UUID(said["tally"]),
            said.get("words", ""),
        )
