"""Buttons: one main action, secondary ones, quiet ones, and those that take something away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from groupkit.ui.parts.icons import icon, scaled
from groupkit.ui.theme.appearance import current

ICON_SIZE = 16


class Button(QPushButton):
    """A button of one kind; Enter presses it as well as Space."""

    def __init__(
        self, text: str, kind: str, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_kind(kind)
        current().changed.connect(self._draw)

    def set_kind(self, kind: str) -> None:
        """Show as 'primary', 'secondary', 'quiet' or 'danger'."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; with another key held down it is for what is around the button."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        if not self._icon_name:
            return
        palette = current().palette
        colours = {
            "primary": palette.on_accent,
            "secondary": palette.text,
            "quiet": palette.accent,
            "danger": palette.danger.ink,
        }
        size = scaled(ICON_SIZE)
        self.setIconSize(QSize(size, size))
        self.setIcon(icon(self._icon_name, colours[self.property("kind")], size))


def primary(text: str, icon_name: str = "") -> Button:
    """Return the one main action of a page or form."""
    return Button(text, "primary", icon_name)


def secondary(text: str, icon_name: str = "") -> Button:
    """Return an ordinary action."""
    return Button(text, "secondary", icon_name)


def quiet(text: str, icon_name: str = "") -> Button:
    """Return an action that stays in the background."""
    return Button(text, "quiet", icon_name)


def danger(text: str, icon_name: str = "") -> Button:
    """Return an action that takes something away."""
    return Button(text, "danger", icon_name)
