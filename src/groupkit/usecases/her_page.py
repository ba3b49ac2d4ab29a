"""All that the team knows of one woman, as far as the keys in hand open it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from groupkit.domain.attendance import Mark
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.consent import Consent
from groupkit.domain.group import Group
from groupkit.domain.incident import Incident
from groupkit.domain.nomination import Nomination
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.practice import Practice
from groupkit.domain.profile import Profile
from groupkit.domain.roles import Part
from groupkit.domain.safe_contact import SafeContact
from groupkit.domain.safety import SafetyAnswer
from groupkit.domain.session import Session
from groupkit.usecases.belonging import check_name
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_living, get_participant
from groupkit.usecases.following_up import Waiting, of_participant
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class Attended:
    """A session of her group: what was recorded, her own note, what she was handed.

    ``note`` is '' without the key to notes. ``is_member`` says that she was in the group then.
    """

    session: Session
    mark: Mark | None
    paused: bool
    note: str
    sheets: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Course:
    """Her way through one group: one or several memberships, and its sessions until now."""

    group: Group
    memberships: tuple[Membership, ...]
    attended: tuple[Attended, ...]


@dataclass(frozen=True)
class ContactRule:
    """Her rule without the number or address; ``is_old`` says that it is to be confirmed."""

    contact: SafeContact
    has_reach: bool
    is_old: bool

    def with_reach(self, reach: str) -> SafeContact:
        """Return the rule with the number or address that was asked for."""
        return replace(self.contact, reach=reach)


@dataclass(frozen=True)
class HerPage:
    """What is known of her; without ``notes_open``, what only facilitators read is not there."""

    participant: Participant
    profile: Profile
    contact: ContactRule
    consents: tuple[Consent, ...]
    courses: tuple[Course, ...]
    nominations: tuple[Nomination, ...]
    practice: Practice
    notes_open: bool
    incidents: tuple[Incident, ...] = ()
    answers: tuple[SafetyAnswer, ...] = ()
    follow_ups: tuple[Waiting, ...] = ()
    people: Mapping[UUID, str] = field(default_factory=dict)
    """The names of the staff, for histories."""


def her_page(store: OpenStore, participant_id: UUID, today: dt.date) -> HerPage:
    """Return what is known of a woman.

    Raises:
        Refused: NotFound; NotForYourRole without the key to people.
    """
    notes_open = store.may(Part.NOTES)
    with store.work() as work:
        who = get_participant(work, participant_id)
        practice = work.practices.get()
        page = HerPage(
            who,
            work.profiles.get(participant_id),
            _contact(work, participant_id, today, practice),
            work.consents.of_participant(participant_id),
            _courses(work, participant_id, today, notes_open=notes_open),
            work.nominations.of_participant(participant_id),
            practice,
            notes_open,
            people=work.users.names(),
        )
        if not notes_open:
            return page
        page = replace(
            page,
            incidents=work.incidents.of_participant(participant_id),
            answers=work.safety.of_participant(participant_id),
        )
    return replace(page, follow_ups=of_participant(store, participant_id, today))


def change_person(store: OpenStore, wanted: Participant) -> Done[Participant]:
    """Correct her alias or number; returns who she was before.

    Raises:
        Refused: NumberTaken, AliasTaken, ParticipantErased.
    """
    with store.work() as work:
        before = get_living(work, wanted.id)
        check_name(work, wanted)
        work.members.put_participant(wanted)
        work.log.note(Deed.CHANGED, Subject.PARTICIPANT, wanted.id)
        work.commit()
    kinds = (Kind.PERSON, Kind.MEMBER, Kind.NOMINATION)
    return done(before, *kinds, ids=(wanted.id,))


def put_profile(store: OpenStore, participant_id: UUID, wanted: Profile) -> Done[Profile]:
    """Keep what she needs; returns what was kept before."""
    with store.work() as work:
        get_living(work, participant_id)
        before = work.profiles.get(participant_id)
        work.profiles.put(participant_id, wanted)
        work.log.note(Deed.CHANGED, Subject.PROFILE, participant_id, spell=True)
        work.commit()
    return done(before, Kind.PERSON, Kind.NOMINATION, ids=(participant_id,))


def contact_of(store: OpenStore, participant_id: UUID, today: dt.date) -> ContactRule:
    """Return how she may be contacted, without the number."""
    with store.work() as work:
        return _contact(work, participant_id, today, work.practices.get())


def reveal_contact(store: OpenStore, participant_id: UUID) -> Done[str]:
    """Return her number or address, once the rule has been read; that it was shown is noted."""
    with store.work() as work:
        reach = work.safe_contacts.get(participant_id).reach
        work.log.note(Deed.READ, Subject.CONTACT, participant_id, spell=True)
        work.commit()
    return done(reach)


def put_contact(store: OpenStore, participant_id: UUID, wanted: SafeContact) -> Done[SafeContact]:
    """Keep how she may be contacted; returns the rule before."""
    with store.work() as work:
        get_living(work, participant_id)
        before = work.safe_contacts.get(participant_id)
        work.safe_contacts.put(participant_id, wanted)
        work.log.note(Deed.CHANGED, Subject.CONTACT, participant_id)
        work.commit()
    return done(before, Kind.PERSON, Kind.FOLLOW_UP, ids=(participant_id,))


def confirm_contact(store: OpenStore, participant_id: UUID, today: dt.date) -> Done[SafeContact]:
    """Note that she said today that the rule holds; returns the rule before."""
    with store.work() as work:
        known = work.safe_contacts.get(participant_id)
    return put_contact(store, participant_id, replace(known, confirmed=today))


def put_consent(store: OpenStore, wanted: Consent) -> Done[Consent]:
    """Keep what she agreed to, or when she took it back.

    Raises:
        Refused: WithdrawnBeforeGiven, ParticipantErased.
    """
    with store.work() as work:
        get_living(work, wanted.participant_id)
        known = work.consents.of_participant(wanted.participant_id)
        is_new = all(each.id != wanted.id for each in known)
        work.consents.put(wanted)
        deed = Deed.ADDED if is_new else Deed.CHANGED
        work.log.note(deed, Subject.CONSENT, wanted.id, wanted.participant_id)
        work.commit()
    return done(wanted, Kind.PERSON, ids=(wanted.participant_id,))


def new_consent(participant_id: UUID, purpose: str, given: dt.date) -> Consent:
    """Return a consent of the day ``given``."""
    return Consent(uuid4(), participant_id, purpose, given)


def withdraw_consent(store: OpenStore, consent: Consent, day: dt.date) -> Done[Consent]:
    """Note that she took it back on ``day``; keeping ``consent`` again is the undo."""
    return put_consent(store, replace(consent, withdrawn=day))


def remove_consent(store: OpenStore, consent: Consent) -> Done[Consent]:
    """Remove a consent entered by mistake; keeping it again is the undo."""
    with store.work() as work:
        work.consents.remove(consent.id)
        work.log.note(Deed.REMOVED, Subject.CONSENT, consent.id, consent.participant_id)
        work.commit()
    return done(consent, Kind.PERSON, ids=(consent.participant_id,))


def _contact(
    work: UnitOfWork, participant_id: UUID, today: dt.date, practice: Practice
) -> ContactRule:
    known = work.safe_contacts.get(participant_id)
    is_old = known.is_old(today, practice.contact_days)
    return ContactRule(replace(known, reach=""), bool(known.reach), is_old)


def _courses(
    work: UnitOfWork, participant_id: UUID, today: dt.date, *, notes_open: bool
) -> tuple[Course, ...]:
    memberships: dict[UUID, list[Membership]] = {}
    for each in work.members.of_participant(participant_id):
        memberships.setdefault(each.group_id, []).append(each)
    courses = [
        _course(work, get_group(work, group_id), tuple(found), today, notes_open=notes_open)
        for group_id, found in memberships.items()
    ]
    return tuple(sorted(courses, key=lambda each: each.memberships[0].joined, reverse=True))


def _course(
    work: UnitOfWork,
    group: Group,
    memberships: tuple[Membership, ...],
    today: dt.date,
    *,
    notes_open: bool,
) -> Course:
    her = memberships[0].participant.id
    sheets = work.handed_out.of_participant(her)
    attended = []
    for session in work.sessions.going_of_group(group.id):
        membership = next((m for m in memberships if m.covers(session.day)), None)
        if membership is None or session.day > today:
            continue
        marks = work.attendance.of_session(session.id)
        mark = next((mark for mark in marks if mark.participant_id == her), None)
        note = work.notes.of_women(session.id).get(her, "") if notes_open else ""
        paused = membership.is_paused(session.day)
        attended.append(Attended(session, mark, paused, note, sheets.get(session.id, frozenset())))
    return Course(group, memberships, tuple(attended))
