"""Safety answers, sealed with whose they are, and what is counted of them without a woman."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, delete, insert, select

from groupkit.domain.safety import Change, ChangeTally, Moment, SafetyAnswer, SafetyTally
from groupkit.store.in_hand import take_in_hand
from groupkit.store.sealed import SAFETY
from groupkit.store.sealed_fields import packed, unpacked
from groupkit.store.tables import safety_answer, safety_change, safety_tally
from groupkit.usecases.ports import StoreKeys


class SafetyRows:
    """Safety answers by woman and their tallies; implements ``usecases.ports.SafetyAnswers``.

    An answer that does not open is left out; reading the whole store tells of it.
    """

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._fields = SAFETY.of(keys)

    def of_participant(self, participant_id: UUID) -> tuple[SafetyAnswer, ...]:
        """Return a woman's answers by day."""
        return tuple(each for each in self.all() if each.participant_id == participant_id)

    def all(self) -> tuple[SafetyAnswer, ...]:
        """Return every answer by day."""
        rows = self._connection.execute(select(safety_answer).order_by(safety_answer.c.id))
        found = [each for row in rows if (each := self._answer(row))]
        return tuple(sorted(found, key=lambda each: each.day))

    def put(self, wanted: SafetyAnswer) -> None:
        """Keep an answer, in place of the one of its id.

        Raises:
            LookupError: she is not in the store, or was erased.
        """
        take_in_hand(self._connection, wanted.participant_id)
        self.remove(wanted.id)
        said = {
            "of": str(wanted.participant_id),
            "group": str(wanted.group_id),
            "moment": wanted.moment.value,
            "day": wanted.day.isoformat(),
            "value": wanted.value,
            "words": wanted.words,
            "tally": str(wanted.tally_id),
            "change": str(wanted.change_id),
        }
        sealed = self._fields.seal(wanted.id, packed(said))
        self._connection.execute(insert(safety_answer), {"id": wanted.id, "fields": sealed})

    def remove(self, answer_id: UUID) -> None:
        """Remove an answer, if it is there; its tally stays."""
        self._connection.execute(delete(safety_answer).where(safety_answer.c.id == answer_id))

    def tallies(self) -> tuple[SafetyTally, ...]:
        """Return what is counted of every answer; for every role."""
        rows = self._connection.execute(select(safety_tally).order_by(safety_tally.c.id))
        return tuple(
            SafetyTally(row.id, row.group_id, Moment(row.moment), row.value) for row in rows
        )

    def put_tally(self, wanted: SafetyTally) -> None:
        """Keep what is counted of an answer, in place of the one of its id."""
        self.remove_tally(wanted.id)
        row = {
            "id": wanted.id,
            "group_id": wanted.group_id,
            "moment": wanted.moment.value,
            "value": wanted.value,
        }
        self._connection.execute(insert(safety_tally), row)

    def remove_tally(self, tally_id: UUID) -> None:
        """Count an answer no more."""
        self._connection.execute(delete(safety_tally).where(safety_tally.c.id == tally_id))

    def changes(self) -> tuple[ChangeTally, ...]:
        """Return what is counted of every pair of answers; for every role."""
        rows = self._connection.execute(select(safety_change).order_by(safety_change.c.id))
        return tuple(ChangeTally(row.id, row.group_id, Change(row.change)) for row in rows)

    def put_change(self, wanted: ChangeTally) -> None:
        """Keep what is counted of a pair, in place of the one of its id."""
        self.remove_change(wanted.id)
        row = {"id": wanted.id, "group_id": wanted.group_id, "change": wanted.change.value}
        self._connection.execute(insert(safety_change), row)

    def remove_change(self, change_id: UUID) -> None:
        """Count a pair no more."""
        self._connection.execute(delete(safety_change).where(safety_change.c.id == change_id))

    def _answer(self, row: Row[Any]) -> SafetyAnswer | None:
        said = unpacked(self._fields.open_or_broken(row.id, row.fields))
        if said is None:
            return None
        return SafetyAnswer(
            row.id,
            UUID(said["of"]),
            UUID(said["group"]),
            Moment(said["moment"]),
            dt.date.fromisoformat(said["day"]),
            said["value"],
            UUID(said["tally"]),
            UUID(said["change"]),
            said.get("words", ""),
        )
