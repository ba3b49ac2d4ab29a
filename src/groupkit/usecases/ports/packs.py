"""Material packs: the file's format, its signature, and what the store keeps of makers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from groupkit.domain.material_pack import Maker, Pack

Sign = Callable[[bytes], bytes]
Verify = Callable[[bytes, bytes, bytes], bool]
"""Public key, signature, message."""


class PackFiles(Protocol):
    """Packs as bytes."""

    def written(self, pack: Pack, sign: Sign) -> bytes:
        """Return the file; the same pack gives the same bytes.

        Raises:
            Refused: PackTrouble, where no laptop would take it in.
        """
        ...

    def read(self, data: bytes, verifies: Verify) -> Pack:
        """Return what a file holds that anybody may have made; nothing touches the disk.

        Raises:
            Refused: PackTrouble.
        """
        ...


class PackSigner(Protocol):
    """Signs and verifies (Ed25519); a seed is a private key of 32 bytes."""

    def new_seed(self) -> bytes: ...
    def public_of(self, seed: bytes) -> bytes: ...
    def sign(self, seed: bytes, message: bytes) -> bytes: ...
    def verifies(self, public: bytes, signature: bytes, message: bytes) -> bool: ...


class PackDesk(Protocol):
    """Both together, as the use cases ask for them."""

    @property
    def files(self) -> PackFiles: ...

    @property
    def signer(self) -> PackSigner: ...


class PackMakers(Protocol):
    """The house's own key, and the makers whose number somebody has compared."""

    def seed(self) -> bytes | None: ...
    def put_seed(self, seed: bytes) -> None: ...
    def all(self) -> tuple[Maker, ...]: ...
    def accept(self, maker: Maker, at: dt.datetime, by: UUID) -> None: ...
    def forget(self, public: bytes) -> None: ...
