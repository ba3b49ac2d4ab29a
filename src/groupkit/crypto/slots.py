"""Key slots: one person's passphrase, or the recovery sheet, opens her own keys and the store's.

A slot has two halves. The inner one is the holder's seed and the owners' public key as she knows
it, sealed (AES-256-GCM) under her passphrase. The outer one is the store's keys, each given to her
public key (HPKE), under the owners' signature. So keys can be renewed without her passphrase, and
whoever edits the file can neither give her other keys nor take her place in the next renewal.

All passphrase slots share salt and cost where they can: one derivation tells whose passphrase was
typed, and no name stands in the file. A guess is then tried on all slots at once; against five
people's passphrases that saves a guesser less than three bits.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from groupkit.crypto.bound import bound
from groupkit.crypto.derive import Cost, from_secret
from groupkit.crypto.identity import (
    GIVEN_BYTES,
    PUBLIC_BYTES,
    SEED_BYTES,
    Identity,
    NotGiven,
    Publics,
    given,
    owner_signature,
    verified,
)
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.secrets import KEY_BYTES, SALT_BYTES, wipe
from groupkit.domain.refusal import KeysDamaged, Refused
from groupkit.domain.roles import Part, Rights

STORE: Final = "store"
PEOPLE: Final = "people"
NOTES: Final = "notes"
OWNER: Final = "owner"

_NONCE_BYTES = 12
_TAG_BYTES = 16
INNER_BYTES: Final = _NONCE_BYTES + SEED_BYTES + PUBLIC_BYTES + _TAG_BYTES
_PLAIN_BYTES = {
    STORE: KEY_BYTES + SALT_BYTES,
    PEOPLE: KEY_BYTES,
    NOTES: KEY_BYTES,
    OWNER: KEY_BYTES,
}
GIVEN_KEY_BYTES: Final[Mapping[str, int]] = {
    name: length + GIVEN_BYTES for name, length in _PLAIN_BYTES.items()
}
_NAMES = {Part.PEOPLE: PEOPLE, Part.NOTES: NOTES, Part.ACCESS: OWNER}


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the kind's name
    RECOVERY = "recovery"


@dataclass(frozen=True)
class Lock:
    """How the inner half is locked; ``cost`` is None for a sheet, which needs no stretching."""

    kind: SlotKind
    cost: Cost | None
    salt: bytes = field(repr=False)


@dataclass(frozen=True)
class Slot:
    """One holder's slot; ``slot_id`` is a person's id.

    ``voucher`` is the owners' word, for the change log, that the signing key is hers.
    """

    slot_id: UUID
    lock: Lock
    rights: Rights
    inner: bytes = field(repr=False)
    publics: Publics = field(repr=False)
    keys: Mapping[str, bytes] = field(repr=False)
    certificate: bytes = field(repr=False)
    voucher: bytes = field(repr=False)

    @property
    def kind(self) -> SlotKind:
        """What opens the slot."""
        return self.lock.kind


class WrongKey(Exception):  # noqa: N818 - the answer to a guess, turned into a refusal
    """The slot's key is another one."""


@dataclass(frozen=True)
class Inner:
    """What the passphrase itself opens: the holder, and the owners' public key she knows."""

    identity: Identity
    owners: bytes


def slot_for(
    ring: KeyRing, slot_id: UUID, kind: SlotKind, rights: Rights, publics: Publics
) -> Slot:
    """Return the outer half of a slot, to be given an inner half by :func:`locked`.

    Raises:
        ValueError: the ring lacks a key that ``rights`` open, or is no owner's.
    """
    if ring.owner_key is None:
        raise ValueError("only an owner gives keys")
    keys = {
        name: given(key, publics.wrap, _purpose(ring.store_id, ring.epoch, slot_id, name))
        for name, key in _keys_for(ring, rights).items()
    }
    blank = Lock(kind, None, b"")
    voucher = ring.signer.certificate(publics.sign, slot_id)
    slot = Slot(slot_id, blank, rights, b"", publics, keys, b"", voucher)
    signature = owner_signature(ring.owner_key, _certified(slot, ring.store_id, ring.epoch))
    return replace(slot, certificate=signature)


def locked(
    slot: Slot, store_id: UUID, lock: Lock, stretched: bytearray, identity: Identity, owners: bytes
) -> Slot:
    """Return ``slot`` with an inner half that the ``stretched`` secret opens."""
    wanted = replace(slot, lock=lock)
    key = _slot_key(stretched, slot.slot_id)
    plain = identity.seed + owners
    nonce = os.urandom(_NONCE_BYTES)
    inner = nonce + AESGCM(key).encrypt(nonce, plain, _place(wanted, store_id))
    wipe(key)
    wipe(plain)
    return replace(wanted, inner=inner)


def inner_of(slot: Slot, store_id: UUID, stretched: bytearray) -> Inner:
    """Return the inner half of ``slot``.

    Raises:
        WrongKey: another secret.
        Refused: KeysDamaged, when the halves are of different people.
    """
    key, plain = _slot_key(stretched, slot.slot_id), bytearray(SEED_BYTES + PUBLIC_BYTES)
    nonce, sealed = slot.inner[:_NONCE_BYTES], slot.inner[_NONCE_BYTES:]
    try:
        AESGCM(key).decrypt_into(nonce, sealed, _place(slot, store_id), plain)
    except InvalidTag:
        raise WrongKey from None
    finally:
        wipe(key)
    identity, owners = Identity(plain[:SEED_BYTES]), bytes(plain[SEED_BYTES:])
    wipe(plain)
    if identity.publics != slot.publics:
        raise Refused(KeysDamaged())
    return Inner(identity, owners)


def ring_of(slot: Slot, store_id: UUID, epoch: int, holder: Identity, owners: bytes) -> KeyRing:
    """Return the store's keys in ``slot``, once ``owners`` have been found to vouch for them.

    Raises:
        Refused: KeysDamaged.
    """
    if not vouched(slot, store_id, epoch, owners):
        raise Refused(KeysDamaged())
    try:
        parts = {
            name: holder.opened(key, _purpose(store_id, epoch, slot.slot_id, name))
            for name, key in slot.keys.items()
        }
    except NotGiven:
        raise Refused(KeysDamaged()) from None
    store = parts[STORE]
    ring = KeyRing(
        store_id=store_id,
        epoch=epoch,
        store_key=store[:KEY_BYTES],
        store_salt=store[KEY_BYTES:],
        people_key=parts.get(PEOPLE),
        notes_key=parts.get(NOTES),
        owner_key=parts.get(OWNER),
        owners=owners,
        user_id=slot.slot_id,
        rights=slot.rights,
        identity=holder,
        voucher=slot.voucher,
    )
    wipe(store)
    return ring


def vouched(slot: Slot, store_id: UUID, epoch: int, owners: bytes) -> bool:
    """Return whether the owners signed the outer half of ``slot`` for this store and epoch."""
    names = {STORE} | {_NAMES[part] for part in slot.rights.parts}
    genuine = verified(owners, slot.certificate, _certified(slot, store_id, epoch))
    return genuine and names == set(slot.keys)


def _keys_for(ring: KeyRing, rights: Rights) -> dict[str, bytearray]:
    held = {PEOPLE: ring.people_key, NOTES: ring.notes_key, OWNER: ring.owner_key}
    keys = {STORE: ring.store_key + ring.store_salt}
    for part in rights.parts:
        key = held[_NAMES[part]]
        if key is None:
            raise ValueError("a key that is not in hand cannot be given")
        keys[_NAMES[part]] = key
    return keys


def _slot_key(stretched: bytearray, slot_id: UUID) -> bytearray:
    return from_secret(stretched, slot_id.bytes, b"groupkit key slot 2")


def _place(slot: Slot, store_id: UUID) -> bytes:
    cost = slot.lock.cost
    numbers = (cost.memory, cost.passes, cost.lanes) if cost else (0, 0, 0)
    return bound(
        b"groupkit key slot 2",
        store_id.bytes,
        slot.slot_id.bytes,
        slot.kind.encode(),
        *(number.to_bytes(8, "big") for number in numbers),
        slot.lock.salt,
    )


def _purpose(store_id: UUID, epoch: int, slot_id: UUID, name: str) -> bytes:
    return bound(
        b"groupkit given key 2",
        store_id.bytes,
        epoch.to_bytes(8, "big"),
        slot_id.bytes,
        name.encode(),
    )


def _certified(slot: Slot, store_id: UUID, epoch: int) -> bytes:
    keys = [part for name in sorted(slot.keys) for part in (name.encode(), slot.keys[name])]
    return bound(
        b"groupkit certificate 3",
        store_id.bytes,
        epoch.to_bytes(8, "big"),
        slot.slot_id.bytes,
        # A sheet's slot that passed for a person's would be given the next keys, too.
        slot.kind.encode(),
        ",".join(sorted(slot.rights.roles)).encode(),
        b"owner" if slot.rights.owner else b"",
        slot.publics.wrap,
        slot.publics.sign,
        slot.voucher,
        *keys,
    )
