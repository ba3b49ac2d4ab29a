"""The numbers that stand on handouts, and what the discreet form says instead."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from groupkit.domain.house import HelpLine
from groupkit.language import Language
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.plain import PlainLabel, plain_tip


class HelpLinesCard(Card):
    """A line per number: the number, its label, and its neutral label."""

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        say = language.say
        super().__init__(
            say("Help numbers on handouts"),
            say("Without a neutral label, a number is left out of the discreet form."),
        )
        self.setParent(parent)
        self._language = language
        self._lines: list[tuple[QLineEdit, QLineEdit, QLineEdit]] = []
        self._error = Banner("", tone="danger")
        self._holder = QWidget()
        add = secondary(say("Add a number"), "plus")
        add.clicked.connect(self._add)
        self.body.addWidget(self._error)
        self.body.addWidget(self._holder)
        self.tools.addWidget(add)

    def show_lines(self, lines: tuple[HelpLine, ...]) -> None:
        """Show ``lines`` in place of what stood there."""
        self._rebuild([(line.number, line.label, line.neutral) for line in lines])

    def lines(self) -> tuple[HelpLine, ...]:
        """Return the lines; rows left wholly empty do not count.

        Raises:
            Refused: a number without label, a label without number, or one too long.
        """
        return tuple(HelpLine(*typed) for typed in self._typed() if any(typed))

    def set_error(self, said: str | None) -> None:
        """Show a sentence above the lines."""
        self._error.set_text(said or "")
        self._error.setVisible(bool(said))

    def _typed(self) -> list[tuple[str, str, str]]:
        return [
            (number.text().strip(), label.text().strip(), neutral.text().strip())
            for number, label, neutral in self._lines
        ]

    def _rebuild(self, lines: list[tuple[str, str, str]]) -> None:
        say = self._language.say
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        heads = (say("Number"), say("Label"), say("Neutral label"))
        for column, head in enumerate(heads):
            label = PlainLabel(head)
            label.setProperty("role", "label")
            grid.addWidget(label, 0, column)
            grid.setColumnStretch(column, (1, 3, 3)[column])
        self._lines = []
        for at, typed in enumerate(lines):
            self._add_row(grid, at, typed, heads)
        self.body.replaceWidget(self._holder, fresh)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = fresh

    def _add_row(
        self, grid: QGridLayout, at: int, typed: tuple[str, str, str], heads: tuple[str, ...]
    ) -> None:
        edits = (QLineEdit(typed[0]), QLineEdit(typed[1]), QLineEdit(typed[2]))
        for column, edit in enumerate(edits):
            edit.setAccessibleName(f"{heads[column]} {at + 1}")
            edit.textEdited.connect(lambda _: self.changed.emit())
            grid.addWidget(edit, at + 1, column)
        remove = quiet("", "trash")
        remove.setAccessibleName(self._language.say("Remove {number}", number=typed[0]))
        remove.setToolTip(plain_tip(remove.accessibleName()))
        remove.clicked.connect(lambda: self._remove(at))
        grid.addWidget(remove, at + 1, 3)
        self._lines.append(edits)

    def _add(self) -> None:
        self._rebuild([*self._typed(), ("", "", "")])
        self._lines[-1][0].setFocus()

    def _remove(self, at: int) -> None:
        typed = self._typed()
        self._rebuild([line for place, line in enumerate(typed) if place != at])
        self.changed.emit()
