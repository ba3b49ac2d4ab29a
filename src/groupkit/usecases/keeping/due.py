"""Whose time is over: told in numbers, and nothing goes.

A woman's time runs from the last day of her last membership, or of its group's last session where
she never left, or from the decision on her nomination. While she is in a group, a nomination of
hers is open or something is to be followed up, nothing of hers goes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from uuid import UUID

from groupkit.domain.attendance import Mark
from groupkit.domain.dates import EARLIEST
from groupkit.domain.refusal import NotForYourRole, Refused
from groupkit.domain.retention import Kept
from groupkit.domain.roles import Part
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class Due:
    """Whose time is over, by kind; a woman of whom nothing of a kind is kept is not among them."""

    women: Mapping[Kept, frozenset[UUID]] = field(default_factory=dict)

    def of(self, kind: Kept) -> frozenset[UUID]:
        """Return the women of whom something of ``kind`` is to go."""
        return self.women.get(kind, frozenset())

    @property
    def everybody(self) -> frozenset[UUID]:
        """All women of whom something is to go."""
        return frozenset[UUID]().union(*self.women.values())

    def without(self, held: Collection[UUID]) -> Due:
        """Return the same without those who are ``held`` back for now."""
        return Due({kind: women.difference(held) for kind, women in self.women.items()})

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to go."""
        return not any(self.women.values())


def dry_run(store: OpenStore, today: dt.date) -> Due:
    """Return what would go today; nothing does.

    Raises:
        Refused: NotForYourRole without the keys to people and notes.
    """
    check_may(store)
    with store.work() as work:
        return due_in(work, today)


def check_may(store: OpenStore) -> None:
    """Refuse (NotForYourRole) who lacks the keys to people and notes."""
    for part in (Part.PEOPLE, Part.NOTES):
        if not store.may(part):
            raise Refused(NotForYourRole(part))


def due_in(work: UnitOfWork, today: dt.date) -> Due:
    """Return whose time is over, by kind."""
    periods = work.practices.periods()
    women: dict[Kept, set[UUID]] = {kind: set() for kind in Kept}
    sealed = _Sealed(work)
    for woman in work.members.all_participants():
        is_waited_for = woman.erased or woman.id in sealed.waiting
        ended = None if is_waited_for else _ended(work, woman.id, today)
        for kind in periods.gone_by(today, ended) if ended else ():
            if _holds(work, woman.id, kind, sealed):
                women[kind].add(woman.id)
    return Due({kind: frozenset(found) for kind, found in women.items()})


class _Sealed:
    """Of whom something is kept in rows that tell nobody's name until they are opened, all once."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        follow_ups = work.follow_ups.all()
        self.waiting = {each.participant_id for each in follow_ups if each.is_open}
        self.followed = {each.participant_id for each in follow_ups}

    @cached_property
    def noted(self) -> frozenset[UUID]:
        """Women on whom somebody noted something."""
        return frozenset(her for _, her, note in self._work.notes.all_of_women() if note)

    @cached_property
    def told(self) -> frozenset[UUID]:
        """Women whose words stand with an incident or with an answer."""
        incidents, answers = self._work.incidents.all(), self._work.safety.all()
        told = (each.participant_id for each in incidents if each.what or each.wish)
        return frozenset(told).union(each.participant_id for each in answers if each.words)


def _ended(work: UnitOfWork, her: UUID, today: dt.date) -> dt.date | None:
    """Return the day on which her time begins to run; None while it does not."""
    days: list[dt.date] = []
    for each in work.members.of_participant(her):
        left = each.left or max(
            (session.day for session in work.sessions.going_of_group(each.group_id)), default=today
        )
        days.append(max(left, each.joined))
    for nomination in work.nominations.of_participant(her):
        verdict = nomination.verdict
        if verdict is None or not verdict.decision.is_final:
            return None
        days.append(verdict.day)
    # Of who is in no group and not nominated any more nothing says that she may still be kept.
    last = max(days, default=EARLIEST)
    return last if last < today else None


def _holds(work: UnitOfWork, her: UUID, kind: Kept, sealed: _Sealed) -> bool:
    if kind is Kept.NOTES:
        return her in sealed.noted or bool(with_reasons(work, her))
    if kind is Kept.INCIDENTS:
        return her in sealed.told
    if kind is Kept.FOLLOW_UPS:
        return her in sealed.followed
    if kind is Kept.NOMINATIONS:
        known = work.nominations.of_participant(her)
        return any(replace(one.silent(), revision=one.revision) != one for one in known)
    return True


def with_reasons(work: UnitOfWork, her: UUID) -> tuple[Mark, ...]:
    """Return her marks that say why she was absent."""
    groups = {each.group_id for each in work.members.of_participant(her)}
    sessions = [one.id for group in groups for one in work.sessions.of_group(group)]
    marks = work.attendance.of_sessions(sessions)
    return tuple(mark for mark in marks if mark.participant_id == her and mark.reason)
