"""A status mark: an icon and a word, never a colour alone."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import PlainLabel


class StatusMark(QFrame):
    """A word in the tone good, notice, warn, danger or neutral."""

    def __init__(
        self, text: str, tone: str = "neutral", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mark")
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 10, 4)
        layout.setSpacing(6)
        if icon:
            layout.addWidget(IconLabel(icon, tone, 16))
        layout.addWidget(PlainLabel(text))
