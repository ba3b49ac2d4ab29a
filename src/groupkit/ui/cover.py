"""A plain cover over the window's content, drawn at a keystroke."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from groupkit.ui.shortcuts import Shortcut

_WORKING = (Shortcut.HIDE, Shortcut.LOCK)


class Cover(QWidget):
    """Hides everything in the window until the same key is pressed, or it is clicked.

    It takes the keyboard while it is up, so that nothing is typed or done blindly underneath:
    only its own key and the one that locks still work.
    """

    covering = Signal(bool)
    """Whether it came up or went."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._back_to: QWidget | None = None
        self.setObjectName("cover")
        # Without this a plain widget draws nothing of what its style sheet says.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("groupkit")
        window.installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        """Cover or uncover at once."""
        if self.isVisible():
            self._uncover()
        else:
            self._back_to = self.window().focusWidget()
            self._fill()
            self.show()
            self.raise_()
            self.setFocus()
            self.covering.emit(True)

    def stay_on_top(self) -> None:
        """Cover what has come to the window since, too."""
        if self.isVisible():
            self.raise_()
            self.setFocus()

    def _uncover(self) -> None:
        self.hide()
        if self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus()
        self._back_to = None
        self.covering.emit(False)

    def _fill(self) -> None:
        self.setGeometry(self.window().rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fill()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            pressed = QKeySequence(event.keyCombination())
            if pressed not in [QKeySequence(key.value) for key in _WORKING]:
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._uncover()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
