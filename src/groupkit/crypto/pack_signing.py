"""The signature of a material pack: Ed25519, under a prefix that no other signature has."""

from __future__ import annotations

from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from groupkit.crypto.identity import verified
from groupkit.crypto.secrets import random_buffer

_PREFIX: Final = b"groupkit material pack 1\0"
_SEED_BYTES: Final = 32


class PackSigning:
    """Implements ``usecases.ports.PackSigner``."""

    def new_seed(self) -> bytes:
        """Return a new house's key, 32 bytes."""
        return bytes(random_buffer(_SEED_BYTES))

    def public_of(self, seed: bytes) -> bytes:
        """Return by what the signatures of ``seed`` are verified, 32 bytes."""
        return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()

    def sign(self, seed: bytes, message: bytes) -> bytes:
        """Return the signature over ``message``, 64 bytes."""
        return Ed25519PrivateKey.from_private_bytes(seed).sign(_PREFIX + message)

    def verifies(self, public: bytes, signature: bytes, message: bytes) -> bool:
        """Return whether ``signature`` over ``message`` was made by the holder of ``public``."""
        return verified(public, signature, _PREFIX + message)
