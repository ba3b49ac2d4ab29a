"""The keys of a store folder: make, open, and change what opens them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from groupkit.crypto.derive import STANDARD, Cost
from groupkit.crypto.recovery import RecoverySheet, new_sheet, read_sheet
from groupkit.crypto.seal import closing_seal, seal_holds
from groupkit.crypto.secrets import KeyRing, new_keyring
from groupkit.crypto.sidecar_files import read_newest, refuse_existing, write_first, write_next
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.crypto.slots import (
    Slot,
    SlotKind,
    WrongKey,
    open_by_passphrase,
    open_by_sheet,
    passphrase_slot,
    recovery_slot,
)
from groupkit.domain.refusal import KeysDamaged, Refused, WrongPassphrase, WrongRecoverySheet


def create(folder: Path, passphrase: str, cost: Cost = STANDARD) -> tuple[KeyRing, RecoverySheet]:
    """Make new keys in ``folder`` (which exists), opened by ``passphrase`` and by the sheet.

    The caller has checked the passphrase against the rules.

    Raises:
        Refused: StoreExists (nothing is touched), PassphraseTooLong, DiskFull, StoreReadOnly.
    """
    refuse_existing(folder)
    keyring, sheet = new_keyring(), new_sheet()
    slots = (passphrase_slot(keyring, passphrase, cost), recovery_slot(keyring, sheet))
    write_first(folder, Sidecar(keyring.store_id, keyring.epoch, 1, slots))
    return keyring, sheet


def read(folder: Path) -> Sidecar:
    """Return the newest whole sidecar of the store in ``folder``.

    Raises:
        Refused: KeysMissing, KeysDamaged, MadeByNewerProgram.
    """
    return read_newest(folder)


def open_with_passphrase(sidecar: Sidecar, passphrase: str) -> KeyRing:
    """Return the keys that ``passphrase`` opens; takes one derivation, right or wrong.

    Raises:
        Refused: WrongPassphrase, PassphraseTooLong, KeysDamaged.
    """
    for slot in _of_kind(sidecar, SlotKind.PASSPHRASE):
        try:
            return open_by_passphrase(slot, sidecar.store_id, sidecar.epoch, passphrase)
        except WrongKey:
            continue
    raise Refused(WrongPassphrase())


def open_with_recovery(sidecar: Sidecar, words: str) -> KeyRing:
    """Return the keys that the sheet's ``words``, as typed, open.

    Raises:
        Refused: WrongRecoverySheet, KeysDamaged.
    """
    sheet = read_sheet(words)
    for slot in _of_kind(sidecar, SlotKind.RECOVERY):
        try:
            return open_by_sheet(slot, sidecar.store_id, sidecar.epoch, sheet)
        except WrongKey:
            continue
    raise Refused(WrongRecoverySheet())


def change_passphrase(
    folder: Path, keyring: KeyRing, passphrase: str, cost: Cost = STANDARD
) -> None:
    """Let ``passphrase`` open the store from now on, and the old one no longer.

    Raises:
        Refused: as for :func:`read`, and KeysDamaged when the keys are of another store,
            PassphraseTooLong, DiskFull, StoreReadOnly.
    """
    sidecar = _own_sidecar(folder, keyring)
    _change_slot(folder, sidecar, keyring, passphrase_slot(keyring, passphrase, cost))


def new_recovery_sheet(folder: Path, keyring: KeyRing) -> RecoverySheet:
    """Return a new sheet that opens the store from now on; the old sheet no longer does.

    Raises:
        Refused: as for :func:`change_passphrase`.
        ValueError: the keyring lacks a part; a sheet opens everything.
    """
    if keyring.people_key is None or keyring.notes_key is None:
        raise ValueError("a recovery sheet needs all keys")
    sidecar, sheet = _own_sidecar(folder, keyring), new_sheet()
    _change_slot(folder, sidecar, keyring, recovery_slot(keyring, sheet))
    return sheet


def write_seal(folder: Path, keyring: KeyRing, digest: bytes) -> None:
    """Record that the store was closed cleanly with ``digest``, the SHA-256 of ``store.db``.

    Raises:
        Refused: as for :func:`change_passphrase`.
    """
    _write_sealed(folder, _own_sidecar(folder, keyring), keyring, digest)


def mark_open(folder: Path) -> None:
    """Drop the seal before the first change; also puts a missing or damaged copy right.

    Raises:
        Refused: as for :func:`read`, DiskFull, StoreReadOnly.
    """
    sidecar = read(folder)
    if sidecar.seal is not None or not sidecar.whole:
        write_next(folder, replace(sidecar, seal=None))


def closed_cleanly(sidecar: Sidecar, keyring: KeyRing, digest: bytes) -> bool | None:
    """Return whether ``store.db`` is as it was sealed; None when there is no seal to go by."""
    seal = sidecar.seal
    if seal is None:
        return None
    sealed_here = seal.generation == sidecar.generation
    return sealed_here and seal_holds(keyring.store_key, seal, digest)


def _of_kind(sidecar: Sidecar, kind: SlotKind) -> tuple[Slot, ...]:
    return tuple(slot for slot in sidecar.slots if slot.kind is kind)


def _own_sidecar(folder: Path, keyring: KeyRing) -> Sidecar:
    sidecar = read(folder)
    if (sidecar.store_id, sidecar.epoch) != (keyring.store_id, keyring.epoch):
        raise Refused(KeysDamaged())
    return sidecar


def _change_slot(folder: Path, sidecar: Sidecar, keyring: KeyRing, slot: Slot) -> None:
    """Put ``slot`` in place of those of its kind, in both copies: none may keep the old way in."""
    others = tuple(kept for kept in sidecar.slots if kept.kind is not slot.kind)
    changed = replace(sidecar, slots=(slot, *others))
    seal = sidecar.seal
    for _copy in range(2):
        if seal is not None and seal_holds(keyring.store_key, seal, seal.digest):
            changed = _write_sealed(folder, changed, keyring, seal.digest)
        else:
            changed = write_next(folder, changed)


def _write_sealed(folder: Path, sidecar: Sidecar, keyring: KeyRing, digest: bytes) -> Sidecar:
    following = read(folder).generation + 1
    seal = closing_seal(keyring.store_key, following, digest)
    return write_next(folder, replace(sidecar, seal=seal))
