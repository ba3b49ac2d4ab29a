"""Follow-ups with their history, and which sheets were handed to whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select

from groupkit.domain.follow_up import FollowUp, Matter, Outcome, Step, StepDeed
from groupkit.store.in_hand import take_in_hand
from groupkit.store.sealed import BROKEN, FOLLOW_UP, STEP
from groupkit.store.sealed_fields import Fields, packed, unpacked
from groupkit.store.tables import follow_up, follow_up_step, handed_out
from groupkit.usecases.ports import StoreKeys


class FollowUpRows:
    """Follow-ups by id; implements ``usecases.ports.FollowUps``.

    What one is about is sealed together with whose it is, and with the session and the incident
    that it follows; one that does not open says nobody's name.
    """

    def __init__(
        self, connection: Connection, keys: StoreKeys, now: Callable[[], dt.datetime]
    ) -> None:
        self._connection = connection
        self._keys = keys
        self._now = now
        self._what = FOLLOW_UP.of(keys)
        self._words = STEP.of(keys)

    def find(self, follow_up_id: UUID) -> FollowUp | None:
        """Return the follow-up, or None."""
        return next(iter(self._where(follow_up.c.id == follow_up_id)), None)

    def open(self) -> tuple[FollowUp, ...]:
        """Return every open follow-up, the one due first first."""
        return self._where(follow_up.c.outcome.is_(None))

    def of_participant(self, participant_id: UUID) -> tuple[FollowUp, ...]:
        """Return a woman's follow-ups by due day."""
        return tuple(each for each in self.all() if each.participant_id == participant_id)

    def of_session(self, session_id: UUID) -> tuple[FollowUp, ...]:
        """Return what was opened at a session, by due day."""
        return tuple(each for each in self.all() if each.session_id == session_id)

    def of_incident(self, incident_id: UUID) -> tuple[FollowUp, ...]:
        """Return the steps after an incident, by due day."""
        return tuple(each for each in self.all() if each.incident_id == incident_id)

    def all(self) -> tuple[FollowUp, ...]:
        """Return every follow-up by due day."""
        return self._where(follow_up.c.id.is_not(None))

    def put(self, wanted: FollowUp, step: Step | None = None) -> None:
        """Keep a follow-up, in place of the one of its id, and the step that made it so.

        Raises:
            LookupError: the woman it is about is not in the store, or was erased.
        """
        if wanted.what == BROKEN:
            return
        if wanted.participant_id is not None:
            take_in_hand(self._connection, wanted.participant_id)
        columns = self._columns(wanted)
        changed = self._connection.execute(
            follow_up.update().where(follow_up.c.id == wanted.id).values(columns)
        )
        if changed.rowcount == 0:
            self._connection.execute(insert(follow_up), columns)
        if step is not None:
            self._note(wanted.id, step)

    def step(
        self,
        deed: StepDeed,
        *,
        due: dt.date | None = None,
        to: UUID | None = None,
        words: str = "",
    ) -> Step:
        """Return a step of the keys' holder, now."""
        moment = self._now().astimezone(dt.UTC)
        at = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
        return Step(at, self._keys.user_id, deed, due, to, words)

    def history(self, follow_up_id: UUID) -> tuple[Step, ...]:
        """Return what was done with a follow-up, the oldest first."""
        rows = self._connection.execute(
            select(follow_up_step)
            .where(follow_up_step.c.follow_up_id == follow_up_id)
            .order_by(follow_up_step.c.at, follow_up_step.c.id)
        )
        return tuple(self._step(row) for row in rows)

    def remove(self, follow_up_id: UUID) -> None:
        """Remove a follow-up with its history, if it is there."""
        steps = follow_up_step.c.follow_up_id == follow_up_id
        self._connection.execute(delete(follow_up_step).where(steps))
        self._connection.execute(delete(follow_up).where(follow_up.c.id == follow_up_id))

    def _where(self, condition: ColumnElement[bool]) -> tuple[FollowUp, ...]:
        in_order = (follow_up.c.due, follow_up.c.opened, follow_up.c.id)
        rows = self._connection.execute(select(follow_up).where(condition).order_by(*in_order))
        return tuple(self._follow_up(row) for row in rows)

    def _columns(self, wanted: FollowUp) -> dict[str, object]:
        said = {
            "what": wanted.what,
            "matter": wanted.matter.value,
            "of": str(wanted.participant_id or ""),
            "session": str(wanted.session_id or ""),
            "incident": str(wanted.incident_id or ""),
        }
        return {
            "id": wanted.id,
            "owner_id": wanted.owner,
            "opened": wanted.opened,
            "due": wanted.due,
            "outcome": wanted.outcome.value if wanted.outcome else None,
            "closed": wanted.closed,
            "what": self._what.seal(wanted.id, packed(said)),
        }

    def _follow_up(self, row: Row[Any]) -> FollowUp:
        said = unpacked(self._what.open_or_broken(row.id, row.what))
        if said is None:
            said = {"what": BROKEN, "matter": Matter.OTHER}
        return FollowUp(
            row.id,
            _id_in(said, "of"),
            Matter(said["matter"]),
            row.owner_id,
            row.opened,
            row.due,
            said.get("what", ""),
            _id_in(said, "session"),
            _id_in(said, "incident"),
            Outcome(row.outcome) if row.outcome else None,
            row.closed,
        )

    def _note(self, follow_up_id: UUID, step: Step) -> None:
        row_id = uuid4()
        sealed = self._words.seal(row_id, step.words, follow_up_id) if step.words else None
        row = {
            "id": row_id,
            "follow_up_id": follow_up_id,
            "at": step.at,
            "user_id": step.user_id,
            "deed": step.deed.value,
            "due": step.due,
            "to_id": step.to,
            "words": sealed,
        }
        self._connection.execute(insert(follow_up_step), row)

    def _step(self, row: Row[Any]) -> Step:
        words = ""
        if row.words is not None:
            words = self._words.open_or_broken(row.id, row.words, row.follow_up_id)
        return Step(row.at, row.user_id, StepDeed(row.deed), row.due, row.to_id, words)


def _id_in(said: Fields, name: str) -> UUID | None:
    return UUID(said[name]) if said.get(name) else None


class HandedOutRows:
    """Which sheets (a topic's slug and a sheet's name) were handed to whom.

    Implements ``usecases.ports.HandedOut``.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_session(self, session_id: UUID) -> Mapping[UUID, frozenset[tuple[str, str]]]:
        """Return the sheets by woman."""
        return self._by(handed_out.c.session_id == session_id, handed_out.c.participant_id)

    def of_participant(self, participant_id: UUID) -> Mapping[UUID, frozenset[tuple[str, str]]]:
        """Return the sheets by session."""
        return self._by(handed_out.c.participant_id == participant_id, handed_out.c.session_id)

    def put(
        self, session_id: UUID, participant_id: UUID, sheets: Iterable[tuple[str, str]]
    ) -> None:
        """Keep what she was given at a session, in place of what was noted before."""
        mine = (handed_out.c.session_id == session_id) & (
            handed_out.c.participant_id == participant_id
        )
        self._connection.execute(delete(handed_out).where(mine))
        of = {"session_id": session_id, "participant_id": participant_id}
        rows = [{**of, "topic": topic, "sheet": sheet} for topic, sheet in sorted(set(sheets))]
        if rows:
            self._connection.execute(insert(handed_out), rows)

    def _by(
        self, condition: ColumnElement[bool], key: Any
    ) -> Mapping[UUID, frozenset[tuple[str, str]]]:
        found: dict[UUID, set[tuple[str, str]]] = {}
        rows = self._connection.execute(select(key, handed_out).where(condition))
        for row in rows:
            found.setdefault(row[0], set()).add((row.topic, row.sheet))
        return {of: frozenset(sheets) for of, sheets in found.items()}
