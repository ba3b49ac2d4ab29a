"""One writer: a lock file beside the database, held while the store is open.

The operating system lets go of the lock when the process dies, so a file left by a crash holds
nothing. SQLite's own lock comes on top. It cannot stand alone: on POSIX, any code of the process
that opens and closes the database file (to look at its first bytes) would drop it unseen.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from groupkit.domain.refusal import Refused, StoreDamaged, StoreInUse
from groupkit.store.trouble import refusing

if sys.platform == "win32":
    import msvcrt

    def _grab(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _grab(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HOW = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


class StoreLock:
    """The lock of the database at ``path``, held from making until :meth:`release`.

    Raises:
        Refused: StoreInUse when someone else holds it; StoreReadOnly or DiskFull when the folder
            takes no new file; StoreDamaged when a link or a folder stands in its place.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.with_name(path.name + ".lock")
        if self._file.is_symlink() or self._file.is_dir():
            raise Refused(StoreDamaged(1))
        with refusing():
            self._descriptor = os.open(self._file, _HOW, 0o600)
        try:
            _grab(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise Refused(StoreInUse()) from error
        if not self._is_still_there():
            os.close(self._descriptor)
            raise Refused(StoreInUse())

    def release(self) -> None:
        """Let go and take the file away."""
        if os.name == "nt":  # an open file cannot be removed there, and one held elsewhere neither
            os.close(self._descriptor)
            with suppress(OSError):
                self._file.unlink()
            return
        with suppress(OSError):
            self._file.unlink()
        os.close(self._descriptor)

    def _is_still_there(self) -> bool:
        # Between our opening and locking, the holder may have removed the file we locked.
        try:
            return os.path.samestat(self._file.stat(), os.fstat(self._descriptor))
        except FileNotFoundError:
            return False
