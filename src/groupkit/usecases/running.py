"""A session while it runs: its clock, kept so that a lock or a crash does not stop it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.agenda import Agenda
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.group import Group
from groupkit.domain.running import Progress, SessionClock, progress
from groupkit.domain.session import Session
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_session
from groupkit.usecases.ports import OpenStore


@dataclass(frozen=True)
class Running:
    """A session with its agenda and its clock."""

    group: Group
    session: Session
    agenda: Agenda
    clock: SessionClock

    @property
    def planned(self) -> dt.datetime:
        """When the session was to begin, in the laptop's own time zone."""
        return dt.datetime.combine(self.session.day, self.session.starts).astimezone()

    def at(self, now: dt.datetime) -> Progress:
        """Return where the session is at ``now`` (with a time zone)."""
        return progress(self.agenda, self.clock, self.planned, now)


def running(store: OpenStore, session_id: UUID) -> Running:
    """Return a session's agenda and clock.

    Raises:
        Refused: NotFound.
    """
    with store.work() as work:
        session = get_session(work, session_id)
        return Running(
            get_group(work, session.group_id),
            session,
            work.agendas.of_session(session_id),
            work.clocks.get(session_id),
        )


def put_clock(store: OpenStore, session_id: UUID, clock: SessionClock) -> Done[SessionClock]:
    """Keep ``clock`` as the session's: after a step on or back, at its end, for lack of time.

    Raises:
        Refused: NotFound.
    """
    with store.work() as work:
        get_session(work, session_id)
        work.clocks.put(session_id, clock)
        work.log.note(Deed.CHANGED, Subject.SESSION, session_id, spell=True)
        work.commit()
    return done(clock, Kind.CLOCK, ids=(session_id,))
