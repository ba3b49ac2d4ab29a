"""What is known, line by line: what it is at the left, what is said of it at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.theme.tokens import GRID

_SHARES = (3, 7)


class Facts(QWidget):
    """Lines of a name and words, which wrap; what is not said is told as that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID)
        for column, share in enumerate(_SHARES):
            self._grid.setColumnStretch(column, share)

    def add(self, name: str, words: str, *, role: str = "") -> None:
        """Add a line."""
        label = PlainLabel(name, role="hint")
        said = PlainLabel(words, role=role)
        at = self._grid.rowCount()
        for column, each in enumerate((label, said)):
            each.setWordWrap(True)
            each.setMinimumWidth(GRID * 8)
            self._grid.addWidget(each, at, column, Qt.AlignmentFlag.AlignTop)
        said.setAccessibleName(f"{name}: {words}")
