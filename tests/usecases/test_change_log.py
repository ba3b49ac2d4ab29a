"""The change log as owners read it, verified against paper."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain.attendance import Status
from groupkit.domain.change_log import Deed, Head, LogCheck, Subject
from groupkit.domain.dates import Period
from groupkit.domain.group import Group
from groupkit.domain.house import House
from groupkit.domain.refusal import HeadUnreadable, NotForYourRole, Refused
from groupkit.domain.roles import Rights, Role
from groupkit.domain.session import Session
from groupkit.language import LANGUAGES, Language
from groupkit.language.log_words import check_sentence, deed_word, subject_word
from groupkit.store.opened import Store
from groupkit.usecases.change_log import Sought, change_log, read_head, verify
from groupkit.usecases.joining import Person, join, undo_join
from groupkit.usecases.looking import note_attendance_printed, note_reading, note_search
from groupkit.usecases.planning import PlanRequest, plan_group
from groupkit.usecases.recording import mark, write_own_note
from groupkit.wiring.vault import StoreVault

ENGLISH = Language("en")
START = dt.date(2027, 1, 13)
PASSPHRASE, OTHER = "lampe gravko fjord syltet", "violet skovsti over kanten"
LetIn = Callable[..., UUID]
DIGEST = "0123456789abcdef" * 4


def said(store: Store, sought: Sought | None = None) -> list[str]:
    found = change_log(store, ENGLISH, sought or Sought())
    return [f"{shown.line.deed}: {shown.line.record}" for shown in found.shown]


def test_lines_say_who_did_what_by_number_and_never_by_alias(
    store: Store, group: Group, sessions: tuple[Session, ...], women: LetIn
) -> None:
    woman = women("Anemone")
    with store.work() as work:
        (participant,) = work.members.all_participants()
    mark(store, sessions[0].id, woman, Status.PRESENT, today=START)
    write_own_note(store, sessions[0].id, woman, "Hemmelige ord.")
    note_reading(store, woman, sessions[0].id)
    note_reading(store, woman, None)
    note_search(store)
    note_attendance_printed(store, group.id)
    where = "session 1, 13 Jan 2027, Forår 2027"
    assert said(store) == [
        "Printed: Attendance · Forår 2027",
        "Read: Her own note · by searching the notes",
        f"Read: Participant · {participant.number}",
        f"Read: Her own note · {participant.number} · {where}",
        f"Changed: Her own note · {participant.number} · {where}",
        f"Added: Attendance · {participant.number} · {where}",
        f"Added: Participant · {participant.number} · Forår 2027",
        "Added: Group · Forår 2027",
        "Added: The store",
    ]
    assert "Anemone" not in str(change_log(store, ENGLISH))
    assert "Hemmelige" not in str(change_log(store, ENGLISH))
    assert {shown.line.who for shown in change_log(store, ENGLISH).shown} == {"Anna Opdigtet"}


def test_what_is_gone_is_said_to_be_gone(store: Store, group: Group) -> None:
    joined = join(store, group.id, Person("Anemone", "27-01", START)).value
    undo_join(store, joined.id)
    assert said(store)[0] == "Removed: Participant · no longer in the store · Forår 2027"


def test_reading_again_at_once_is_the_same_reading(store: Store, women: LetIn) -> None:
    woman = women("Anemone")
    for _ in range(3):
        note_reading(store, woman, None)
    assert [line for line in said(store) if line.startswith("Read")] == [said(store)[0]]


def test_times_are_those_of_the_laptop(tmp_path: Path) -> None:
    at = dt.datetime(2027, 1, 13, 23, 30, tzinfo=dt.UTC)
    store, _ = StoreVault(CHEAPEST, lambda: at).create(
        tmp_path / "arkiv", PASSPHRASE, House("Huset"), "Anna Opdigtet"
    )
    try:
        zone = dt.timezone(dt.timedelta(hours=1))
        view = change_log(store, ENGLISH, zone=zone)
        assert view.shown[0].line.at.isoformat() == "2027-01-14T00:30:00+01:00"
        assert view.first_day == dt.date(2027, 1, 14)
        for day, found in ((13, 0), (14, 1)):
            only = Period(dt.date(2027, 1, day), dt.date(2027, 1, day))
            assert change_log(store, ENGLISH, Sought(period=only), zone=zone).found == found
    finally:
        store.close()


def test_filters_narrow_down_and_the_newest_come_first(tmp_path: Path) -> None:
    moment = [dt.datetime(2027, 1, 13, 12, tzinfo=dt.UTC)]
    vault, folder = StoreVault(CHEAPEST, lambda: moment[0]), tmp_path / "arkiv"
    store, _ = vault.create(folder, PASSPHRASE, House("Huset"), "Anna Opdigtet")
    coordinator = Rights(frozenset({Role.COORDINATOR}))
    berit = store.access.add(PASSPHRASE, "Berit", coordinator, OTHER, START)
    store.close()
    moment[0] += dt.timedelta(days=3)
    store = vault.open(folder, OTHER)
    plan_group(store, PlanRequest("Tirsdag", START, dt.time(17), 120, 14))
    with pytest.raises(Refused) as refused:
        change_log(store, ENGLISH)
    assert isinstance(refused.value.refusal, NotForYourRole)
    with pytest.raises(Refused):
        verify(store)
    store.close()
    store = vault.open(folder, PASSPHRASE)
    try:
        by_berit = change_log(store, ENGLISH, Sought(person=berit.id))
        assert [shown.entry.deed for shown in by_berit.shown] == [Deed.ADDED, Deed.UNLOCKED]
        assert {shown.line.who for shown in by_berit.shown} == {"Berit"}
        assert by_berit.people == ((store.user.id, "Anna Opdigtet"), (berit.id, "Berit"))
        access = change_log(store, ENGLISH, Sought(subject=Subject.USER))
        assert [shown.line.record for shown in access.shown] == ["Access · Berit"]
        newest = change_log(store, ENGLISH, most=2)
        assert [shown.line.number for shown in newest.shown] == [newest.entries, newest.entries - 1]
        assert newest.found == newest.entries == newest.head.number
        late = Period(dt.date(2027, 1, 15), dt.date(2027, 1, 20))
        assert change_log(store, ENGLISH, Sought(period=late)).found == 3
    finally:
        store.close()


def typed(head: Head) -> str:
    return f"No. {head.number}\n" + " ".join(head.groups)


def test_a_printed_head_proves_all_before_it(store: Store, group: Group) -> None:
    with store.work() as work:
        head = work.log.head()
    plan_group(store, PlanRequest("Tirsdag", START, dt.time(17), 120, 14))
    check = verify(store, typed(head))
    assert (check.whole, check.head_agrees, check.entries) == (True, True, 3)
    assert verify(store).head_agrees is None


def test_verifying_says_where_the_log_was_changed(store: Store, group: Group) -> None:
    with store.work() as work:
        head = work.log.head()
    plan_group(store, PlanRequest("Tirsdag", START, dt.time(17), 120, 14))
    with store._engine.begin() as connection:
        connection.execute(text("DROP TRIGGER log_entry_stays_changed"))
        connection.execute(text("UPDATE log_entry SET deed = 'read' WHERE number = 2"))
    check = verify(store, typed(head))
    assert not check.whole
    assert 2 in check.breaks
    assert "2" in check_sentence(check, ENGLISH)


def test_lines_taken_from_the_end_are_missed_by_the_printed_head(
    store: Store, group: Group
) -> None:
    with store.work() as work:
        head = work.log.head()
    with store._engine.begin() as connection:
        connection.execute(text("DROP TRIGGER log_entry_stays_removed"))
        connection.execute(text("DELETE FROM log_entry WHERE number = 2"))
    assert verify(store).whole
    check = verify(store, typed(head))
    assert check.head_agrees is False
    assert "does not agree" in check_sentence(check, ENGLISH)
    assert "is whole" not in check_sentence(check, ENGLISH)


@pytest.mark.parametrize(
    "written",
    [
        "812 " + DIGEST,
        "No. 812 " + DIGEST.upper(),
        "Nr. 812: " + " ".join(re.findall("....", DIGEST)),
        "812\n" + "\n".join(re.findall(".{16}", DIGEST)) + "\n",
        "8l2-" + "-".join(re.findall("....", DIGEST)).replace("0", "O"),
        "812" + DIGEST,
    ],
)
def test_a_head_is_read_as_it_may_be_typed(written: str) -> None:
    assert read_head(written) == Head(812, DIGEST)


@pytest.mark.parametrize(
    "written",
    [
        "812",
        DIGEST,
        "812 " + DIGEST[:-1],
        "812 " + DIGEST[:-1] + "g",
        "x",
        "0 " + DIGEST,
        "٣ " + DIGEST,
        "9" * 5_000_000,
    ],
)
def test_what_is_no_head_is_refused(written: str) -> None:
    with pytest.raises(Refused) as refused:
        read_head(written)
    assert refused.value.refusal == HeadUnreadable()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_deed_and_every_subject_has_a_word_of_its_own(code: str) -> None:
    language = Language(code)
    assert len({deed_word(deed, language) for deed in Deed}) == len(Deed)
    assert len({subject_word(subject, language) for subject in Subject}) == len(Subject)


def test_what_verifying_found_is_said_in_words() -> None:
    head = Head(9, DIGEST)
    assert "whole" in check_sentence(LogCheck(9, head), ENGLISH)
    assert "agrees" in check_sentence(LogCheck(9, head, (), True), ENGLISH)
    many = check_sentence(LogCheck(99, head, tuple(range(3, 40)), False), ENGLISH)
    assert "37 numbers (3, 4, 5, 6, 7, 8, 9, 10 …)" in many
    assert "does not agree" in many
