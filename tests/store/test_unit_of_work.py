from __future__ import annotations

import datetime as dt
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import IntegrityError
from store_samples import START, Filled, Limit, a_group, a_member

from groupkit.crypto.keyring import KeyRing
from groupkit.domain.attendance import Mark, Status
from groupkit.domain.refusal import DiskFull, Refused, StoreReadOnly
from groupkit.store.clock import utc_now
from groupkit.store.connection import connect, read_pragma
from groupkit.store.engine import engine_over
from groupkit.store.examination import faults
from groupkit.store.opened import Store
from groupkit.store.opening import open_store
from groupkit.store.unit_of_work import Work


def test_leaving_without_commit_undoes_everything(store: Store) -> None:
    with store.work() as work:
        work.groups.add(a_group())
    with store.work() as work:
        assert work.groups.all() == ()


def test_an_error_undoes_everything(store: Store, filled: Filled) -> None:
    with suppress(ZeroDivisionError), store.work() as work:
        work.notes.put_of_group(filled.sessions[0].id, "Noget andet")
        _ = 1 // 0
    with store.work() as work:
        assert work.notes.of_group(filled.sessions[0].id) == "En rolig aften."


def test_a_broken_rule_undoes_only_its_own_unit(store: Store, filled: Filled) -> None:
    stranger = Mark(filled.sessions[0].id, uuid4(), Status.LATE)
    known = Mark(filled.sessions[1].id, filled.members[0].participant.id, Status.LATE)
    with pytest.raises(IntegrityError), store.work() as work:
        work.attendance.put_all([known, stranger])
    with store.work() as work:
        assert work.attendance.of_session(filled.sessions[1].id) == ()
        work.attendance.put_all([known])
        work.commit()
    with store.work() as work:
        assert work.attendance.of_session(filled.sessions[1].id) == (known,)


def test_what_is_committed_is_there_at_the_next_opening(
    store: Store, filled: Filled, path: Path, keys: KeyRing
) -> None:
    with store.work() as work:
        before = _everything(work, filled)
    store.close()
    again = open_store(path, keys)
    with again.work() as work:
        assert _everything(work, filled) == before
    again.close()


def test_a_closed_store_does_no_work(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(RuntimeError, match="closed"):
        store.work()


def test_a_group_is_found_by_its_name_in_any_case(store: Store) -> None:
    group = a_group("Ærøs Straße")
    with store.work() as work:
        work.groups.add(group)
        assert work.groups.find_named(" ÆRØS STRASSE ") == group
        assert work.groups.find_named("Ærø") is None
        with pytest.raises(IntegrityError):
            work.groups.add(a_group("ærøs strasse"))


def test_groups_come_with_the_latest_start_first(store: Store) -> None:
    early, late = a_group("A"), a_group("B")
    late = replace(late, course=replace(late.course, start=START + dt.timedelta(days=7)))
    with store.work() as work:
        work.groups.add(early)
        work.groups.add(late)
        assert work.groups.all() == (late, early)


def test_a_membership_goes_with_its_participant_unless_she_is_elsewhere(
    store: Store, filled: Filled
) -> None:
    other = a_group("En anden")
    woman = filled.members[0].participant
    again = replace(filled.members[0], id=uuid4(), group_id=other.id)
    alone = a_member(other, "Vibe", "27-09")
    with store.work() as work:
        work.groups.add(other)
        work.members.add_all([again, alone])
        assert work.members.numbers() == ("27-01", "27-02", "27-09")
        work.members.remove(again.id)
        work.members.remove(alone.id)
        assert work.members.find(again.id) is None
        assert work.members.find_participant(woman.number) == woman
        assert work.members.find_participant(alone.participant.number) is None


def test_adding_a_known_participant_changes_nothing_about_her(store: Store, filled: Filled) -> None:
    other = a_group("En anden")
    renamed = replace(filled.members[0].participant, alias="Helt anderledes")
    with store.work() as work:
        work.groups.add(other)
        work.members.add_all(
            [replace(filled.members[0], id=uuid4(), group_id=other.id, participant=renamed)]
        )
        found = work.members.find_participant(renamed.number)
    assert found == filled.members[0].participant


def test_days_with_a_mark_or_a_note_count_once(store: Store, filled: Filled) -> None:
    first, second, _ = filled.sessions
    woman = filled.members[0].participant.id
    with store.work() as work:
        work.notes.put_of_women(second.id, {woman: "Kun en note"})
        assert work.attendance.days_of(filled.group.id, woman) == (first.day, second.day)
        assert work.attendance.days_of(uuid4(), woman) == ()


def test_empty_notes_are_removed(store: Store, filled: Filled) -> None:
    first = filled.sessions[0]
    with store.work() as work:
        work.notes.put_of_group(first.id, "")
        work.notes.put_of_women(first.id, {filled.members[0].participant.id: ""})
        assert work.notes.of_group(first.id) == ""
        assert work.notes.of_women(first.id) == {}


def test_a_full_disk_is_told_and_nothing_half_is_kept(
    store: Store, filled: Filled, path: Path, keys: KeyRing
) -> None:
    session = filled.sessions[0]
    store.close()
    with closing(connect(path, keys)) as connection:
        # A database that may not grow answers exactly as one on a full disk.
        pages = read_pragma(connection, "page_count")
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with Work(engine_over(connection), keys, utc_now) as work, pytest.raises(Refused) as caught:
            _write_much(work, session.id)
        assert caught.value.refusal == DiskFull()
        with Work(engine_over(connection), keys, utc_now) as work:
            assert work.notes.of_group(session.id) == "En rolig aften."
        connection.execute("PRAGMA max_page_count = 100000")
        with Work(engine_over(connection), keys, utc_now) as work:
            _write_much(work, session.id)
        assert faults(connection, path) == 0


def test_a_disk_that_takes_no_more_is_told_and_nothing_half_is_kept(
    store: Store, filled: Filled, path: Path, file_size_limit: Limit
) -> None:
    session = filled.sessions[0]
    with (
        file_size_limit(path.stat().st_size),
        pytest.raises(Refused) as caught,
        store.work() as work,
    ):
        _write_much(work, session.id)
    assert caught.value.refusal == StoreReadOnly()
    with store.work() as work:
        assert work.notes.of_group(session.id) == "En rolig aften."
        _write_much(work, session.id)
    assert store.findings() == 0


def _write_much(work: Work, session_id: UUID) -> None:
    work.notes.put_of_group(session_id, "for meget " * 2_000)
    work.commit()


def _everything(work: Work, filled: Filled) -> tuple[object, ...]:
    return (
        work.groups.all(),
        work.sessions.between(START, START + dt.timedelta(weeks=20)),
        work.members.of_group(filled.group.id),
        set(work.attendance.of_sessions(session.id for session in filled.sessions)),
        work.notes.of_group(filled.sessions[0].id),
        work.notes.of_women(filled.sessions[0].id),
        work.drafts.find("somewhere"),
        work.house.get(),
    )
