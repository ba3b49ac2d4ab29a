"""No file of a store shows what was typed, and what was deleted is gone from its pages."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlcipher3 import dbapi2
from store_samples import a_group, a_member, a_session, bytes_of

from groupkit.crypto.keyring import KeyRing
from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.attendance import Mark, Status
from groupkit.store.connection import connect
from groupkit.store.files import journal_of
from groupkit.store.opened import Store

PLANTED = {
    "group": "Gruppenkornblomst",
    "alias": "Æblerosenøre",
    "note": "Hun fortalte om solsortene ved åen",
    "own": "Ringes op af viben på torsdag",
    "reason": "Influenzaengen",
    "item": "Runde om havregrynene",
    "draft": "Halvskrevet gulspurv",
}
PAGE, RESERVED, IV = 4096, 80, 16


@pytest.fixture
def planted(store: Store, path: Path, keys: KeyRing, tmp_path: Path) -> dict[str, bytes]:
    """Every file of a store with planted texts: open, in the middle of a change, and closed."""
    group = a_group(PLANTED["group"])
    session, member = a_session(group), a_member(group, PLANTED["alias"])
    woman = member.participant.id
    with store.work() as work:
        work.groups.add(group)
        work.sessions.add_all([session])
        work.members.add_all([member])
        work.attendance.put_all([Mark(session.id, woman, Status.ABSENT_NOTICE, PLANTED["reason"])])
        item = AgendaItem(group.id, ItemKind.OTHER, PLANTED["item"], 10)
        work.agendas.put(session.id, Agenda((item,)))
        work.notes.put_of_group(session.id, PLANTED["note"])
        work.notes.put_of_women(session.id, {woman: PLANTED["own"]})
        work.drafts.put("somewhere", {"text": PLANTED["draft"]})
        work.commit()
        work.drafts.drop("somewhere")
        work.notes.put_of_group(session.id, "")
        shutil.copytree(path.parent, tmp_path / "seen" / "amid")
    assert journal_of(tmp_path / "seen" / "amid" / "store.db").stat().st_size > PAGE
    shutil.copytree(path.parent, tmp_path / "seen" / "open")
    store.close()
    shutil.copytree(path.parent, tmp_path / "seen" / "closed")
    return bytes_of(tmp_path / "seen")


def forms(text: str) -> Iterator[bytes]:
    """Yield the shapes in which a text could lie on a disk."""
    yield text.encode("utf-8")
    for order in ("utf-16-le", "utf-16-be", "latin-1"):
        yield text.encode(order)
    raw = text.encode("utf-8")
    for shift in range(3):
        # Whole groups of three, so that the neighbours of the text don't matter.
        inner = raw[shift : len(raw) - (len(raw) - shift) % 3]
        yield base64.b64encode(inner)
        yield base64.urlsafe_b64encode(inner)
    yield raw.hex().encode()


@pytest.mark.parametrize("what", PLANTED)
def test_no_file_shows_a_planted_text(planted: dict[str, bytes], what: str) -> None:
    assert len(planted) >= 5
    shown = [
        name
        for name, content in planted.items()
        for form in forms(PLANTED[what])
        if form in content
    ]
    assert shown == []


def test_the_scan_would_find_a_text_in_each_form() -> None:
    note = PLANTED["note"]
    for before in (b"", b"x", b"xx"):
        assert any(
            form in base64.b64encode(before + note.encode() + b"rest") for form in forms(note)
        )
    assert any(form in ("rest" + note).encode("utf-16-le") for form in forms(note))


def test_no_page_shows_a_sealed_text_even_decrypted(
    planted: dict[str, bytes], keys: KeyRing
) -> None:
    pages = decrypted(planted["closed/store.db"], keys)
    assert PLANTED["group"].encode() in pages
    for what in ("alias", "note", "own", "reason", "draft"):
        assert not any(form in pages for form in forms(PLANTED[what]))


def decrypted(database: bytes, keys: KeyRing) -> bytes:
    """Return every page of an SQLCipher file, free ones too, as SQLite would see it."""
    plain = bytearray()
    for start in range(0, len(database), PAGE):
        page = database[start : start + PAGE]
        content = page[16 if start == 0 else 0 : PAGE - RESERVED]
        iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
        cipher = Cipher(algorithms.AES(bytes(keys.store_key)), modes.CBC(iv)).decryptor()
        plain += cipher.update(content) + cipher.finalize()
    return bytes(plain)


@pytest.mark.parametrize("kept", [False, True])
def test_a_deleted_note_leaves_nothing_in_the_pages(
    store: Store, path: Path, keys: KeyRing, kept: bool
) -> None:
    group = a_group()
    session = a_session(group)
    with store.work() as work:
        work.groups.add(group)
        work.sessions.add_all([session])
        work.notes.put_of_group(session.id, "En note. " * 1_500)
        work.commit()
    store.close()
    with closing(connect(path, keys)) as raw:
        (sealed,) = raw.execute("SELECT text FROM group_note").fetchone()
        assert _pieces_left(sealed, path, keys) > 200  # the few others lie over a page's edge
        if kept:  # shows that without the setting the note would be found
            raw.execute("PRAGMA secure_delete = OFF")
        raw.execute("DELETE FROM group_note")
    assert (_pieces_left(sealed, path, keys) > 0) == kept


def _pieces_left(sealed: bytes, path: Path, keys: KeyRing) -> int:
    pages = decrypted(path.read_bytes(), keys)
    pieces = [sealed[start : start + 32] for start in range(0, len(sealed) - 63, 64)]
    return sum(piece in pages for piece in pieces)


def test_a_plain_reader_sees_no_database(planted: dict[str, bytes], tmp_path: Path) -> None:
    for name, content in planted.items():
        assert b"SQLite format" not in content, name
        assert b"CREATE TABLE" not in content, name
    file = tmp_path / "seen" / "closed" / "store.db"
    with closing(dbapi2.connect(str(file))) as plain, pytest.raises(dbapi2.DatabaseError):
        plain.execute("SELECT name FROM sqlite_master")
