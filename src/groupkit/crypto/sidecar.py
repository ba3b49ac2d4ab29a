"""The keys of a store folder: make and open them, and record how the database was left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from groupkit.crypto.derive import STANDARD, Cost
from groupkit.crypto.identity import new_identity
from groupkit.crypto.keyring import KeyRing, new_keyring
from groupkit.crypto.lineage import leads
from groupkit.crypto.locking import Stretching, sheet_lock, stretched_sheet
from groupkit.crypto.recovery import RecoverySheet, new_sheet, read_sheet
from groupkit.crypto.seal import closing_seal, seal_holds
from groupkit.crypto.sidecar_files import read_newest, refuse_existing, write_first, write_next
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.crypto.slots import (
    Inner,
    Slot,
    SlotKind,
    WrongKey,
    inner_of,
    locked,
    ring_of,
    slot_for,
)
from groupkit.domain.refusal import KeysDamaged, Refused, WrongPassphrase, WrongRecoverySheet
from groupkit.domain.roles import ALL_RIGHTS


@dataclass(frozen=True)
class Unlocked:
    """The keys, and the holder's slot brought up to date where it was not."""

    ring: KeyRing
    slot: Slot | None = None


def create(folder: Path, passphrase: str, cost: Cost = STANDARD) -> tuple[KeyRing, RecoverySheet]:
    """Make new keys in ``folder`` (which exists), opened by ``passphrase`` and by the sheet.

    The caller has checked the passphrase against the rules.

    Raises:
        Refused: StoreExists (nothing is touched), PassphraseTooLong, DiskFull, StoreReadOnly.
    """
    refuse_existing(folder)
    ring = new_keyring()
    lock, key = Stretching().new(passphrase, (), cost)
    kind = SlotKind.PASSPHRASE
    outer = slot_for(ring, ring.user_id, kind, ring.rights, ring.identity.publics)
    own = locked(outer, ring.store_id, lock, key, ring.identity, ring.owners)
    recovery, sheet = recovery_slot(ring)
    write_first(folder, Sidecar(ring.store_id, ring.epoch, 1, ring.owners, slots=(own, recovery)))
    return ring, sheet


def recovery_slot(ring: KeyRing) -> tuple[Slot, RecoverySheet]:
    """Return a slot that a new sheet opens, with every key, and the sheet."""
    sheet, identity, lock = new_sheet(), new_identity(), sheet_lock()
    outer = slot_for(ring, uuid4(), SlotKind.RECOVERY, ALL_RIGHTS, identity.publics)
    key = stretched_sheet(sheet, lock)
    return locked(outer, ring.store_id, lock, key, identity, ring.owners), sheet


def read(folder: Path) -> Sidecar:
    """Return the newest whole sidecar of the store in ``folder``.

    Raises:
        Refused: KeysMissing, KeysDamaged, MadeByNewerProgram, MadeByTrialVersion.
    """
    return read_newest(folder)


def unlock(sidecar: Sidecar, passphrase: str, stretching: Stretching | None = None) -> Unlocked:
    """Return the keys of the person whose passphrase it is; takes one derivation, right or wrong.

    ``stretching`` remembers derivations, where several sidecars are tried with one passphrase.

    Raises:
        Refused: WrongPassphrase, PassphraseTooLong, KeysDamaged.
    """
    stretching = stretching or Stretching()
    for slot in of_kind(sidecar, SlotKind.PASSPHRASE):
        key = stretching.of(passphrase, slot.lock)
        try:
            inner = inner_of(slot, sidecar.store_id, key)
        except WrongKey:
            continue
        ring = _ring(sidecar, slot, inner)
        if inner.owners == sidecar.owners:
            return Unlocked(ring)
        fresh = locked(slot, sidecar.store_id, slot.lock, key, inner.identity, sidecar.owners)
        return Unlocked(ring, fresh)
    raise Refused(WrongPassphrase())


def open_with_passphrase(sidecar: Sidecar, passphrase: str) -> KeyRing:
    """Return the keys of the person whose passphrase it is; raises as :func:`unlock`."""
    return unlock(sidecar, passphrase).ring


def open_with_recovery(sidecar: Sidecar, words: str) -> KeyRing:
    """Return the keys that the sheet's ``words``, as typed, open.

    Raises:
        Refused: WrongRecoverySheet, KeysDamaged.
    """
    sheet = read_sheet(words)
    for slot in of_kind(sidecar, SlotKind.RECOVERY):
        try:
            inner = inner_of(slot, sidecar.store_id, stretched_sheet(sheet, slot.lock))
        except WrongKey:
            continue
        return _ring(sidecar, slot, inner)
    raise Refused(WrongRecoverySheet())


def of_kind(sidecar: Sidecar, kind: SlotKind) -> Iterator[Slot]:
    """Return the slots that a passphrase, or a sheet, opens."""
    return (slot for slot in sidecar.slots if slot.kind is kind)


def write_seal(folder: Path, ring: KeyRing, digest: bytes) -> Sidecar:
    """Record that the store was closed cleanly with ``digest``, the SHA-256 of ``store.db``.

    Raises:
        Refused: KeysDamaged when the keys are of another store; as for :func:`read`; DiskFull,
            StoreReadOnly.
    """
    sidecar = own_sidecar(folder, ring)
    return write_next(folder, sealed(sidecar, ring, digest, sidecar.generation + 1))


def sealed(sidecar: Sidecar, ring: KeyRing, digest: bytes, generation: int) -> Sidecar:
    """Return ``sidecar`` with the seal over ``digest`` that it has as that generation."""
    seal = closing_seal(ring.store_key, generation, digest)
    return replace(sidecar, seal=seal, opened_from=None)


def mark_open(folder: Path, ring: KeyRing, digest: bytes | None, slot: Slot | None = None) -> None:
    """Drop the seal before the first change; also puts a missing or damaged copy right.

    ``digest`` is that of ``store.db`` before it, None when it is not known. ``slot`` takes the
    place of the one with its id, in both copies.

    Raises:
        Refused: as for :func:`own_sidecar`, DiskFull, StoreReadOnly.
    """
    sidecar = own_sidecar(folder, ring)
    before = None if digest is None else closing_seal(ring.store_key, sidecar.generation, digest)
    opened = replace(sidecar, seal=None, opened_from=before)
    if slot is None:
        write_next(folder, opened)
    else:
        put_slots(folder, opened, (slot,))


def closed_cleanly(sidecar: Sidecar, ring: KeyRing, digest: bytes) -> bool | None:
    """Return whether ``store.db`` is as it was sealed; None when there is no seal to go by."""
    seal = sidecar.seal
    if seal is None:
        return None
    sealed_here = seal.generation == sidecar.generation
    return sealed_here and seal_holds(ring.store_key, seal, digest)


def opened_from(sidecar: Sidecar, ring: KeyRing) -> bytes | None:
    """Return the digest that the database had when it was opened and not closed since.

    None when it is not known.

    Raises:
        Refused: KeysDamaged when the record is not of these keys.
    """
    before = sidecar.opened_from
    if before is None:
        return None
    if not seal_holds(ring.store_key, before, before.digest):
        raise Refused(KeysDamaged())
    return before.digest


def own_sidecar(folder: Path, ring: KeyRing) -> Sidecar:
    """Return the sidecar in ``folder``, refused as KeysDamaged when it is not of ``ring``.

    Somebody may have put another one there since unlocking: its slots are only those of people to
    give keys to when the owners are the ones whose word was followed then.
    """
    sidecar = read(folder)
    found = (sidecar.store_id, sidecar.epoch, sidecar.owners)
    if found != (ring.store_id, ring.epoch, ring.owners):
        raise Refused(KeysDamaged())
    return sidecar


def put_slots(folder: Path, sidecar: Sidecar, slots: tuple[Slot, ...]) -> None:
    """Put ``slots`` in the place of those with their ids, or of the sheet's, and add the new.

    Both copies are written: none may keep the old way in. The seal goes, because what it says of
    the generation is no longer so; ``opened_from`` takes its place.
    """
    ids = {slot.slot_id for slot in slots}
    new_sheet_comes = any(slot.kind is SlotKind.RECOVERY for slot in slots)
    kept = tuple(
        slot
        for slot in sidecar.slots
        if slot.slot_id not in ids and not (new_sheet_comes and slot.kind is SlotKind.RECOVERY)
    )
    changed = replace(
        sidecar,
        slots=(*kept, *slots),
        seal=None,
        opened_from=sidecar.seal or sidecar.opened_from,
    )
    for _copy in range(2):
        changed = write_next(folder, changed)


def _ring(sidecar: Sidecar, slot: Slot, inner: Inner) -> KeyRing:
    if not leads(sidecar.store_id, inner.owners, sidecar.lineage, sidecar.owners):
        raise Refused(KeysDamaged())
    return ring_of(slot, sidecar.store_id, sidecar.epoch, inner.identity, sidecar.owners)
