"""Noticing that nobody is at the laptop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from groupkit.domain.house import MOST_IDLE
from groupkit.ui.elapsed import Clocks, Elapsed, all_clocks

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
_LONGEST_WAIT = 15.0
"""Seconds; a timer stands still while the laptop sleeps, so the clocks are asked now and then."""


class IdleWatch(QObject):
    """Emits ``idle`` once nobody has touched keys or mouse for the given minutes.

    The time in which the laptop slept counts, and the key that wakes it comes too late.
    """

    idle = Signal()

    def __init__(
        self, application: QApplication, parent: QObject, clocks: Clocks = all_clocks
    ) -> None:
        super().__init__(parent)
        self._seconds = MOST_IDLE * 60.0
        self._untouched = Elapsed(clocks)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        application.installEventFilter(self)

    def start(self, minutes: float) -> None:
        """Begin to watch; call again to change the minutes."""
        self._seconds = min(minutes, MOST_IDLE) * 60.0
        self._untouched.restart()
        self._wait()

    def stop(self) -> None:
        """Stop watching, as while the store is locked."""
        self._timer.stop()

    @property
    def is_watching(self) -> bool:
        """True while an absence would be noticed."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            if self._is_over():
                self._look()
                return True
            self._untouched.restart()
        return super().eventFilter(watched, event)

    def _is_over(self) -> bool:
        return self._untouched.seconds() >= self._seconds

    def _look(self) -> None:
        if self._is_over():
            self._timer.stop()
            self.idle.emit()
        else:
            self._wait()

    def _wait(self) -> None:
        left = self._seconds - self._untouched.seconds()
        # A millisecond more, because a timer may ring a little early.
        self._timer.start(round(max(0.0, min(left, _LONGEST_WAIT)) * 1_000) + 1)
