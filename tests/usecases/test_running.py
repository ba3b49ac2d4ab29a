"""A session's clock in a real store: kept with its steps, through closing, and refused for none."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from groupkit.crypto.keyring import new_keyring
from groupkit.documents.library import ShippedLibrary
from groupkit.domain.house import House
from groupkit.domain.refusal import NotFound, Refused
from groupkit.domain.running import SessionClock, Stage
from groupkit.domain.session import Session
from groupkit.domain.session_steps import end, step_back, step_on
from groupkit.store.opened import Store
from groupkit.store.opening import create, open_store
from groupkit.usecases.changes import Kind
from groupkit.usecases.planning import PlanRequest, plan_group
from groupkit.usecases.preparing import give_topic, put_agenda, topic_named
from groupkit.usecases.running import Running, put_clock, running

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def session(store: Store, sessions: tuple[Session, ...], library: ShippedLibrary) -> Session:
    """A session with a topic's agenda of 120 minutes."""
    give_topic(store, sessions[0].id, topic_named(library, "new-incidents", "da"))
    return sessions[0]


def stepped(store: Store, view: Running, now: dt.datetime) -> Running:
    put_clock(store, view.session.id, step_on(view.agenda, view.clock, now))
    return running(store, view.session.id)


def test_a_session_has_a_clock_that_has_not_begun(store: Store, session: Session) -> None:
    view = running(store, session.id)
    assert view.clock == SessionClock()
    assert view.planned.replace(tzinfo=None) == dt.datetime.combine(session.day, session.starts)
    found = view.at(view.planned - MINUTE)
    assert found.current is None
    assert found.ends == view.planned + 120 * MINUTE


def test_steps_are_kept_and_tell_where_the_session_is(store: Store, session: Session) -> None:
    view = running(store, session.id)
    begins = view.planned + 4 * MINUTE
    view = stepped(store, view, begins)
    first = view.agenda.items[0]
    assert view.clock.begun == {first.id: begins}
    assert view.at(begins).late == 4
    view = stepped(store, view, begins + (first.minutes - 3) * MINUTE)
    found = view.at(begins + (first.minutes - 3) * MINUTE)
    assert (found.at, found.late) == (1, 1)
    assert found.items[0].stage is Stage.DONE
    put_clock(store, session.id, step_back(view.agenda, view.clock))
    assert running(store, session.id).clock.begun == {first.id: begins}


def test_the_end_and_being_short_of_time_are_kept_and_taken_back(
    store: Store, session: Session
) -> None:
    view = stepped(store, running(store, session.id), dt.datetime(2027, 1, 13, 16, tzinfo=dt.UTC))
    ended = end(replace(view.clock, short=True), dt.datetime(2027, 1, 13, 17, tzinfo=dt.UTC))
    told = put_clock(store, session.id, ended)
    assert told.changes.kinds == {Kind.CLOCK}
    assert told.changes.ids == {session.id}
    assert running(store, session.id).clock == ended
    put_clock(store, session.id, SessionClock())
    assert running(store, session.id).clock == SessionClock()


def test_a_clock_outlives_the_agenda_that_it_ran_on(store: Store, session: Session) -> None:
    now = dt.datetime(2027, 1, 13, 16, tzinfo=dt.UTC)
    view = stepped(store, stepped(store, running(store, session.id), now), now + 10 * MINUTE)
    put_agenda(store, session.id, view.agenda.without(view.agenda.items[1].id))
    edited = running(store, session.id)
    assert edited.clock == view.clock
    assert edited.at(now + 12 * MINUTE).at == 0


def test_a_running_clock_goes_on_after_the_store_was_closed(tmp_path: Path) -> None:
    path, keys = tmp_path / "store" / "store.db", new_keyring()
    store = create(path, keys, House("Huset Ærø"), "Anna Opdigtet")
    group = plan_group(store, PlanRequest("Forår", dt.date(2027, 1, 13), dt.time(17), 120, 14))
    with store.work() as work:
        session = work.sessions.of_group(group.value.id)[0]
    give_topic(store, session.id, topic_named(ShippedLibrary(), "new-incidents", "da"))
    now = dt.datetime(2027, 1, 13, 16, tzinfo=dt.UTC)
    kept = stepped(store, running(store, session.id), now).clock
    store.close()
    again = open_store(path, keys)
    try:
        assert running(again, session.id).clock == kept
    finally:
        again.close()


def test_a_session_that_is_not_there_has_no_clock(store: Store) -> None:
    for ask in (running, lambda at, one: put_clock(at, one, SessionClock())):
        with pytest.raises(Refused) as refused:
            ask(store, uuid4())
        assert isinstance(refused.value.refusal, NotFound)
