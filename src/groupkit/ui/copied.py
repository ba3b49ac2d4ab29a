"""What was copied from our windows, taken back from the clipboard when the store is locked."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class Copied(QObject):
    """Knows whether what the clipboard holds came from us; not every system tells by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QApplication.clipboard()
        self._ours: set[QClipboard.Mode] = set()
        self._clipboard.changed.connect(self._note)

    def forget(self) -> None:
        """Empty the clipboard and the selection where they hold what was copied here."""
        for mode in tuple(self._ours):
            self._clipboard.clear(mode)
        self._ours.clear()

    def _note(self, mode: QClipboard.Mode) -> None:
        # Another program copies while it, and not our window, has the keyboard.
        if mode in _MODES and QApplication.focusWidget() is not None:
            self._ours.add(mode)
        else:
            self._ours.discard(mode)
