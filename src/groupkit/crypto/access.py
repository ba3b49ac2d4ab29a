"""Giving keys to people and taking them away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from groupkit.crypto.derive import STANDARD, Cost
from groupkit.crypto.identity import Identity, new_identity
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.lineage import Succession, leads, succession
from groupkit.crypto.locking import Stretching
from groupkit.crypto.recovery import RecoverySheet
from groupkit.crypto.sidecar import of_kind, own_sidecar, put_slots, recovery_slot
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.crypto.slots import (
    Slot,
    SlotKind,
    WrongKey,
    inner_of,
    locked,
    ring_of,
    slot_for,
    vouched,
)
from groupkit.domain.refusal import (
    KeysDamaged,
    NotForYourRole,
    NotFound,
    PassphraseTaken,
    Refused,
    WrongPassphrase,
)
from groupkit.domain.roles import Part, Rights


@dataclass(frozen=True)
class Renewal:
    """What renewing the keys gives: the next sidecar, all its keys, and the new sheet."""

    sidecar: Sidecar
    ring: KeyRing
    sheet: RecoverySheet


def rights_by_person(sidecar: Sidecar) -> Mapping[UUID, Rights]:
    """Return the rights of everybody with a passphrase, as the owners signed them.

    Raises:
        Refused: KeysDamaged when a slot is not signed.
    """
    return {slot.slot_id: slot.rights for slot in _people(sidecar)}


def confirm(folder: Path, ring: KeyRing, passphrase: str) -> None:
    """Accept ``passphrase`` when it is the one of the ring's holder; takes one derivation.

    Raises:
        Refused: WrongPassphrase, PassphraseTooLong.
    """
    slot = _slot_of(own_sidecar(folder, ring), ring.user_id)
    try:
        inner = inner_of(slot, ring.store_id, Stretching().of(passphrase, slot.lock))
    except WrongKey:
        raise Refused(WrongPassphrase()) from None
    inner.identity.wipe()


def new_slot(
    sidecar: Sidecar,
    ring: KeyRing,
    person: UUID,
    rights: Rights,
    passphrase: str,
    cost: Cost = STANDARD,
) -> Slot:
    """Return a slot for ``person``, with keys of her own that are new; nothing is written.

    Raises:
        Refused: NotForYourRole, PassphraseTaken, PassphraseTooLong.
    """
    identity = new_identity()
    slot = slot_of(sidecar, ring, identity, person, rights, passphrase, cost)
    identity.wipe()
    return slot


def slot_of(
    sidecar: Sidecar,
    ring: KeyRing,
    identity: Identity,
    person: UUID,
    rights: Rights,
    passphrase: str,
    cost: Cost = STANDARD,
) -> Slot:
    """Return a slot for ``person`` with the keys of ``identity``; nothing is written.

    Raises:
        Refused: as for :func:`new_slot`.
    """
    _check_owner(ring)
    outer = slot_for(ring, person, SlotKind.PASSPHRASE, rights, identity.publics)
    return _locked_by(sidecar, outer, ring, identity, passphrase, cost)


def change_passphrase(folder: Path, ring: KeyRing, passphrase: str, cost: Cost = STANDARD) -> None:
    """Let ``passphrase`` open the holder's slot from now on, and the old one no longer.

    Her own keys stay: an old copy of the folder with the old passphrase still gives them away.

    Raises:
        Refused: PassphraseTaken, PassphraseTooLong, DiskFull, StoreReadOnly.
    """
    sidecar = own_sidecar(folder, ring)
    slot = _slot_of(sidecar, ring.user_id)
    put_slots(folder, sidecar, (_locked_by(sidecar, slot, ring, ring.identity, passphrase, cost),))


def widen_rights(folder: Path, ring: KeyRing, person: UUID, rights: Rights) -> None:
    """Give ``person`` the keys of ``rights``, which take none away.

    Raises:
        Refused: NotForYourRole, DiskFull, StoreReadOnly.
        ValueError: a key would be taken away.
    """
    _check_owner(ring)
    sidecar = own_sidecar(folder, ring)
    old = _slot_of(sidecar, person)
    if old.rights.loses(rights):
        raise ValueError("taking a key away renews them all")
    put_slots(folder, sidecar, (_given_again(old, ring, rights),))


def new_recovery_sheet(folder: Path, ring: KeyRing) -> RecoverySheet:
    """Return a new sheet that opens the store from now on; the old sheet no longer does.

    Raises:
        Refused: NotForYourRole, DiskFull, StoreReadOnly.
    """
    _check_owner(ring)
    slot, sheet = recovery_slot(ring)
    put_slots(folder, own_sidecar(folder, ring), (slot,))
    return sheet


def renewal(
    sidecar: Sidecar, ring: KeyRing, *, without: UUID | None, rights: Mapping[UUID, Rights]
) -> Renewal:
    """Return new keys for everybody but ``without``; ``rights`` names those that change.

    Nothing is written.

    Raises:
        Refused: NotForYourRole; KeysDamaged when a slot is not signed by the owners.
    """
    _check_owner(ring)
    new = ring.renewed()
    staying = [slot for slot in _people(sidecar) if slot.slot_id != without]
    slots = [_given_again(slot, new, rights.get(slot.slot_id, slot.rights)) for slot in staying]
    recovery, sheet = recovery_slot(new)
    renewed = replace(
        sidecar,
        epoch=new.epoch,
        owners=new.owners,
        slots=(*slots, recovery),
        lineage=(*sidecar.lineage, _succession(ring, new)),
        seal=None,
        opened_from=None,
    )
    return Renewal(renewed, new, sheet)


def given_to(then: Sidecar, ring: KeyRing, now: Sidecar, owner: KeyRing) -> Sidecar:
    """Return the sidecar ``then`` of a backup, opened by the people and the sheet of ``now``.

    ``ring`` holds the backup's keys, ``owner`` those of now: who has lost access since is left
    out, who has a new passphrase opens it by that.

    Raises:
        Refused: NotForYourRole.
    """
    _check_owner(ring)
    # The owners of now vouch for the slots, never for the owners' key of then: who was an owner
    # then and is none now still has it.
    vouching = replace(ring, owner_key=owner.owner_key, owners=owner.owners)
    there = {slot.slot_id for slot in of_kind(then, SlotKind.PASSPHRASE)}
    slots = tuple(
        _given_again(slot, vouching, slot.rights)
        for slot in now.slots
        if slot.kind is SlotKind.RECOVERY or slot.slot_id in there
    )
    return replace(then, owners=owner.owners, slots=slots, lineage=now.lineage)


def ring_in(sidecar: Sidecar, ring: KeyRing) -> KeyRing | None:
    """Return the keys that the holder of ``ring`` finds in ``sidecar``, None without any.

    ``sidecar`` is a backup's: of this store, perhaps of an earlier epoch.
    """
    for slot in sidecar.slots:
        if slot.slot_id == ring.user_id and slot.publics == ring.identity.publics:
            known = leads(sidecar.store_id, ring.owners, sidecar.lineage, sidecar.owners)
            if sidecar.store_id == ring.store_id and known:
                held = Identity(bytearray(ring.identity.seed))
                return ring_of(slot, sidecar.store_id, sidecar.epoch, held, sidecar.owners)
    return None


def people_in(sidecar: Sidecar) -> frozenset[UUID]:
    """Return who has a slot in ``sidecar``, signed or not."""
    return frozenset(slot.slot_id for slot in of_kind(sidecar, SlotKind.PASSPHRASE))


def with_own_lock(then: Sidecar, now: Sidecar, person: UUID) -> Sidecar:
    """Return the sidecar ``then`` of a backup, opened by the passphrase ``person`` has ``now``."""
    mine = _slot_of(now, person)
    slots = tuple(
        replace(slot, inner=mine.inner, lock=mine.lock)
        if slot.slot_id == person and slot.publics == mine.publics
        else slot
        for slot in then.slots
    )
    return replace(then, slots=slots)


def _people(sidecar: Sidecar) -> list[Slot]:
    people = list(of_kind(sidecar, SlotKind.PASSPHRASE))
    if not all(vouched(slot, sidecar.store_id, sidecar.epoch, sidecar.owners) for slot in people):
        raise Refused(KeysDamaged())
    return people


def _slot_of(sidecar: Sidecar, person: UUID) -> Slot:
    for slot in of_kind(sidecar, SlotKind.PASSPHRASE):
        if slot.slot_id == person:
            return slot
    raise Refused(NotFound("user", str(person)))


def _check_owner(ring: KeyRing) -> None:
    if ring.owner_key is None:
        raise Refused(NotForYourRole(Part.ACCESS))


def _given_again(slot: Slot, ring: KeyRing, rights: Rights) -> Slot:
    """Return ``slot`` with the keys of ``ring`` that ``rights`` open; what opens it stays."""
    outer = slot_for(ring, slot.slot_id, slot.kind, rights, slot.publics)
    return replace(outer, inner=slot.inner, lock=slot.lock)


def _locked_by(
    sidecar: Sidecar, outer: Slot, ring: KeyRing, identity: Identity, passphrase: str, cost: Cost
) -> Slot:
    stretching = Stretching()
    others = [
        slot for slot in of_kind(sidecar, SlotKind.PASSPHRASE) if slot.slot_id != outer.slot_id
    ]
    for other in others:
        try:
            inner_of(other, ring.store_id, stretching.of(passphrase, other.lock))
        except WrongKey:
            continue
        raise Refused(PassphraseTaken())
    lock, key = stretching.new(passphrase, (slot.lock for slot in others), cost)
    return locked(outer, ring.store_id, lock, key, identity, ring.owners)


def _succession(old: KeyRing, new: KeyRing) -> Succession:
    if old.owner_key is None:
        raise Refused(NotForYourRole(Part.ACCESS))
    return succession(old.store_id, old.owner_key, new.owners)
