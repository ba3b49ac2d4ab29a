"""What today asks for, recomputed by another path from the raw marks.

Loose ends are those of a coordinator: who reads notes has follow-ups instead of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupkit.crypto.keyring import new_keyring
from groupkit.documents.library import ShippedLibrary
from groupkit.domain.attendance import Status
from groupkit.domain.group import Group
from groupkit.domain.house import House
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.store.opening import create, open_store
from groupkit.usecases.joining import Person, join
from groupkit.usecases.planning import PlanRequest, plan_group
from groupkit.usecases.preparing import give_topic, put_agenda, topic_named
from groupkit.usecases.recording import finish, mark
from groupkit.usecases.today import AHEAD, Missing, today
from groupkit.usecases.unheard import BEHIND

START = dt.date(2027, 1, 13)
LetIn = Callable[..., UUID]
DAY = dt.timedelta(days=1)


def coordinators(path: Path) -> Store:
    """Return a store open for who has no key to notes, and so opens no follow-ups."""
    ring = new_keyring()
    create(path, ring, House("Huset"), "Anna Opdigtet").close(lambda: True)
    return open_store(path, replace(ring, notes_key=None))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = coordinators(tmp_path / "store" / "store.db")
    yield made
    made.close()


MARKS = st.lists(st.none() | st.sampled_from(Status), min_size=8, max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    women=st.lists(MARKS, max_size=4),
    held=st.integers(1, 8),
    later=st.integers(0, 50),
    finished=st.sets(st.integers(0, 7)),
)
def test_loose_ends_are_what_the_marks_leave_open(
    tmp_path_factory: pytest.TempPathFactory,
    women: list[list[Status | None]],
    held: int,
    later: int,
    finished: set[int],
) -> None:
    folder = tmp_path_factory.mktemp("today")
    store = coordinators(folder / "store" / "store.db")
    group = plan_group(store, PlanRequest("G", START, dt.time(17), 120, 14)).value
    with store.work() as work:
        sessions = work.sessions.of_group(group.id)
    day = sessions[held - 1].day + DAY * later
    past = [session for session in sessions if session.day <= day]
    near = [session for session in past if session.day >= day - BEHIND]
    silent = {}
    for at, statuses in enumerate(women):
        person = Person(f"W{at}", f"27-{at}", START)
        woman = join(store, group.id, person).value.participant.id
        recorded = list(zip(past, statuses, strict=False))
        for session, status in recorded:
            mark(store, session.id, woman, status, today=day)
        last = [(session, status) for session, status in recorded if status and session in near]
        if last and last[-1][1] is Status.ABSENT_NO_NOTICE:
            silent[woman] = last[-1][0].id
    done = {session.id for session in past if session.number - 1 in finished}
    for session_id in done:
        finish(store, session_id, today=day)
    found = today(store, day)
    store.close()
    assert {each.participant.id: each.session.id for each in found.unheard} == silent
    marked = {
        session.id: sum(bool(statuses[session.number - 1]) for statuses in women)
        for session in near
        if women and session.id not in done
    }
    assert {each.session.id: each.marked for each in found.unfinished} == marked
    assert all(each.members == len(women) for each in found.unfinished)
    coming = [s.number for s in sessions if day <= s.day <= day + AHEAD and s.id not in done]
    assert [each.session.number for each in found.coming] == coming[:1]


def test_each_group_has_its_own_next_session(store: Store, group: Group) -> None:
    other = plan_group(store, PlanRequest("Aften", START + DAY, dt.time(19), 90, 20, 1)).value
    assert [each.group.id for each in today(store, START).coming] == [group.id, other.id]


def test_what_is_missing_goes_away_one_by_one(
    store: Store, group: Group, sessions: tuple[Session, ...], women: LetIn
) -> None:
    at = sessions[0].id

    def missing() -> tuple[Missing, ...]:
        return today(store, START).coming[0].missing

    assert missing() == (Missing.TOPIC, Missing.AGENDA, Missing.PARTICIPANTS)
    women("Sen", joined=sessions[1].day)
    assert Missing.PARTICIPANTS in missing()
    women("Anemone")
    assert missing() == (Missing.TOPIC, Missing.AGENDA)
    done = give_topic(store, at, topic_named(ShippedLibrary(), "new-incidents", "da"))
    assert missing() == ()
    put_agenda(store, at, type(done.value.agenda)())
    assert missing() == (Missing.AGENDA,)


@pytest.mark.parametrize(
    "since", [Status.PRESENT, Status.LATE, Status.LEFT_EARLY, Status.ABSENT_NOTICE]
)
def test_she_is_heard_of_again(
    store: Store, sessions: tuple[Session, ...], women: LetIn, since: Status
) -> None:
    woman, day = women("Anemone"), sessions[1].day
    mark(store, sessions[0].id, woman, Status.ABSENT_NO_NOTICE, today=day)
    assert [each.participant.id for each in today(store, day).unheard] == [woman]
    mark(store, sessions[1].id, woman, since, today=day)
    assert today(store, day).unheard == ()
    mark(store, sessions[1].id, woman, None, today=day)
    assert [each.session for each in today(store, day).unheard] == [sessions[0]]
    mark(store, sessions[0].id, woman, Status.NOT_INVITED, today=day)
    assert today(store, day).unheard == ()


def test_two_women_of_one_group_are_told_apart(
    store: Store, sessions: tuple[Session, ...], women: LetIn
) -> None:
    silent, heard = women("Anemone"), women("Bellis")
    for woman in (silent, heard):
        mark(store, sessions[0].id, woman, Status.ABSENT_NO_NOTICE, today=START)
    mark(store, sessions[1].id, heard, Status.PRESENT, today=sessions[1].day)
    assert [each.participant.id for each in today(store, sessions[1].day).unheard] == [silent]
