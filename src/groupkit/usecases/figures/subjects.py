"""Which groups and sessions a report can be about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.refusal import NotForYourRole, Refused
from groupkit.domain.roles import Part
from groupkit.usecases.ports import OpenStore


@dataclass(frozen=True)
class SessionChoice:
    """A session that was held."""

    id: UUID
    number: int
    day: dt.date


@dataclass(frozen=True)
class GroupChoice:
    """A group with its sessions that were held, the latest first."""

    id: UUID
    name: str
    sessions: tuple[SessionChoice, ...]


def subjects(store: OpenStore, today: dt.date) -> tuple[GroupChoice, ...]:
    """Return every group, the latest start first.

    Raises:
        Refused: NotForYourRole for who sees no women, counted or not.
    """
    if not store.may(Part.PEOPLE):
        raise Refused(NotForYourRole(Part.PEOPLE))
    with store.work() as work:
        return tuple(
            GroupChoice(
                group.id,
                group.name,
                tuple(
                    SessionChoice(one.id, one.number, one.day)
                    for one in reversed(work.sessions.going_of_group(group.id))
                    if one.day <= today
                ),
            )
            for group in work.groups.all()
        )
