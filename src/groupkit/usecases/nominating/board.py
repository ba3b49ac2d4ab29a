"""The board of nominations, from nominated to seated, and the groups that have a seat."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.group import Group
from groupkit.domain.nomination import Nomination, Stage
from groupkit.domain.participant import Participant, next_number
from groupkit.domain.refusal import (
    NotFound,
    Refused,
)
from groupkit.usecases.finding import get_participant
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class Entry:
    """A nomination on the board: whose it is, how long she waits, and the group of her seat."""

    participant: Participant
    nomination: Nomination
    days_waited: int
    group: Group | None
    needs_interpreter: bool


@dataclass(frozen=True)
class Seats:
    """A group that a woman can join: how many are in it, and how many seats the house gives."""

    group: Group
    members: int
    seats: int

    @property
    def free(self) -> int:
        """How many seats are left, never less than none."""
        return max(0, self.seats - self.members)


@dataclass(frozen=True)
class Board:
    """Every nomination; the open ones with the longest wait first, the others newest first."""

    entries: tuple[Entry, ...]
    groups: tuple[Seats, ...]
    offers: tuple[str, ...]
    next_number: str

    def at(self, stage: Stage) -> tuple[Entry, ...]:
        """Return the nominations of one stage in their order."""
        return tuple(each for each in self.entries if each.nomination.stage is stage)


def board(store: OpenStore, today: dt.date) -> Board:
    """Return the board as it is on ``today``.

    Raises:
        Refused: NotForYourRole without the key to people.
    """
    with store.work() as work:
        found = [_entry(work, nomination, today) for nomination in work.nominations.all()]
        waiting = [each for each in found if each.nomination.is_open]
        settled = [each for each in found if not each.nomination.is_open]
        waiting.sort(key=lambda each: (each.nomination.made, each.participant.number))
        settled.sort(key=lambda each: _decided_on(each.nomination), reverse=True)
        practice = work.practices.get()
        return Board(
            (*waiting, *settled),
            _seats(work, today, practice.seats),
            practice.offers,
            next_number(work.members.numbers(), today.year),
        )


def nomination(store: OpenStore, nomination_id: UUID, today: dt.date) -> Entry:
    """Return one nomination, or refuse with NotFound."""
    with store.work() as work:
        return _entry(work, get_nomination(work, nomination_id), today)


def get_nomination(work: UnitOfWork, nomination_id: UUID) -> Nomination:
    """Return the nomination, or refuse with NotFound."""
    found = work.nominations.find(nomination_id)
    if found is None:
        raise Refused(NotFound("nomination", str(nomination_id)))
    return found


def _entry(work: UnitOfWork, nomination: Nomination, today: dt.date) -> Entry:
    who = get_participant(work, nomination.participant_id)
    group_id = nomination.verdict.group_id if nomination.verdict else None
    group = work.groups.find(group_id) if group_id else None
    interpreter = work.profiles.get(who.id).interpreter
    return Entry(who, nomination, nomination.days_waited(today), group, interpreter)


def _decided_on(nomination: Nomination) -> dt.date:
    return nomination.verdict.day if nomination.verdict else nomination.made


def _seats(work: UnitOfWork, today: dt.date, seats: int) -> tuple[Seats, ...]:
    """Return the groups that still have a session ahead, the one that begins first on top."""
    found = []
    for group in work.groups.all():
        sessions = work.sessions.going_of_group(group.id)
        if sessions and sessions[-1].day >= today:
            found.append(Seats(group, work.members.how_many(group.id, today), seats))
    return tuple(sorted(found, key=lambda each: (each.group.course.start, each.group.name)))
