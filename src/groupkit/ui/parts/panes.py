"""Two panes that fill the page side by side, or one below the other in a page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QWidget

from groupkit.ui.theme.tokens import CONTENT_WIDTH, GRID

_GAP = GRID * 2


class Panes(QWidget):
    """``shares`` says how the width is divided; both take the whole height."""

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        shares: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._box.addWidget(left, shares[0])
        self._box.addWidget(right, shares[1])

    def minimumSizeHint(self) -> QSize:
        one, other = self._least()
        if self._box.direction() == QBoxLayout.Direction.LeftToRight:
            return QSize(max(one.width(), other.width()), max(one.height(), other.height()))
        height = one.height() + other.height() + _GAP
        return QSize(max(one.width(), other.width()), height)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _least(self) -> tuple[QSize, QSize]:
        return (
            self._left.minimumSizeHint().expandedTo(self._left.minimumSize()),
            self._right.minimumSizeHint().expandedTo(self._right.minimumSize()),
        )

    def _turn(self) -> None:
        one, other = self._least()
        fits = self.width() >= one.width() + other.width() + _GAP
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if fits else direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()


class FillScroll(QScrollArea):
    """Gives ``content`` the height there is and at most ``width``; scrolls where it needs more."""

    def __init__(
        self, content: QWidget, width: int = CONTENT_WIDTH, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setObjectName("scrollContent")
        row = QHBoxLayout(holder)
        row.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        content.setMaximumWidth(width)
        row.addStretch(1)
        row.addWidget(content, 100)
        row.addStretch(1)
        self.setWidget(holder)
