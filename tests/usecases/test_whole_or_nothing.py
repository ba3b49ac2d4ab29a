"""Each deed is kept whole and names what it touched; a refused one leaves nothing behind."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from groupkit.crypto.keyring import new_keyring
from groupkit.documents.library import ShippedLibrary
from groupkit.domain import refusal as no
from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.attendance import Status
from groupkit.domain.group import Group
from groupkit.domain.house import House
from groupkit.domain.participant import Membership
from groupkit.domain.refusal import Refused
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.store.opening import create
from groupkit.usecases.changes import Done, Kind
from groupkit.usecases.drafting import drop_draft, find_draft, keep_draft
from groupkit.usecases.housekeeping import change_house
from groupkit.usecases.joining import Person, change_membership, join, undo_join
from groupkit.usecases.planning import PlanRequest, plan_group
from groupkit.usecases.preparing import give_topic, put_agenda, put_prepared, topic_named
from groupkit.usecases.recording import (
    finish,
    mark,
    reopen,
    write_group_note,
    write_own_note,
)

START = dt.date(2027, 1, 13)
LATER = dt.date(2027, 12, 1)
WANTED = PlanRequest("Forår 2027", START, dt.time(17), 120, 14, facilitators=("Lærke",))
TOPIC = topic_named(ShippedLibrary(), "new-incidents", "da")
COFFEE = Agenda((AgendaItem(uuid4(), ItemKind.OTHER, "Kaffe", 20),))


Snapshot = dict[Kind, object]


def snapshot(store: Store) -> Snapshot:
    """Return all that is kept, so that two moments can be compared."""
    with store.work() as work:
        groups = work.groups.all()
        sessions = [session for group in groups for session in work.sessions.of_group(group.id)]
        ids = [session.id for session in sessions]
        marks = {
            (mark.session_id, mark.participant_id): mark
            for mark in work.attendance.of_sessions(ids)
        }
        return {
            Kind.GROUP: groups,
            Kind.SESSION: sessions,
            Kind.AGENDA: _filled({at: work.agendas.of_session(at).items for at in ids}),
            Kind.MEMBER: (
                _filled({group.id: work.members.of_group(group.id) for group in groups}),
                work.members.numbers(),
            ),
            Kind.ATTENDANCE: marks,
            Kind.NOTE: (
                _filled({at: work.notes.of_group(at) for at in ids}),
                _filled({at: dict(work.notes.of_women(at)) for at in ids}),
            ),
            Kind.HOUSE: work.house.get(),
            Kind.FOLLOW_UP: work.follow_ups.all(),
        }


def _filled(by_id: dict[UUID, Any]) -> dict[UUID, Any]:
    return {key: value for key, value in by_id.items() if value}


def touched(before: Snapshot, after: Snapshot) -> set[Kind]:
    """Return the kinds in which two moments differ."""
    return {kind for kind in before if before[kind] != after[kind]}


@dataclasses.dataclass(frozen=True)
class Filled:
    """A store with a group in its middle: two women, marks, notes, an agenda."""

    store: Store
    group: Group
    sessions: tuple[Session, ...]
    anemone: Membership
    bellis: Membership

    @property
    def first(self) -> UUID:
        return self.sessions[0].id

    @property
    def second(self) -> UUID:
        return self.sessions[1].id


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Filled]:
    store = create(
        tmp_path / "store" / "store.db", new_keyring(), House("Huset Ærø"), "Anna Opdigtet"
    )
    group = plan_group(store, WANTED).value
    with store.work() as work:
        sessions = work.sessions.of_group(group.id)
    anemone = join(store, group.id, Person("Anemone", "27-01", START)).value
    bellis = join(store, group.id, Person("Bellis", "27-02", START, sessions[4].day)).value
    at = sessions[0].id
    give_topic(store, at, TOPIC)
    mark(store, at, anemone.participant.id, Status.ABSENT_NOTICE, today=LATER, reason="syg")
    write_group_note(store, at, "Vi nåede øvelse 1.")
    write_own_note(store, at, anemone.participant.id, "Ring.")
    finish(store, at, today=LATER)
    yield Filled(store, group, sessions, anemone, bellis)
    store.close()


Deed = Callable[[Filled], Done[object]]

DEEDS: dict[str, tuple[Deed, set[Kind]]] = {
    "plan a group": (
        lambda f: plan_group(f.store, dataclasses.replace(WANTED, name="Efterår")),
        {Kind.GROUP, Kind.SESSION},
    ),
    "join": (
        lambda f: join(f.store, f.group.id, Person("Dahlia", "27-03", START)),
        {Kind.MEMBER},
    ),
    "change a membership": (
        lambda f: change_membership(
            f.store, f.anemone.id, Person("Anemone", "27-09", START, LATER)
        ),
        {Kind.MEMBER},
    ),
    "undo a joining": (lambda f: undo_join(f.store, f.bellis.id), {Kind.MEMBER}),
    "give a topic": (
        lambda f: give_topic(f.store, f.second, TOPIC),
        {Kind.SESSION, Kind.AGENDA},
    ),
    "take a topic away": (
        lambda f: put_prepared(f.store, f.first, "", Agenda()),
        {Kind.SESSION, Kind.AGENDA},
    ),
    "put an agenda": (lambda f: put_agenda(f.store, f.first, COFFEE), {Kind.AGENDA}),
    "mark": (
        lambda f: mark(
            f.store, f.first, f.bellis.participant.id, Status.ABSENT_NO_NOTICE, today=LATER
        ),
        {Kind.ATTENDANCE, Kind.FOLLOW_UP},
    ),
    "mark as present": (
        lambda f: mark(f.store, f.first, f.bellis.participant.id, Status.PRESENT, today=LATER),
        {Kind.ATTENDANCE},
    ),
    "correct a reason": (
        lambda f: mark(
            f.store,
            f.first,
            f.anemone.participant.id,
            Status.ABSENT_NOTICE,
            today=LATER,
            reason="barn syg",
        ),
        {Kind.ATTENDANCE},
    ),
    "take a mark away": (
        lambda f: mark(f.store, f.first, f.anemone.participant.id, None, today=LATER),
        {Kind.ATTENDANCE},
    ),
    "write the group's note": (
        lambda f: write_group_note(f.store, f.second, "Ny note"),
        {Kind.NOTE},
    ),
    "remove the group's note": (lambda f: write_group_note(f.store, f.first, " \n"), {Kind.NOTE}),
    "write her note": (
        lambda f: write_own_note(f.store, f.first, f.bellis.participant.id, "Bussen."),
        {Kind.NOTE},
    ),
    "remove her note": (
        lambda f: write_own_note(f.store, f.first, f.anemone.participant.id, ""),
        {Kind.NOTE},
    ),
    "finish": (lambda f: finish(f.store, f.second, today=LATER), {Kind.SESSION}),
    "reopen": (lambda f: reopen(f.store, f.first, today=LATER), {Kind.SESSION}),
    "change the house": (lambda f: change_house(f.store, House("Nyt hus", "en")), {Kind.HOUSE}),
}


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_names_exactly_what_it_touched(filled: Filled, name: str) -> None:
    deed, kinds = DEEDS[name]
    before = snapshot(filled.store)
    changes = deed(filled).changes
    assert touched(before, snapshot(filled.store)) == kinds
    assert changes.kinds == kinds
    assert changes.touches(*kinds)
    assert not changes.touches(*set(Kind) - kinds)


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_done_twice_is_refused_or_changes_nothing_more(filled: Filled, name: str) -> None:
    deed, _ = DEEDS[name]
    deed(filled)
    once = snapshot(filled.store)
    if name in {"plan a group", "join", "undo a joining"}:
        with pytest.raises(Refused):
            deed(filled)
        assert touched(once, snapshot(filled.store)) == set()
        return
    deed(filled)
    # A topic given again has an agenda of new items; all else is as it was.
    assert touched(once, snapshot(filled.store)) <= (
        {Kind.AGENDA} if name == "give a topic" else set()
    )


REFUSED: dict[str, tuple[Deed, type[no.Refusal]]] = {
    "name taken": (lambda f: plan_group(f.store, WANTED), no.GroupNameTaken),
    "name taken in another case": (
        lambda f: plan_group(f.store, dataclasses.replace(WANTED, name="FORÅR\u200b 2027")),
        no.GroupNameTaken,
    ),
    "past the last day": (
        lambda f: plan_group(
            f.store, dataclasses.replace(WANTED, name="x", start=dt.date(2100, 12, 1))
        ),
        no.DateOutOfReach,
    ),
    "too many facilitators": (
        lambda f: plan_group(
            f.store, dataclasses.replace(WANTED, name="x", facilitators=tuple("abcdefg"))
        ),
        no.TooManyFacilitators,
    ),
    "join no group": (lambda f: join(f.store, uuid4(), Person("D", "27-03", START)), no.NotFound),
    "number taken": (
        lambda f: join(f.store, f.group.id, Person("D", "27-01", START)),
        no.NumberTaken,
    ),
    "alias taken in other letters": (
        lambda f: join(f.store, f.group.id, Person("ANE\u00admone", "27-03", START)),
        no.AliasTaken,
    ),
    "invisible alias": (
        lambda f: join(f.store, f.group.id, Person("\u200b", "27-03", START)),
        no.TextUnprintable,
    ),
    "change to another's number": (
        lambda f: change_membership(f.store, f.bellis.id, Person("Bellis", "27-01", START)),
        no.NumberTaken,
    ),
    "change to another's alias": (
        lambda f: change_membership(f.store, f.bellis.id, Person("anemone", "27-02", START)),
        no.AliasTaken,
    ),
    "join after her first mark": (
        lambda f: change_membership(
            f.store, f.anemone.id, Person("Anemone", "27-01", f.sessions[1].day)
        ),
        no.JoinedAfterFirstMark,
    ),
    "change no membership": (
        lambda f: change_membership(f.store, uuid4(), Person("D", "27-03", START)),
        no.NotFound,
    ),
    "undo a joining with a record": (
        lambda f: undo_join(f.store, f.anemone.id),
        no.AlreadyRecorded,
    ),
    "undo no joining": (lambda f: undo_join(f.store, uuid4()), no.NotFound),
    "give a topic to no session": (lambda f: give_topic(f.store, uuid4(), TOPIC), no.NotFound),
    "put an agenda to no session": (lambda f: put_agenda(f.store, uuid4(), COFFEE), no.NotFound),
    "mark no member": (
        lambda f: mark(f.store, f.first, uuid4(), Status.PRESENT, today=LATER),
        no.NotAMember,
    ),
    "mark after she left": (
        lambda f: mark(
            f.store, f.sessions[5].id, f.bellis.participant.id, Status.PRESENT, today=LATER
        ),
        no.NotAMember,
    ),
    "mark too early": (
        lambda f: mark(f.store, f.second, f.bellis.participant.id, Status.PRESENT, today=START),
        no.SessionNotYet,
    ),
    "a reason too long": (
        lambda f: mark(
            f.store,
            f.first,
            f.anemone.participant.id,
            Status.ABSENT_NOTICE,
            today=LATER,
            reason="x" * 201,
        ),
        no.TextTooLong,
    ),
    "take a mark away too early": (
        lambda f: mark(f.store, f.second, f.anemone.participant.id, None, today=START),
        no.SessionNotYet,
    ),
    "a note for no session": (lambda f: write_group_note(f.store, uuid4(), "x"), no.NotFound),
    "a note for no member": (
        lambda f: write_own_note(f.store, f.first, uuid4(), "x"),
        no.NotAMember,
    ),
    "a note too long": (
        lambda f: write_own_note(f.store, f.first, f.anemone.participant.id, "x" * 20_001),
        no.TextTooLong,
    ),
    "finish too early": (lambda f: finish(f.store, f.second, today=START), no.SessionNotYet),
    "reopen no session": (lambda f: reopen(f.store, uuid4(), today=LATER), no.NotFound),
    "a house without a name": (
        lambda f: change_house(f.store, House("\u2800")),
        no.TextUnprintable,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_deed_leaves_everything_as_it_was(filled: Filled, name: str) -> None:
    deed, kind = REFUSED[name]
    before = snapshot(filled.store)
    with pytest.raises(Refused) as refused:
        deed(filled)
    assert type(refused.value.refusal) is kind
    assert touched(before, snapshot(filled.store)) == set()
    assert filled.store.findings() == 0


def test_an_undone_joining_gives_number_and_alias_back(filled: Filled) -> None:
    undo_join(filled.store, filled.bellis.id)
    again = join(filled.store, filled.group.id, Person("Bellis", "27-02", START)).value
    assert again.participant.id != filled.bellis.participant.id


def test_a_joining_with_a_note_alone_is_not_undone(filled: Filled) -> None:
    at = filled.sessions[1]
    write_own_note(filled.store, at.id, filled.bellis.participant.id, "Bussen.")
    with pytest.raises(Refused) as refused:
        undo_join(filled.store, filled.bellis.id)
    assert refused.value.refusal == no.AlreadyRecorded(at.day)
    write_own_note(filled.store, at.id, filled.bellis.participant.id, "")
    undo_join(filled.store, filled.bellis.id)


def test_drafts_touch_nothing_else(filled: Filled) -> None:
    before = snapshot(filled.store)
    keep_draft(filled.store, "new group", {"name": "halvt ✎\x00\ud83d"})
    assert find_draft(filled.store, "new group") == {"name": "halvt ✎\x00\ud83d"}
    drop_draft(filled.store, "new group")
    assert touched(before, snapshot(filled.store)) == set()


def test_changes_name_the_things_that_a_page_may_be_showing(filled: Filled) -> None:
    woman = filled.anemone.participant.id
    done = mark(filled.store, filled.first, woman, Status.LATE, today=LATER)
    assert done.changes.ids == {filled.first, woman}
    assert write_own_note(filled.store, filled.first, woman, "x").changes.ids == {
        filled.first,
        woman,
    }
    assert give_topic(filled.store, filled.second, TOPIC).changes.ids == {filled.second}
    assert undo_join(filled.store, filled.bellis.id).changes.ids == {filled.group.id}
