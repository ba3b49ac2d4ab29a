"""What an empty page shows: what belongs here, and the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import PlainLabel, show_if

_WIDEST = 520


class EmptyState(QFrame):
    """An icon, a sentence, and a button that emits ``wanted``."""

    wanted = Signal()

    def __init__(
        self, icon: str, sentence: str, first_step: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAccessibleName(sentence)
        said = PlainLabel(sentence)
        said.setProperty("role", "lead")
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        said.setMinimumWidth(360)
        said.setMaximumWidth(_WIDEST)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 56, 32, 56)
        layout.setSpacing(20)
        layout.addWidget(IconLabel(icon, "quiet", 48), 0, centre)
        # A wrapped label that is aligned gets the height of a wider one: stretches centre it.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(said, 100)
        middle.addStretch(1)
        layout.addLayout(middle)
        self.button = primary(first_step)
        show_if(self.button, bool(first_step))
        self.button.clicked.connect(self.wanted)
        layout.addWidget(self.button, 0, centre)
