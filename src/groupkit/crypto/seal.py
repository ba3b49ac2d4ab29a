"""The closing seal: what the database looked like when the store was last closed cleanly."""

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


def _mac(store_key: bytes | bytearray, generation: int, digest: bytes) -> bytes:
    key = from_secret(store_key, b"", b"groupkit closing seal 1")
    try:
        return hmac.digest(key, bound(generation.to_bytes(8, "big"), digest), "sha256")
    finally:
        wipe(key)
