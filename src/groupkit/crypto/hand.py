"""One person's hand under the change log, and the owners' word for whose hand it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from groupkit.crypto.bound import bound
from groupkit.crypto.identity import Identity, owner_signature, verified
from groupkit.domain.refusal import NotForYourRole, Refused
from groupkit.domain.roles import Part


@dataclass(frozen=True)
class Hand:
    """Implements ``usecases.ports.LogSigner`` for the holder of ``identity``."""

    store_id: UUID
    identity: Identity = field(repr=False)
    owners: bytes = field(repr=False)
    owner_key: bytearray | None = field(repr=False)
    voucher: bytes = field(repr=False)
    """The owners' word that the holder's signing key is hers."""

    @property
    def public(self) -> bytes:
        """The 32 bytes by which the signatures are verified."""
        return self.identity.publics.sign

    def sign(self, message: bytes) -> bytes:
        """Return the signature over ``message`` in this store, 64 bytes."""
        return self.identity.sign(self._entry(message))

    def verifies(self, public: bytes, signature: bytes, message: bytes) -> bool:
        """Return whether ``signature`` over ``message`` was made by the holder of ``public``."""
        return verified(public, signature, self._entry(message))

    def certificate(self, public: bytes, user_id: UUID) -> bytes:
        """Return the owners' word that ``public`` is that person's.

        Raises:
            Refused: NotForYourRole for who is no owner.
        """
        if self.owner_key is None:
            raise Refused(NotForYourRole(Part.ACCESS))
        return owner_signature(self.owner_key, self._whose(public, user_id))

    def is_certified(self, public: bytes, user_id: UUID, certificate: bytes) -> bool:
        """Return whether ``certificate`` is the owners' word that ``public`` is that person's."""
        return verified(self.owners, certificate, self._whose(public, user_id))

    def name_certificate(self, user_id: UUID, name: str) -> bytes:
        """Return the owners' word that this person is called ``name``.

        Raises:
            Refused: NotForYourRole for who is no owner.
        """
        if self.owner_key is None:
            raise Refused(NotForYourRole(Part.ACCESS))
        return owner_signature(self.owner_key, self._called(user_id, name))

    def is_named(self, user_id: UUID, name: str, certificate: bytes) -> bool:
        """Return whether ``certificate`` is the owners' word that this person is called so."""
        return verified(self.owners, certificate, self._called(user_id, name))

    def _called(self, user_id: UUID, name: str) -> bytes:
        return bound(b"groupkit name 1", self.store_id.bytes, user_id.bytes, name.encode())

    def _entry(self, message: bytes) -> bytes:
        return bound(b"groupkit log entry 1", self.store_id.bytes, message)

    def _whose(self, public: bytes, user_id: UUID) -> bytes:
        return bound(b"groupkit log hand 1", self.store_id.bytes, public, user_id.bytes)
