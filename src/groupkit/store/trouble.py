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

_BUSY, _LOCKED, _READONLY, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 11, 13, 14, 26
_IOERR_WRITE = 778
_PRIMARY = 0xFF

_REFUSALS: dict[int, Refusal] = {
    _BUSY: StoreInUse(),
    _LOCKED: StoreInUse(),
    _READONLY: StoreReadOnly(),
    _CANTOPEN: StoreReadOnly(),
    _CORRUPT: StoreDamaged(1),
    _NOTADB: StoreDamaged(1),
    _FULL: DiskFull(),
}
_FULL_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EROFS, errno.EACCES, errno.EPERM}


def refusal_for(error: BaseException | None) -> Refusal | None:
    """Return what ``error`` of the database or the disk means to a person, None if nothing."""
    if isinstance(error, dbapi2.Error):
        code = getattr(error, "sqlite_errorcode", 0)
        # A quota or a size limit is no SQLITE_FULL, but writing is what failed.
        return DiskFull() if code == _IOERR_WRITE else _REFUSALS.get(code & _PRIMARY)
    if isinstance(error, OSError):
        if error.errno in _FULL_DISK:
            return DiskFull()
        return StoreReadOnly() if error.errno in _NOT_ALLOWED else None
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
