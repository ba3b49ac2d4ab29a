"""One writer: a lock file beside the database, held while the store is open.

The operating system lets go of the lock when the process dies, so a file left by a crash holds
nothing: the next opening takes it over. It says who holds the store, and nothing of its content:
computer, process, login and since when, for whoever finds the store in use.

SQLite's own lock comes on top. It cannot stand alone: on POSIX, any code of the process
that opens and closes the database file (to look at its first bytes) would drop it unseen.
"""

from __future__ import annotations

import datetime as dt
import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

from groupkit.domain.refusal import Holder, Refused, StoreDamaged, StoreInUse
from groupkit.store.trouble import refusing

if sys.platform == "win32":
    import msvcrt

    _FAR_OUT = 1 << 30  # Windows lets nobody read a locked byte: it lies beyond the content

    def _grab(descriptor: int) -> None:
        os.lseek(descriptor, _FAR_OUT, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _grab(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HOW = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_LONGEST = 1_024
"""Bytes of a lock file that are read; ours are shorter."""


class StoreLock:
    """The lock of the database at ``path``, held from making until :meth:`release`.

    Raises:
        Refused: StoreInUse when someone else holds it, with who as far as that can be read;
            StoreReadOnly or DiskFull when the folder takes no new file; StoreDamaged when a link
            or a folder stands in its place.
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
            holder = _holder(self._descriptor)
            os.close(self._descriptor)
            raise Refused(StoreInUse(holder)) from error
        if not self._is_still_there():
            os.close(self._descriptor)
            raise Refused(StoreInUse())
        _sign(self._descriptor)

    def release(self) -> None:
        """Let go and take the file away; again: nothing happens."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor < 0:
            return
        if os.name == "nt":  # an open file cannot be removed there, and one held elsewhere neither
            os.close(descriptor)
            with suppress(OSError):
                self._file.unlink()
            return
        with suppress(OSError):
            self._file.unlink()
        os.close(descriptor)

    def _is_still_there(self) -> bool:
        # Between our opening and locking, the holder may have removed the file we locked.
        try:
            return os.path.samestat(self._file.stat(), os.fstat(self._descriptor))
        except FileNotFoundError:
            return False


def _sign(descriptor: int) -> None:
    signed = {
        "host": socket.gethostname(),
        "login": _login(),
        "pid": os.getpid(),
        "since": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    }
    # On a full disk the store is held all the same; only nobody learns by whom.
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(signed).encode("ascii"))


def _login() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "?"


def _holder(descriptor: int) -> Holder | None:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        signed = json.loads(os.read(descriptor, _LONGEST))
        host, login = str(signed["host"]), str(signed["login"])
        since = dt.datetime.fromisoformat(signed["since"]).astimezone()
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    if not (host.isprintable() and login.isprintable()):
        return None
    return Holder(host, login, since, host == socket.gethostname())
