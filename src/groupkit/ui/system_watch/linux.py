"""Linux: what logind and the screen savers say on D-Bus.

Without a bus, or without them on it, nothing is heard and nothing is said. Any program of the same
user can send such a message; the most that it does is lock the store.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)
from PySide6.QtGui import QAction, QActionGroup

_LOGIND = "org.freedesktop.login1"
_MANAGER, _SESSION = f"{_LOGIND}.Manager", f"{_LOGIND}.Session"
_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
# As Qt writes the names of slots; the binding takes text, although its types say bytes.
_WHETHER: Any = "1setChecked(bool)"
_PLAIN: Any = "1trigger()"
_SYSTEM_SOCKET = Path("/run/dbus/system_bus_socket")


def system_address(environment: Mapping[str, str]) -> str:
    """Return the address of the system's bus, '' where there is none."""
    told = environment.get("DBUS_SYSTEM_BUS_ADDRESS", "")
    return told or (f"unix:path={_SYSTEM_SOCKET}" if _SYSTEM_SOCKET.exists() else "")


def session_address(environment: Mapping[str, str]) -> str:
    """Return the address of the user's bus, '' where there is none; none is started for us."""
    told = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    if told:
        return "" if told.startswith("autolaunch:") else told
    folder = environment.get("XDG_RUNTIME_DIR", "")
    socket = Path(folder, "bus")
    return f"unix:path={socket}" if folder and socket.exists() else ""


class BusListener(QObject):
    """Implements ``Listener`` on the two buses.

    Qt's bus thread calls into whatever receives a message, to connect and disconnect it, and would
    wait there for Python's lock while Python waits for that thread. So the receivers are actions
    that Qt has made itself and that are never shown: nothing of theirs is Python's.
    """

    def __init__(self, parent: QObject, environment: Mapping[str, str] = os.environ) -> None:
        super().__init__(parent)
        self._environment = environment
        self._leave: Callable[[], None] = lambda: None
        self._ears = QActionGroup(self)
        self._ears.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._names: list[str] = []
        self._system: QDBusConnection | None = None
        self._is_wanted = False
        self._inhibitor: int | None = None

    def listen(self, leave: Callable[[], None]) -> None:
        """Connect to the buses that are there."""
        self._leave = leave
        self._system = self._connected("system", system_address(self._environment))
        if self._system is not None:
            sleep, locks = self._ear(), self._ears.addAction("")
            locks.triggered.connect(lambda: self._leave())
            self._system.connect(_LOGIND, "", _MANAGER, "PrepareForSleep", sleep, _WHETHER)
            self._system.connect(_LOGIND, "", _SESSION, "Lock", locks, _PLAIN)
        session = self._connected("session", session_address(self._environment))
        if session is not None:
            for saver in _SAVERS:
                session.connect("", "", saver, "ActiveChanged", self._ear(), _WHETHER)

    def hold_sleep(self) -> None:
        """Take logind's delay lock, which gives up to five seconds."""
        self._is_wanted = True
        if self._system is None or self._inhibitor is not None:
            return
        asked = QDBusMessage.createMethodCall(
            _LOGIND, "/org/freedesktop/login1", _MANAGER, "Inhibit"
        )
        asked.setArguments(["sleep", "groupkit", "groupkit is locked first", "delay"])
        answer = QDBusPendingCallWatcher(self._system.asyncCall(asked), self)
        answer.finished.connect(self._take)

    def let_sleep(self) -> None:
        """Give the delay lock back."""
        self._is_wanted = False
        if self._inhibitor is not None:
            os.close(self._inhibitor)
            self._inhibitor = None

    def stop(self) -> None:
        """Leave the buses."""
        self.let_sleep()
        self._leave = lambda: None
        self._system = None
        for name in self._names:
            QDBusConnection.disconnectFromBus(name)
        self._names.clear()

    def _ear(self) -> QAction:
        ear = self._ears.addAction("")
        ear.setCheckable(True)
        ear.toggled.connect(lambda begins: self._heard(ear) if begins else None)
        return ear

    def _heard(self, ear: QAction) -> None:
        ear.setChecked(False)  # hears the next time too, should the end of this one be missed
        self._leave()

    def _connected(self, kind: str, address: str) -> QDBusConnection | None:
        if not address:
            return None
        name = f"groupkit {kind} {id(self)}"
        self._names.append(name)
        bus = QDBusConnection.connectToBus(address, name)
        return bus if bus.isConnected() else None

    def _take(self, answer: QDBusPendingCallWatcher) -> None:
        arguments = answer.reply().arguments()
        answer.deleteLater()
        if self._is_wanted and self._inhibitor is None:
            with suppress(OSError):
                for held in arguments:
                    if isinstance(held, QDBusUnixFileDescriptor) and held.isValid():
                        self._inhibitor = os.dup(held.fileDescriptor())
                        return
