"""One person's own keys, all from one seed: to be given keys, to sign, and to seal for herself.

The seed (32 random bytes) is kept under her passphrase; each key is derived from it by
HKDF-SHA256 for its purpose. Keys of the store are given to her public key by HPKE (RFC 9180), so
that they can be renewed while she is not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from groupkit.crypto.derive import from_secret
from groupkit.crypto.sealing import Sealer
from groupkit.crypto.secrets import random_buffer, wipe

SEED_BYTES: Final = 32
PUBLIC_BYTES: Final = 32
SIGNATURE_BYTES: Final = 64
GIVEN_BYTES: Final = 32 + 16
"""What giving a key adds to its length: the encapsulated key and the tag."""

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_OWN_EPOCH = 0


class NotGiven(ValueError):  # noqa: N818 - a fact about the bytes, turned into a refusal
    """The bytes were not given to this person for this purpose."""


@dataclass(frozen=True)
class Publics:
    """What others need of a person: ``wrap`` to give her keys, ``sign`` to verify her hand."""

    wrap: bytes
    sign: bytes


class Identity:
    """The keys that follow from ``seed``, which this object owns and overwrites in the end."""

    def __init__(self, seed: bytearray) -> None:
        self._seed = seed

    def __repr__(self) -> str:
        return "Identity()"

    @property
    def seed(self) -> bytearray:
        """The secret all else follows from."""
        return self._seed

    @cached_property
    def publics(self) -> Publics:
        """The public halves."""
        return Publics(
            self._wrap.public_key().public_bytes_raw(), self._sign.public_key().public_bytes_raw()
        )

    @cached_property
    def own(self) -> Sealer:
        """Seals what nobody else is to read; the same through every renewal of the store's keys."""
        return Sealer(self._derived(b"groupkit person seal 1"), _OWN_EPOCH)

    def opened(self, given: bytes, purpose: bytes) -> bytearray:
        """Return the key that was given to this person for ``purpose``.

        Raises:
            NotGiven: it was given to another, for another purpose, or was changed.
        """
        try:
            return bytearray(_SUITE.decrypt(given, self._wrap, purpose))
        except (InvalidTag, ValueError):
            raise NotGiven from None

    def sign(self, message: bytes) -> bytes:
        """Return the person's signature, 64 bytes."""
        return self._sign.sign(message)

    def wipe(self) -> None:
        """Overwrite the seed and let go of what was derived from it."""
        wipe(self._seed)
        for name in ("publics", "own", "_wrap", "_sign"):
            self.__dict__.pop(name, None)

    @cached_property
    def _wrap(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self._derived(b"groupkit person wrap 1"))

    @cached_property
    def _sign(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self._derived(b"groupkit person sign 1"))

    def _derived(self, purpose: bytes) -> bytes:
        return bytes(from_secret(self._seed, b"", purpose))


def new_identity() -> Identity:
    """Return a new person's keys."""
    return Identity(random_buffer(SEED_BYTES))


def given(key: bytes | bytearray, to: bytes, purpose: bytes) -> bytes:
    """Return ``key`` so that only the holder of the wrapping key ``to`` opens it for ``purpose``.

    Raises:
        ValueError: ``to`` is no public key.
    """
    return _SUITE.encrypt(bytes(key), X25519PublicKey.from_public_bytes(to), purpose)


def verified(public: bytes, signature: bytes, message: bytes) -> bool:
    """Return whether ``signature`` over ``message`` was made by the holder of ``public``."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def owner_signature(owner_key: bytearray, message: bytes) -> bytes:
    """Return the signature of the store's owners over ``message``."""
    return Ed25519PrivateKey.from_private_bytes(bytes(owner_key)).sign(message)


def owner_public(owner_key: bytearray) -> bytes:
    """Return by what the owners' signatures are verified."""
    return Ed25519PrivateKey.from_private_bytes(bytes(owner_key)).public_key().public_bytes_raw()
