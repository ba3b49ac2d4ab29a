"""A thin bar: work under way, or how strong something is."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

_TONES = ("danger", "danger", "warn", "good", "good")


class WorkingBar(QProgressBar):
    """Moves while something is being done."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.hide()


class StrengthBar(QProgressBar):
    """Shows 0 to 4 by length and tone; the words beside it are the caller's."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 4)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.set_strength(0)

    def set_strength(self, strength: int) -> None:
        """Show ``strength`` from 0 to 4."""
        self.setValue(strength)
        self.setProperty("tone", _TONES[strength])
        self.style().unpolish(self)
        self.style().polish(self)
