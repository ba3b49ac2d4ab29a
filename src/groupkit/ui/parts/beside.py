"""Words with their buttons beside them, or below them where large text leaves no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from groupkit.ui.theme.tokens import GRID

_GAP = GRID * 2


class Beside(QWidget):
    """``words`` take the room, ``buttons`` keep their own size."""

    def __init__(self, words: QWidget, buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._buttons = words, buttons
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        # It decides on its own room; the layout must not hold the page wide.
        self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._box.addWidget(words, 1)
        self._box.addWidget(buttons, 0, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        return self._box.sizeHint()

    def minimumSizeHint(self) -> QSize:
        widths = (part.minimumSizeHint().width() for part in (self._words, self._buttons))
        return QSize(max(widths), self._box.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return self._box.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self._box.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        needed = self._words.minimumSizeHint().width() + self._buttons.sizeHint().width() + _GAP
        direction = QBoxLayout.Direction
        fits = event.size().width() >= needed
        wanted = direction.LeftToRight if fits else direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            vertical = Qt.AlignmentFlag.AlignVCenter if fits else Qt.AlignmentFlag.AlignLeft
            self._box.setAlignment(self._buttons, vertical)
            self.updateGeometry()
        super().resizeEvent(event)
