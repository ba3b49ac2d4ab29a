"""Key slots: the keys of a store, wrapped for one passphrase or one recovery sheet.

Each key is wrapped by itself (AES-256-GCM), so that a role's slot can hold a part of them. The
associated data bind it to store, epoch, slot, kind, cost, salt, the key's name and the names of
all keys in the slot: none of these can be edited without the slot refusing to open.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from groupkit.crypto.bound import bound
from groupkit.crypto.derive import SLOT_SALT_BYTES, Cost, from_passphrase, from_secret
from groupkit.crypto.passphrase import normalised
from groupkit.crypto.recovery import RecoverySheet
from groupkit.crypto.secrets import KEY_BYTES, SALT_BYTES, KeyRing, wipe
from groupkit.domain.refusal import KeysDamaged, Refused

STORE: Final = "store"
PEOPLE: Final = "people"
NOTES: Final = "notes"

_NONCE_BYTES = 12
_TAG_BYTES = 16
_PLAIN_BYTES = {STORE: KEY_BYTES + SALT_BYTES, PEOPLE: KEY_BYTES, NOTES: KEY_BYTES}
WRAPPED_BYTES: Final[Mapping[str, int]] = {
    name: _NONCE_BYTES + length + _TAG_BYTES for name, length in _PLAIN_BYTES.items()
}


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the kind's name
    RECOVERY = "recovery"


@dataclass(frozen=True)
class Slot:
    """Wrapped keys by name; ``cost`` is None for a recovery slot, which needs no stretching."""

    slot_id: UUID
    kind: SlotKind
    cost: Cost | None
    salt: bytes = field(repr=False)
    keys: Mapping[str, bytes] = field(repr=False)


class WrongKey(Exception):  # noqa: N818 - the answer to a guess, turned into a refusal
    """The slot's key is another one."""


def passphrase_slot(keyring: KeyRing, passphrase: str, cost: Cost) -> Slot:
    """Return a new slot that ``passphrase`` opens; takes one derivation at ``cost``."""
    salt = os.urandom(SLOT_SALT_BYTES)
    return _wrapped(keyring, SlotKind.PASSPHRASE, cost, salt, _stretched(passphrase, salt, cost))


def recovery_slot(keyring: KeyRing, sheet: RecoverySheet) -> Slot:
    """Return a new slot that ``sheet`` opens."""
    salt = os.urandom(SLOT_SALT_BYTES)
    return _wrapped(keyring, SlotKind.RECOVERY, None, salt, _sheet_key(sheet, salt))


def open_by_passphrase(slot: Slot, store_id: UUID, epoch: int, passphrase: str) -> KeyRing:
    """Return the keys in a passphrase slot; a wrong guess costs the whole derivation.

    Raises:
        WrongKey: another passphrase.
        Refused: KeysDamaged, PassphraseTooLong.
    """
    if slot.cost is None:
        raise Refused(KeysDamaged())
    return _unwrapped(slot, store_id, epoch, _stretched(passphrase, slot.salt, slot.cost))


def open_by_sheet(slot: Slot, store_id: UUID, epoch: int, sheet: RecoverySheet) -> KeyRing:
    """Return the keys in a recovery slot.

    Raises:
        WrongKey: another sheet.
        Refused: KeysDamaged.
    """
    return _unwrapped(slot, store_id, epoch, _sheet_key(sheet, slot.salt))


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytearray:
    typed = normalised(passphrase)
    try:
        return from_passphrase(typed, salt, cost)
    finally:
        wipe(typed)


def _sheet_key(sheet: RecoverySheet, salt: bytes) -> bytearray:
    return from_secret(sheet.secret, salt, b"groupkit recovery slot 1")


def _wrapped(
    keyring: KeyRing, kind: SlotKind, cost: Cost | None, salt: bytes, slot_key: bytearray
) -> Slot:
    parts = {STORE: keyring.store_key + keyring.store_salt}
    if keyring.people_key is not None:
        parts[PEOPLE] = keyring.people_key
    if keyring.notes_key is not None:
        parts[NOTES] = keyring.notes_key
    # The associated data name all keys of the slot, so they are settled before the first wrap.
    blank = Slot(uuid4(), kind, cost, salt, dict.fromkeys(parts, b""))
    cipher = AESGCM(slot_key)
    keys = {}
    for name, part in parts.items():
        nonce = os.urandom(_NONCE_BYTES)
        place = _place(blank, keyring.store_id, keyring.epoch, name)
        keys[name] = nonce + cipher.encrypt(nonce, part, place)
    wipe(slot_key)
    wipe(parts[STORE])
    return Slot(blank.slot_id, kind, cost, salt, keys)


def _unwrapped(slot: Slot, store_id: UUID, epoch: int, slot_key: bytearray) -> KeyRing:
    cipher = AESGCM(slot_key)
    wipe(slot_key)
    parts = {}
    for name in (STORE, *(name for name in slot.keys if name != STORE)):
        wrapped, part = slot.keys[name], bytearray(_PLAIN_BYTES[name])
        place = _place(slot, store_id, epoch, name)
        try:
            cipher.decrypt_into(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], place, part)
        except InvalidTag:
            if name == STORE:
                raise WrongKey from None
            raise Refused(KeysDamaged()) from None
        parts[name] = part
    store = parts[STORE]
    ring = KeyRing(
        store_id, epoch, store[:KEY_BYTES], store[KEY_BYTES:], parts.get(PEOPLE), parts.get(NOTES)
    )
    wipe(store)
    return ring


def _place(slot: Slot, store_id: UUID, epoch: int, name: str) -> bytes:
    cost = slot.cost
    numbers = (cost.memory, cost.passes, cost.lanes) if cost else (0, 0, 0)
    return bound(
        b"groupkit key slot 1",
        store_id.bytes,
        epoch.to_bytes(8, "big"),
        slot.slot_id.bytes,
        slot.kind.encode(),
        *(number.to_bytes(8, "big") for number in numbers),
        slot.salt,
        name.encode(),
        ",".join(sorted(slot.keys)).encode(),
    )
