"""One hit: what it is, where it belongs, and the words around what was found."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from groupkit.domain.matching import Snippet
from groupkit.ui.parts.row import Row
from groupkit.usecases.searching import Found, Hit

_ICONS = {
    Found.GROUP: "groups",
    Found.PARTICIPANT: "person",
    Found.NOMINATION: "people",
    Found.SESSION: "calendar",
    Found.OWN_NOTE: "note",
    Found.GROUP_NOTE: "note",
    Found.TOPIC: "library",
}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class HitRow(Row):
    """Opens by click or Enter; up and down are told to the list."""

    stepped = Signal(int)

    def __init__(self, hit: Hit) -> None:
        super().__init__(hit.title, hit.detail, icon=_ICONS[hit.kind])
        if hit.snippet is not None:
            self.add_below(_Piece(hit.snippet))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class _Piece(QLabel):
    """What was found stands out; the words themselves are never read as markup."""

    def __init__(self, snippet: Snippet) -> None:
        before, found, after = map(escape, (snippet.before, snippet.found, snippet.after))
        super().__init__(f"{before}<b>{found}</b>{after}")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAccessibleName(f"{snippet.before}{snippet.found}{snippet.after}")
