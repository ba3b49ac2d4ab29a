"""What the database and the disk complain about, as refusals."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from groupkit.domain.refusal import (
    DiskFull,
    Refusal,
    Refused,
    StoreDamaged,
    StoreInUse,
    StoreReadOnly,
)

# SQLite's primary result codes; this module of it tells no finer ones.
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26

_REFUSALS: dict[int, Refusal] = {
    _BUSY: StoreInUse(),
    _LOCKED: StoreInUse(),
    _READONLY: StoreReadOnly(),
    _IOERR: StoreReadOnly(),
    _CANTOPEN: StoreReadOnly(),
    _CORRUPT: StoreDamaged(1),
    _NOTADB: StoreDamaged(1),
    _FULL: DiskFull(),
}
_TOLD_AS = {
    "database is locked": _BUSY,
    "database table is locked": _LOCKED,
    "attempt to write a readonly database": _READONLY,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "unable to open database file": _CANTOPEN,
    "file is not a database": _NOTADB,
}
"""SQLite's words for these codes: an error of ``Connection.backup`` has no code, only them."""
_NO_TEXT = "Could not decode to UTF-8"
"""How the words begin for a text that is none; they go on with its bytes."""
_FULL_DISK = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NOT_ALLOWED = {errno.EROFS, errno.EACCES, errno.EPERM}
_IN_THE_WAY = {errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ELOOP}
"""A folder, a file or a link where the store has something else."""


def refusal_for(error: BaseException | None) -> Refusal | None:
    """Return what ``error`` of the database or the disk means to a person, None if nothing."""
    if isinstance(error, dbapi2.Error):
        if str(error).startswith(_NO_TEXT):
            return StoreDamaged(1)
        told_as = _TOLD_AS.get(str(error), 0)
        return _REFUSALS.get(getattr(error, "sqlite_errorcode", told_as))
    if isinstance(error, OSError):
        if error.errno in _FULL_DISK:
            return DiskFull()
        return StoreReadOnly() if error.errno in _NOT_ALLOWED | _IN_THE_WAY else None
    return None


@contextmanager
def refusing() -> Iterator[None]:
    """Turn errors of the database and the disk into refusals where they have a meaning."""
    try:
        yield
    except (dbapi2.Error, OSError) as error:
        refusal = refusal_for(error)
        if refusal is None:
            raise
        raise Refused(refusal) from error
