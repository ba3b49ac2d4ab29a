"""The small menu at a misspelt word: what may have been meant, and that the word is right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from groupkit.ui.desk import Desk
from groupkit.ui.pages.editor.source_edit import SourceEdit
from groupkit.usecases.own_words import forget_word, learn_word, own_words

_WORD = Qt.ItemDataRole.UserRole
_EDGE = 8


class WordMenu(QListWidget):
    """Lies over the page, not over the screen: up and down choose, Enter takes, Esc leaves."""

    def __init__(self, desk: Desk, edit: SourceEdit, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._edit, self._language = desk, edit, language
        self._asked = ""
        self.setObjectName("choices")
        self.setAccessibleName(desk.language.say("What may have been meant"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._take)
        self.itemClicked.connect(self._take)
        self.hide()

    def ask_about(self, word: str) -> None:
        """Look for what ``word`` was meant to be, and open."""
        desk, code = self._desk, self._language
        spelling = desk.spelling
        self._asked = word
        if spelling is None:
            return
        desk.ask(
            self,
            lambda: spelling.suggestions(word, code, own_words(desk.store)),
            lambda found: self._open(word, found),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()

    def _open(self, word: str, found: tuple[str, ...]) -> None:
        if word != self._asked or self._edit.textCursor().selectedText() != word:
            return
        say = self._desk.language.say
        self.clear()
        for suggestion in found:
            QListWidgetItem(suggestion, self).setData(_WORD, suggestion)
        if not found:
            nothing = QListWidgetItem(say("No word is like it."), self)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        QListWidgetItem(say("'{word}' is right: remember it", word=word), self)
        self.setCurrentRow(0 if found else 1)
        self._lie_down()
        self.show()
        self.raise_()
        self.setFocus()

    def _lie_down(self) -> None:
        """Lie below the word, or above it where the page ends."""
        page = self.parentWidget()
        if page is None:
            return
        width = self.sizeHintForColumn(0) + 40
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 12
        spot = self._edit.mapTo(page, self._edit.below_cursor()) + QPoint(0, 2)
        if spot.y() + height > page.height() - _EDGE:
            spot.setY(spot.y() - height - self._edit.fontMetrics().height() - 6)
        spot.setX(max(min(spot.x(), page.width() - width - _EDGE), _EDGE))
        self.setGeometry(
            spot.x(), max(spot.y(), _EDGE), min(width, page.width() - 2 * _EDGE), height
        )

    def _take(self, item: QListWidgetItem) -> None:
        suggestion = item.data(_WORD)
        if suggestion:
            self._edit.textCursor().insertText(str(suggestion))
        elif item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self._learn(self._asked)
        self._leave()

    def _learn(self, word: str) -> None:
        desk = self._desk

        def undo() -> None:
            desk.do(desk, lambda: forget_word(desk.store, word))

        said = desk.language.say("'{word}' is known from now on.", word=word)
        desk.do(self, lambda: learn_word(desk.store, word), lambda _: desk.notice(said, undo=undo))

    def _leave(self) -> None:
        self.hide()
        self._edit.setFocus()
