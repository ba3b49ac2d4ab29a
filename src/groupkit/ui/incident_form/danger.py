"""What is done at once when a woman is in immediate danger, and the numbers to call."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupkit.domain.house import HelpLine
from groupkit.language import Language
from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.theme.tokens import GRID


class DangerNow(QFrame):
    """The house's procedure and its help numbers; there as soon as danger is said."""

    def __init__(
        self,
        procedure: str,
        help_lines: tuple[HelpLine, ...],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        say = language.say
        self.setObjectName("banner")
        self.setProperty("tone", "danger")
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(_line(say("Act now. The form can wait: what is typed is kept."), "strong"))
        told = procedure or say(
            "The house has not written down what to do. Stay with her, and call for help with her."
        )
        column.addWidget(_line(told))
        for line in help_lines:
            column.addWidget(_line(f"{line.number}  {line.label}", "strong"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel("warning", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        numbers = ", ".join(f"{line.number} {line.label}" for line in help_lines)
        self.setAccessibleName(say("Immediate danger"))
        self.setAccessibleDescription(f"{told} {numbers}")
        self.hide()

    def appear(self) -> None:
        """Come into sight, whatever the form is scrolled to, and be read out."""
        if not self.isHidden():
            return
        self.show()
        words = f"{self.accessibleName()}. {self.accessibleDescription()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self, 0, GRID)


def _line(text: str, role: str = "") -> PlainLabel:
    label = PlainLabel(text, role=role)
    label.setWordWrap(True)
    return label
