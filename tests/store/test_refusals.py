"""A store that cannot be opened says why, and every byte of its folder stays as it was."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from store_samples import Filled, Limit, bytes_of

from groupkit.crypto.keyring import KeyRing, new_keyring
from groupkit.domain.house import House
from groupkit.domain.refusal import (
    DiskFull,
    Refusal,
    Refused,
    StoreDamaged,
    StoreExists,
    StoreInUse,
    StoreMissing,
    StoreReadOnly,
)
from groupkit.store.connection import connect
from groupkit.store.files import journal_of
from groupkit.store.opened import Store
from groupkit.store.opening import create, open_store
from groupkit.store.trouble import refusal_for

PAGE = 4096
HOUSE = House("Huset")


def refusal_of_opening(path: Path, keys: KeyRing) -> Refusal:
    """Return why the store is not opened, having seen that nothing in its folder changed."""
    before = bytes_of(path.parent)
    with pytest.raises(Refused) as caught:
        open_store(path, keys)
    assert bytes_of(path.parent) == before
    return caught.value.refusal


@pytest.fixture
def closed(store: Store, filled: Filled, path: Path) -> Path:
    assert filled
    store.close(lambda: True)
    return path


def test_a_folder_without_a_store(path: Path, keys: KeyRing) -> None:
    path.parent.mkdir()
    assert refusal_of_opening(path, keys) == StoreMissing(str(path.parent))


def test_no_folder_at_all(path: Path, keys: KeyRing) -> None:
    with pytest.raises(Refused) as caught:
        open_store(path, keys)
    assert caught.value.refusal == StoreMissing(str(path.parent))
    assert not path.parent.exists()


def test_an_empty_file(path: Path, keys: KeyRing) -> None:
    path.parent.mkdir()
    path.touch()
    assert refusal_of_opening(path, keys) == StoreDamaged(1)


@pytest.mark.parametrize("content", [b"short", b"SQLite format 3\0" + bytes(4080), bytes(8192)])
def test_another_file(path: Path, keys: KeyRing, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert refusal_of_opening(path, keys) == StoreDamaged(1)


def test_other_keys(closed: Path) -> None:
    assert isinstance(refusal_of_opening(closed, new_keyring()), StoreDamaged)


def test_another_key_with_the_same_salt(closed: Path, keys: KeyRing) -> None:
    other = new_keyring()
    other.store_salt[:] = keys.store_salt
    assert isinstance(refusal_of_opening(closed, other), StoreDamaged)


def test_pages_cut_off_the_end(closed: Path, keys: KeyRing) -> None:
    whole = closed.read_bytes()
    for kept in (16, 100, PAGE, PAGE + 1, len(whole) - PAGE, len(whole) - 1):
        closed.write_bytes(whole[:kept])
        assert isinstance(refusal_of_opening(closed, keys), StoreDamaged), kept
    closed.write_bytes(whole)
    open_store(closed, keys).close()


def test_something_added_at_the_end(closed: Path, keys: KeyRing) -> None:
    whole = closed.read_bytes()
    for added in (b"x", bytes(PAGE), whole[-PAGE:]):
        closed.write_bytes(whole + added)
        assert isinstance(refusal_of_opening(closed, keys), StoreDamaged)


def test_one_flipped_bit_in_every_page(closed: Path, keys: KeyRing) -> None:
    whole = closed.read_bytes()
    chosen = random.Random(20270113)  # noqa: S311
    places = [
        0,
        15,
        16,
        PAGE - 1,
        *(chosen.randrange(page, page + PAGE) for page in range(0, len(whole), PAGE)),
    ]
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << chosen.randrange(8)
        closed.write_bytes(changed)
        assert isinstance(refusal_of_opening(closed, keys), StoreDamaged), place


def test_damage_is_told_to_nobody_but_the_caller(
    closed: Path, keys: KeyRing, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = bytearray(closed.read_bytes())
    for place in (100, len(whole) - 100):
        whole[place] ^= 1
        closed.write_bytes(whole)
        assert isinstance(refusal_of_opening(closed, keys), StoreDamaged)
    assert capfd.readouterr() == ("", "")


def test_two_pages_exchanged(closed: Path, keys: KeyRing) -> None:
    whole = closed.read_bytes()
    second, third = whole[PAGE : 2 * PAGE], whole[2 * PAGE : 3 * PAGE]
    closed.write_bytes(whole[:PAGE] + third + second + whole[3 * PAGE :])
    assert isinstance(refusal_of_opening(closed, keys), StoreDamaged)


def test_a_folder_in_the_journals_place(closed: Path, keys: KeyRing) -> None:
    journal_of(closed).mkdir()
    assert refusal_of_opening(closed, keys) == StoreDamaged(1)


def test_a_write_ahead_log_that_we_never_make(closed: Path, keys: KeyRing) -> None:
    closed.with_name("store.db-wal").write_bytes(bytes(PAGE))
    assert refusal_of_opening(closed, keys) == StoreDamaged(1)


def test_rows_that_refer_to_nothing(closed: Path, keys: KeyRing) -> None:
    with closing(connect(closed, keys, foreign_keys=False)) as raw:
        raw.execute("UPDATE facilitator SET group_id = 'nowhere'")
    assert refusal_of_opening(closed, keys) == StoreDamaged(2)


def test_open_already(store: Store, filled: Filled, path: Path, keys: KeyRing) -> None:
    assert isinstance(refusal_of_opening(path, keys), StoreInUse)
    with store.work() as work:
        assert work.groups.all() == (filled.group,)
    with pytest.raises(Refused) as caught:
        create(path, keys, HOUSE, "Anna Opdigtet")
    assert caught.value.refusal == StoreExists(str(path.parent))


def test_nobody_opens_it_while_it_is_being_sealed(store: Store, path: Path, keys: KeyRing) -> None:
    seen: list[Refusal] = []

    def seal() -> bool:
        seen.append(refusal_of_opening(path, keys))
        return True

    store.close(seal)
    assert [type(refusal) for refusal in seen] == [StoreInUse]
    open_store(path, keys).close()


def test_held_by_another_program(closed: Path, keys: KeyRing) -> None:
    with closing(connect(closed, keys)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refusal_of_opening(closed, keys) == StoreInUse()
    open_store(closed, keys).close()


def test_a_lock_file_left_by_a_crash_holds_nothing(closed: Path, keys: KeyRing) -> None:
    left = closed.with_name("store.db.lock")
    left.touch()
    open_store(closed, keys).close()
    assert not left.exists()


def test_a_link_or_a_folder_in_the_locks_place(closed: Path, keys: KeyRing, tmp_path: Path) -> None:
    lock, elsewhere = closed.with_name("store.db.lock"), tmp_path / "elsewhere"
    lock.mkdir()
    assert isinstance(refusal_of_opening(closed, keys), StoreDamaged)
    lock.rmdir()
    lock.symlink_to(elsewhere)
    with pytest.raises(Refused) as caught:
        open_store(closed, keys)
    assert isinstance(caught.value.refusal, StoreDamaged)
    assert not elsewhere.exists()


def test_findings_of_an_open_store(store: Store, filled: Filled, path: Path, keys: KeyRing) -> None:
    assert store.findings() == 0
    with path.open("r+b") as file:
        file.seek(-200, os.SEEK_END)
        file.write(b"changed")
    assert store.findings() > 0
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"changed")
    assert store.findings() == 1
    with pytest.raises(Refused) as caught:
        store.work()
    assert caught.value.refusal == StoreDamaged(1)


@pytest.fixture
def as_anybody(closed: Path, keys: KeyRing) -> Iterator[Path]:
    """A copy of the store in a folder of a user without special rights, as whom we then act."""
    if os.name == "nt":
        pytest.skip("POSIX permissions")
    root = Path(tempfile.mkdtemp())
    folder = root / "store"
    shutil.copytree(closed.parent, folder)
    user = os.geteuid()
    if user == 0:
        root.chmod(0o755)
        for owned in (folder, *folder.iterdir()):
            os.chown(owned, 65534, 65534)
        os.seteuid(65534)
    try:
        yield folder / "store.db"
    finally:
        os.seteuid(user)
        folder.chmod(0o700)
        shutil.rmtree(root)


def test_a_read_only_file(as_anybody: Path, keys: KeyRing) -> None:
    as_anybody.chmod(0o400)
    assert refusal_of_opening(as_anybody, keys) == StoreReadOnly()
    as_anybody.chmod(0o600)
    open_store(as_anybody, keys).close()


def test_a_read_only_folder(as_anybody: Path, keys: KeyRing) -> None:
    as_anybody.parent.chmod(0o500)
    assert refusal_of_opening(as_anybody, keys) == StoreReadOnly()
    with pytest.raises(Refused) as caught:
        create(as_anybody.parent / "inner" / "store.db", keys, HOUSE, "Anna Opdigtet")
    assert caught.value.refusal == StoreReadOnly()


def test_nothing_is_made_over_an_existing_file(path: Path, keys: KeyRing) -> None:
    path.parent.mkdir()
    path.write_bytes(b"somebody's")
    with pytest.raises(Refused) as caught:
        create(path, keys, HOUSE, "Anna Opdigtet")
    assert caught.value.refusal == StoreExists(str(path.parent))
    assert bytes_of(path.parent) == {"store.db": b"somebody's"}


@pytest.mark.parametrize("size", [0, 1_000, PAGE, 20_000, 60_000])
def test_nothing_half_made_stays_when_the_disk_takes_no_more(
    path: Path, keys: KeyRing, file_size_limit: Limit, size: int
) -> None:
    with file_size_limit(size), pytest.raises(Refused) as caught:
        create(path, keys, HOUSE, "Anna Opdigtet")
    assert caught.value.refusal in {StoreReadOnly(), DiskFull()}
    assert not path.parent.exists()


def test_a_full_database_means_a_full_disk() -> None:
    with closing(dbapi2.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE filler (text)")
        connection.execute("PRAGMA max_page_count = 2")
        with pytest.raises(dbapi2.OperationalError) as caught:
            connection.execute("INSERT INTO filler VALUES (zeroblob(100000))")
    assert refusal_for(caught.value) == DiskFull()


def test_a_copy_that_finds_no_room_means_a_full_disk_too() -> None:
    with closing(dbapi2.connect(":memory:")) as large, closing(dbapi2.connect(":memory:")) as small:
        large.execute("CREATE TABLE filler AS SELECT zeroblob(100000)")
        small.execute("PRAGMA max_page_count = 2")
        with pytest.raises(dbapi2.OperationalError) as caught:
            large.backup(small)
    assert refusal_for(caught.value) == DiskFull()


@pytest.fixture
def crashed(closed: Path, keys: KeyRing, tmp_path: Path) -> Path:
    """The store as it stood on the disk in the middle of a large change, journal and all."""
    after = tmp_path / "crashed" / "store.db"
    after.parent.mkdir()
    with closing(connect(closed, keys)) as raw:
        raw.execute("CREATE TABLE filler (text BLOB)")
        raw.execute("INSERT INTO filler SELECT randomblob(3000) FROM mark, mark, mark, mark")
        raw.execute("PRAGMA cache_spill = 1")
        raw.execute("PRAGMA cache_size = 2")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("DELETE FROM mark")
        raw.execute("UPDATE filler SET text = randomblob(3000)")
        for file in closed.parent.iterdir():
            shutil.copyfile(file, after.parent / file.name)
    assert journal_of(after).stat().st_size > PAGE
    return after


def test_a_change_cut_short_is_rolled_back(crashed: Path, keys: KeyRing, filled: Filled) -> None:
    store = open_store(crashed, keys)
    with store.work() as work:
        assert len(work.attendance.of_session(filled.sessions[0].id)) == 2
    assert store.findings() == 0
    store.close(lambda: True)
    assert [file.name for file in crashed.parent.iterdir()] == ["store.db"]


def test_a_change_cut_short_is_not_rolled_back_for_other_keys(crashed: Path) -> None:
    other = new_keyring()
    assert isinstance(refusal_of_opening(crashed, other), StoreDamaged)


def test_damage_beside_a_change_cut_short(crashed: Path, keys: KeyRing) -> None:
    with crashed.open("r+b") as file:
        file.seek(-PAGE // 2, os.SEEK_END)
        file.write(b"changed")
    journal = bytearray(journal_of(crashed).read_bytes())
    journal[600] ^= 1
    journal_of(crashed).write_bytes(journal)
    assert isinstance(refusal_of_opening(crashed, keys), StoreDamaged)


def test_no_room_for_looking_at_a_change_cut_short(
    crashed: Path, keys: KeyRing, file_size_limit: Limit
) -> None:
    with file_size_limit(PAGE):
        assert refusal_of_opening(crashed, keys) == DiskFull()
    open_store(crashed, keys).close()
