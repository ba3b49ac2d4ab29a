"""A backup as one file: the keys as they were, the database under them, and one MAC over all.

``magic | made (8 bytes: milliseconds since 1970, UTC) | sidecar length (4) | sidecar | SHA-256 of
all that | database length (8) | database | HMAC-SHA256 of all before it, under a key derived from
the store's``. So a list of backups needs no key, and no changed byte gets past who has one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from groupkit.crypto.derive import from_secret
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.regular_file import NotRegularError, open_regular
from groupkit.crypto.secrets import wipe
from groupkit.crypto.sidecar_format import (
    MOST_BYTES,
    NewerVersion,
    Sidecar,
    TrialVersion,
    Unreadable,
    decoded,
    encoded,
)

_MAGIC: Final = b"groupkit backup 1\n"
_MADE_BYTES, _SIDECAR_LENGTH, _BODY_LENGTH = 8, 4, 8
_DIGEST_BYTES = _MAC_BYTES = 32
_BLOCK = 1 << 20
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class NoBackup(ValueError):  # noqa: N818 - a fact about the file, turned into a refusal
    """The file is no whole backup."""


@dataclass(frozen=True)
class BackupFile:
    """What stands at the beginning of a backup, and where the database in it lies."""

    path: Path
    made: dt.datetime
    sidecar: Sidecar
    body_at: int
    body_length: int


def write(target: BinaryIO, made: dt.datetime, sidecar: Sidecar, ring: KeyRing, body: Path) -> None:
    """Write a backup of the database file ``body``, whose keys ``ring`` holds, to ``target``.

    Raises:
        OSError: what the disk says.
    """
    mac = _mac(ring)
    preface = _preface(made, sidecar)
    length = body.stat().st_size.to_bytes(_BODY_LENGTH, "big")
    for part in (preface, hashlib.sha256(preface).digest(), length):
        mac.update(part)
        target.write(part)
    with body.open("rb") as content:
        for block in _blocks(content, body.stat().st_size):
            mac.update(block)
            target.write(block)
    target.write(mac.digest())


def read(path: Path) -> BackupFile:
    """Return what the backup at ``path`` says of itself, without a key.

    Raises:
        NoBackup: cut, lengthened, changed at its beginning, or something else altogether.
    """
    try:
        with _opened(path) as file:
            preface = _take(file, len(_MAGIC) + _MADE_BYTES + _SIDECAR_LENGTH)
            if not preface.startswith(_MAGIC):
                raise NoBackup
            length = int.from_bytes(preface[-_SIDECAR_LENGTH:], "big")
            if length > MOST_BYTES:
                raise NoBackup
            keys = _take(file, length)
            if hashlib.sha256(preface + keys).digest() != _take(file, _DIGEST_BYTES):
                raise NoBackup
            body_length = int.from_bytes(_take(file, _BODY_LENGTH), "big")
            body_at = file.tell()
            if os.fstat(file.fileno()).st_size != body_at + body_length + _MAC_BYTES:
                raise NoBackup
            made = int.from_bytes(preface[len(_MAGIC) : -_SIDECAR_LENGTH], "big")
            moment = _EPOCH + dt.timedelta(milliseconds=made)
            return BackupFile(path, moment, decoded(keys), body_at, body_length)
    except (OSError, Unreadable, NewerVersion, TrialVersion, OverflowError) as error:
        raise NoBackup from error


def extract(backup: BackupFile, ring: KeyRing, target: Path) -> None:
    """Write the database in ``backup`` to ``target`` once the MAC over the whole file holds.

    Raises:
        NoBackup: the file was changed, or ``ring`` holds other keys; ``target`` is not written.
        OSError: what the disk says.
    """
    mac = _mac(ring)
    with _opened(backup.path) as file:
        for block in _blocks(file, backup.body_at + backup.body_length):
            mac.update(block)
        if not hmac.compare_digest(mac.digest(), file.read(_MAC_BYTES + 1)):
            raise NoBackup
        file.seek(backup.body_at)
        with target.open("wb") as body:
            for block in _blocks(file, backup.body_length):
                body.write(block)
            body.flush()
            os.fsync(body.fileno())


def _preface(made: dt.datetime, sidecar: Sidecar) -> bytes:
    keys = encoded(sidecar)
    moment = (made - _EPOCH) // dt.timedelta(milliseconds=1)
    return (
        _MAGIC
        + moment.to_bytes(_MADE_BYTES, "big")
        + len(keys).to_bytes(_SIDECAR_LENGTH, "big")
        + keys
    )


def _mac(ring: KeyRing) -> hmac.HMAC:
    key = from_secret(ring.store_key, b"", b"groupkit backup 1")
    try:
        return hmac.new(bytes(key), digestmod="sha256")
    finally:
        wipe(key)


def _opened(path: Path) -> BinaryIO:
    try:
        return open_regular(path)
    except NotRegularError:
        raise NoBackup from None


def _take(file: BinaryIO, length: int) -> bytes:
    data = file.read(length)
    if len(data) != length:
        raise NoBackup
    return data


def _blocks(file: BinaryIO, length: int) -> Iterator[bytes]:
    while length > 0:
        block = file.read(min(_BLOCK, length))
        if not block:
            raise NoBackup
        length -= len(block)
        yield block
