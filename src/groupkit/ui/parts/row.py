"""One line of a list: who or what it is, what is said of it, and where it leads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import PlainLabel

_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Row(QFrame):
    """Opens by click or Enter; up and down go to its neighbours."""

    opened = Signal()

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        badge: str = "",
        icon: str = "",
        clickable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("row")
        self.setProperty("clickable", clickable)
        self._is_clickable = clickable
        self._said = [title, subtitle]
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(10, 9, 10, 9)
        self._layout.setSpacing(14)
        if badge:
            number = PlainLabel(badge)
            number.setObjectName("badge")
            number.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._layout.addWidget(number)
        elif icon:
            self._layout.addWidget(IconLabel(icon, "quiet"))
        self._column = self._texts(title, subtitle)
        self._layout.addLayout(self._column, 1)
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name()

    def _texts(self, title: str, subtitle: str) -> QVBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        first = PlainLabel(title)
        first.setProperty("role", "strong")
        first.setWordWrap(True)
        texts.addWidget(first)
        if subtitle:
            second = PlainLabel(subtitle)
            second.setProperty("role", "hint")
            second.setWordWrap(True)
            texts.addWidget(second)
        return texts

    def add_trailing(self, widget: QWidget) -> None:
        """Put a mark or button at the end."""
        self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._said.append(widget.accessibleName())
        self._name()

    def add_below(self, widget: QWidget) -> None:
        """Put another line below the texts."""
        self._column.addWidget(widget)
        self._said.append(widget.accessibleName())
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(", ".join(filter(None, self._said)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_clickable and self.rect().contains(event.position().toPoint()):
            self.opened.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._is_clickable and key in _OPENING:
            self.opened.emit()
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)
