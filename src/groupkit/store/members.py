"""Participants and their dated memberships; aliases are sealed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, delete, exists, func, insert, select, update
from sqlalchemy.dialects import sqlite

from groupkit.domain.participant import Leaving, Membership, Participant, Pause
from groupkit.store.clock import utc_now
from groupkit.store.follow_ups import FollowUpRows
from groupkit.store.incidents import IncidentRows
from groupkit.store.safety_answers import SafetyRows
from groupkit.store.sealed import ALIAS, BROKEN
from groupkit.store.tables import (
    consent,
    handed_out,
    mark,
    membership,
    nomination,
    own_note,
    participant,
    pause,
    profile,
    safe_contact,
    tie,
)
from groupkit.usecases.ports import StoreKeys

_OF_HER = (membership, mark, own_note, handed_out, nomination, profile, safe_contact, consent)
_HELD_BY = (*(table.c.participant_id for table in _OF_HER), tie.c.one_id, tie.c.other_id)
"""What refers to a participant in the clear, and so keeps her."""


class MemberRows:
    """Memberships by id and by group; implements ``usecases.ports.Members``."""

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._keys = keys
        self._alias = ALIAS.of(keys)

    def add_all(self, memberships: Iterable[Membership]) -> None:
        """Add memberships, and their participants where these are not known yet.

        A number that another participant has is an IntegrityError.
        """
        wanted = tuple(memberships)
        if not wanted:
            return
        women = {each.participant.id: each.participant for each in wanted}
        self._connection.execute(
            sqlite.insert(participant).on_conflict_do_nothing(index_elements=["id"]),
            [
                {
                    "id": woman.id,
                    "number": woman.number,
                    "alias": self._alias.seal(woman.id, woman.alias),
                    "handled": self._reads_notes,
                }
                for woman in women.values()
            ],
        )
        self._connection.execute(
            insert(membership),
            [
                {
                    "id": each.id,
                    "group_id": each.group_id,
                    "participant_id": each.participant.id,
                    "joined": each.joined,
                    "left_on": each.left,
                    "why_left": each.why_left.value if each.why_left else None,
                }
                for each in wanted
            ],
        )
        self._add_pauses(wanted)

    def change(self, wanted: Membership) -> None:
        """Change the membership's dates and its participant's alias and number.

        An alias that could not be opened, handed back as it was read, stays as it is.
        """
        woman = wanted.participant
        columns: dict[str, object] = {"number": woman.number}
        if woman.alias != BROKEN:
            columns["alias"] = self._alias.seal(woman.id, woman.alias)
        self._connection.execute(
            update(participant).where(participant.c.id == woman.id).values(columns)
        )
        self._connection.execute(
            update(membership)
            .where(membership.c.id == wanted.id)
            .values(
                joined=wanted.joined,
                left_on=wanted.left,
                why_left=wanted.why_left.value if wanted.why_left else None,
            )
        )
        self._connection.execute(delete(pause).where(pause.c.membership_id == wanted.id))
        self._add_pauses([wanted])

    def remove(self, membership_id: UUID) -> None:
        """Remove a membership, and its participant when nothing else refers to her."""
        woman = self._connection.execute(
            select(membership.c.participant_id).where(membership.c.id == membership_id)
        ).scalar_one_or_none()
        self._connection.execute(delete(pause).where(pause.c.membership_id == membership_id))
        self._connection.execute(delete(membership).where(membership.c.id == membership_id))
        if woman is not None:
            self.remove_participant(woman)

    def find(self, membership_id: UUID) -> Membership | None:
        """Return the membership, or None."""
        return next(iter(self._where(membership.c.id == membership_id)), None)

    def of_group(self, group_id: UUID) -> tuple[Membership, ...]:
        """Return a group's memberships by participant number, then joining date."""
        return self._where(membership.c.group_id == group_id)

    def find_participant(self, number: str) -> Participant | None:
        """Return the participant with exactly that number, or None."""
        row = self._connection.execute(
            select(participant).where(participant.c.number == number)
        ).one_or_none()
        return self._participant(row) if row else None

    def participant(self, participant_id: UUID) -> Participant | None:
        """Return the participant, or None."""
        row = self._connection.execute(
            select(participant).where(participant.c.id == participant_id)
        ).one_or_none()
        return self._participant(row) if row else None

    def put_participant(self, woman: Participant) -> None:
        """Keep a participant, in place of what was known of her; she may be in no group."""
        row = {
            "id": woman.id,
            "number": woman.number,
            "alias": self._alias.seal(woman.id, woman.alias),
            "erased": woman.erased,
            "handled": self._reads_notes,
        }
        added = sqlite.insert(participant)
        kept = {
            **{name: added.excluded[name] for name in ("number", "alias", "erased")},
            "handled": func.max(participant.c.handled, added.excluded.handled),
        }
        self._connection.execute(added.on_conflict_do_update(index_elements=["id"], set_=kept), row)

    def remove_participant(self, participant_id: UUID) -> None:
        """Remove a participant, unless something refers to her, or may without being seen."""
        unused = [~exists().where(column == participant.c.id) for column in _HELD_BY]
        if not self._reads_notes:
            unused.append(participant.c.handled == 0)
        elif self._is_sealed_in(participant_id):
            return
        self._connection.execute(
            delete(participant).where(participant.c.id == participant_id, *unused)
        )

    def of_participant(self, participant_id: UUID) -> tuple[Membership, ...]:
        """Return a woman's memberships in all groups by joining date."""
        found = self._where(membership.c.participant_id == participant_id)
        return tuple(sorted(found, key=lambda each: each.joined))

    def all(self) -> tuple[Membership, ...]:
        """Return every membership of every group."""
        return self._where(membership.c.id.is_not(None))

    def numbers(self) -> tuple[str, ...]:
        """Return every participant's number."""
        rows = self._connection.execute(select(participant.c.number).order_by(participant.c.number))
        return tuple(rows.scalars())

    def how_many(self, group_id: UUID, day: dt.date | None = None) -> int:
        """Return how many women are in the group on ``day`` or later, or ever."""
        wanted = select(func.count(membership.c.participant_id.distinct())).where(
            membership.c.group_id == group_id
        )
        if day is not None:
            wanted = wanted.where(*_reaches(day))
        return int(self._connection.execute(wanted).scalar_one())

    def how_many_on(self, group_id: UUID, day: dt.date) -> int:
        """Return how many women are in the group on ``day`` itself."""
        wanted = select(func.count(membership.c.participant_id.distinct())).where(
            membership.c.group_id == group_id, membership.c.joined <= day, *_reaches(day)
        )
        return int(self._connection.execute(wanted).scalar_one())

    def all_participants(self) -> tuple[Participant, ...]:
        """Return every participant by number."""
        rows = self._connection.execute(select(participant).order_by(participant.c.number))
        return tuple(self._participant(row) for row in rows)

    @property
    def _reads_notes(self) -> int:
        return int(self._keys.notes is not None)

    def _is_sealed_in(self, participant_id: UUID) -> bool:
        """Return whether an incident, an answer or a follow-up is hers."""
        kept = (
            *IncidentRows(self._connection, self._keys).of_participant(participant_id),
            *SafetyRows(self._connection, self._keys).of_participant(participant_id),
            *FollowUpRows(self._connection, self._keys, utc_now).of_participant(participant_id),
        )
        return bool(kept)

    def _where(self, condition: ColumnElement[bool]) -> tuple[Membership, ...]:
        rows = self._connection.execute(
            select(membership, participant.c.number, participant.c.alias, participant.c.erased)
            .join(participant)
            .where(condition)
            .order_by(participant.c.number, membership.c.joined)
        ).all()
        wanted = select(pause).join(membership).where(condition).order_by(pause.c.first)
        pauses = defaultdict(list)
        for row in self._connection.execute(wanted):
            pauses[row.membership_id].append(Pause(row.first, row.last))
        return tuple(self._membership(row, tuple(pauses[row.id])) for row in rows)

    def _membership(self, row: Row[Any], pauses: tuple[Pause, ...]) -> Membership:
        alias = self._alias.open_or_broken(row.participant_id, row.alias)
        woman = Participant(row.participant_id, alias, row.number, row.erased)
        why = Leaving(row.why_left) if row.why_left else None
        return Membership(row.id, row.group_id, woman, row.joined, row.left_on, why, pauses)

    def _participant(self, row: Row[Any]) -> Participant:
        alias = self._alias.open_or_broken(row.id, row.alias)
        return Participant(row.id, alias, row.number, row.erased)

    def _add_pauses(self, memberships: Iterable[Membership]) -> None:
        rows = [
            {"membership_id": each.id, "first": found.first, "last": found.last}
            for each in memberships
            for found in each.pauses
        ]
        if rows:
            self._connection.execute(insert(pause), rows)


def _reaches(day: dt.date) -> tuple[ColumnElement[bool], ...]:
    """Who is in her group on ``day`` or later; who was erased is in none after that."""
    stays = membership.c.left_on.is_(None) | (membership.c.left_on >= day)
    erased = exists().where(
        participant.c.id == membership.c.participant_id, participant.c.erased < day
    )
    return stays, ~erased
