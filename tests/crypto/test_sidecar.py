"""The keys of a store folder: what opens them, and what never does."""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import os
import shutil
import stat
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from groupkit.crypto import access, sidecar
from groupkit.crypto.derive import CHEAPEST
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.recovery import RecoverySheet, new_sheet
from groupkit.domain.refusal import (
    DiskFull,
    KeysDamaged,
    KeysMissing,
    MadeByNewerProgram,
    NotForYourRole,
    PassphraseTooLong,
    Refusal,
    Refused,
    StoreExists,
    StoreReadOnly,
    WrongPassphrase,
    WrongRecoverySheet,
)
from groupkit.domain.roles import Part, Rights, Role

PASSPHRASE = "lampe gravkå fjord syltet"
OTHER = "hylde tærte måge cement"
DIGEST = hashlib.sha256(b"database").digest()


@dataclass(frozen=True)
class Made:
    folder: Path
    keyring: KeyRing
    sheet: RecoverySheet

    @property
    def words(self) -> str:
        return " ".join(self.sheet.words)

    def copy(self, name: str) -> Path:
        return self.folder / "keys" / name

    def same_by_sheet(self) -> bool:
        opened = sidecar.open_with_recovery(sidecar.read(self.folder), self.words)
        return opened.same_keys(self.keyring)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("original")
    return Made(folder, *sidecar.create(folder, PASSPHRASE, CHEAPEST))


@pytest.fixture
def made(original: Made, tmp_path: Path) -> Made:
    folder = tmp_path / "store"
    shutil.copytree(original.folder, folder)
    return replace(original, folder=folder)


def refusal_of(work: Callable[[], object]) -> Refusal | None:
    try:
        work()
    except Refused as refused:
        return refused.refusal
    return None


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change a copy as someone would who knows the format: with a right checksum."""
    fields = json.loads(path.read_bytes())
    del fields["checksum"]
    change(fields)
    plain = json.dumps(fields, sort_keys=True, indent=1) + "\n"
    fields["checksum"] = hashlib.sha256(plain.encode()).hexdigest()
    path.write_bytes((json.dumps(fields, sort_keys=True, indent=1) + "\n").encode())


def edit_both(made: Made, change: Callable[[dict[str, Any]], object]) -> None:
    for name in "ab":
        edit(made.copy(name), change)


def test_passphrase_and_sheet_open_the_same_keys(made: Made) -> None:
    read = sidecar.read(made.folder)
    assert read.whole
    assert sidecar.open_with_passphrase(read, PASSPHRASE).same_keys(made.keyring)
    assert made.same_by_sheet()


def test_the_passphrase_opens_in_another_unicode_form(made: Made) -> None:
    typed = unicodedata.normalize("NFD", PASSPHRASE)
    assert typed != PASSPHRASE
    opened = sidecar.open_with_passphrase(sidecar.read(made.folder), typed)
    assert opened.same_keys(made.keyring)


@pytest.mark.parametrize("typed", ["", OTHER, PASSPHRASE.upper(), PASSPHRASE + " "])
def test_a_wrong_passphrase_is_refused(made: Made, typed: str) -> None:
    read = sidecar.read(made.folder)
    refusal = refusal_of(lambda: sidecar.open_with_passphrase(read, typed))
    assert refusal == WrongPassphrase()


def test_ten_megabytes_as_passphrase_are_refused(made: Made) -> None:
    read = sidecar.read(made.folder)
    refusal = refusal_of(lambda: sidecar.open_with_passphrase(read, "x" * 10_000_000))
    assert refusal == PassphraseTooLong(1024)


def test_another_sheet_is_refused(made: Made) -> None:
    read = sidecar.read(made.folder)
    other = " ".join(new_sheet().words)
    assert refusal_of(lambda: sidecar.open_with_recovery(read, other)) == WrongRecoverySheet()


def test_the_files_hold_no_key_and_no_word(made: Made) -> None:
    stored = b"".join(made.copy(name).read_bytes() for name in "ab")
    ring = made.keyring
    for part in (ring.store_key, ring.store_salt, ring.people_key, ring.notes_key):
        assert part is not None
        for form in (bytes(part), part.hex().encode(), base64.b64encode(part)):
            assert form not in stored
    for word in (*made.sheet.words, *PASSPHRASE.split()):
        assert word.encode() not in stored


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_only_the_owner_may_read(made: Made, original: Made) -> None:
    sidecar.mark_open(made.folder, made.keyring, DIGEST)
    sidecar.write_seal(made.folder, made.keyring, DIGEST)
    for name in "ab":
        assert stat.S_IMODE(original.copy(name).stat().st_mode) == 0o600
        assert stat.S_IMODE(made.copy(name).stat().st_mode) == 0o600
    assert stat.S_IMODE((original.folder / "keys").stat().st_mode) == 0o700


def test_keys_are_never_replaced(made: Made) -> None:
    before = made.copy("a").read_bytes()
    refusal = refusal_of(lambda: sidecar.create(made.folder, OTHER, CHEAPEST))
    assert refusal == StoreExists(str(made.folder))
    assert made.copy("a").read_bytes() == before


def test_no_keys_are_made_beside_a_database(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"")
    refusal = refusal_of(lambda: sidecar.create(tmp_path, OTHER, CHEAPEST))
    assert refusal == StoreExists(str(tmp_path))
    assert not (tmp_path / "keys").exists()


def test_an_interrupted_creation_can_be_done_again(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "a.new").write_bytes(b"{")
    keyring, _ = sidecar.create(tmp_path, PASSPHRASE, CHEAPEST)
    opened = sidecar.open_with_passphrase(sidecar.read(tmp_path), PASSPHRASE)
    assert opened.same_keys(keyring)


@pytest.mark.parametrize("name", ["a", "b"])
def test_any_flipped_byte_of_one_copy_leaves_the_other(made: Made, name: str) -> None:
    sound, slots = made.copy(name).read_bytes(), sidecar.read(made.folder).slots
    for place in range(len(sound)):
        flipped = bytearray(sound)
        flipped[place] ^= 1 << (place % 8)
        made.copy(name).write_bytes(flipped)
        read = sidecar.read(made.folder)
        assert not read.whole
        assert read.slots == slots
    assert made.same_by_sheet()


def test_both_copies_flipped_are_refused(made: Made) -> None:
    sound = {name: made.copy(name).read_bytes() for name in "ab"}
    for place in range(0, len(sound["a"]), 3):
        for name, data in sound.items():
            flipped = bytearray(data)
            flipped[place] ^= 0x10
            made.copy(name).write_bytes(flipped)
        assert refusal_of(lambda: sidecar.read(made.folder)) == KeysDamaged()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 4096,
        b"{}",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"format": "groupkit keys"}',
        b"\xff\xfe",
        b" " * (1 << 21),
        b"1" * 100_000,
    ],
    ids=["empty", "zeros", "object", "list", "null", "deep", "bare", "bytes", "huge", "digits"],
)
def test_one_strange_copy_is_put_right_and_two_are_refused(made: Made, data: bytes) -> None:
    made.copy("b").write_bytes(data)
    assert made.same_by_sheet()
    sidecar.mark_open(made.folder, made.keyring, DIGEST)
    assert sidecar.read(made.folder).whole
    for name in "ab":
        made.copy(name).write_bytes(data)
    assert refusal_of(lambda: sidecar.read(made.folder)) == KeysDamaged()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
def test_a_pipe_in_a_copys_place_is_not_waited_for(made: Made) -> None:
    copy = made.folder / "keys" / "a"
    copy.unlink()
    os.mkfifo(copy)
    made.same_by_sheet()
    other = made.folder / "keys" / "b"
    other.unlink()
    os.mkfifo(other)
    assert refusal_of(lambda: sidecar.read(made.folder)) == KeysDamaged()


def test_every_cut_leaves_the_other_copy(made: Made) -> None:
    sound = made.copy("b").read_bytes()
    for length in range(0, len(sound), 7):
        made.copy("b").write_bytes(sound[:length])
        assert not sidecar.read(made.folder).whole
    assert made.same_by_sheet()


def test_one_missing_copy_is_put_right_and_two_are_said_missing(made: Made) -> None:
    made.copy("b").unlink()
    assert made.same_by_sheet()
    sidecar.mark_open(made.folder, made.keyring, DIGEST)
    assert sidecar.read(made.folder).whole
    shutil.rmtree(made.folder / "keys")
    assert refusal_of(lambda: sidecar.read(made.folder)) == KeysMissing()


def test_a_newer_program_is_told_from_damage(made: Made) -> None:
    edit(made.copy("b"), lambda fields: fields.update(version=7, surprise=[1, 2]))
    assert refusal_of(lambda: sidecar.read(made.folder)) == MadeByNewerProgram(7)
    assert refusal_of(
        lambda: sidecar.mark_open(made.folder, made.keyring, DIGEST)
    ) == MadeByNewerProgram(7)


def with_cost(**cost: object) -> Callable[[dict[str, Any]], object]:
    def change(fields: dict[str, Any]) -> None:
        for slot in fields["slots"]:
            if slot["kind"] == "passphrase":
                slot["cost"].update(cost)

    return change


@pytest.mark.parametrize(
    "cost",
    [
        {"memory_kib": 8},
        {"memory_kib": 1 << 40},
        {"memory_kib": 10**30},
        {"memory_kib": -65536},
        {"memory_kib": 65536.0},
        {"memory_kib": "65536"},
        {"memory_kib": True},
        {"passes": 1},
        {"passes": 1_000_000},
        {"lanes": 0},
        {"lanes": 255},
    ],
    ids=str,
)
def test_an_edited_cost_is_refused_before_it_is_paid(made: Made, cost: dict[str, object]) -> None:
    edit_both(made, with_cost(**cost))
    assert refusal_of(lambda: sidecar.read(made.folder)) == KeysDamaged()


def test_an_edited_cost_within_bounds_does_not_open(made: Made) -> None:
    edit_both(made, with_cost(passes=3))
    read = sidecar.read(made.folder)
    refusal = refusal_of(lambda: sidecar.open_with_passphrase(read, PASSPHRASE))
    assert refusal == WrongPassphrase()


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (
            lambda fields: fields.update(store="00000000-0000-4000-8000-000000000000"),
            WrongRecoverySheet(),
        ),
        (lambda fields: fields.update(epoch=2), KeysDamaged()),
        (
            lambda fields: fields["slots"][1].update(id="00000000-0000-4000-8000-000000000000"),
            WrongRecoverySheet(),
        ),
        (lambda fields: fields["slots"][1]["keys"].pop("notes"), KeysDamaged()),
        (lambda fields: fields["slots"][1].update(owner=False), KeysDamaged()),
        (lambda fields: fields["slots"][1].update(roles=["facilitator"]), KeysDamaged()),
        (
            lambda fields: fields["slots"][1].update(salt=base64.b64encode(bytes(16)).decode()),
            WrongRecoverySheet(),
        ),
    ],
    ids=["store", "epoch", "slot", "part taken away", "owner", "roles", "salt"],
)
def test_an_edited_slot_does_not_open(
    made: Made, change: Callable[[dict[str, Any]], object], refusal: Refusal
) -> None:
    edit_both(made, change)
    assert refusal_of(made.same_by_sheet) == refusal


def test_swapped_parts_are_damage(made: Made) -> None:
    def swap(fields: dict[str, Any]) -> None:
        keys = fields["slots"][1]["keys"]
        keys["people"], keys["notes"] = keys["notes"], keys["people"]

    edit_both(made, swap)
    assert refusal_of(made.same_by_sheet) == KeysDamaged()


def test_keys_of_another_store_do_not_open(made: Made, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    sidecar.create(other, OTHER, CHEAPEST)
    shutil.copy(other / "keys" / "b", made.copy("b"))
    assert refusal_of(lambda: sidecar.read(made.folder)) == KeysDamaged()
    shutil.copy(other / "keys" / "a", made.copy("a"))
    assert refusal_of(made.same_by_sheet) == WrongRecoverySheet()
    refusal = refusal_of(lambda: sidecar.write_seal(made.folder, made.keyring, DIGEST))
    assert refusal == KeysDamaged()


def test_a_slot_of_another_store_does_not_open(made: Made, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    sidecar.create(other, OTHER, CHEAPEST)
    slots = json.loads((other / "keys" / "a").read_bytes())["slots"]
    edit_both(made, lambda fields: fields.update(slots=slots))
    read = sidecar.read(made.folder)
    assert refusal_of(lambda: sidecar.open_with_passphrase(read, OTHER)) == WrongPassphrase()


def test_a_changed_passphrase_opens_and_the_old_one_is_gone_from_both_copies(made: Made) -> None:
    access.change_passphrase(made.folder, made.keyring, OTHER, CHEAPEST)
    for kept in "ab":
        alone = made.folder.parent / f"only-{kept}"
        (alone / "keys").mkdir(parents=True)
        shutil.copy(made.copy(kept), alone / "keys" / kept)
        read = sidecar.read(alone)
        with pytest.raises(Refused) as refused:
            sidecar.open_with_passphrase(read, PASSPHRASE)
        assert refused.value.refusal == WrongPassphrase()
        assert sidecar.open_with_passphrase(read, OTHER).same_keys(made.keyring)
    assert made.same_by_sheet()


def test_a_new_sheet_opens_and_the_old_one_does_not(made: Made) -> None:
    sheet = access.new_recovery_sheet(made.folder, made.keyring)
    assert refusal_of(made.same_by_sheet) == WrongRecoverySheet()
    assert replace(made, sheet=sheet).same_by_sheet()
    read = sidecar.read(made.folder)
    assert sidecar.open_with_passphrase(read, PASSPHRASE).same_keys(made.keyring)


def test_a_role_gets_the_keys_of_its_slot_and_no_more(made: Made) -> None:
    coordinator = Rights(frozenset({Role.COORDINATOR}))
    read = sidecar.read(made.folder)
    slot = access.new_slot(read, made.keyring, uuid4(), coordinator, OTHER, CHEAPEST)
    sidecar.put_slots(made.folder, read, (slot,))
    opened = sidecar.open_with_passphrase(sidecar.read(made.folder), OTHER)
    assert (opened.user_id, opened.rights) == (slot.slot_id, coordinator)
    assert opened.store_key == made.keyring.store_key
    assert opened.people_key == made.keyring.people_key
    assert opened.notes is None
    assert not opened.may(Part.ACCESS)
    with pytest.raises(Refused) as caught:
        access.new_recovery_sheet(made.folder, opened)
    assert isinstance(caught.value.refusal, NotForYourRole)


def test_the_closing_seal_knows_its_database(made: Made) -> None:
    def state(digest: bytes) -> bool | None:
        return sidecar.closed_cleanly(sidecar.read(made.folder), made.keyring, digest)

    assert state(DIGEST) is None
    sidecar.write_seal(made.folder, made.keyring, DIGEST)
    assert state(DIGEST) is True
    assert state(hashlib.sha256(b"older database").digest()) is False
    sidecar.mark_open(made.folder, made.keyring, DIGEST)
    assert state(DIGEST) is None


def test_a_change_of_what_opens_takes_the_seal_and_keeps_what_it_said(made: Made) -> None:
    sidecar.write_seal(made.folder, made.keyring, DIGEST)
    access.new_recovery_sheet(made.folder, made.keyring)
    read = sidecar.read(made.folder)
    assert sidecar.closed_cleanly(read, made.keyring, DIGEST) is None
    assert sidecar.opened_from(read, made.keyring) == DIGEST


def test_what_a_store_was_opened_from_cannot_be_forged(made: Made) -> None:
    sidecar.mark_open(made.folder, made.keyring, DIGEST)
    forged = base64.b64encode(hashlib.sha256(b"spliced").digest()).decode()
    newest = max("ab", key=lambda name: json.loads(made.copy(name).read_bytes())["generation"])
    edit(made.copy(newest), lambda fields: fields["opened_from"].update(sha256=forged))
    read = sidecar.read(made.folder)
    assert refusal_of(lambda: sidecar.opened_from(read, made.keyring)) == KeysDamaged()


@pytest.mark.parametrize("part", ["sha256", "mac", "generation"])
def test_a_forged_seal_does_not_hold(made: Made, part: str) -> None:
    sidecar.write_seal(made.folder, made.keyring, DIGEST)
    forged_digest = hashlib.sha256(b"spliced").digest()
    newest = max("ab", key=lambda name: json.loads(made.copy(name).read_bytes())["generation"])

    def forge(fields: dict[str, Any]) -> None:
        forged = 99 if part == "generation" else base64.b64encode(forged_digest).decode()
        fields["seal"][part] = forged

    edit(made.copy(newest), forge)
    read = sidecar.read(made.folder)
    digest = forged_digest if part == "sha256" else DIGEST
    assert sidecar.closed_cleanly(read, made.keyring, digest) is False


def test_the_seal_is_not_trusted_when_a_copy_is_damaged(made: Made) -> None:
    sidecar.write_seal(made.folder, made.keyring, DIGEST)
    sealed = sidecar.read(made.folder).generation
    for name in "ab":
        if json.loads(made.copy(name).read_bytes())["generation"] != sealed:
            made.copy(name).write_bytes(b"torn")
    read = sidecar.read(made.folder)
    assert (read.generation, read.seal, read.whole) == (sealed, None, False)


def test_a_seal_needs_a_whole_digest(made: Made) -> None:
    with pytest.raises(ValueError, match="length"):
        sidecar.write_seal(made.folder, made.keyring, b"short")


def test_marking_open_drops_the_seal_and_remembers_the_digest(made: Made) -> None:
    sidecar.write_seal(made.folder, made.keyring, DIGEST)
    sidecar.mark_open(made.folder, made.keyring, DIGEST)
    read = sidecar.read(made.folder)
    assert (read.seal, sidecar.opened_from(read, made.keyring)) == (None, DIGEST)
    sidecar.mark_open(made.folder, made.keyring, None)
    assert sidecar.opened_from(sidecar.read(made.folder), made.keyring) is None


FAULTS = [(errno.ENOSPC, DiskFull()), (errno.EROFS, StoreReadOnly())]


@pytest.mark.parametrize(("number", "refusal"), FAULTS)
@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
@pytest.mark.parametrize("times", [0, 1])
def test_a_failing_disk_leaves_the_keys_as_they_were(
    made: Made,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    refusal: Refusal,
    call: str,
    times: int,
) -> None:
    real, calls = getattr(os, call), []

    def failing(*args: Any, **named: Any) -> Any:
        if call == "open" and not args[1] & os.O_CREAT:
            return real(*args, **named)  # a disk that takes no more can still be read
        calls.append(args)
        if len(calls) > times:
            raise OSError(number, os.strerror(number))
        return real(*args, **named)

    with monkeypatch.context() as patched:
        patched.setattr(os, call, failing)
        work = refusal_of(lambda: access.new_recovery_sheet(made.folder, made.keyring))
    assert work == refusal
    assert not list((made.folder / "keys").glob("*.new"))
    read = sidecar.read(made.folder)
    assert sidecar.open_with_passphrase(read, PASSPHRASE).same_keys(made.keyring)


@pytest.mark.parametrize("times", [0, 1, 2, 3, 4])
def test_a_disk_full_at_creation_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    real, calls = os.fsync, []

    def failing(handle: int) -> None:
        calls.append(handle)
        if len(calls) > times:
            raise OSError(errno.ENOSPC, "full")
        real(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", failing)
        refusal = refusal_of(lambda: sidecar.create(tmp_path, PASSPHRASE, CHEAPEST))
    assert refusal == DiskFull()
    assert not list(tmp_path.iterdir())


def test_what_an_interrupted_write_left_is_harmless(made: Made) -> None:
    for name in "ab":
        made.copy(name + ".new").write_bytes(b'{"half": ')
    assert made.same_by_sheet()
    sidecar.write_seal(made.folder, made.keyring, DIGEST)
    sidecar.mark_open(made.folder, made.keyring, DIGEST)
    assert made.same_by_sheet()
    assert sorted(path.name for path in (made.folder / "keys").iterdir()) == ["a", "b"]


def test_nothing_shown_holds_a_secret(made: Made) -> None:
    read = sidecar.read(made.folder)
    with pytest.raises(Refused) as refused:
        sidecar.open_with_passphrase(read, OTHER)
    shown = f"{read!r} {made.sheet!r} {made.keyring!r} {refused.value!r} {refused.value}"
    assert refused.value.__cause__ is None
    for secret in (OTHER, *made.sheet.words, made.keyring.store_key.hex()):
        assert secret not in shown
