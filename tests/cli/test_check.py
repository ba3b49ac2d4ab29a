"""``groupkit check``: sound stores, and each way in which one is not."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from groupkit.crypto import sidecar
from groupkit.store.connection import connect
from groupkit.store.files import digest_of
from groupkit.store.tables import metadata


def check(groupkit: Any, folder: Path, passphrase: str) -> Any:
    return groupkit("check", folder, "--language", "en", passphrase=passphrase)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_sound_store_says_so_and_what_it_holds(
    groupkit: Any, store: Path, passphrase: str
) -> None:
    answer = check(groupkit, store, passphrase)
    assert (answer.code, answer.err) == (0, "")
    sound, holding = answer.out.splitlines()
    assert "sound" in sound
    assert holding.startswith("1 group, 16 participants, ")
    assert "Onsdagsgruppen" not in answer.out


def rows(store: Path, passphrase: str) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows but those of the log, to which every opening adds."""
    keys = sidecar.open_with_passphrase(sidecar.read(store), passphrase)
    with closing(connect(store / "store.db", keys)) as connection:
        return {
            table.name: connection.execute(f'SELECT * FROM "{table.name}"').fetchall()  # noqa: S608
            for table in metadata.sorted_tables
            if table.name != "log_entry"
        }


def test_checking_does_not_change_what_is_kept(groupkit: Any, store: Path, passphrase: str) -> None:
    before = rows(store, passphrase)
    assert check(groupkit, store, passphrase).code == 0
    assert check(groupkit, store, passphrase).code == 0
    assert rows(store, passphrase) == before


@pytest.mark.parametrize("wrong", ["grøn tallerken under syv regnbuer ", "x", "x" * 5000])
def test_a_wrong_passphrase_is_refused(groupkit: Any, store: Path, wrong: str) -> None:
    before = contents(store)
    assert check(groupkit, store, wrong).sentence
    assert contents(store) == before


def test_the_passphrase_may_be_typed_decomposed(
    groupkit: Any, store: Path, passphrase: str
) -> None:
    import unicodedata

    composed_of_two = unicodedata.normalize("NFD", passphrase.replace("ø", "å"))
    assert composed_of_two != passphrase
    assert check(groupkit, store, composed_of_two).sentence
    assert check(groupkit, store, unicodedata.normalize("NFD", passphrase)).code == 0


@pytest.mark.parametrize("name", ["missing", "a file", "empty", "n" * 5000])
def test_where_no_store_is_nobody_is_asked(groupkit: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / "a file").write_text("mine")
    (tmp_path / "empty").mkdir()
    answer = check(groupkit, tmp_path / name, "whatever it may be")
    assert "no store" in answer.sentence
    assert list((tmp_path / "empty").iterdir()) == []


def cut(store: Path) -> None:
    database = store / "store.db"
    database.write_bytes(database.read_bytes()[: -3 * 4096])


def cut_to_nothing(store: Path) -> None:
    (store / "store.db").write_bytes(b"")


def turn_a_bit(store: Path) -> None:
    database = store / "store.db"
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(content)


def lose_the_database(store: Path) -> None:
    (store / "store.db").unlink()


def lose_the_keys(store: Path) -> None:
    shutil.rmtree(store / "keys")


def spoil_the_keys(store: Path) -> None:
    for file in (store / "keys").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:20])


HARM = [cut, cut_to_nothing, turn_a_bit, lose_the_database, lose_the_keys, spoil_the_keys]


@pytest.mark.parametrize("harm", HARM, ids=lambda harm: harm.__name__)
def test_a_harmed_store_is_refused_and_left_as_it_is(
    groupkit: Any, store: Path, passphrase: str, harm: Any
) -> None:
    harm(store)
    before = contents(store)
    answer = check(groupkit, store, passphrase)
    assert answer.sentence
    assert contents(store).get("store.db") == before.get("store.db")


def test_a_store_open_elsewhere_is_refused(groupkit: Any, store: Path, passphrase: str) -> None:
    from groupkit.usecases.unlock import unlock
    from groupkit.wiring import program

    elsewhere = unlock(program().vault, store, passphrase)
    try:
        assert "already open" in check(groupkit, store, passphrase).sentence
    finally:
        elsewhere.close()
    assert check(groupkit, store, passphrase).code == 0


def test_a_store_of_a_newer_program_is_refused_untouched(
    groupkit: Any, store: Path, passphrase: str
) -> None:
    keys = sidecar.open_with_passphrase(sidecar.read(store), passphrase)
    connection = connect(store / "store.db", keys)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    sidecar.write_seal(store, keys, digest_of(store / "store.db"))
    before = contents(store)
    assert "newer groupkit" in check(groupkit, store, passphrase).sentence
    assert contents(store) == before


def test_a_read_only_store_is_refused_untouched(
    powerless: Any, store: Path, passphrase: str
) -> None:
    places = [store, *store.rglob("*")]
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    before = contents(store)
    given = f"{passphrase}\n".encode()
    done = powerless("check", store, "--language", "en", "--passphrase-fd", 0, given=given)
    for place in places:
        place.chmod(0o755 if place.is_dir() else 0o644)
    assert done.returncode == 1
    [line] = done.stderr.decode().splitlines()
    assert "cannot be written to" in line
    assert contents(store) == before


def test_wrong_usage_is_2(groupkit: Any, store: Path) -> None:
    assert groupkit("check").code == 2
    assert groupkit("check", store, store).code == 2
    assert groupkit("check", store, "--passphrase-fd", "x").code == 2
