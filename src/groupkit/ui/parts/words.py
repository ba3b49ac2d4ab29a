"""The sixteen words of a recovery sheet, in rows of four."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from groupkit.ui.parts.plain import PlainLabel

_ROW = 4


class WordGrid(QFrame):
    """Shows the words, numbered; they cannot be copied."""

    def __init__(self, words: tuple[str, ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("words")
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setVerticalSpacing(10)
        for at, word in enumerate(words):
            label = PlainLabel(f"{at + 1}  {word}")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            grid.addWidget(label, at // _ROW, at % _ROW)
