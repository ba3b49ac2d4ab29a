"""A card: one thing on a surface of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupkit.ui.parts.beside import Beside
from groupkit.ui.parts.plain import PlainLabel, show_if
from groupkit.ui.theme.tokens import GRID


class Card(QFrame):
    """A surface with an optional heading; what it holds goes into ``body``."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GRID * 3, GRID * 2 + 4, GRID * 3, GRID * 2 + 4)
        outer.setSpacing(GRID + 4)
        self.heading = PlainLabel(title)
        self.heading.setProperty("role", "title")
        show_if(self.heading, bool(title))
        self._subtitle = PlainLabel(subtitle)
        self._subtitle.setProperty("role", "hint")
        self._subtitle.setWordWrap(True)
        show_if(self._subtitle, bool(subtitle))
        buttons = QWidget()
        self.tools = QHBoxLayout(buttons)
        self.tools.setContentsMargins(0, 0, 0, 0)
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID)
        outer.addWidget(Beside(self.heading, buttons))
        outer.addWidget(self._subtitle)
        outer.addLayout(self.body)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self.heading.setText(title)
        self.setAccessibleName(title)
