"""A sheet over a page that is as high as what is inside, and no higher than the page."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupkit.ui.parts.sheet import Sheet
from groupkit.ui.theme.tokens import GRID

NARROW, WIDE = 720, 920
"""Pixels that a sheet is wide at most."""
_EDGE, _PADDING, _BAR = GRID * 4, GRID * 3, 16


class FittedSheet(Sheet):
    """``form`` scrolls when it must; ``above`` and ``foot`` always stay in sight."""

    def __init__(self, title: str, close_text: str, over: QWidget, *, widest: int = NARROW) -> None:
        super().__init__(title, close_text, over)
        self._widest = widest
        self.above = QVBoxLayout()
        self._inner = QWidget()
        self.form = QVBoxLayout(self._inner)
        self.form.setContentsMargins(2, 0, GRID + 4, 2)
        self.form.setSpacing(GRID * 2)
        self._area = _Area(self._inner)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(GRID)
        self.foot.addStretch(1)
        self.body.addLayout(self.above)
        self.body.addWidget(self._area, 1)
        self.body.addLayout(self.foot)
        self._inner.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Be as high as what is inside, and no higher than the page."""
        outer, card = self.layout(), self._card.layout()
        if outer is None or card is None:
            return
        side = max((self.width() - self._widest) // 2, _EDGE)
        width = self.width() - 2 * (side + _PADDING)
        form = _height(self.form, width - _BAR)
        around = _height(card, self.width() - 2 * side) - self._area.sizeHint().height()
        height = min(form + around + GRID, self.height() - 2 * _EDGE)
        top = max((self.height() - height) // 3, _EDGE)
        outer.setContentsMargins(side, top, side, max(self.height() - top - height, _EDGE))


class _Area(QScrollArea):
    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setObjectName("scrollContent")
        self.setWidget(inner)


def _height(layout: Any, width: int) -> int:
    needed = layout.heightForWidth(width) if layout.hasHeightForWidth() else -1
    return int(needed if needed > 0 else layout.sizeHint().height())
