"""A passing word over the window, with Undo where there is a way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from groupkit.ui.parts.clear_spot import clear_spot, controls, hidden
from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import PlainLabel, show_if
from groupkit.ui.qt_words import spoken
from groupkit.ui.shortcuts import Shortcut

SHORT, LONG = 5_000, 12_000
"""Milliseconds that a toast stays: a plain word, and one with Undo or a problem."""

_WIDTHS = (420, 640, 320)
"""Pixels that the words take at most: beside a page's title, and where that is too narrow."""
_LOOKING = 200
"""Milliseconds between two looks at whether a page has put something under the toast."""


class Toasts(QObject):
    """Shows one toast at a time over ``window``; a new one takes the place of the last.

    It lies where it hides nothing that can be pressed.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toast: Toast | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOKING)
        self._look.timeout.connect(self._give_way)
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
        """Show ``text``; ``undo`` puts a button beside it, a problem gets its own look."""
        self.clear()
        stay = LONG if undo is not None or is_problem else SHORT
        problem = spoken().say("Not done") if is_problem else ""
        toast = Toast(text, undo_text if undo else "", problem, stay, self._window)
        if undo is not None:
            toast.undo.clicked.connect(undo)
        toast.undo.clicked.connect(self.clear)
        toast.gone.timeout.connect(self.clear)
        self._toast = toast
        self._place()
        toast.show()
        toast.raise_()
        self._look.start()
        said = toast.accessibleName()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, said))

    def clear(self) -> None:
        """Take the toast away."""
        self._look.stop()
        if self._toast is not None:
            self._toast.gone.stop()
            self._toast.hide()
            self._toast.deleteLater()
            self._toast = None

    def _place(self) -> None:
        toast, room = self._toast, self._window.rect()
        if toast is None:
            return
        widths = [min(toast.width_for(words), room.width() - 24) for words in _WIDTHS]
        taken = controls(self._window, toast)
        # A wrapped word asks for its height only at a known width.
        toast.setGeometry(clear_spot(room, widths, toast.heightForWidth, taken))

    def _give_way(self) -> None:
        """Move off what a page has shown since; not from under a hand that is on its way."""
        toast = self._toast
        if toast is None or not toast.gone.isActive():
            return
        if hidden(toast.geometry(), controls(self._window, toast)):
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)


class Toast(QFrame):
    """One word with its button; it waits while the mouse or the keyboard is on it."""

    def __init__(self, text: str, undo_text: str, problem: str, stay: int, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self.setProperty("tone", "danger" if problem else "")
        self.setAccessibleName(f"{problem}: {text}" if problem else text)
        self._said = PlainLabel(text)
        self._said.setWordWrap(True)
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
        words = QVBoxLayout()
        words.setSpacing(2)
        if problem:
            layout.addWidget(IconLabel("warning", "danger"), 0, Qt.AlignmentFlag.AlignTop)
            words.addWidget(PlainLabel(problem, role="strong"))
        words.addWidget(self._said)
        layout.addLayout(words, 1)
        layout.addWidget(self.undo)
        self.gone = QTimer(self)
        self.gone.setSingleShot(True)
        self.gone.start(stay)

    def width_for(self, words: int) -> int:
        """Return the toast's width when its sentence takes at most ``words`` pixels."""
        self._said.ensurePolished()
        needed = self._said.fontMetrics().horizontalAdvance(self._said.text()) + 8
        self._said.setMinimumWidth(0)
        beside = self.sizeHint().width() - self._said.sizeHint().width()
        return beside + min(needed, words)

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
