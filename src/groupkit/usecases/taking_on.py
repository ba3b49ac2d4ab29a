"""For whom a follow-up can be, and who can take it on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.participant import Participant
from groupkit.domain.refusal import OwnerCannotRead, Refused
from groupkit.domain.roles import Part
from groupkit.usecases.ports import OpenStore


@dataclass(frozen=True)
class Choices:
    """For whom a follow-up can be, and who can do it, whoever is at work first."""

    women: tuple[Participant, ...]
    owners: tuple[tuple[UUID, str], ...]


def choices(store: OpenStore, today: dt.date) -> Choices:
    """Return the women of groups that go on, or ended within the year, and the staff."""
    with store.work() as work:
        recent = today - dt.timedelta(days=365)
        women = {
            each.participant.id: each.participant
            for each in work.members.all()
            if (each.left is None or each.left >= recent) and each.participant.erased is None
        }
    in_order = sorted(women.values(), key=lambda each: (each.alias.casefold(), each.number))
    return Choices(tuple(in_order), owners(store))


def owners(store: OpenStore) -> tuple[tuple[UUID, str], ...]:
    """Return those who can be given a follow-up, whoever is at work first.

    Only who reads notes can read a follow-up. Where it cannot be told who that is, because names
    or keys are damaged, whoever is at work remains: what is urgent can still be written down.
    """
    me = store.user
    try:
        everybody = store.access.users()
    except Refused:
        everybody = (me,)
    found = [each for each in everybody if each.rights and Part.NOTES in each.rights.parts]
    found.sort(key=lambda each: (each.id != me.id, each.name.casefold()))
    return tuple((each.id, each.name) for each in found)


def check_owner(store: OpenStore, owner: UUID) -> None:
    """Refuse (OwnerCannotRead) an owner who could not read what she is to do."""
    with store.work() as work:
        if owner == work.users.me():
            return
    if owner not in dict(owners(store)):
        raise Refused(OwnerCannotRead())
