"""One signal for every way in which a system tells that somebody leaves the laptop."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from groupkit.ui.elapsed import Clocks, Elapsed, all_clocks

_TICK = 2.0
_MISSED = 15.0
"""Seconds after which a tick has been missed: nobody sits before a laptop that stands still."""


class Listener(Protocol):
    """Hears one system's messages; every one of its calls is silent where the system is not."""

    def listen(self, leave: Callable[[], None]) -> None:
        """Begin to hear; call ``leave`` in the window's thread."""
        ...

    def hold_sleep(self) -> None:
        """Ask the system to wait with sleeping, once it wants to, for :meth:`let_sleep`."""
        ...

    def let_sleep(self) -> None:
        """Let it sleep: there is nothing to put away any more."""
        ...

    def stop(self) -> None:
        """Hear nothing any more."""
        ...


def this_system(window: QObject) -> Listener | None:
    """Return what hears this system, for a window that has been shown; None where nothing does."""
    if sys.platform == "linux":
        from groupkit.ui.system_watch.linux import BusListener

        return BusListener(window)
    if sys.platform == "win32" and QGuiApplication.platformName() == "windows":
        from groupkit.ui.system_watch.windows import WindowsListener

        return WindowsListener(window)
    if sys.platform == "darwin":
        from groupkit.ui.system_watch.macos import MacListener

        return MacListener()
    return None


class SystemWatch(QObject):
    """Emits ``leaving`` when the system says so, or when it must have slept without a word."""

    leaving = Signal()

    def __init__(self, parent: QObject, clocks: Clocks = all_clocks) -> None:
        super().__init__(parent)
        self._listener: Listener | None = None
        self._awake = Elapsed(clocks)
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._tick.setInterval(round(_TICK * 1_000))
        self._tick.timeout.connect(self.look)

    def listen(self, listener: Listener | None) -> None:
        """Hear the system from now on; no connection is made before this call."""
        self._listener = listener
        if listener is not None:
            listener.listen(self.leaving.emit)
            if self._tick.isActive():
                listener.hold_sleep()

    def begin(self) -> None:
        """A store is open: sleep waits for it to be closed, and missed time is noticed."""
        self._awake.restart()
        self._tick.start()
        if self._listener is not None:
            self._listener.hold_sleep()

    def end(self) -> None:
        """The store is closed."""
        self._tick.stop()
        if self._listener is not None:
            self._listener.let_sleep()

    def stop(self) -> None:
        """Hear nothing any more, before the window goes."""
        self.end()
        if self._listener is not None:
            self._listener.stop()
            self._listener = None

    def look(self) -> None:
        """Compare the clocks with the last look; emit ``leaving`` when time is missing."""
        passed = self._awake.seconds()
        self._awake.restart()
        if passed > _TICK + _MISSED:
            self.leaving.emit()
