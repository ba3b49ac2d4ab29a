"""A sealed text opens only where it was put, and a broken one hides no other."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from store_samples import Filled

from groupkit.crypto.keyring import KeyRing
from groupkit.domain.attendance import Mark, Status
from groupkit.domain.refusal import NotForYourRole, Refused, SealBroken
from groupkit.store.connection import connect
from groupkit.store.opened import Store
from groupkit.store.opening import open_store
from groupkit.store.sealed import BROKEN
from groupkit.store.unit_of_work import Work

Change = Callable[..., Store]


@pytest.fixture
def changed(store: Store, filled: Filled, path: Path, keys: KeyRing, request: Any) -> Change:
    """Change rows behind the program's back, as someone with the store's key could."""

    def change(*statements: str, keys: KeyRing = keys) -> Store:
        store.close()
        with closing(connect(path, keys)) as raw:
            for statement in statements:
                raw.execute(statement)
        again = open_store(path, keys)
        request.addfinalizer(again.close)
        return again

    return change


def test_aliases_swapped_between_women(changed: Change, filled: Filled) -> None:
    store = changed(
        "CREATE TEMP TABLE old AS SELECT id, alias FROM participant",
        "UPDATE participant SET alias = (SELECT alias FROM old WHERE old.id <> participant.id)",
    )
    with store.work() as work:
        members = work.members.of_group(filled.group.id)
    assert [member.participant.alias for member in members] == [BROKEN, BROKEN]
    assert store.findings() == 2


def test_one_broken_alias_hides_no_other(changed: Change, filled: Filled) -> None:
    store = changed("UPDATE participant SET alias = zeroblob(61) WHERE number = '27-01'")
    with store.work() as work:
        members = work.members.of_group(filled.group.id)
        assert [member.participant.alias for member in members] == [BROKEN, "Øjvind-Sofie"]
        work.members.change(replace(members[0], left=filled.sessions[2].day))
        work.commit()
    assert store.findings() == 1


def test_a_note_moved_to_another_session(changed: Change, filled: Filled) -> None:
    first, second, _ = (session.id for session in filled.sessions)
    store = changed(
        f"INSERT INTO group_note SELECT '{uuid4()}', '{second}', text FROM group_note"  # noqa: S608
    )
    with store.work() as work:
        assert work.notes.of_group(first) == "En rolig aften."
        assert work.notes.of_group(second) == BROKEN


def test_a_womans_note_put_in_place_of_the_groups(changed: Change, filled: Filled) -> None:
    first = filled.sessions[0].id
    store = changed("UPDATE group_note SET (id, text) = (SELECT id, text FROM own_note)")
    with store.work() as work:
        assert work.notes.of_group(first) == BROKEN
        work.notes.put_of_group(first, BROKEN)
        work.notes.put_of_women(first, {filled.members[0].participant.id: BROKEN})
        work.commit()
        assert list(work.notes.of_women(first).values()) == ["Ringer på mandag."]
    assert store.findings() == 1


def test_an_earlier_reason_put_back(changed: Change, filled: Filled) -> None:
    mark = Mark(
        filled.sessions[0].id, filled.members[1].participant.id, Status.ABSENT_NOTICE, "Ferie"
    )
    again = changed(
        "CREATE TABLE kept AS SELECT session_id, reason FROM mark WHERE reason IS NOT NULL"
    )
    with again.work() as work:
        work.attendance.put_all([mark])
        work.commit()
    again.close()
    after = changed(
        "UPDATE mark SET reason = (SELECT reason FROM kept) WHERE reason IS NOT NULL",
        "DROP TABLE kept",
    )
    with after.work() as work:
        assert replace(mark, reason=BROKEN) in work.attendance.of_session(mark.session_id)


def test_a_draft_that_does_not_open_is_refused_until_it_is_replaced(changed: Change) -> None:
    store = changed("UPDATE draft SET fields = zeroblob(61)")
    assert store.findings() == 1
    with store.work() as work:
        with pytest.raises(Refused) as caught:
            work.drafts.find("somewhere")
        assert caught.value.refusal == SealBroken("draft")
        work.drafts.put("somewhere", {"note": "ny"})
        assert work.drafts.find("somewhere") == {"note": "ny"}


def test_without_its_key_a_part_is_neither_read_nor_written(
    changed: Change, filled: Filled, keys: KeyRing
) -> None:
    session, woman = filled.sessions[0].id, filled.members[0]
    refused: list[Callable[[Work], object]] = [
        lambda work: work.members.of_group(filled.group.id),
        lambda work: work.members.change(woman),
        lambda work: work.attendance.of_session(session),
        lambda work: work.notes.of_group(session),
        lambda work: work.notes.put_of_women(session, {woman.participant.id: "x"}),
    ]
    store = changed(keys=replace(keys, people_key=None, notes_key=None))
    for ask in refused:
        with pytest.raises(Refused) as caught, store.work() as work:
            ask(work)
        assert isinstance(caught.value.refusal, NotForYourRole)
    with store.work() as work:
        assert work.groups.all() == (filled.group,)
    assert store.findings() == 0


def test_a_note_moved_to_another_woman(changed: Change, filled: Filled) -> None:
    session, other = filled.sessions[0].id, filled.members[1].participant.id
    first = filled.members[0].participant.id
    again = changed()
    with again.work() as work:
        work.notes.put_of_women(session, {first: "Kun om hende"})
        work.notes.put_of_women(session, {other: ""})
        work.commit()
    again.close()
    after = changed(
        f"UPDATE own_note SET participant_id = '{other}' WHERE participant_id = '{first}'"  # noqa: S608
    )
    with after.work() as work:
        assert work.notes.of_women(session) == {other: BROKEN}
    assert after.findings() == 1
