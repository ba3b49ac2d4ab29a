"""The keys of one store, kept in buffers that can be overwritten, and never shown."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID, uuid4

from groupkit.crypto.sealing import Sealer

KEY_BYTES = 32
SALT_BYTES = 16

_HEX = [f"{byte:02x}".encode() for byte in range(256)]


def random_buffer(length: int) -> bytearray:
    """Return ``length`` bytes from the operating system's generator."""
    return bytearray(os.urandom(length))


def wipe(buffer: bytearray) -> None:
    """Overwrite ``buffer`` in place; copies made elsewhere are out of reach."""
    buffer[:] = bytes(len(buffer))


@dataclass(frozen=True, eq=False)
class KeyRing:
    """What a slot opened: the keys of one store, of one epoch.

    ``people_key`` and ``notes_key`` are None for a role that may not read those parts.
    """

    store_id: UUID
    epoch: int
    store_key: bytearray = field(repr=False)
    store_salt: bytearray = field(repr=False)
    people_key: bytearray | None = field(repr=False, default=None)
    notes_key: bytearray | None = field(repr=False, default=None)

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

    def same_keys(self, other: KeyRing) -> bool:
        """Return whether both rings hold the same keys of the same store and epoch."""
        return (self.store_id, self.epoch, self._parts()) == (
            other.store_id,
            other.epoch,
            other._parts(),
        )

    def wipe(self) -> None:
        """Overwrite the keys held here and let go of the sealers made from them."""
        for part in self._buffers():
            wipe(part)
        for name in ("people", "notes"):
            self.__dict__.pop(name, None)

    def _parts(self) -> tuple[bytearray | None, ...]:
        return (self.store_key, self.store_salt, self.people_key, self.notes_key)

    def _buffers(self) -> Iterator[bytearray]:
        return (part for part in self._parts() if part is not None)


def new_keyring() -> KeyRing:
    """Return random keys for a new store, with a new store id and epoch 1."""
    return KeyRing(
        store_id=uuid4(),
        epoch=1,
        store_key=random_buffer(KEY_BYTES),
        store_salt=random_buffer(SALT_BYTES),
        people_key=random_buffer(KEY_BYTES),
        notes_key=random_buffer(KEY_BYTES),
    )
