"""Texts sealed for one column of one row.

A sealed text is ``version | nonce (12) | AES-256-GCM-SIV ciphertext and tag (RFC 8452)``. Table,
row, column and key epoch are associated data, so that a value moved elsewhere does not open. The
text is padded to 32, 64, 128, 256, 512 bytes, then to multiples of 512, so that the length in the
store says little about the length of the text.
"""

from __future__ import annotations

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from groupkit.crypto.bound import bound

_VERSION = b"\x01"
_NONCE_BYTES = 12
_TAG_BYTES = 16
_LENGTH_BYTES = 4
_BUCKETS = (32, 64, 128, 256, 512)
_LAST_STEP = 512
# A text may hold half a surrogate pair (pasted from elsewhere); it must not fail to be kept.
_HALVES = "surrogatepass"


class SealBroken(ValueError):  # noqa: N818 - named as the refusal it becomes
    """A sealed text does not open in its place: damaged, moved, or of another key."""

    def __init__(self, table: str, row_id: UUID, column: str) -> None:
        super().__init__(f"{table}.{column} of {row_id}")
        self.table = table
        self.row_id = row_id
        self.column = column


class Sealer:
    """Seals and opens texts with one key of one epoch."""

    def __init__(self, key: bytes | bytearray, epoch: int) -> None:
        self._cipher = AESGCMSIV(key)
        self._epoch = epoch.to_bytes(8, "big")

    def __repr__(self) -> str:
        return "Sealer()"

    def seal(self, table: str, row_id: UUID, column: str, text: str) -> bytes:
        """Return ``text`` sealed for that place; the same text gives new bytes each time."""
        nonce = os.urandom(_NONCE_BYTES)
        padded = _pad(text.encode("utf-8", _HALVES))
        return (
            _VERSION
            + nonce
            + self._cipher.encrypt(nonce, padded, self._place(table, row_id, column))
        )

    def open(self, table: str, row_id: UUID, column: str, sealed: bytes) -> str:
        """Return the text that was sealed for that place.

        Raises:
            SealBroken: it was sealed elsewhere, with another key or epoch, or was changed.
        """
        head = len(_VERSION) + _NONCE_BYTES
        if len(sealed) < head + _BUCKETS[0] + _TAG_BYTES or sealed[:1] != _VERSION:
            raise SealBroken(table, row_id, column)
        try:
            padded = self._cipher.decrypt(
                sealed[len(_VERSION) : head], sealed[head:], self._place(table, row_id, column)
            )
        except InvalidTag:
            raise SealBroken(table, row_id, column) from None
        length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
        return padded[_LENGTH_BYTES : _LENGTH_BYTES + length].decode("utf-8", _HALVES)

    def _place(self, table: str, row_id: UUID, column: str) -> bytes:
        return bound(_VERSION, table.encode(), row_id.bytes, column.encode(), self._epoch)


def _pad(text: bytes) -> bytes:
    framed = len(text).to_bytes(_LENGTH_BYTES, "big") + text
    return framed.ljust(_room_for(len(framed)), b"\0")


def _room_for(length: int) -> int:
    for bucket in _BUCKETS:
        if length <= bucket:
            return bucket
    return -(-length // _LAST_STEP) * _LAST_STEP
