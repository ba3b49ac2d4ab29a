"""Searching: all that the keys in hand open, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from groupkit.crypto.derive import CHEAPEST
from groupkit.documents.library import ShippedLibrary
from groupkit.domain.group import Group
from groupkit.domain.house import House
from groupkit.domain.nomination import Decision, Nomination, Verdict
from groupkit.domain.participant import Participant
from groupkit.domain.roles import Rights, Role
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.store.tables import own_note, participant
from groupkit.usecases.joining import Person, join
from groupkit.usecases.nominating import decide, nominate
from groupkit.usecases.planning import PlanRequest, plan_group
from groupkit.usecases.preparing import give_topic, topic_named
from groupkit.usecases.recording import write_group_note, write_own_note
from groupkit.usecases.searching import MOST_HITS, Found, Hit, search
from groupkit.wiring.vault import StoreVault

DANISH = Language("da")
START = dt.date(2027, 1, 13)
PASSPHRASE, OTHER = "lampe gravko fjord syltet", "violet skovsti over kanten"
LetIn = Callable[..., UUID]
Seek = Callable[[str], tuple[Hit, ...]]


@pytest.fixture
def seek(store: Store, library: ShippedLibrary) -> Seek:
    return lambda typed: search(store, library, DANISH, typed).hits


def kinds(hits: tuple[Hit, ...]) -> list[Found]:
    return [hit.kind for hit in hits]


def test_nothing_typed_finds_nothing(seek: Seek, group: Group) -> None:
    assert seek("") == seek(" \n ") == ()


@pytest.mark.parametrize("typed", ["forår", "FORÅR 2027", "2027 lærke", "stær"])
def test_a_group_is_found_by_its_words(seek: Seek, group: Group, typed: str) -> None:
    (hit,) = (hit for hit in seek(typed) if hit.kind is Found.GROUP)
    assert (hit.title, hit.group_id) == ("Forår 2027", group.id)


@pytest.mark.parametrize("typed", ["forar", "laerke", "forår 2028"])
def test_another_letter_or_a_missing_word_finds_nothing(
    seek: Seek, group: Group, typed: str
) -> None:
    assert seek(typed) == ()


@pytest.mark.parametrize("typed", ["13. januar 2027", "2027-01-13", "onsdag uge 2", "forår 13.1."])
def test_a_session_is_found_by_its_day(
    seek: Seek, sessions: tuple[Session, ...], typed: str
) -> None:
    found = [hit.session_id for hit in seek(typed) if hit.kind is Found.SESSION]
    assert sessions[0].id in found


def test_a_session_and_a_topic_are_found_by_the_topic(
    store: Store, seek: Seek, library: ShippedLibrary, sessions: tuple[Session, ...]
) -> None:
    topic = topic_named(library, "co-parenting", "da")
    give_topic(store, sessions[3].id, topic)
    hits = seek(topic.title)
    assert (Found.SESSION, sessions[3].id) in [(hit.kind, hit.session_id) for hit in hits]
    assert topic.slug in [hit.slug for hit in hits if hit.kind is Found.TOPIC]


@pytest.mark.parametrize("typed", ["anemone", "27-01", "solsort"])
def test_a_nominated_woman_is_found_before_she_has_a_seat(
    store: Store, seek: Seek, group: Group, typed: str
) -> None:
    who = Participant(uuid4(), "Anemone", "27-01")
    made = Nomination(uuid4(), who.id, START, "Kontakt Solsort", said_yes=START)
    nominate(store, who, made, START)
    (hit,) = seek(typed)
    assert (hit.kind, hit.participant_id) == (Found.NOMINATION, who.id)
    decide(store, made.id, Verdict(Decision.SEAT, START, group_id=group.id), 0, START)
    assert Found.NOMINATION not in kinds(seek(typed))


def test_the_groups_name_alone_does_not_list_its_sessions(seek: Seek, group: Group) -> None:
    assert kinds(seek("lærke")) == [Found.GROUP]


def test_a_woman_is_found_by_alias_and_by_number_with_her_group(
    store: Store, seek: Seek, group: Group
) -> None:
    join(store, group.id, Person("Kornblomst", "27-03", START))
    for typed in ("kornbl", "27-03"):
        hit = seek(typed)[0]
        assert (hit.kind, hit.title) == (Found.PARTICIPANT, "Kornblomst · 27-03")
        assert (hit.detail, hit.group_id) == ("Forår 2027", group.id)


def test_notes_are_found_by_all_words_newest_first(
    store: Store, seek: Seek, sessions: tuple[Session, ...], women: LetIn
) -> None:
    woman = women("Anemone")
    write_own_note(store, sessions[0].id, woman, "Sover dårligt igen.")
    write_own_note(store, sessions[4].id, woman, "Hun SOVER bedre, dårligt ben.")
    write_own_note(store, sessions[2].id, woman, "Sover fint.")
    write_group_note(store, sessions[1].id, "Alle sover dårligt i denne uge.")
    hits = seek("dårligt sover")
    assert [(hit.kind, hit.session_id) for hit in hits] == [
        (Found.OWN_NOTE, sessions[4].id),
        (Found.OWN_NOTE, sessions[0].id),
        (Found.GROUP_NOTE, sessions[1].id),
    ]
    assert hits[0].title.startswith("Anemone · ")
    assert hits[0].snippet is not None
    assert hits[0].snippet.found == "SOVER"


def test_at_most_fifty_are_shown_and_no_kind_crowds_out_another(
    store: Store, library: ShippedLibrary, women: LetIn
) -> None:
    for number in range(9):
        wanted = PlanRequest(f"Gruppe {number}", START, dt.time(17), 120, 14)
        group = plan_group(store, wanted).value
        with store.work() as work:
            of_group = work.sessions.of_group(group.id)
        for session in of_group:
            write_group_note(store, session.id, "Gruppe og session, uge for uge.")
    found = search(store, library, DANISH, "gruppe")
    assert found.is_cut
    assert len(found.hits) == MOST_HITS
    assert kinds(found.hits).count(Found.GROUP) == 9
    notes = [hit for hit in found.hits if hit.kind is Found.GROUP_NOTE]
    with store.work() as work:
        days = [
            getattr(work.sessions.find(hit.session_id), "day", None)
            for hit in notes
            if hit.session_id
        ]
    assert days == sorted(days, reverse=True)
    assert not search(store, library, DANISH, "gruppe 7").is_cut


def test_texts_that_do_not_open_are_passed_over(
    store: Store, seek: Seek, sessions: tuple[Session, ...], women: LetIn
) -> None:
    one, other = women("Anemone"), women("Bellis")
    write_own_note(store, sessions[0].id, one, "Sover godt.")
    write_own_note(store, sessions[0].id, other, "Sover godt.")
    with store._engine.begin() as connection:
        broken = own_note.c.participant_id == one
        connection.execute(update(own_note).where(broken).values(text=b"x" * 60))
        connection.execute(
            update(participant).where(participant.c.id == one).values(alias=b"y" * 60)
        )
    assert len(seek("sover")) == 1
    assert seek("\ufffd") == ()


@pytest.fixture
def folder(tmp_path: Path, library: ShippedLibrary) -> Path:
    vault = StoreVault(CHEAPEST)
    made = tmp_path / "arkiv"
    store, _ = vault.create(made, PASSPHRASE, House("Huset"), "Anna Opdigtet")
    group = plan_group(store, PlanRequest("Tirsdag", START, dt.time(17), 120, 14)).value
    woman = join(store, group.id, Person("Kornblomst", "27-03", START)).value.participant.id
    with store.work() as work:
        session = work.sessions.of_group(group.id)[0]
    write_group_note(store, session.id, "Kornblomst var med.")
    write_own_note(store, session.id, woman, "Kornblomst sover dårligt.")
    store.close()
    return made


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.FACILITATOR, {Found.PARTICIPANT, Found.OWN_NOTE, Found.GROUP_NOTE}),
        (Role.COORDINATOR, {Found.PARTICIPANT}),
        (Role.PEDAGOGUE, set()),
    ],
)
def test_each_role_finds_what_its_keys_open(
    folder: Path, library: ShippedLibrary, role: Role, expected: set[Found]
) -> None:
    vault = StoreVault(CHEAPEST)
    owner = vault.open(folder, PASSPHRASE)
    owner.access.add(PASSPHRASE, "Berit", Rights(frozenset({role})), OTHER, START)
    owner.close()
    store = vault.open(folder, OTHER)
    try:
        assert set(kinds(search(store, library, DANISH, "kornblomst").hits)) == expected
        assert kinds(search(store, library, DANISH, "tirsdag").hits)[0] is Found.GROUP
    finally:
        store.close()
