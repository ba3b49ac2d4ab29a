"""Recording a session: attendance, the group's note, and each woman's own note."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.agenda import Agenda
from groupkit.domain.attendance import Mark, Status, Tally, tally
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.group import Group
from groupkit.domain.participant import Membership
from groupkit.domain.refusal import Field, NotAMember, Refused
from groupkit.domain.roles import Part
from groupkit.domain.session import Session
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_session
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class RosterLine:
    """One woman at one session: her mark, if any, and her own note."""

    membership: Membership
    mark: Mark | None
    note: str

    @property
    def status(self) -> Status | None:
        """What was recorded, None when nothing was."""
        return self.mark.status if self.mark else None


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
        roster = tuple(
            RosterLine(
                membership,
                marks.get(membership.participant.id),
                notes.get(membership.participant.id, ""),
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

    Raises:
        Refused: SessionNotYet before the day, NotAMember when she was not in the group then.
    """
    with store.work() as work:
        session = get_session(work, session_id)
        session.check_held(today)
        _check_member(work, session, participant_id)
        known = _mark_of(work, session_id, participant_id)
        if reason is None:
            reason = known.reason if known else ""
        made = Mark(session_id, participant_id, status, reason) if status else None
        if made:
            work.attendance.put_all([made])
        else:
            work.attendance.remove(session_id, participant_id)
        deed = (Deed.CHANGED if made else Deed.REMOVED) if known else Deed.ADDED
        work.log.note(deed, Subject.ATTENDANCE, session_id, participant_id, spell=True)
        work.commit()
    return done(made, Kind.ATTENDANCE, ids=(session_id, participant_id))


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
    """Keep one woman's own note of the session; an empty one removes it."""
    kept = text.prose(note, Field.NOTE)
    with store.work() as work:
        session = get_session(work, session_id)
        _check_member(work, session, participant_id)
        work.notes.put_of_women(session_id, {participant_id: kept})
        work.log.note(Deed.CHANGED, Subject.OWN_NOTE, session_id, participant_id, spell=True)
        work.commit()
    return done(kept, Kind.NOTE, ids=(session_id, participant_id))


def finish(store: OpenStore, session_id: UUID, *, today: dt.date) -> Done[Session]:
    """Declare the record finished; it can be corrected afterwards all the same."""
    return _set_recorded(store, session_id, recorded=True, today=today)


def reopen(store: OpenStore, session_id: UUID, *, today: dt.date) -> Done[Session]:
    """Take the declaration back."""
    return _set_recorded(store, session_id, recorded=False, today=today)


def _set_recorded(
    store: OpenStore, session_id: UUID, *, recorded: bool, today: dt.date
) -> Done[Session]:
    with store.work() as work:
        session = get_session(work, session_id)
        session.check_held(today)
        changed = replace(session, recorded=recorded)
        work.sessions.change(changed)
        work.log.note(Deed.CHANGED, Subject.SESSION, session_id)
        work.commit()
    return done(changed, Kind.SESSION, ids=(session_id,))


def _check_member(work: UnitOfWork, session: Session, participant_id: UUID) -> None:
    if all(m.participant.id != participant_id for m in roster_of(work, session)):
        raise Refused(NotAMember(session.day))
