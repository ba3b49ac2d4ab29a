"""What an owner or everybody may do: a heading, a word on it, and its buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

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
        # One below the other: side by side, large text would make the card wider than the page.
        for button, deed in actions:
            button.clicked.connect(deed)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
