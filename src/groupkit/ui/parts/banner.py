"""A strip that says something about the whole card or page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from groupkit.ui.parts.buttons import Button
from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import PlainLabel, show_if

_ICONS = {"warn": "warning", "danger": "warning", "notice": "info", "good": "check"}


class Banner(QFrame):
    """A sentence in a tone; hidden while it has nothing to say."""

    def __init__(self, text: str, tone: str = "notice", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("tone", tone)
        self._label = PlainLabel()
        self._label.setWordWrap(True)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(10)
        layout.addWidget(IconLabel(_ICONS.get(tone, "info"), tone), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        self.set_text(text)
        show_if(self, bool(text))

    def add_button(self, button: Button) -> None:
        """Offer what can be done about it, at the end."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return what it says."""
        return self._label.text()
