"""Noticing that nobody is at the laptop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

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


class IdleWatch(QObject):
    """Emits ``idle`` once nobody has touched keys or mouse for the given minutes."""

    idle = Signal()

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        application.installEventFilter(self)

    def start(self, minutes: float) -> None:
        """Begin to watch; call again to change the minutes."""
        self._timer.start(round(minutes * 60_000))

    def stop(self) -> None:
        """Stop watching, as while the store is locked."""
        self._timer.stop()

    @property
    def is_watching(self) -> bool:
        """True while an absence would be noticed."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self._timer.start()
        return super().eventFilter(watched, event)
