"""Seals on what lies beside the keys: the database as it was last closed, the list of erased women.

The closing seal is under the store's key, so that everybody who opens the store can check it; the
list's is under the key to the notes, so that nobody else can have written it.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from groupkit.crypto.bound import bound
from groupkit.crypto.derive import from_secret
from groupkit.crypto.secrets import wipe

DIGEST_BYTES = 32


@dataclass(frozen=True)
class ClosingSeal:
    """SHA-256 of ``store.db``, the sidecar's generation it was written in, and their MAC."""

    generation: int
    digest: bytes
    mac: bytes


def closing_seal(store_key: bytes | bytearray, generation: int, digest: bytes) -> ClosingSeal:
    """Return the seal over ``digest`` (32 bytes), under a key derived from the store's key.

    Raises:
        ValueError: the digest has another length.
    """
    if len(digest) != DIGEST_BYTES:
        raise ValueError("digest of another length")
    return ClosingSeal(generation, digest, _mac(store_key, generation, digest))


def seal_holds(store_key: bytes | bytearray, seal: ClosingSeal, digest: bytes) -> bool:
    """Return whether ``seal`` was made with this key and ``digest`` is what it says."""
    genuine = hmac.compare_digest(seal.mac, _mac(store_key, seal.generation, seal.digest))
    return genuine and hmac.compare_digest(seal.digest, digest)


def list_seal(notes_key: bytes | bytearray, erased: bytes) -> bytes:
    """Return the seal (32 bytes) over the list of erased women, as it is written."""
    return _digest(notes_key, b"groupkit erased list 1", erased)


def list_seal_holds(notes_key: bytes | bytearray, seal: bytes, erased: bytes) -> bool:
    """Return whether ``seal`` was made over this list with this key."""
    return hmac.compare_digest(seal, list_seal(notes_key, erased))


def _mac(store_key: bytes | bytearray, generation: int, digest: bytes) -> bytes:
    sealed = bound(generation.to_bytes(8, "big"), digest)
    return _digest(store_key, b"groupkit closing seal 1", sealed)


def _digest(secret: bytes | bytearray, purpose: bytes, sealed: bytes) -> bytes:
    key = from_secret(secret, b"", purpose)
    try:
        return hmac.digest(key, sealed, "sha256")
    finally:
        wipe(key)
