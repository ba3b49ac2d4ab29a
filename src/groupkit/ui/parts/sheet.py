"""A sheet laid over the window: what is behind it is dimmed and does not take the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.theme.tokens import GRID


class Sheet(QFrame):
    """Holds ``body`` and ``tools``; Esc closes it and gives the keyboard back."""

    closed = Signal()

    def __init__(self, title: str, close_text: str, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("scrim")
        self._back_to: QWidget | None = None
        self._over = window
        self._card = QFrame()
        self._card.setObjectName("sheet")
        heading = PlainLabel(title)
        heading.setProperty("role", "title")
        self._close = quiet(close_text, "close")
        self._close.clicked.connect(self.close_now)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(GRID)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addLayout(self.tools)
        top.addWidget(self._close)
        self.body = QVBoxLayout()
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 3)
        inner.setSpacing(GRID * 2)
        inner.addLayout(top)
        inner.addLayout(self.body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GRID * 6, GRID * 4, GRID * 6, GRID * 4)
        outer.addWidget(self._card)
        self.setAccessibleName(title)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Lay the sheet over the window and take the keyboard."""
        self._back_to = self.window().focusWidget()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        start = self.first_focus()
        if start is not None:
            start.setFocus()
        else:
            self.setFocus()
            self.focusNextChild()

    def first_focus(self) -> QWidget | None:
        """Return the part that the keyboard should start in; None: the first that takes it."""
        return None

    def close_now(self) -> None:
        """Take the sheet away for good."""
        if self.isHidden():
            return
        self.hide()
        # What had the keyboard may be gone: the page may have been read anew meanwhile.
        back = self._back_to
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus()
        self.closed.emit()
        self.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        focus = self.window().focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            inside = [w for w in self.findChildren(QWidget) if _takes_tab(w)]
            if inside:
                (inside[0] if forward else inside[-1]).setFocus()
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
        else:
            event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)


def _takes_tab(widget: QWidget) -> bool:
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    )
