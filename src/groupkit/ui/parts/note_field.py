"""A note: several lines of plain text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from groupkit.ui.parts.field import LabelledField


class NoteField(LabelledField):
    """Several lines of plain text that grow with what is written; Tab leaves the field.

    ``too_long`` tells of a paste that would make more than ``most`` characters and stays outside.
    """

    too_long = Signal(int)

    def __init__(self, label: str, hint: str = "", lines: int = 4, most: int = 20_000) -> None:
        self.input = _PlainEdit(lines, most)
        super().__init__(label, self.input, hint)
        self.input.textChanged.connect(self.changed)
        self.input.too_long.connect(self.too_long)

    def value(self) -> str:
        """Return the text."""
        return self.input.toPlainText()

    def go_to_end(self) -> None:
        """Put the cursor behind the last word, where one types on."""
        self.input.moveCursor(QTextCursor.MoveOperation.End)

    def show_kept(self, kept: str) -> None:
        """Show what is kept; the same words as typed stay as typed, with cursor and spaces."""
        if self.value().split() != kept.split():
            self.set_value(kept)

    def set_value(self, value: str) -> None:
        """Put in a text without saying that it was typed."""
        blocked = self.input.blockSignals(True)
        self.input.setPlainText(value)
        self.input.blockSignals(blocked)
        self.input.grow()


class _PlainEdit(QPlainTextEdit):
    too_long = Signal(int)

    def __init__(self, lines: int, most: int) -> None:
        super().__init__()
        self._lines, self._most = lines, most
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.grow())
        self.grow()

    def grow(self) -> None:
        """Take the height of what is written, between a few lines and a third of a screen."""
        lines = max(self._lines, min(int(self.document().size().height()) + 1, 16))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 22)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not source.hasText():
            return
        length = len(self.toPlainText()) + len(source.text())
        if length > self._most:
            self.too_long.emit(length)
        else:
            self.insertPlainText(source.text())
