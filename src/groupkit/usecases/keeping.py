"""What may no longer be kept: first told in numbers, then taken away, kind by kind.

A woman's time runs from the last day of her last membership, or of its group's last session where
she never left, or from the decision on her nomination. While she is in a group, a nomination of
hers is open or something is to be followed up, nothing of hers goes. Words go and counts stay; a
backup made before loses them when it runs out. Who she is goes last, and from the backups too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from groupkit.domain.attendance import Mark
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.nomination import Consideration, Nomination
from groupkit.domain.refusal import NotForYourRole, Refused
from groupkit.domain.retention import Kept
from groupkit.domain.roles import Part
from groupkit.usecases.changes import Changes, Done, Kind
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class Due:
    """Whose time is over, by kind; a woman of whom nothing of a kind is kept is not among them."""

    women: Mapping[Kept, frozenset[UUID]] = field(default_factory=dict)

    def of(self, kind: Kept) -> frozenset[UUID]:
        """Return the women of whom something of ``kind`` is to go."""
        return self.women.get(kind, frozenset())

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to go."""
        return not any(self.women.values())


def dry_run(store: OpenStore, today: dt.date) -> Due:
    """Return what would go today; nothing does.

    Raises:
        Refused: NotForYourRole without the keys to people and notes.
    """
    _check(store)
    with store.work() as work:
        return _due(work, today)


def carry_out(store: OpenStore, seen: Due, today: dt.date) -> Done[Due]:
    """Take away for good what was ``seen`` and is still due; returns what went.

    Raises:
        Refused: NotForYourRole without the keys to people and notes, and what the disk says.
    """
    _check(store)
    with store.work() as work:
        now = _due(work, today)
        going = Due({kind: now.of(kind) & seen.of(kind) for kind in Kept})
        if going.is_empty:
            return Done(going, Changes(frozenset()))
        for her in going.of(Kept.NOTES):
            _drop_notes(work, her)
        for her in going.of(Kept.INCIDENTS):
            _drop_narratives(work, her)
        for her in going.of(Kept.FOLLOW_UPS):
            for each in work.follow_ups.of_participant(her):
                work.follow_ups.remove(each.id)
        for her in going.of(Kept.NOMINATIONS):
            for one in work.nominations.of_participant(her):
                work.nominations.change(_silent(one))
        for her in going.of(Kept.PERSON):
            work.erasures.erase(her, today)
            work.log.note(Deed.ERASED, Subject.PARTICIPANT, her)
        work.log.note(Deed.ERASED, Subject.RETENTION)
        work.commit()
    gone = going.of(Kept.PERSON)
    if gone:
        store.backups.erase(dict.fromkeys(gone, today))
    whole = frozenset[UUID]().union(*going.women.values())
    return Done(going, Changes(frozenset(Kind), whole))


def _check(store: OpenStore) -> None:
    for part in (Part.PEOPLE, Part.NOTES):
        if not store.may(part):
            raise Refused(NotForYourRole(part))


def _due(work: UnitOfWork, today: dt.date) -> Due:
    periods = work.practices.periods()
    noted = {her for _, her, note in work.notes.all_of_women() if note}
    women: dict[Kept, set[UUID]] = {kind: set() for kind in Kept}
    for woman in work.members.all_participants():
        ended = None if woman.erased else _ended(work, woman.id, today)
        if ended is None:
            continue
        for kind in periods.gone_by(today, ended):
            if _holds(work, woman.id, kind, noted):
                women[kind].add(woman.id)
    return Due({kind: frozenset(found) for kind, found in women.items()})


def _ended(work: UnitOfWork, her: UUID, today: dt.date) -> dt.date | None:
    """Return the day on which her time begins to run; None while it does not."""
    if any(each.is_open for each in work.follow_ups.of_participant(her)):
        return None
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
    last = max(days, default=today)
    return last if last < today else None


def _holds(work: UnitOfWork, her: UUID, kind: Kept, noted: Iterable[UUID]) -> bool:
    if kind is Kept.NOTES:
        return her in set(noted) or bool(_with_reasons(work, her))
    if kind is Kept.INCIDENTS:
        told = any(each.what or each.wish for each in work.incidents.of_participant(her))
        return told or any(each.words for each in work.safety.of_participant(her))
    if kind is Kept.FOLLOW_UPS:
        return bool(work.follow_ups.of_participant(her))
    if kind is Kept.NOMINATIONS:
        known = work.nominations.of_participant(her)
        return any(replace(_silent(one), revision=one.revision) != one for one in known)
    return True


def _with_reasons(work: UnitOfWork, her: UUID) -> tuple[Mark, ...]:
    groups = {each.group_id for each in work.members.of_participant(her)}
    sessions = [one.id for group in groups for one in work.sessions.of_group(group)]
    marks = work.attendance.of_sessions(sessions)
    return tuple(mark for mark in marks if mark.participant_id == her and mark.reason)


def _drop_notes(work: UnitOfWork, her: UUID) -> None:
    for session, whose, _ in work.notes.all_of_women():
        if whose == her:
            work.notes.put_of_women(session, {her: ""})
    work.attendance.put_all(replace(mark, reason="") for mark in _with_reasons(work, her))


def _drop_narratives(work: UnitOfWork, her: UUID) -> None:
    for incident in work.incidents.of_participant(her):
        work.incidents.put(replace(incident, what="", wish=""))
    for given in work.safety.of_participant(her):
        work.safety.put(replace(given, words=""))


def _silent(known: Nomination) -> Nomination:
    """Return a nomination without a word: its days, and what was decided."""
    verdict = known.verdict
    return replace(
        known,
        contact_person="",
        language=Consideration(),
        situation=Consideration(),
        mental_state=Consideration(),
        speaks_for="",
        speaks_against="",
        conversation_words="",
        verdict=replace(verdict, why="") if verdict else None,
        revision=known.revision + 1,
    )
