"""What is done at once when a woman is in immediate danger, and the numbers to call."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.house import HelpLine
from groupkit.language import Language
from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import PlainLabel


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


def _line(text: str, role: str = "") -> PlainLabel:
    label = PlainLabel(text, role=role)
    label.setWordWrap(True)
    return label
