"""Nominations and ties between women; what they say is sealed."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, or_, select, update

from groupkit.domain.composition import Bond, Tie
from groupkit.domain.nomination import Answer, Consideration, Decision, Nomination, Verdict
from groupkit.domain.refusal import NominationChangedSince, Refused, SealBroken
from groupkit.store.sealed import BOND, BROKEN, NOMINATION
from groupkit.store.sealed_fields import Fields, packed, unpacked
from groupkit.store.tables import nomination, tie
from groupkit.usecases.ports import StoreKeys

_CONSIDERATIONS = ("language", "situation", "mental_state")
_WORDS = ("contact_person", "speaks_for", "speaks_against", "conversation_words")


class NominationRows:
    """Nominations by id; implements ``usecases.ports.Nominations``."""

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._words = NOMINATION.of(keys)

    def add(self, wanted: Nomination) -> None:
        """Add a nomination; a second open one of the same woman is an IntegrityError."""
        self._connection.execute(insert(nomination), self.columns(wanted))

    def change(self, wanted: Nomination) -> None:
        """Keep ``wanted`` in place of the revision before it.

        Raises:
            Refused: NominationChangedSince; SealBroken when what is there does not open.
        """
        known = self.find(wanted.id)
        if known is not None and known.contact_person == BROKEN:
            raise Refused(SealBroken(nomination.name))
        changed = self._connection.execute(
            update(nomination)
            .where(nomination.c.id == wanted.id, nomination.c.revision == wanted.revision - 1)
            .values(self.columns(wanted))
        )
        if changed.rowcount != 1:
            raise Refused(NominationChangedSince())

    def remove(self, nomination_id: UUID) -> None:
        """Remove a nomination, if it is there."""
        self._connection.execute(delete(nomination).where(nomination.c.id == nomination_id))

    def find(self, nomination_id: UUID) -> Nomination | None:
        """Return the nomination, or None."""
        return next(iter(self._where(nomination.c.id == nomination_id)), None)

    def of_participant(self, participant_id: UUID) -> tuple[Nomination, ...]:
        """Return a woman's nominations, the newest first."""
        return self._where(nomination.c.participant_id == participant_id)[::-1]

    def all(self) -> tuple[Nomination, ...]:
        """Return every nomination, the oldest first."""
        return self._where(nomination.c.id.is_not(None))

    def _where(self, condition: ColumnElement[bool]) -> tuple[Nomination, ...]:
        in_order = (nomination.c.made, nomination.c.id)
        rows = self._connection.execute(select(nomination).where(condition).order_by(*in_order))
        return tuple(self._nomination(row) for row in rows)

    def columns(self, wanted: Nomination) -> dict[str, object]:
        """Return a nomination as the columns of its row."""
        verdict = wanted.verdict
        said: Fields = {name: getattr(wanted, name) for name in _WORDS}
        for name in _CONSIDERATIONS:
            each: Consideration = getattr(wanted, name)
            said |= {name: each.answer.value, f"{name}_words": each.words}
        if verdict is not None:
            said |= {"why": verdict.why, "offer": verdict.offer}
        return {
            "id": wanted.id,
            "participant_id": wanted.participant_id,
            "made": wanted.made,
            "conversation": wanted.conversation,
            "said_yes": wanted.said_yes,
            "decision": verdict.decision.value if verdict else None,
            "decided": verdict.day if verdict else None,
            "group_id": verdict.group_id if verdict else None,
            "revision": wanted.revision,
            "words": self._words.seal(wanted.id, packed(said), wanted.participant_id),
        }

    def _nomination(self, row: Row[Any]) -> Nomination:
        opened = self._words.open_or_broken(row.id, row.words, row.participant_id)
        said = unpacked(opened)
        if said is None:
            said = {"contact_person": BROKEN, "offer": BROKEN}
        return Nomination(
            row.id,
            row.participant_id,
            row.made,
            contact_person=said.get("contact_person", ""),
            language=_consideration("language", said),
            situation=_consideration("situation", said),
            mental_state=_consideration("mental_state", said),
            speaks_for=said.get("speaks_for", ""),
            speaks_against=said.get("speaks_against", ""),
            conversation_words=said.get("conversation_words", ""),
            conversation=row.conversation,
            said_yes=row.said_yes,
            verdict=_verdict(row.decision, row.decided, row.group_id, said),
            revision=row.revision,
        )


def _consideration(name: str, said: Fields) -> Consideration:
    answer = Answer(said.get(name, Answer.UNKNOWN))
    return Consideration(answer, said.get(f"{name}_words", ""))


def _verdict(
    decision: str | None, day: dt.date, group_id: UUID | None, said: Fields
) -> Verdict | None:
    if decision is None:
        return None
    return Verdict(Decision(decision), day, said.get("why", ""), group_id, said.get("offer", ""))


class TieRows:
    """Ties between women; implements ``usecases.ports.Ties``."""

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._bond = BOND.of(keys)

    def all(self) -> tuple[Tie, ...]:
        """Return every tie that opens."""
        return self._where(tie.c.id.is_not(None))

    def of_participant(self, participant_id: UUID) -> tuple[Tie, ...]:
        """Return a woman's ties."""
        return self._where(or_(tie.c.one_id == participant_id, tie.c.other_id == participant_id))

    def put(self, wanted: Tie) -> None:
        """Keep a tie, in place of the one of its id."""
        self.remove(wanted.id)
        row = {
            "id": wanted.id,
            "one_id": wanted.one,
            "other_id": wanted.other,
            "bond": self._bond.seal(wanted.id, wanted.bond.value, wanted.one, wanted.other),
        }
        self._connection.execute(insert(tie), row)

    def remove(self, tie_id: UUID) -> None:
        """Remove a tie, if it is there."""
        self._connection.execute(delete(tie).where(tie.c.id == tie_id))

    def _where(self, condition: ColumnElement[bool]) -> tuple[Tie, ...]:
        rows = self._connection.execute(select(tie).where(condition).order_by(tie.c.id))
        opened = [
            (row, self._bond.open_or_broken(row.id, row.bond, row.one_id, row.other_id))
            for row in rows
        ]
        return tuple(
            Tie(row.id, row.one_id, row.other_id, Bond(bond))
            for row, bond in opened
            if bond != BROKEN
        )
