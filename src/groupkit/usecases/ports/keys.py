"""What the store needs of its keys: sealing texts and signing the change log."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from groupkit.domain.roles import Part


class TextSealer(Protocol):
    """Seals a text for one column of one row."""

    def seal(self, table: str, row_id: UUID, column: str, text: str) -> bytes: ...
    def open(self, table: str, row_id: UUID, column: str, sealed: bytes) -> str: ...


class LogSigner(Protocol):
    """Signs entries of the change log for one person (Ed25519)."""

    @property
    def public(self) -> bytes:
        """The 32 bytes by which the signatures are verified."""
        ...

    @property
    def voucher(self) -> bytes:
        """The owners' word that ``public`` is this person's."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Return the signature, 64 bytes."""
        ...

    def verifies(self, public: bytes, signature: bytes, message: bytes) -> bool:
        """Return whether ``signature`` over ``message`` was made by the holder of ``public``."""
        ...

    def certificate(self, public: bytes, user_id: UUID) -> bytes:
        """Return the owners' word (64 bytes) that ``public`` is that person's; for owners."""
        ...

    def name_certificate(self, user_id: UUID, name: str) -> bytes:
        """Return the owners' word (64 bytes) that this person is called so; for owners."""
        ...

    def is_named(self, user_id: UUID, name: str, certificate: bytes) -> bool:
        """Return whether ``certificate`` is the owners' word that this person is called so."""
        ...

    def is_certified(self, public: bytes, user_id: UUID, certificate: bytes) -> bool:
        """Return whether ``certificate`` is the owners' word that ``public`` is that person's."""
        ...


class StoreKeys(Protocol):
    """What the store needs to open: the database's key, and a sealer for each role's part.

    A sealer is None for who may not read that part. ``own`` seals what is one person's alone.
    """

    @property
    def people(self) -> TextSealer | None: ...
    @property
    def notes(self) -> TextSealer | None: ...
    @property
    def own(self) -> TextSealer: ...
    @property
    def user_id(self) -> UUID:
        """Whose passphrase opened the keys."""
        ...

    @property
    def signer(self) -> LogSigner: ...
    def may(self, part: Part) -> bool:
        """Return whether the key of ``part`` is in hand."""
        ...

    def spec(self) -> bytearray:
        """Return a new ``x'<96 hex digits>'`` (key and salt), for the caller to wipe."""
        ...
