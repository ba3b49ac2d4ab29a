"""Two columns side by side, or one below the other where large text leaves no room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from groupkit.ui.theme.tokens import GRID

_GAP = GRID * 2


class Columns(QWidget):
    """``left`` and ``right`` take widgets; ``shares`` says how the width is divided."""

    def __init__(self, shares: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.right = _Column(), _Column()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        # The columns decide on their own room; the layout must not hold the page wide.
        self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._box.addWidget(self.left, shares[0])
        self._box.addWidget(self.right, shares[1])

    def minimumSizeHint(self) -> QSize:
        one, other = self.left.minimumSizeHint(), self.right.minimumSizeHint()
        return QSize(max(one.width(), other.width()), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return self._box.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        needed = self.left.minimumSizeHint().width() + self.right.minimumSizeHint().width() + _GAP
        fits = event.size().width() >= needed
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if fits else direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()
        super().resizeEvent(event)


class _Column(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(_GAP)
        self._stack.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put ``widget`` below those already there."""
        self._stack.insertWidget(self._stack.count() - 1, widget)
