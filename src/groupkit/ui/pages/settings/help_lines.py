"""The numbers that stand on handouts, and what the discreet form says instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from groupkit.domain.house import HelpLine
from groupkit.domain.refusal import Refusal, Refused
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
        self._lines: list[_Line] = []
        self._error = Banner("", tone="danger")
        self._holder = QWidget()
        add = secondary(say("Add a number"), "plus")
        add.clicked.connect(self._add)
        self.body.addWidget(self._error)
        self.body.addWidget(self._holder)
        self.tools.addWidget(add)

    def show_lines(self, lines: tuple[HelpLine, ...]) -> None:
        """Show ``lines`` in place of what stood there."""
        self._rebuild([(_Typed(line.number, line.label, line.neutral), line) for line in lines])

    def lines(self) -> tuple[tuple[HelpLine, ...], Refusal | None]:
        """Return the lines, and what is wrong with the first that breaks a rule.

        Such a line counts as it last was right. Rows left wholly empty do not count.
        """
        found, wrong = [], None
        for line in self._lines:
            typed = line.typed()
            if not any(typed):
                continue
            try:
                line.right = HelpLine(*typed)
            except Refused as no:
                wrong = wrong or no.refusal
            if line.right is not None:
                found.append(line.right)
        return tuple(found), wrong

    def set_error(self, said: str | None) -> None:
        """Show a sentence above the lines."""
        self._error.set_text(said or "")
        self._error.setVisible(bool(said))

    def _rebuild(self, lines: list[tuple[_Typed, HelpLine | None]]) -> None:
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
        for at, (typed, right) in enumerate(lines):
            self._add_row(grid, at, typed, heads)
            self._lines[at].right = right
        self.body.replaceWidget(self._holder, fresh)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = fresh

    def _add_row(self, grid: QGridLayout, at: int, typed: _Typed, heads: tuple[str, ...]) -> None:
        line = _Line(QLineEdit(typed.number), QLineEdit(typed.label), QLineEdit(typed.neutral))
        for column, edit in enumerate((line.number, line.label, line.neutral)):
            edit.setAccessibleName(f"{heads[column]} {at + 1}")
            edit.textEdited.connect(lambda _: self.changed.emit())
            grid.addWidget(edit, at + 1, column)
        remove = quiet("", "trash")
        remove.setAccessibleName(self._language.say("Remove {number}", number=typed.number))
        remove.setToolTip(plain_tip(remove.accessibleName()))
        remove.clicked.connect(lambda: self._remove(at))
        grid.addWidget(remove, at + 1, 3)
        self._lines.append(line)

    def _add(self) -> None:
        self._rebuild([*self._as_typed(), (_Typed("", "", ""), None)])
        self._lines[-1].number.setFocus()

    def _remove(self, at: int) -> None:
        self._rebuild([line for place, line in enumerate(self._as_typed()) if place != at])
        self.changed.emit()

    def _as_typed(self) -> list[tuple[_Typed, HelpLine | None]]:
        return [(line.typed(), line.right) for line in self._lines]


class _Typed(NamedTuple):
    number: str
    label: str
    neutral: str


@dataclass
class _Line:
    """The fields of one line, and the line as it last was right."""

    number: QLineEdit
    label: QLineEdit
    neutral: QLineEdit
    right: HelpLine | None = None

    def typed(self) -> _Typed:
        """Return what stands in the fields."""
        fields = (self.number, self.label, self.neutral)
        return _Typed(*(field.text().strip() for field in fields))
