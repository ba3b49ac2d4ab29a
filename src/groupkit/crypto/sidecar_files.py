"""The sidecar's two copies, ``keys/a`` and ``keys/b``, written in turn.

A copy is written beside its place, synced and moved over it, so that a torn write leaves the other
copy, one generation older. Reading takes the newest whole copy.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from groupkit.crypto.regular_file import NotRegularError, open_regular
from groupkit.crypto.sidecar_format import (
    MOST_BYTES,
    NewerVersion,
    Sidecar,
    TrialVersion,
    Unreadable,
    decoded,
    encoded,
)
from groupkit.domain.refusal import (
    DiskFull,
    KeysDamaged,
    KeysMissing,
    MadeByNewerProgram,
    MadeByTrialVersion,
    Refused,
    StoreExists,
    StoreReadOnly,
)

KEYS_FOLDER: Final = "keys"
COPIES: Final = ("a", "b")

_UNFINISHED = ".new"
_OWNER_ONLY = 0o600
_OWNER_ONLY_FOLDER = 0o700


def read_newest(folder: Path) -> Sidecar:
    """Return the newest whole sidecar of the store in ``folder``.

    Raises:
        Refused: KeysMissing, KeysDamaged, MadeByNewerProgram.
    """
    return _newest(folder)[1]


def write_next(folder: Path, sidecar: Sidecar) -> Sidecar:
    """Write ``sidecar`` as the next generation, over the older or damaged copy; return it.

    Raises:
        Refused: KeysMissing, KeysDamaged, MadeByNewerProgram, DiskFull, StoreReadOnly.
    """
    name, newest = _newest(folder)
    written = replace(sidecar, generation=newest.generation + 1, whole=True)
    data = encoded(written)
    try:
        decoded(data)
    except Unreadable:  # more slots or writings than there can be: not for us to write
        raise Refused(KeysDamaged()) from None
    _write(folder / KEYS_FOLDER, COPIES[1 - COPIES.index(name)], data)
    return written


def write_first(folder: Path, sidecar: Sidecar) -> Sidecar:
    """Write both copies of a new store's sidecar, or nothing; return the newer.

    Raises:
        Refused: StoreExists (left as it is), DiskFull, StoreReadOnly.
    """
    refuse_existing(folder)
    return write_both(folder, sidecar)


def write_both(folder: Path, sidecar: Sidecar) -> Sidecar:
    """Write both copies where none are, or nothing; return the newer, of generation 2.

    Raises:
        Refused: DiskFull, StoreReadOnly.
    """
    keys = folder / KEYS_FOLDER
    try:
        with _disk():
            keys.mkdir(mode=_OWNER_ONLY_FOLDER, exist_ok=True)
            _sync_folder(folder)
        for generation, name in enumerate(COPIES, 1):
            sidecar = replace(sidecar, generation=generation, whole=True)
            _write(keys, name, encoded(sidecar))
    except BaseException:
        with suppress(OSError):
            for name in COPIES:
                (keys / name).unlink(missing_ok=True)
            keys.rmdir()
        raise
    return sidecar


def refuse_existing(folder: Path) -> None:
    """Raise Refused (StoreExists) where keys or a database are; what a torn write left is none."""
    keys = folder / KEYS_FOLDER
    unfinished = {name + _UNFINISHED for name in COPIES}
    taken = os.path.lexists(folder / "store.db") or (
        any(entry.name not in unfinished for entry in keys.iterdir())
        if keys.is_dir()
        else os.path.lexists(keys)
    )
    if taken:
        raise Refused(StoreExists(str(folder)))


def _newest(folder: Path) -> tuple[str, Sidecar]:
    found: dict[str, Sidecar] = {}
    missing = 0
    for name in COPIES:
        try:
            found[name] = decoded(_read(folder / KEYS_FOLDER / name))
        except FileNotFoundError:
            missing += 1
        except NewerVersion as newer:
            raise Refused(MadeByNewerProgram(newer.version)) from None
        except TrialVersion:
            raise Refused(MadeByTrialVersion()) from None
        except (OSError, Unreadable):
            continue
    if missing == len(COPIES):
        raise Refused(KeysMissing())
    if not found or not _belong_together(*found.values()):
        raise Refused(KeysDamaged())
    name = max(found, key=lambda name: found[name].generation)
    newest = found[name]
    if len(found) < len(COPIES):
        # An older copy may stand in for a lost newer one; its seal may be out of date.
        newest = replace(newest, seal=None, opened_from=None, whole=False)
    return name, newest


def _belong_together(*copies: Sidecar) -> bool:
    return len({copy.store_id for copy in copies}) == 1 and len(
        {copy.generation for copy in copies}
    ) == len(copies)


def _read(path: Path) -> bytes:
    try:
        with open_regular(path) as file:
            return file.read(MOST_BYTES + 1)
    except NotRegularError:
        raise Unreadable from None


def _write(keys: Path, name: str, data: bytes) -> None:
    unfinished = keys / (name + _UNFINISHED)
    with _disk():
        try:
            unfinished.unlink(missing_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(unfinished, flags, _OWNER_ONLY), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, keys / name)
            _sync_folder(keys)
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle to a folder that could be synced
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _disk() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Refused(DiskFull()) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise Refused(StoreReadOnly()) from error
        raise
