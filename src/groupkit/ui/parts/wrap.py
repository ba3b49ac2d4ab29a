"""Things in a row that goes on below where it has no more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from groupkit.ui.theme.tokens import GRID


class Wrap(QWidget):
    """Holds widgets at their own size, from left to right and then from top to bottom.

    Those of one row are centred in it, or stand on its foot.
    """

    def __init__(
        self, gap: int = GRID, parent: QWidget | None = None, *, at_feet: bool = False
    ) -> None:
        super().__init__(parent)
        self._flow = _Flow(self, gap, at_feet=at_feet)
        # Only what is tall as its width asks is given that height inside other layouts.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put ``widget`` at the end."""
        self._flow.addWidget(widget)

    def clear(self) -> None:
        """Take everything away."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class _Flow(QLayout):
    def __init__(self, parent: QWidget, gap: int, *, at_feet: bool) -> None:
        super().__init__(parent)
        self._share = 1 if at_feet else 2
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), only_measure=True)

    def setGeometry(self, room: QRect) -> None:
        super().setGeometry(room)
        self._place(room, only_measure=False)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self._gap for size in shown) - self._gap
        return QSize(max(width, 0), max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        least = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least

    def _place(self, room: QRect, *, only_measure: bool) -> int:
        """Put the items into ``room``; return the height that they take."""
        top = room.y()
        for row in self._rows(room.width()):
            tallest = max(size.height() for _, size in row)
            left = room.x()
            for item, size in row:
                if not only_measure:
                    spot = QPoint(left, top + (tallest - size.height()) // self._share)
                    item.setGeometry(QRect(spot, size))
                left += size.width() + self._gap
            top += tallest + self._gap
        return max(top - self._gap - room.y(), 0)

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if not rows or taken + size.width() > width:
                rows.append([])
                taken = 0
            rows[-1].append((item, size))
            taken += size.width() + self._gap
        return rows
