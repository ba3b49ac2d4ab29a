"""What a use case that forgot to ask would meet: the database's own rules."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlcipher3 import dbapi2
from store_samples import LAST, START, Filled

from groupkit.crypto.keyring import KeyRing
from groupkit.store.connection import connect
from groupkit.store.opened import Store

HOUSE = {
    "name": "Huset",
    "language": "da",
    "idle_minutes": 5,
    "closed_on_usual_days": 1,
    "appearance": "dark",
    "country": "DK",
}
GROUP = {
    "name": "En anden",
    "name_key": "en anden",
    "start": "2027-01-13",
    "weeks": 14,
    "every": 2,
    "parity": "any",
    "starts": "17:00",
    "minutes": 120,
    "place": "",
}
SESSION = {
    "number": 9,
    "day": "2027-01-20",
    "starts": "17:00",
    "minutes": 120,
    "moved_from": None,
    "reason": "",
    "topic": "",
    "recorded": 0,
    "place": "",
    "cancelled": 0,
    "why": "",
    "revision": 0,
    "planned": "2027-01-20",
}
ITEM = {
    "place": 0,
    "item_id": str(uuid4()),
    "kind": "topic",
    "title": "T",
    "minutes": 5,
    "note": "",
    "leader": "",
    "materials": "",
    "room": "",
    "short": None,
}


@pytest.fixture
def raw(store: Store, filled: Filled, path: Path, keys: KeyRing) -> Iterator[Any]:
    assert filled
    store.close()
    with closing(connect(path, keys)) as connection:
        yield connection


def insert(raw: Any, table: str, row: dict[str, object]) -> None:
    places = ", ".join("?" for _ in row)
    raw.execute(f'INSERT INTO "{table}" ({", ".join(row)}) VALUES ({places})', list(row.values()))  # noqa: S608


def update(raw: Any, table: str, row: dict[str, object]) -> None:
    changed = ", ".join(f"{name} = ?" for name in row)
    raw.execute(f'UPDATE "{table}" SET {changed}', list(row.values()))  # noqa: S608


def the(raw: Any, table: str, number: int = 0) -> str:
    found = raw.execute(f'SELECT id FROM "{table}" ORDER BY rowid').fetchall()  # noqa: S608
    return str(found[number][0])


def test_sound_rows_are_taken(raw: Any) -> None:
    group_id, session_id = str(uuid4()), str(uuid4())
    update(raw, "house", HOUSE)
    insert(raw, "group", {"id": group_id, **GROUP})
    insert(raw, "session", {"id": session_id, "group_id": group_id, **SESSION})
    insert(raw, "agenda_item", {"session_id": session_id, **ITEM})


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": 2},
        {"name": ""},
        {"name": "x" * 81},
        {"language": "sv"},
        {"idle_minutes": 0},
        {"idle_minutes": 16},
        {"closed_on_usual_days": 2},
        {"appearance": "pink"},
        {"country": "XX"},
    ],
)
def test_house(raw: Any, wrong: dict[str, object]) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        update(raw, "house", {**HOUSE, **wrong})


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "7"},
        {"name": ""},
        {"name": "x" * 81},
        {"start": "2027-02-30"},
        {"start": "13-01-2027"},
        {"start": "2027-1-13"},
        {"start": "soon"},
        {"start": "1999-12-31"},
        {"start": "2101-01-01"},
        {"start": "2100-12-01"},
        {"weeks": 13},
        {"weeks": 21},
        {"every": 0},
        {"every": 4},
        {"parity": "both"},
        {"parity": "even", "every": 1},
        {"starts": "25:00"},
        {"starts": "9:00"},
        {"starts": "17:00:30"},
        {"starts": "23:30"},
        {"minutes": 29},
        {"minutes": 301},
        {"place": "x" * 81},
    ],
)
def test_group(raw: Any, wrong: dict[str, object]) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        insert(raw, "group", {"id": str(uuid4()), **GROUP, **wrong})


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("group", "weeks", "many"),
        ("group", "name", None),
        ("session", "minutes", 1.5),
        ("participant", "alias", "Lone in plain text"),
        ("own_note", "text", "a note in plain text"),
        ("group_note", "text", "a note in plain text"),
        ("mark", "reason", "a reason in plain text"),
        ("draft", "fields", "a draft in plain text"),
    ],
)
def test_types_are_strict(raw: Any, table: str, column: str, value: object) -> None:
    with pytest.raises(dbapi2.IntegrityError, match=r"cannot store|NOT NULL"):
        update(raw, table, {column: value})


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": -1},
        {"number": 0},
        {"cancelled": 1},
        {"number": 0, "cancelled": 1, "recorded": 1},
        {"place": "x" * 81},
        {"why": "x" * 201},
        {"revision": -1},
        {"day": "2027-02-29"},
        {"day": "someday"},
        {"starts": "24:00"},
        {"starts": "22:30"},
        {"minutes": 29},
        {"moved_from": "yesterday"},
        {"reason": "x" * 2_001},
        {"topic": "x" * 81},
        {"recorded": 2},
    ],
)
def test_session(raw: Any, wrong: dict[str, object]) -> None:
    row = {"id": str(uuid4()), "group_id": the(raw, "group"), **SESSION, **wrong}
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        insert(raw, "session", row)


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": -1},
        {"place": 40},
        {"item_id": "1"},
        {"kind": "party"},
        {"title": ""},
        {"title": "x" * 81},
        {"minutes": 0},
        {"minutes": 241},
        {"note": "x" * 1_001},
        {"leader": "x" * 81},
        {"materials": "x" * 401},
        {"room": "x" * 201},
        {"short": -1},
        {"short": 6},
    ],
)
def test_agenda_item(raw: Any, wrong: dict[str, object]) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        insert(raw, "agenda_item", {"session_id": the(raw, "session"), **ITEM, **wrong})


PERIOD = {
    "why": "house_closed",
    "first": "2027-02-08",
    "last": "2027-02-14",
    "name": "Vinterferie",
    "group_id": None,
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"why": "public_holiday"},
        {"why": "group_exception"},
        {"last": "2027-02-07"},
        {"last": "2028-02-09"},
        {"first": "soon"},
        {"name": "x" * 81},
    ],
)
def test_closed_period(raw: Any, wrong: dict[str, object]) -> None:
    insert(raw, "closed_period", {"id": str(uuid4()), **PERIOD})
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        insert(raw, "closed_period", {"id": str(uuid4()), **PERIOD, **wrong})


def test_a_house_wide_period_belongs_to_no_group(raw: Any) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        insert(raw, "closed_period", {"id": str(uuid4()), **PERIOD, "group_id": the(raw, "group")})


def test_a_session_with_a_record_is_not_cancelled(raw: Any) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="outside a membership"):
        raw.execute("UPDATE session SET cancelled = 1, number = 0, recorded = 0 WHERE number = 1")


def test_nothing_is_recorded_of_a_cancelled_session(raw: Any) -> None:
    session_id = the(raw, "session", 2)
    raw.execute("UPDATE session SET cancelled = 1, number = 0 WHERE id = ?", [session_id])
    with pytest.raises(dbapi2.IntegrityError, match="outside a membership"):
        insert(raw, "mark", _mark(raw, "session", 2))


def test_two_sessions_of_a_group_share_no_number_unless_cancelled(raw: Any) -> None:
    group_id = the(raw, "group")
    for _ in range(2):
        cancelled = {**SESSION, "number": 0, "cancelled": 1}
        insert(raw, "session", {"id": str(uuid4()), "group_id": group_id, **cancelled})
    insert(raw, "session", {"id": str(uuid4()), "group_id": group_id, **SESSION})
    with pytest.raises(dbapi2.IntegrityError, match="UNIQUE"):
        insert(raw, "session", {"id": str(uuid4()), "group_id": group_id, **SESSION})


@pytest.mark.parametrize(
    "wrong", [{"place": -1}, {"number": ""}, {"number": "1" * 21}, {"label": ""}]
)
def test_help_line(raw: Any, wrong: dict[str, object]) -> None:
    row = {"place": 5, "number": "112", "label": "Alarm", "neutral": ""}
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        insert(raw, "help_line", {**row, **wrong})


def test_no_more_than_six_facilitators(raw: Any) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        insert(raw, "facilitator", {"group_id": the(raw, "group"), "place": 6, "name": "Gerd"})


@pytest.mark.parametrize(
    "wrong",
    [{"number": ""}, {"number": "x" * 13}, {"alias": b"x" * 1_001}, {"handled": 2}],
)
def test_participant(raw: Any, wrong: dict[str, object]) -> None:
    row = {"id": str(uuid4()), "number": "27-09", "alias": b"sealed", "handled": 0}
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        insert(raw, "participant", {**row, **wrong})


def test_nobody_leaves_before_joining(raw: Any) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="left_on >= joined"):
        insert(
            raw,
            "membership",
            {
                "id": str(uuid4()),
                "group_id": the(raw, "group"),
                "participant_id": the(raw, "participant"),
                "joined": "2026-02-02",
                "left_on": "2026-02-01",
            },
        )


@pytest.mark.parametrize("wrong", [{"status": "asleep"}, {"status": "present", "reason": b"seal"}])
def test_mark(raw: Any, wrong: dict[str, object]) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        insert(raw, "mark", {**_mark(raw, "session", 1), **wrong})


def test_one_mark_and_one_note_a_woman_a_session(raw: Any) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="UNIQUE"):
        insert(raw, "mark", _mark(raw, "session", 0))
    with pytest.raises(dbapi2.IntegrityError, match="UNIQUE"):
        insert(raw, "own_note", _note(raw, 0))
    with pytest.raises(dbapi2.IntegrityError, match="UNIQUE"):
        insert(
            raw,
            "group_note",
            {"id": str(uuid4()), "session_id": the(raw, "session"), "text": b"sealed"},
        )


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("group", {"id": str(uuid4()), **GROUP, "name_key": "onsdagsgruppen"}),
        ("participant", {"id": str(uuid4()), "number": "27-01", "alias": b"sealed", "handled": 0}),
        ("draft", {"id": str(uuid4()), "place": "somewhere", "fields": b"sealed"}),
    ],
)
def test_names_numbers_and_places_are_unique(raw: Any, table: str, row: dict[str, object]) -> None:
    if table == "draft":
        row = {**row, "user_id": the(raw, "user")}
    with pytest.raises(dbapi2.IntegrityError, match="UNIQUE"):
        insert(raw, table, row)


def test_rows_need_what_they_refer_to(raw: Any) -> None:
    for table in ("group", "participant", "session"):
        with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
            raw.execute(f'DELETE FROM "{table}"')  # noqa: S608
    with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
        insert(raw, "session", {"id": str(uuid4()), "group_id": str(uuid4()), **SESSION})


def test_nothing_is_recorded_outside_a_membership(raw: Any) -> None:
    raw.execute(
        "UPDATE membership SET left_on = ? WHERE participant_id = ?",
        [START.isoformat(), the(raw, "participant")],
    )
    for table, row in (("mark", _mark(raw, "session", 1)), ("own_note", _note(raw, 1))):
        with pytest.raises(dbapi2.IntegrityError, match="outside a membership"):
            insert(raw, table, row)


def test_a_record_is_not_moved_out_of_a_membership(raw: Any) -> None:
    raw.execute("UPDATE membership SET left_on = ?", [START.isoformat()])
    for table in ("mark", "own_note"):
        with pytest.raises(dbapi2.IntegrityError, match="outside a membership"):
            raw.execute(f"UPDATE {table} SET session_id = ?", [the(raw, "session", 2)])  # noqa: S608


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE membership SET joined = '2027-01-14'",
        "UPDATE membership SET joined = '2027-01-01', left_on = '2027-01-12'",
        "DELETE FROM membership",
        "UPDATE session SET day = '2027-01-12' WHERE number = 1",
    ],
)
@pytest.mark.parametrize("kept", ["mark", "own_note"])
def test_no_change_leaves_a_record_outside_a_membership(raw: Any, change: str, kept: str) -> None:
    raw.execute("DELETE FROM own_note" if kept == "mark" else "DELETE FROM mark")
    with pytest.raises(dbapi2.IntegrityError, match="outside a membership"):
        raw.execute(change)


def test_a_membership_without_records_may_change(raw: Any) -> None:
    raw.execute("DELETE FROM mark")
    raw.execute("DELETE FROM own_note")
    raw.execute("UPDATE membership SET joined = ?", [LAST.isoformat()])
    raw.execute("DELETE FROM membership")
    assert raw.execute("SELECT count(*) FROM membership").fetchone() == (0,)


def _mark(raw: Any, table: str, number: int) -> dict[str, object]:
    return {
        "id": str(uuid4()),
        "session_id": the(raw, table, number),
        "participant_id": the(raw, "participant"),
        "status": "late",
    }


def _note(raw: Any, number: int) -> dict[str, object]:
    return {
        "id": str(uuid4()),
        "session_id": the(raw, "session", number),
        "participant_id": the(raw, "participant"),
        "text": b"sealed",
    }


@pytest.mark.parametrize(
    "wrong",
    [{"id": 2}, {"seed": b"s" * 31}],
    ids=str,
)
def test_there_is_one_pack_key(raw: Any, wrong: dict[str, object]) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        insert(raw, "pack_key", {"id": 1, "seed": b"s" * 32, **wrong})


@pytest.mark.parametrize(
    "wrong",
    [{"public": b"p" * 33}, {"name": "x" * 81}, {"accepted": "2027-01-13"}],
    ids=str,
)
def test_known_maker(raw: Any, wrong: dict[str, object]) -> None:
    maker = {"name": "", "accepted": "2027-01-13T17:30:00.000Z", "accepted_by": the(raw, "user")}
    insert(raw, "known_maker", {"public": b"q" * 32, **maker})
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        insert(raw, "known_maker", {"public": b"p" * 32, **maker, **wrong})


@pytest.mark.parametrize("table", ["incident_tally", "safety_tally", "safety_change", "need_tally"])
def test_counts_keep_no_order_that_would_tell_whose_they_are(raw: Any, table: str) -> None:
    with pytest.raises(dbapi2.OperationalError, match="no such column"):
        raw.execute(f"SELECT rowid FROM {table}")  # noqa: S608
