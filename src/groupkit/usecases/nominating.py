"""Nominations: made, talked over, decided; a seat in a group; ties between women."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.composition import Bond, Concern, Tie, concerns
from groupkit.domain.group import Group
from groupkit.domain.nomination import Nomination, Stage, Verdict
from groupkit.domain.participant import Membership, Participant, next_number
from groupkit.domain.profile import Profile
from groupkit.domain.refusal import (
    AlreadyInGroup,
    AlreadyRecorded,
    NominationChangedSince,
    NominationDecided,
    NominationOpen,
    NotFound,
    NumberTaken,
    Refused,
)
from groupkit.domain.safe_contact import SafeContact
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_living, get_participant
from groupkit.usecases.joining import check_unique
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


@dataclass(frozen=True)
class Decided:
    """A nomination before and after its decision, and the membership that came of a seat."""

    before: Nomination
    after: Nomination
    membership: Membership | None = None


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
        return _entry(work, _get(work, nomination_id), today)


def nominate(
    store: OpenStore, who: Participant, wanted: Nomination, today: dt.date
) -> Done[Nomination]:
    """Nominate a woman who is not known yet.

    Raises:
        Refused: NumberTaken, InFuture, and what a field may not be.
    """
    wanted.check_not_ahead(today)
    with store.work() as work:
        if work.members.find_participant(who.number) is not None:
            raise Refused(NumberTaken(who.number))
        work.members.put_participant(who)
        work.nominations.add(wanted)
        work.log.note(Deed.ADDED, Subject.NOMINATION, wanted.id, who.id)
        work.commit()
    return done(wanted, Kind.NOMINATION, Kind.PERSON, ids=(who.id,))


def nominate_again(store: OpenStore, wanted: Nomination, today: dt.date) -> Done[Nomination]:
    """Nominate a woman who is known: after another decision, or after a group.

    Raises:
        Refused: NominationOpen, ParticipantErased, InFuture.
    """
    wanted.check_not_ahead(today)
    with store.work() as work:
        who = get_living(work, wanted.participant_id)
        for known in work.nominations.of_participant(who.id):
            if known.is_open:
                raise Refused(NominationOpen(known.made))
        work.nominations.add(wanted)
        work.log.note(Deed.ADDED, Subject.NOMINATION, wanted.id, who.id)
        work.commit()
    return done(wanted, Kind.NOMINATION, ids=(who.id,))


def change_nomination(
    store: OpenStore, wanted: Nomination, today: dt.date, who: Participant | None = None
) -> Done[Nomination]:
    """Keep ``wanted`` in place of the revision that it was read at, and ``who`` she is.

    Raises:
        Refused: NominationChangedSince, NominationDecided, NumberTaken, InFuture.
    """
    wanted.check_not_ahead(today)
    with store.work() as work:
        before = _get(work, wanted.id)
        if not before.is_open and before.verdict is not None:
            raise Refused(NominationDecided(before.verdict.day))
        get_living(work, before.participant_id)
        changed = replace(wanted, verdict=before.verdict, revision=wanted.revision + 1)
        work.nominations.change(changed)
        if who is not None:
            _rename(work, who)
        work.log.note(
            Deed.CHANGED, Subject.NOMINATION, wanted.id, before.participant_id, spell=True
        )
        work.commit()
    return done(changed, Kind.NOMINATION, Kind.PERSON, ids=(before.participant_id,))


def withdraw_nomination(
    store: OpenStore, nomination_id: UUID
) -> Done[tuple[Participant, Nomination]]:
    """Remove a nomination made by mistake, and her with it where nothing else is known of her.

    Returns what :func:`put_nomination_back` takes.

    Raises:
        Refused: NominationDecided.
    """
    with store.work() as work:
        gone = _get(work, nomination_id)
        if gone.verdict is not None:
            raise Refused(NominationDecided(gone.verdict.day))
        who = get_participant(work, gone.participant_id)
        work.nominations.remove(gone.id)
        if _is_unknown(work, who.id):
            work.members.remove_participant(who.id)
        work.log.note(Deed.REMOVED, Subject.NOMINATION, gone.id, who.id)
        work.commit()
    return done((who, gone), Kind.NOMINATION, Kind.PERSON, ids=(who.id,))


def put_nomination_back(store: OpenStore, who: Participant, gone: Nomination) -> Done[Nomination]:
    """Put back a nomination that was withdrawn.

    Raises:
        Refused: NumberTaken when her number was given away meanwhile.
    """
    with store.work() as work:
        other = work.members.find_participant(who.number)
        if other is not None and other.id != who.id:
            raise Refused(NumberTaken(who.number))
        work.members.put_participant(who)
        work.nominations.add(gone)
        work.log.note(Deed.ADDED, Subject.NOMINATION, gone.id, who.id)
        work.commit()
    return done(gone, Kind.NOMINATION, Kind.PERSON, ids=(who.id,))


def decide(
    store: OpenStore,
    nomination_id: UUID,
    verdict: Verdict,
    expected: int,
    today: dt.date,
    joined: dt.date | None = None,
) -> Done[Decided]:
    """Decide a nomination that was read at the revision ``expected``.

    A seat makes her a member from ``joined`` on, or from the group's first day, or from today when
    the group has begun.

    Raises:
        Refused: NominationChangedSince, NominationDecided, SeatNeedsHerYes, InFuture,
            AlreadyInGroup, AliasTaken, what a membership's dates may not be.
    """
    with store.work() as work:
        before = _get(work, nomination_id)
        if before.revision != expected:
            raise Refused(NominationChangedSince())
        who = get_living(work, before.participant_id)
        after = before.decided(verdict)
        after.check_not_ahead(today)
        work.nominations.change(after)
        membership = None
        if verdict.group_id is not None:
            membership = _seated(work, who, verdict.group_id, joined, today)
        work.log.note(Deed.CONFIRMED, Subject.NOMINATION, after.id, who.id)
        work.commit()
    kinds = (Kind.NOMINATION, Kind.MEMBER) if membership else (Kind.NOMINATION,)
    ids = (who.id, *((membership.group_id,) if membership else ()))
    return done(Decided(before, after, membership), *kinds, ids=ids)


def take_back(store: OpenStore, decided: Decided) -> Done[Nomination]:
    """Take the decision back, and the membership that came of it.

    Raises:
        Refused: NominationChangedSince; AlreadyRecorded when something is recorded of her.
    """
    with store.work() as work:
        known = _get(work, decided.after.id)
        if known.revision != decided.after.revision:
            raise Refused(NominationChangedSince())
        if decided.membership is not None:
            membership = decided.membership
            days = work.attendance.days_of(membership.group_id, known.participant_id)
            if days:
                raise Refused(AlreadyRecorded(min(days)))
            work.members.remove(membership.id)
        back = replace(known, verdict=decided.before.verdict, revision=known.revision + 1)
        work.nominations.change(back)
        work.log.note(Deed.CHANGED, Subject.NOMINATION, back.id, back.participant_id)
        work.commit()
    return done(back, Kind.NOMINATION, Kind.MEMBER, ids=(back.participant_id,))


def composition(
    store: OpenStore, participant_id: UUID, group_id: UUID, today: dt.date
) -> tuple[Concern, ...]:
    """Return what to think of before she gets a seat in the group; no other woman is named."""
    with store.work() as work:
        get_participant(work, participant_id)
        get_group(work, group_id)
        members = {
            each.participant.id
            for each in work.members.of_group(group_id)
            if each.left is None or each.left >= today
        }
        return concerns(
            participant_id,
            members,
            work.ties.of_participant(participant_id),
            needs_interpreter=work.profiles.get(participant_id).interpreter,
            seats=work.practices.get().seats,
        )


def ties(store: OpenStore, participant_id: UUID) -> tuple[tuple[Tie, Participant], ...]:
    """Return a woman's ties, each with the other woman."""
    with store.work() as work:
        found = []
        for each in work.ties.of_participant(participant_id):
            other = each.other if each.one == participant_id else each.one
            found.append((each, get_participant(work, other)))
        return tuple(sorted(found, key=lambda pair: pair[1].number))


def known_women(store: OpenStore) -> tuple[Participant, ...]:
    """Return every woman who is not erased, by alias."""
    with store.work() as work:
        living = [each for each in work.members.all_participants() if each.erased is None]
    return tuple(sorted(living, key=lambda each: (each.alias.casefold(), each.number)))


def tie(store: OpenStore, one: UUID, other: UUID, bond: Bond) -> Done[Tie]:
    """Keep what ties two women; the same tie is kept once.

    Raises:
        Refused: TiedToHerself, NotFound, ParticipantErased.
    """
    made = Tie(uuid4(), one, other, bond)
    with store.work() as work:
        for who in (one, other):
            get_living(work, who)
        for known in work.ties.of_participant(one):
            if known.holds(other) and known.bond is bond:
                return done(known)
        work.ties.put(made)
        work.log.note(Deed.ADDED, Subject.TIE, one, other)
        work.commit()
    return done(made, Kind.NOMINATION, Kind.PERSON, ids=(one, other))


def untie(store: OpenStore, tie_id: UUID) -> Done[Tie | None]:
    """Remove a tie; :func:`retie` is the undo."""
    with store.work() as work:
        known = next((each for each in work.ties.all() if each.id == tie_id), None)
        if known is None:
            return done(None)
        work.ties.remove(tie_id)
        work.log.note(Deed.REMOVED, Subject.TIE, known.one, known.other)
        work.commit()
    return done(known, Kind.NOMINATION, Kind.PERSON, ids=(known.one, known.other))


def retie(store: OpenStore, known: Tie) -> Done[Tie]:
    """Put a removed tie back."""
    return tie(store, known.one, known.other, known.bond)


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


def _seated(
    work: UnitOfWork, who: Participant, group_id: UUID, joined: dt.date | None, today: dt.date
) -> Membership:
    group = get_group(work, group_id)
    if joined is None:
        sessions = work.sessions.going_of_group(group_id)
        first = sessions[0].day if sessions else group.course.start
        joined = max(first, today)
    for known in work.members.of_participant(who.id):
        if known.group_id == group_id and (known.left is None or known.left >= joined):
            raise Refused(AlreadyInGroup(group_id, known.joined))
    membership = Membership(uuid4(), group_id, who, joined)
    check_unique(work, membership)
    work.members.add_all([membership])
    work.log.note(Deed.ADDED, Subject.PARTICIPANT, who.id, group_id)
    return membership


def _get(work: UnitOfWork, nomination_id: UUID) -> Nomination:
    found = work.nominations.find(nomination_id)
    if found is None:
        raise Refused(NotFound("nomination", str(nomination_id)))
    return found


def _rename(work: UnitOfWork, who: Participant) -> None:
    other = work.members.find_participant(who.number)
    if other is not None and other.id != who.id:
        raise Refused(NumberTaken(who.number))
    known = get_living(work, who.id)
    if known != who:
        for membership in work.members.of_participant(who.id):
            check_unique(work, replace(membership, participant=who))
        work.members.put_participant(who)


def _is_unknown(work: UnitOfWork, participant_id: UUID) -> bool:
    """Return whether nothing but who she is, is known of her."""
    return not (
        work.members.of_participant(participant_id)
        or work.nominations.of_participant(participant_id)
        or work.ties.of_participant(participant_id)
        or work.consents.of_participant(participant_id)
        or work.profiles.get(participant_id) != Profile()
        or work.safe_contacts.get(participant_id) != SafeContact()
    )
