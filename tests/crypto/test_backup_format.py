"""A backup file: whole, or refused."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from groupkit.crypto import sidecar
from groupkit.crypto.backup_format import NoBackup, extract, read, write
from groupkit.crypto.derive import CHEAPEST
from groupkit.crypto.keyring import KeyRing, new_keyring

MADE = dt.datetime(2027, 1, 13, 12, 30, 15, 250_000, tzinfo=dt.UTC)
BODY = bytes(range(256)) * 2


@dataclass(frozen=True)
class Made:
    content: bytes
    ring: KeyRing


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("store")
    ring, _ = sidecar.create(folder, "lampe gravko fjord syltet", CHEAPEST)
    body, target = folder / "body", folder / "made.backup"
    body.write_bytes(BODY)
    with target.open("wb") as file:
        write(file, MADE, sidecar.read(folder), ring, body)
    return Made(target.read_bytes(), ring)


def taken_out(content: bytes, ring: KeyRing, folder: Path) -> bytes:
    """Return the database in a backup of ``content``, as restoring would find it."""
    file, target = folder / "some.backup", folder / "out"
    file.write_bytes(content)
    target.unlink(missing_ok=True)
    try:
        extract(read(file), ring, target)
    except NoBackup:
        assert not target.exists()
        raise
    return target.read_bytes()


def test_what_went_in_comes_out(made: Made, tmp_path: Path) -> None:
    assert taken_out(made.content, made.ring, tmp_path) == BODY
    assert read(tmp_path / "some.backup").made == MADE


def test_a_changed_byte_is_refused_wherever_it_stands(made: Made, tmp_path: Path) -> None:
    for place in range(len(made.content)):
        changed = bytearray(made.content)
        changed[place] ^= 1 << place % 8
        with pytest.raises(NoBackup):
            taken_out(bytes(changed), made.ring, tmp_path)


def test_a_file_cut_anywhere_is_refused(made: Made, tmp_path: Path) -> None:
    whole = len(made.content)
    for length in {*range(64), *range(0, whole, 61), *range(whole - len(BODY) - 80, whole)}:
        with pytest.raises(NoBackup):
            taken_out(made.content[:length], made.ring, tmp_path)


@pytest.mark.parametrize("behind", [b"\0", b"\n", b"groupkit backup 1\n", bytes(100_000)])
def test_anything_behind_it_is_refused(made: Made, tmp_path: Path, behind: bytes) -> None:
    with pytest.raises(NoBackup):
        taken_out(made.content + behind, made.ring, tmp_path)


def test_the_keys_of_another_store_take_nothing_out(made: Made, tmp_path: Path) -> None:
    with pytest.raises(NoBackup):
        taken_out(made.content, new_keyring(), tmp_path)


def test_the_keys_of_another_epoch_take_nothing_out(made: Made, tmp_path: Path) -> None:
    with pytest.raises(NoBackup):
        taken_out(made.content, made.ring.renewed(), tmp_path)
