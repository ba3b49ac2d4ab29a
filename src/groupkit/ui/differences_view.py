"""The differences between two texts: what is new is underlined, what is gone is struck out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from groupkit.domain.differences import Change, Row, around_changes, differences
from groupkit.ui.theme.appearance import current

_ADDED, _REMOVED, _BOTH = "+  ", "−  ", "    "


class DifferencesView(QPlainTextEdit):
    """Shows plain text that can be read and copied, never changed."""

    def __init__(self, name: str, nothing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self._stretches: tuple[tuple[Row, ...], ...] = ()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setMinimumSize(320, 200)
        current().changed.connect(self._draw)

    def compare(self, older: str, newer: str) -> None:
        """Show what was changed from ``older`` to ``newer``."""
        self._stretches = around_changes(differences(older, newer))
        self._draw()

    def clear_all(self) -> None:
        """Show nothing."""
        self._stretches = ()
        self.clear()

    def _draw(self) -> None:
        self.clear()
        if not self._stretches:
            self.setPlainText(self._nothing)
            return
        cursor = self.textCursor()
        for at, stretch in enumerate(self._stretches):
            if at:
                cursor.insertText(f"{_BOTH}…\n", _quiet())
            for row in stretch:
                cursor.insertText(_sign(row), _quiet())
                for piece in row.pieces:
                    cursor.insertText(piece.text, _format(piece.change))
                cursor.insertText("\n", _plain())
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _sign(row: Row) -> str:
    if row.old_line and row.new_line:
        return _BOTH
    return _ADDED if row.new_line else _REMOVED


def _plain() -> QTextCharFormat:
    plain = QTextCharFormat()
    plain.setForeground(QColor(current().palette.text))
    return plain


def _quiet() -> QTextCharFormat:
    quiet = QTextCharFormat()
    quiet.setForeground(QColor(current().palette.quiet))
    return quiet


def _format(change: Change) -> QTextCharFormat:
    palette = current().palette
    shown = _plain()
    if change is Change.ADDED:
        shown.setForeground(QColor(palette.good.ink))
        shown.setBackground(QColor(palette.good.surface))
        shown.setFontUnderline(True)
    elif change is Change.REMOVED:
        shown.setForeground(QColor(palette.danger.ink))
        shown.setBackground(QColor(palette.danger.surface))
        shown.setFontStrikeOut(True)
    return shown
