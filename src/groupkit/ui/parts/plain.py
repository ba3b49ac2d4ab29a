"""Words that people typed are shown as they are: never read as markup."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that shows '<b>' as three characters; Qt would guess otherwise."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if role:
            self.setProperty("role", role)


def plain_tip(text: str) -> str:
    """Return ``text`` for a tool tip, which has no plain format of its own."""
    return f"<p>{escape(text)}</p>" if text else ""


def show_if(widget: QWidget, wanted: bool) -> None:
    """Hide ``widget`` unless it is wanted, before it has a place.

    Showing a widget that has no parent yet would open a window of its own for a moment.
    """
    if not wanted:
        widget.hide()
