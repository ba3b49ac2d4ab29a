"""A session while it runs: its clock, kept so that a lock or a crash does not stop it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID

from groupkit.domain.agenda import Agenda
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.group import Group
from groupkit.domain.running import SessionClock
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


def running(store: OpenStore, session_id: UUID) -> Running:
    """Return a session's agenda and clock."""
    with store.work() as work:
        session = get_session(work, session_id)
        return Running(
            get_group(work, session.group_id),
            session,
            work.agendas.of_session(session_id),
            work.clocks.get(session_id),
        )


def begin_item(
    store: OpenStore, session_id: UUID, item_id: UUID, at: dt.datetime
) -> Done[SessionClock]:
    """Note that an item began at ``at`` (with a time zone); begun again, it begins anew.

    What had begun at or after ``at`` counts as not begun: that is how one goes back.
    """
    clock = running(store, session_id).clock
    begun = {known: began for known, began in clock.begun.items() if began < at}
    return put_clock(store, session_id, replace(clock, begun={**begun, item_id: at}, ended=None))


def put_clock(store: OpenStore, session_id: UUID, clock: SessionClock) -> Done[SessionClock]:
    """Keep ``clock`` as the session's: to end it, to be short of time, to take a step back."""
    with store.work() as work:
        get_session(work, session_id)
        work.clocks.put(session_id, clock)
        work.log.note(Deed.CHANGED, Subject.SESSION, session_id, spell=True)
        work.commit()
    return done(clock, Kind.CLOCK, ids=(session_id,))
