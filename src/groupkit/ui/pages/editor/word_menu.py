"""The small menu at the cursor: what a misspelt word could have been, and cut, copy, paste."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from groupkit.ui.desk import Desk
from groupkit.ui.pages.editor.source_edit import SourceEdit


class WordMenu(QObject):
    """Opens by keyboard or mouse; Esc and a choice close it."""

    def __init__(self, desk: Desk, edit: SourceEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._edit = desk, edit
        self._menu: QMenu | None = None

    def open_at(self, _word: str, spot: QPoint) -> None:
        """Open the menu at ``spot`` on the screen."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self._edit)
        self._add_usual(self._menu)
        self._menu.popup(spot)

    def _add_usual(self, menu: QMenu) -> None:
        say, edit = self._desk.language.say, self._edit
        document, has_selection = edit.document(), edit.textCursor().hasSelection()
        usual: tuple[tuple[str, QKeySequence.StandardKey, Callable[[], None], bool], ...] = (
            (say("Undo"), QKeySequence.StandardKey.Undo, edit.undo, document.isUndoAvailable()),
            (say("Redo"), QKeySequence.StandardKey.Redo, edit.redo, document.isRedoAvailable()),
            (say("Cut"), QKeySequence.StandardKey.Cut, edit.cut, has_selection),
            (say("Copy"), QKeySequence.StandardKey.Copy, edit.copy, has_selection),
            (say("Paste"), QKeySequence.StandardKey.Paste, edit.paste, edit.canPaste()),
        )
        for word, key, deed, may in usual:
            action = QAction(word, menu)
            action.setShortcut(QKeySequence(key))
            action.setEnabled(may)
            action.triggered.connect(deed)
            menu.addAction(action)
