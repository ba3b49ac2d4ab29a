from __future__ import annotations

import os
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from store_samples import Filled

from groupkit.crypto.keyring import KeyRing
from groupkit.store.connection import connect, read_pragma
from groupkit.store.opened import Store


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("trusted_schema", 0),
    ],
)
def test_settings_are_what_the_design_says(
    store: Store, path: Path, keys: KeyRing, name: str, value: object
) -> None:
    store.close()
    with closing(connect(path, keys)) as connection:
        assert read_pragma(connection, name) == value


def test_it_is_encrypted_with_key_and_salt(store: Store, path: Path, keys: KeyRing) -> None:
    store.close()
    assert path.read_bytes()[:16] == bytes(keys.store_salt)
    with closing(connect(path, keys)) as connection:
        assert str(read_pragma(connection, "cipher_version")).startswith("4.")
        assert read_pragma(connection, "cipher_page_size") == "4096"
    with closing(dbapi2.connect(str(path))) as plain, pytest.raises(dbapi2.DatabaseError):
        plain.execute("SELECT * FROM sqlite_master")


def test_every_table_is_strict(store: Store, path: Path, keys: KeyRing) -> None:
    store.close()
    with closing(connect(path, keys)) as connection:
        tables = connection.execute(
            "SELECT name, strict FROM pragma_table_list"
            " WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    assert len(tables) == 58
    assert {strict for _, strict in tables} == {1}


class _ShortKeys:
    people = None
    notes = None

    def spec(self) -> bytearray:
        return bytearray(b"x'" + b"ab" * 32 + b"'")


def test_a_key_without_its_salt_is_no_passphrase(store: Store, path: Path) -> None:
    store.close()
    with pytest.raises(ValueError, match="32 bytes of key and 16 of salt"):
        connect(path, _ShortKeys())


class _WatchedKeys:
    people = None
    notes = None

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys
        self.given: list[bytearray] = []

    def spec(self) -> bytearray:
        self.given.append(self._keys.spec())
        return self.given[-1]


def test_the_key_is_wiped_after_use(store: Store, path: Path, keys: KeyRing) -> None:
    store.close()
    watched = _WatchedKeys(keys)
    connect(path, watched).close()
    assert len(watched.given) == 1
    assert not any(watched.given[0])


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_only_the_owner_may_read(store: Store, path: Path, filled: Filled) -> None:
    assert filled.group
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_errors_show_no_parameters(store: Store, filled: Filled) -> None:
    with store.work() as work, pytest.raises(Exception, match="twice in a group") as caught:
        work.members.add_all([filled.members[0]])
    assert str(filled.members[0].id) not in str(caught.value)
