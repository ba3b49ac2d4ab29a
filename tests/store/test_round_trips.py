"""Whatever the domain allows comes back from the store as it went in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_samples import a_group, a_member, a_session

from groupkit.crypto.keyring import new_keyring
from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.attendance import Mark, Status
from groupkit.domain.group import Group
from groupkit.domain.house import HelpLine, House
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.schedule import Course
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.store.opening import create

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 8, 1))
CLOCKS = st.integers(0, 19 * 60).map(lambda minute: dt.time(minute // 60, minute % 60))
LETTERS = st.characters(categories=("L", "M", "N", "P", "S", "Zs"))
# The letter keeps a text from being only blanks, which no name may be.
NAMES = st.text(LETTERS, max_size=20).map(lambda text: "å" + text)
LINES = st.text(LETTERS, max_size=20)
PROSE = st.text(max_size=300)
IDS = st.builds(uuid4)
ITEMS = st.builds(AgendaItem, IDS, st.sampled_from(ItemKind), NAMES, st.integers(1, 240), LINES)
AGENDAS = st.lists(ITEMS, max_size=40).map(lambda items: Agenda(tuple(items)))
GROUPS = st.builds(
    Group,
    IDS,
    NAMES,
    st.builds(Course, DAYS, st.integers(14, 20), st.integers(1, 3)),
    CLOCKS,
    st.integers(30, 300),
    LINES,
    st.lists(LINES, max_size=6).map(tuple),
)
HOUSES = st.builds(
    House,
    NAMES,
    st.sampled_from(["da", "en"]),
    st.lists(st.builds(HelpLine, st.just("112"), NAMES, LINES), max_size=5).map(tuple),
    st.integers(0, 20),
    st.booleans(),
    st.sampled_from(["system", "light", "dark"]),
)
LAWS = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("round") / "store"
    made = create(folder / "store.db", new_keyring(), House("Huset"), "Anna Opdigtet")
    yield made
    made.close()


@LAWS
@given(group=GROUPS, change=GROUPS)
def test_groups(store: Store, group: Group, change: Group) -> None:
    changed = Group(
        group.id,
        change.name,
        change.course,
        change.starts,
        change.minutes,
        change.place,
        change.facilitators,
    )
    with store.work() as work:
        work.groups.add(group)
        assert work.groups.find(group.id) == group
        assert work.groups.find_named(group.name.casefold()) == group
        work.groups.change(changed)
        assert work.groups.all() == (changed,)
        assert work.groups.find(uuid4()) is None


@LAWS
@given(data=st.data(), starts=CLOCKS, minutes=st.integers(30, 300))
def test_sessions(store: Store, data: st.DataObject, starts: dt.time, minutes: int) -> None:
    group = a_group()
    drawn = [
        Session(
            uuid4(),
            group.id,
            number,
            data.draw(DAYS),
            starts,
            minutes,
            data.draw(st.none() | DAYS),
            data.draw(LINES),
            data.draw(LINES),
            data.draw(st.booleans()),
        )
        for number in (3, 1, 2)
    ]
    by_day = tuple(sorted(drawn, key=lambda session: (session.day, session.number)))
    with store.work() as work:
        work.groups.add(group)
        work.sessions.add_all(drawn)
        assert work.sessions.of_group(group.id) == by_day
        first = by_day[0].day
        within = tuple(session for session in by_day if session.day == first)
        assert work.sessions.between(first, first) == within
        changed = Session(drawn[0].id, group.id, 9, dt.date(2030, 1, 2), starts, minutes)
        work.sessions.change(changed)
        assert work.sessions.find(changed.id) == changed


@LAWS
@given(agenda=AGENDAS, after=AGENDAS)
def test_agendas(store: Store, agenda: Agenda, after: Agenda) -> None:
    group = a_group()
    session = a_session(group)
    with store.work() as work:
        work.groups.add(group)
        work.sessions.add_all([session])
        assert work.agendas.of_session(session.id) == Agenda()
        for wanted in (agenda, after):
            work.agendas.put(session.id, wanted)
            assert work.agendas.of_session(session.id) == wanted
            summed = {session.id: wanted.minutes} if wanted.items else {}
            assert work.agendas.minutes_of([session.id, uuid4()]) == summed


@LAWS
@given(
    alias=NAMES,
    number=st.text(LETTERS, max_size=8).map(lambda text: "7" + text),
    joined=DAYS,
    days=st.none() | st.integers(0, 100),
    renamed=NAMES,
)
def test_members(
    store: Store, alias: str, number: str, joined: dt.date, days: int | None, renamed: str
) -> None:
    group = a_group()
    left = None if days is None else joined + dt.timedelta(days=days)
    woman = Participant(uuid4(), alias, number)
    member = Membership(uuid4(), group.id, woman, joined, left)
    with store.work() as work:
        work.groups.add(group)
        work.members.add_all([member])
        assert work.members.of_group(group.id) == (member,)
        assert work.members.find_participant(woman.number) == woman
        changed = Membership(
            member.id, group.id, Participant(woman.id, renamed, "27-1"), dt.date(2001, 1, 1)
        )
        work.members.change(changed)
        assert work.members.find(member.id) == changed
        assert work.members.numbers() == ("27-1",)


@LAWS
@given(first=st.sampled_from(Status), second=st.sampled_from(Status), reason=LINES)
def test_marks(store: Store, first: Status, second: Status, reason: str) -> None:
    group = a_group()
    session, member = a_session(group), a_member(group)
    with store.work() as work:
        work.groups.add(group)
        work.sessions.add_all([session])
        work.members.add_all([member])
        for status in (first, second):
            wanted = Mark(session.id, member.participant.id, status, reason)
            work.attendance.put_all([wanted])
            assert work.attendance.of_session(session.id) == (wanted,)
            assert work.attendance.of_sessions([session.id, uuid4()]) == (wanted,)
        work.attendance.remove(session.id, member.participant.id)
        assert work.attendance.of_session(session.id) == ()


@LAWS
@given(of_group=PROSE, first=PROSE, second=PROSE)
def test_notes(store: Store, of_group: str, first: str, second: str) -> None:
    group = a_group()
    session, women = a_session(group), [a_member(group), a_member(group, "Ida", "27-02")]
    ids: list[UUID] = [member.participant.id for member in women]
    with store.work() as work:
        work.groups.add(group)
        work.sessions.add_all([session])
        work.members.add_all(women)
        work.notes.put_of_group(session.id, "before")
        work.notes.put_of_group(session.id, of_group)
        work.notes.put_of_women(session.id, {ids[0]: second, ids[1]: "before"})
        work.notes.put_of_women(session.id, {ids[0]: first, ids[1]: second})
        assert work.notes.of_group(session.id) == of_group
        kept = {woman: note for woman, note in zip(ids, (first, second), strict=True) if note}
        assert work.notes.of_women(session.id) == kept


@LAWS
@given(fields=st.dictionaries(st.text(), st.text()), after=st.dictionaries(st.text(), st.text()))
def test_drafts(store: Store, fields: dict[str, str], after: dict[str, str]) -> None:
    with store.work() as work:
        assert work.drafts.find("here") is None
        for wanted in (fields, after):
            work.drafts.put("here", wanted)
            assert work.drafts.find("here") == wanted
        work.drafts.drop("here")
        work.drafts.drop("here")
        assert work.drafts.find("here") is None


@LAWS
@given(house=HOUSES)
def test_house(store: Store, house: House) -> None:
    with store.work() as work:
        work.house.put(house)
        assert work.house.get() == house
