"""Erasing a woman: first what goes and what stays, then for good, in the backups too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.guards import Named, watch
from groupkit.domain.participant import Participant
from groupkit.domain.profile import Profile
from groupkit.domain.refusal import NotForYourRole, Refused
from groupkit.domain.roles import Part
from groupkit.domain.safe_contact import SafeContact
from groupkit.usecases.changes import Changes, Done, Kind, done
from groupkit.usecases.finding import get_living
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class Preview:
    """What erasing her takes away, in numbers, and what stays without her.

    ``named_in`` are sessions whose group note holds her alias or number: a human looks at them
    first. ``backups`` are rewritten; ``aside`` says that stores set aside by a restoring go.
    """

    participant: Participant
    notes: int
    reasons: int
    incidents: int
    answers: int
    follow_ups: int
    nominations: int
    consents: int
    ties: int
    has_contact: bool
    has_needs: bool
    marks: int
    named_in: tuple[UUID, ...]
    backups: int


def preview(store: OpenStore, participant_id: UUID) -> Preview:
    """Return what would go and what would stay.

    Raises:
        Refused: NotForYourRole without the keys to people and notes, NotFound, ParticipantErased.
    """
    _check(store)
    with store.work() as work:
        her = get_living(work, participant_id)
        sessions = _sessions(work, participant_id)
        marks = [
            mark
            for mark in work.attendance.of_sessions(sessions)
            if mark.participant_id == participant_id
        ]
        return Preview(
            her,
            sum(participant_id in work.notes.of_women(session) for session in sessions),
            sum(bool(mark.reason) for mark in marks),
            len(work.incidents.of_participant(participant_id)),
            len(work.safety.of_participant(participant_id)),
            len(work.follow_ups.of_participant(participant_id)),
            len(work.nominations.of_participant(participant_id)),
            len(work.consents.of_participant(participant_id)),
            len(work.ties.of_participant(participant_id)),
            work.safe_contacts.get(participant_id) != SafeContact(),
            work.profiles.get(participant_id) != Profile(),
            len(marks),
            named_in(work, her),
            len(store.backups.all()),
        )


def erase(store: OpenStore, women: Iterable[UUID], today: dt.date) -> Done[int]:
    """Erase women for good, in the store and in its backups; there is no way back.

    Returns how many backups had to be removed because they could not be opened.

    Raises:
        Refused: NotForYourRole, NotFound, ParticipantErased, and what the disk says.
    """
    _check(store)
    wanted = tuple(women)
    with store.work() as work:
        for participant_id in wanted:
            get_living(work, participant_id)
            work.erasures.erase(participant_id, today)
            work.log.note(Deed.ERASED, Subject.PARTICIPANT, participant_id)
        work.commit()
    removed = store.backups.erase(dict.fromkeys(wanted, today))
    return Done(removed, Changes(frozenset(Kind), frozenset(wanted)))


def doubted(store: OpenStore) -> tuple[Participant, ...]:
    """Return the women whom a list beside the store calls erased, and who are here.

    Nobody vouches for that list: an older store was put here by hand, or somebody wrote it. Empty
    without the keys that erasing takes.
    """
    if not (store.may(Part.PEOPLE) and store.may(Part.NOTES)):
        return ()
    named = store.backups.doubted()
    if not named:
        return ()
    with store.work() as work:
        found = (work.members.participant(her) for her in named)
        alive = [woman for woman in found if woman is not None and not woman.erased]
    return tuple(sorted(alive, key=lambda woman: woman.number))


def keep_doubted(store: OpenStore) -> Done[tuple[Participant, ...]]:
    """Keep the women of :func:`doubted`, and ask no more; returns them.

    Raises:
        Refused: NotForYourRole, and what the disk says.
    """
    _check(store)
    women = doubted(store)
    with store.work() as work:
        for woman in women:
            work.log.note(Deed.CONFIRMED, Subject.PARTICIPANT, woman.id)
        work.commit()
    store.backups.keep_doubted()
    return done(women, Kind.UPKEEP)


def _check(store: OpenStore) -> None:
    for part in (Part.PEOPLE, Part.NOTES):
        if not store.may(part):
            raise Refused(NotForYourRole(part))


def _sessions(work: UnitOfWork, participant_id: UUID) -> tuple[UUID, ...]:
    groups = {each.group_id for each in work.members.of_participant(participant_id)}
    return tuple(one.id for group in sorted(groups) for one in work.sessions.of_group(group))


def named_in(work: UnitOfWork, her: Participant) -> tuple[UUID, ...]:
    """Return the sessions of notes that hold her alias, inflected or not, or her number.

    One for each note: the groups' own, and those on other women.
    """
    named = (Named(her.id, (her.alias, her.number)),)
    notes = [
        *work.notes.all_of_groups(),
        *((session, note) for session, whose, note in work.notes.all_of_women() if whose != her.id),
    ]
    return tuple(
        session
        for session, note in notes
        if any(found.participant_id == her.id for found in watch(note, named))
    )
