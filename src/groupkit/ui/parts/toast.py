"""A word at the foot of the window, with Undo where there is a way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from groupkit.ui.parts.plain import PlainLabel, show_if
from groupkit.ui.shortcuts import Shortcut

SHORT, LONG = 5_000, 12_000
"""Milliseconds that a toast stays: a plain word, and one with Undo or a problem."""

_FOOT = 28
_WIDEST = 560


class Toasts(QObject):
    """Shows one toast at a time over ``window``; a new one takes the place of the last."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toast: Toast | None = None
        window.installEventFilter(self)

    @property
    def shown(self) -> Toast | None:
        """The toast on the screen, if any."""
        return self._toast

    def show_text(
        self,
        text: str,
        undo_text: str = "",
        undo: Callable[[], None] | None = None,
        is_problem: bool = False,
    ) -> None:
        """Show ``text``; ``undo`` puts a button beside it."""
        self.clear()
        stay = LONG if undo is not None or is_problem else SHORT
        toast = Toast(text, undo_text if undo else "", stay, self._window)
        if undo is not None:
            toast.undo.clicked.connect(undo)
        toast.undo.clicked.connect(self.clear)
        toast.gone.timeout.connect(self.clear)
        self._toast = toast
        self._place()
        toast.show()
        toast.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, text))

    def clear(self) -> None:
        """Take the toast away."""
        if self._toast is not None:
            self._toast.gone.stop()
            self._toast.hide()
            self._toast.deleteLater()
            self._toast = None

    def _place(self) -> None:
        if self._toast is None:
            return
        width = min(720, self._window.width() - 64, self._toast.sizeHint().width())
        # A wrapped word asks for its height only at a known width.
        self._toast.resize(width, self._toast.heightForWidth(width))
        x = (self._window.width() - self._toast.width()) // 2
        self._toast.move(x, self._window.height() - self._toast.height() - _FOOT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)


class Toast(QFrame):
    """One word with its button; it waits while the mouse or the keyboard is on it."""

    def __init__(self, text: str, undo_text: str, stay: int, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self.setAccessibleName(text)
        self._said = PlainLabel(text)
        self._said.setWordWrap(True)
        self._said.ensurePolished()
        needed = self._said.fontMetrics().horizontalAdvance(text) + 8
        self._said.setMinimumWidth(min(needed, _WIDEST))
        self.undo = QPushButton(undo_text)
        show_if(self.undo, bool(undo_text))
        if undo_text:
            # A text field with the keyboard takes these keys for its own words first.
            self.undo.setShortcut(QKeySequence(Shortcut.UNDO.value))
        self.undo.setCursor(Qt.CursorShape.PointingHandCursor)
        self.undo.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 10, 12, 10)
        layout.setSpacing(12)
        layout.addWidget(self._said, 1)
        layout.addWidget(self.undo)
        self.gone = QTimer(self)
        self.gone.setSingleShot(True)
        self.gone.start(stay)

    def text(self) -> str:
        """Return what it says."""
        return self._said.text()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.gone.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.gone.start(SHORT)
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.gone.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self.gone.start(SHORT)
        return super().eventFilter(watched, event)
