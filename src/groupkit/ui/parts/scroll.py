"""A page's content: scrolls when it must, and never grows wider than reads well."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from groupkit.ui.theme.tokens import CONTENT_WIDTH, GRID


class PageScroll(QScrollArea):
    """Holds ``content`` centred, at most CONTENT_WIDTH wide."""

    def __init__(
        self, content: QWidget, width: int = CONTENT_WIDTH, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setObjectName("scrollContent")
        content.setMaximumWidth(width)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(content, 100)
        row.addStretch(1)
        column = QVBoxLayout(holder)
        self._column = column
        self._keep_in_line()
        column.addLayout(row)
        column.addStretch(1)
        self.setWidget(holder)
        self._sought: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(self._keep_in_line)
        self.verticalScrollBar().rangeChanged.connect(self._seek)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll to ``part``, also when the rest gets its room later, until one scrolls."""
        self._sought = part
        self._seek()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._sought = None
        super().wheelEvent(event)

    def _seek(self) -> None:
        part = self._sought
        if part is not None and isValid(part) and part.window().focusWidget() is part:
            # The range changes before the rows have moved to their places.
            QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part, 0, GRID * 4))

    def _keep_in_line(self, _least: int = 0, most: int = 0) -> None:
        """Take the scroll bar's width from the margin, so that content stays below the header."""
        bar = self.verticalScrollBar().sizeHint().width() if most else 0
        self._column.setContentsMargins(GRID * 4, GRID * 3, max(GRID * 4 - bar, 0), GRID * 4)
