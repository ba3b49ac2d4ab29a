"""Recording a session: attendance, the group's note, and each woman's own note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.agenda import Agenda
from groupkit.domain.attendance import Mark, Status, Tally, tally
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.group import Group
from groupkit.domain.material import TextKey
from groupkit.domain.participant import Membership
from groupkit.domain.refusal import Field, NotAMember, Refused
from groupkit.domain.roles import Part
from groupkit.domain.session import Session
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_living, get_participant, get_session
from groupkit.usecases.following_up import absence_corrected, absence_opened
from groupkit.usecases.ports import OpenStore, UnitOfWork
from groupkit.usecases.used_texts import keep_used


@dataclass(frozen=True)
class RosterLine:
    """One woman at one session: her mark, if any, her own note, and what she was handed.

    ``paused`` says that she stays away on that day by agreement.
    """

    membership: Membership
    mark: Mark | None
    note: str
    paused: bool = False
    sheets: frozenset[tuple[str, str]] = frozenset()

    @property
    def status(self) -> Status | None:
        """What was recorded; who is on a pause was not invited; None when nothing was."""
        if self.mark is not None:
            return self.mark.status
        return Status.NOT_INVITED if self.paused else None


@dataclass(frozen=True)
class Record:
    """A session's record as it stands; without ``notes_open``, notes are not hers to read."""

    group: Group
    session: Session
    sessions: tuple[Session, ...]
    agenda: Agenda
    roster: tuple[RosterLine, ...]
    group_note: str
    notes_open: bool = True

    @property
    def tally(self) -> Tally:
        """Counts over the roster."""
        return tally(line.status for line in self.roster)


def record(store: OpenStore, session_id: UUID) -> Record:
    """Return the session's record; the roster holds those who are members on its day."""
    with store.work() as work:
        session = get_session(work, session_id)
        group = get_group(work, session.group_id)
        marks = {mark.participant_id: mark for mark in work.attendance.of_session(session_id)}
        notes = work.notes.of_women(session_id) if store.may(Part.NOTES) else {}
        handed = work.handed_out.of_session(session_id)
        roster = tuple(
            RosterLine(
                membership,
                marks.get(membership.participant.id),
                notes.get(membership.participant.id, ""),
                membership.is_paused(session.day),
                handed.get(membership.participant.id, frozenset()),
            )
            for membership in roster_of(work, session)
        )
        return Record(
            group,
            session,
            work.sessions.going_of_group(group.id),
            work.agendas.of_session(session_id),
            roster,
            work.notes.of_group(session_id) if store.may(Part.NOTES) else "",
            store.may(Part.NOTES),
        )


def roster_of(work: UnitOfWork, session: Session) -> tuple[Membership, ...]:
    """Return the memberships that cover the session's day, by number."""
    covering = (m for m in work.members.of_group(session.group_id) if m.covers(session.day))
    return tuple(sorted(covering, key=lambda m: m.participant.number))


def mark(
    store: OpenStore,
    session_id: UUID,
    participant_id: UUID,
    status: Status | None,
    *,
    today: dt.date,
    reason: str | None = None,
) -> Done[Mark | None]:
    """Record a status; None takes the mark away again, no reason keeps the one recorded.

    An absence without notice opens a follow-up, which a correction takes back, where the key to
    notes is at hand. A correction after the record was finished keeps the earlier status in the
    change log. Of who was erased the status alone is kept.

    Raises:
        Refused: SessionNotYet before the day, NotAMember when she was not in the group then.
    """
    with store.work() as work:
        session = get_session(work, session_id)
        session.check_held(today)
        check_member(work, session, participant_id)
        known = _mark_of(work, session_id, participant_id)
        is_erased = get_participant(work, participant_id).erased is not None
        if is_erased:
            reason = ""
        elif reason is None:
            reason = known.reason if known else ""
        made = Mark(session_id, participant_id, status, reason) if status else None
        if made:
            work.attendance.put_all([made])
        else:
            work.attendance.remove(session_id, participant_id)
        _note_mark(work, session, known, made, participant_id)
        may_follow = store.may(Part.NOTES) and not is_erased
        followed = may_follow and _follow(work, known, made, today)
        work.commit()
    kinds = (Kind.ATTENDANCE, Kind.FOLLOW_UP) if followed else (Kind.ATTENDANCE,)
    return done(made, *kinds, ids=(session_id, participant_id))


def mark_the_rest_present(
    store: OpenStore, session_id: UUID, *, today: dt.date
) -> Done[tuple[UUID, ...]]:
    """Record as present whoever is not recorded yet and not on a pause; returns who that was.

    Raises:
        Refused: SessionNotYet before the day.
    """
    with store.work() as work:
        session = get_session(work, session_id)
        session.check_held(today)
        recorded = {mark.participant_id for mark in work.attendance.of_session(session_id)}
        rest = tuple(
            each.participant.id
            for each in roster_of(work, session)
            if each.participant.id not in recorded and not each.is_paused(session.day)
        )
        work.attendance.put_all(Mark(session_id, her, Status.PRESENT) for her in rest)
        if rest:
            work.log.note(Deed.ADDED, Subject.ATTENDANCE, session_id)
            work.commit()
    return done(rest, Kind.ATTENDANCE, ids=(session_id, *rest))


def unmark(store: OpenStore, session_id: UUID, women: tuple[UUID, ...]) -> Done[tuple[UUID, ...]]:
    """Take marks away again, as the undo of recording the rest as present."""
    with store.work() as work:
        get_session(work, session_id)
        for her in women:
            work.attendance.remove(session_id, her)
        work.log.note(Deed.REMOVED, Subject.ATTENDANCE, session_id)
        work.commit()
    return done(women, Kind.ATTENDANCE, ids=(session_id, *women))


def _note_mark(
    work: UnitOfWork, session: Session, known: Mark | None, made: Mark | None, her: UUID
) -> None:
    deed = (Deed.CHANGED if made else Deed.REMOVED) if known else Deed.ADDED
    differs = known is not None and (made is None or made.status is not known.status)
    was = known.status.value if known and differs and session.recorded else ""
    work.log.note(deed, Subject.ATTENDANCE, session.id, her, spell=not was, was=was)


def _follow(work: UnitOfWork, known: Mark | None, made: Mark | None, today: dt.date) -> bool:
    """Open the follow-up of an absence without notice, or take it back; return whether."""
    was = known is not None and known.status is Status.ABSENT_NO_NOTICE
    is_so = made is not None and made.status is Status.ABSENT_NO_NOTICE
    if was == is_so:
        return False
    if made is not None and is_so:
        absence_opened(work, made.participant_id, made.session_id, today)
    elif known is not None:
        absence_corrected(work, known.participant_id, known.session_id, today)
    return True


def _mark_of(work: UnitOfWork, session_id: UUID, participant_id: UUID) -> Mark | None:
    marks = work.attendance.of_session(session_id)
    return next((mark for mark in marks if mark.participant_id == participant_id), None)


def write_group_note(store: OpenStore, session_id: UUID, note: str) -> Done[str]:
    """Keep the group's note; an empty one removes it."""
    kept = text.prose(note, Field.NOTE)
    with store.work() as work:
        get_session(work, session_id)
        work.notes.put_of_group(session_id, kept)
        work.log.note(Deed.CHANGED, Subject.GROUP_NOTE, session_id, spell=True)
        work.commit()
    return done(kept, Kind.NOTE, ids=(session_id,))


def write_own_note(
    store: OpenStore, session_id: UUID, participant_id: UUID, note: str
) -> Done[str]:
    """Keep one woman's own note of the session; an empty one removes it.

    Raises:
        Refused: NotAMember, ParticipantErased, TextTooLong.
    """
    kept = text.prose(note, Field.NOTE)
    with store.work() as work:
        session = get_session(work, session_id)
        check_member(work, session, participant_id)
        get_living(work, participant_id)
        work.notes.put_of_women(session_id, {participant_id: kept})
        work.log.note(Deed.CHANGED, Subject.OWN_NOTE, session_id, participant_id, spell=True)
        work.commit()
    return done(kept, Kind.NOTE, ids=(session_id, participant_id))


def finish(
    store: OpenStore,
    session_id: UUID,
    *,
    today: dt.date,
    texts: Mapping[TextKey, str] | None = None,
) -> Done[Session]:
    """Declare the record finished; it can be corrected afterwards all the same.

    ``texts`` of its topic stay with the session, but for those noted when they were printed.
    """
    return _set_recorded(store, session_id, recorded=True, today=today, texts=texts or {})


def reopen(store: OpenStore, session_id: UUID, *, today: dt.date) -> Done[Session]:
    """Take the declaration back."""
    return _set_recorded(store, session_id, recorded=False, today=today, texts={})


def _set_recorded(
    store: OpenStore,
    session_id: UUID,
    *,
    recorded: bool,
    today: dt.date,
    texts: Mapping[TextKey, str],
) -> Done[Session]:
    with store.work() as work:
        session = get_session(work, session_id)
        session.check_held(today)
        changed = replace(session, recorded=recorded)
        work.sessions.change(changed)
        keep_used(work, session_id, texts)
        work.log.note(Deed.CHANGED, Subject.SESSION, session_id)
        work.commit()
    return done(changed, Kind.SESSION, ids=(session_id,))


def check_member(work: UnitOfWork, session: Session, participant_id: UUID) -> None:
    """Refuse a woman who was not in the group on the session's day (NotAMember)."""
    if all(m.participant.id != participant_id for m in roster_of(work, session)):
        raise Refused(NotAMember(session.day))
