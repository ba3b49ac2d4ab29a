"""The narrow card in the middle of the window, for what comes before a store is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from groupkit.ui.parts.card import Card
from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import PlainLabel

WIDTH = 520


class NarrowPage(QScrollArea):
    """An icon, a heading, a word below it, and a card that holds the step."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heading, self.word = PlainLabel(), PlainLabel()
        self.heading.setProperty("role", "display")
        self.word.setProperty("role", "hint")
        for label in (self.heading, self.word):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.card = Card()
        column = _Column()
        inner = QVBoxLayout(column)
        inner.setSpacing(12)
        inner.addWidget(IconLabel(icon, "accent", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self.heading)
        inner.addWidget(self.word)
        inner.addSpacing(8)
        inner.addWidget(self.card)
        holder = QWidget()
        holder.setObjectName("scrollContent")
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(24, 32, 24, 32)
        outer.addStretch(1)
        outer.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)
        self.setWidget(holder)


class _Column(QWidget):
    """As wide as reads well, and never lower than its wrapped words need."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Polish, QEvent.Type.Show}:
            layout = self.layout()
            if layout is not None and layout.hasHeightForWidth():
                self.setMinimumHeight(layout.totalHeightForWidth(WIDTH))
        return super().event(event)
