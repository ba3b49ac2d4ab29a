"""The keys of one store in one person's hand, kept in buffers and never shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from uuid import UUID, uuid4

from groupkit.crypto.hand import Hand
from groupkit.crypto.identity import Identity, new_identity, owner_public
from groupkit.crypto.sealing import Sealer
from groupkit.crypto.secrets import KEY_BYTES, SALT_BYTES, random_buffer, wipe
from groupkit.domain.roles import ALL_RIGHTS, Part, Rights

_HEX = [f"{byte:02x}".encode() for byte in range(256)]


@dataclass(frozen=True, eq=False)
class KeyRing:
    """What a slot opened: the keys of one store, of one epoch, and their holder's own.

    ``people_key``, ``notes_key`` and ``owner_key`` are None for who may not use those parts.
    ``owners`` verifies the owners' signatures. ``user_id`` is the slot's id; the recovery sheet
    has one, too. ``voucher`` is the owners' word that the holder's signing key is hers.
    """

    store_id: UUID
    epoch: int
    store_key: bytearray = field(repr=False)
    store_salt: bytearray = field(repr=False)
    people_key: bytearray | None = field(repr=False)
    notes_key: bytearray | None = field(repr=False)
    owner_key: bytearray | None = field(repr=False)
    owners: bytes = field(repr=False)
    user_id: UUID
    rights: Rights
    identity: Identity = field(repr=False)
    voucher: bytes = field(repr=False, default=b"")

    def spec(self) -> bytearray:
        """Return a new SQLCipher raw key ``x'<key and salt in hex>'``, for the caller to wipe."""
        raw = (*self.store_key, *self.store_salt)
        spec = bytearray(2 * len(raw) + 3)
        spec[:2] = b"x'"
        for place, byte in enumerate(raw):
            spec[2 + 2 * place : 4 + 2 * place] = _HEX[byte]
        spec[-1:] = b"'"
        return spec

    @cached_property
    def people(self) -> Sealer | None:
        """The sealer of names and contacts, or None for who may not read them."""
        return Sealer(self.people_key, self.epoch) if self.people_key is not None else None

    @cached_property
    def notes(self) -> Sealer | None:
        """The sealer of notes, or None for who may not read them."""
        return Sealer(self.notes_key, self.epoch) if self.notes_key is not None else None

    @property
    def own(self) -> Sealer:
        """The sealer of what is the holder's alone."""
        return self.identity.own

    @property
    def signer(self) -> Hand:
        """Signs the change log for the holder."""
        return Hand(self.store_id, self.identity, self.owners, self.owner_key, self.voucher)

    def may(self, part: Part) -> bool:
        """Return whether the key of ``part`` is here."""
        keys = {
            Part.PEOPLE: self.people_key,
            Part.NOTES: self.notes_key,
            Part.ACCESS: self.owner_key,
        }
        return keys[part] is not None

    def same_keys(self, other: KeyRing) -> bool:
        """Return whether both rings hold the same keys of the same store and epoch."""
        return (self.store_id, self.epoch, self._parts()) == (
            other.store_id,
            other.epoch,
            other._parts(),
        )

    def renewed(self) -> KeyRing:
        """Return the next epoch's ring: every key of the store new, the holder the same.

        Raises:
            ValueError: the ring lacks a part; a renewal needs them all.
        """
        if any(part is None for part in self._parts()):
            raise ValueError("renewing needs all keys")
        owner_key = random_buffer(KEY_BYTES)
        return _vouched(
            replace(
                self,
                epoch=self.epoch + 1,
                store_key=random_buffer(KEY_BYTES),
                store_salt=random_buffer(SALT_BYTES),
                people_key=random_buffer(KEY_BYTES),
                notes_key=random_buffer(KEY_BYTES),
                owner_key=owner_key,
                owners=owner_public(owner_key),
            )
        )

    def held_by(self, user_id: UUID, rights: Rights, identity: Identity) -> KeyRing:
        """Return the ring as another person holds it: with the keys that her rights open."""
        parts = rights.parts
        return replace(
            self,
            people_key=_copy(self.people_key) if Part.PEOPLE in parts else None,
            notes_key=_copy(self.notes_key) if Part.NOTES in parts else None,
            owner_key=_copy(self.owner_key) if Part.ACCESS in parts else None,
            store_key=bytearray(self.store_key),
            store_salt=bytearray(self.store_salt),
            user_id=user_id,
            rights=rights,
            identity=identity,
            voucher=self.signer.certificate(identity.publics.sign, user_id),
        )

    def wipe(self) -> None:
        """Overwrite the keys held here and let go of the sealers made from them."""
        self.wipe_keys()
        self.identity.wipe()

    def wipe_keys(self) -> None:
        """Overwrite the store's keys; the holder's own stay."""
        for part in self._buffers():
            wipe(part)
        for name in ("people", "notes"):
            self.__dict__.pop(name, None)

    def _parts(self) -> tuple[bytearray | None, ...]:
        return (
            self.store_key,
            self.store_salt,
            self.people_key,
            self.notes_key,
            self.owner_key,
        )

    def _buffers(self) -> Iterator[bytearray]:
        return (part for part in self._parts() if part is not None)


def new_keyring() -> KeyRing:
    """Return random keys for a new store, epoch 1, in the hand of a new owner."""
    owner_key = random_buffer(KEY_BYTES)
    return _vouched(
        KeyRing(
            store_id=uuid4(),
            epoch=1,
            store_key=random_buffer(KEY_BYTES),
            store_salt=random_buffer(SALT_BYTES),
            people_key=random_buffer(KEY_BYTES),
            notes_key=random_buffer(KEY_BYTES),
            owner_key=owner_key,
            owners=owner_public(owner_key),
            user_id=uuid4(),
            rights=ALL_RIGHTS,
            identity=new_identity(),
        )
    )


def _vouched(ring: KeyRing) -> KeyRing:
    public = ring.identity.publics.sign
    return replace(ring, voucher=ring.signer.certificate(public, ring.user_id))


def _copy(key: bytearray | None) -> bytearray | None:
    return None if key is None else bytearray(key)
