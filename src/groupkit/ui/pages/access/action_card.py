"""What an owner or everybody may do: a heading, a word on it, and its buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from groupkit.ui.parts.buttons import Button
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.plain import PlainLabel


class ActionCard(Card):
    """Each button with what it does."""

    def __init__(self, title: str, said: str, *actions: tuple[Button, Callable[[], None]]) -> None:
        super().__init__(title)
        words = PlainLabel(said, role="hint")
        words.setWordWrap(True)
        self.body.addWidget(words)
        row = QHBoxLayout()
        for button, deed in actions:
            button.clicked.connect(deed)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
