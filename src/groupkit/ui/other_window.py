"""A store has one window of a user: whoever comes to it again is shown that one.

The window waits at a local socket whose name is made from the user and the store's folder. Coming
there is the whole message: nothing is read from the socket and nothing written to it. Only
programs of the same user may come.
"""

from __future__ import annotations

import getpass
import hashlib
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:  # imported only where it is needed, because that takes time at the start
    from PySide6.QtNetwork import QLocalServer

_PATIENCE = 500
"""Milliseconds that a second program waits for the first one to take its knock."""


class Door(QObject):
    """Emits ``knocked`` when another program asks for the window of the served store."""

    knocked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None
        self._claim: QLockFile | None = None
        self._store: Path | None = None

    def serve(self, store: Path) -> None:
        """Wait for others that come to ``store``; where another window does already, do nothing."""
        if self._store == store and self._server is not None:
            return
        self.close()
        claim = QLockFile(str(_claim_of(store)))
        # Held until let go of, however long that takes; the death of its holder ends it.
        claim.setStaleLockTime(0)
        if not claim.tryLock(0):
            return
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_name_of(store))

        def take() -> None:
            while caller := server.nextPendingConnection():
                caller.abort()
                caller.deleteLater()
                self.knocked.emit()

        server.newConnection.connect(take)
        if server.listen(_name_of(store)):
            self._server, self._claim, self._store = server, claim, store

    def leads_elsewhere(self, store: Path) -> bool:
        """Return whether another window than ours waits for those who come to ``store``."""
        return self._store != store and _is_own(_claim_of(store))

    def close(self) -> None:
        """Wait no longer."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
        if self._claim is not None:
            self._claim.unlock()
        self._server = self._claim = self._store = None


def knock(store: Path) -> bool:
    """Ask the window of ``store`` to show itself; return whether there is one."""
    if not _is_own(_claim_of(store)):
        return False
    if sys.platform != "win32" and not _is_own(Path(_name_of(store))):
        return False
    from PySide6.QtNetwork import QLocalSocket

    _let_come_forward()
    socket = QLocalSocket()
    socket.connectToServer(_name_of(store))
    is_taken = socket.waitForConnected(_PATIENCE)
    socket.abort()
    return is_taken


def _key_of(store: Path) -> str:
    try:
        folder = store.resolve()
    except (OSError, RuntimeError):
        folder = store.absolute()
    try:
        user = getpass.getuser()
    except (ImportError, KeyError, OSError):
        user = ""
    told = "\0".join((user, os.path.normcase(folder)))
    return "groupkit-" + hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def _folder() -> Path:
    told = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(told) if told and Path(told).is_dir() else Path(tempfile.gettempdir())


def _claim_of(store: Path) -> Path:
    return _folder() / f"{_key_of(store)}.lock"


def _name_of(store: Path) -> str:
    return _key_of(store) if sys.platform == "win32" else str(_folder() / _key_of(store))


def _is_own(file: Path) -> bool:
    """Return whether it is there and nobody else put it there: the folder may be everybody's."""
    try:
        found = file.lstat()
    except OSError:
        return False
    return sys.platform == "win32" or found.st_uid == os.getuid()


def _let_come_forward() -> None:
    """Windows keeps a window back that comes forward by itself, unless the one in front allows."""
    if sys.platform == "win32":
        import ctypes

        ctypes.WinDLL("user32").AllowSetForegroundWindow(-1)
