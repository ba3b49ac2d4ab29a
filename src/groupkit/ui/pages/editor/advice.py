"""How the text reads: LIX against its target, and the longest sentences, each a way to its line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.readability import HARDEST_HANDOUT, Readability
from groupkit.language import Language
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.theme.tokens import GRID


class Advice(QWidget):
    """``line_wanted`` is the line (from 1) of what was pressed."""

    line_wanted = Signal(int)

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: Readability | None = None
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(PageScroll(holder))
        self._say_nothing()

    def show_reading(self, reading: Readability | None) -> None:
        """Show how the text reads; None where nobody can say."""
        if reading == self._shown:
            return
        self._shown = reading
        clear(self._column)
        if reading is None or not reading.words:
            self._say_nothing()
            return
        say = self._language.say
        self._say(say("Easy to read"), "title")
        self._say(
            say(
                "LIX counts words in a sentence and long words. A handout has at most {most}.",
                most=HARDEST_HANDOUT,
            ),
            "hint",
        )
        self._column.addWidget(lix_mark(reading, self._language))
        if reading.longest_sentences:
            self._say(say("The longest sentences"), "strong")
        for sentence in reading.longest_sentences:
            count = self._language.count("{n} word", "{n} words", sentence.words)
            self._point_at(sentence.line, sentence.text, count)
        if reading.longest_words:
            self._say(say("The longest words"), "strong")
        for word in reading.longest_words:
            self._point_at(word.line, word.text, say("Line {line}", line=word.line))

    def _say(self, text: str, role: str) -> None:
        label = PlainLabel(text, role=role)
        label.setWordWrap(True)
        if role == "strong":
            label.setContentsMargins(0, GRID, 0, 0)
        self._column.addWidget(label)

    def _say_nothing(self) -> None:
        self._say(self._language.say("What can be said of how the text reads comes here."), "hint")

    def _point_at(self, line: int, text: str, below: str) -> None:
        row = Row(text, below)
        row.opened.connect(lambda: self.line_wanted.emit(line))
        self._column.addWidget(row)


def lix_mark(reading: Readability, language: Language) -> StatusMark:
    """Return LIX with its target, by icon and word."""
    lix = round(reading.lix)
    if lix <= HARDEST_HANDOUT:
        return StatusMark(language.say("LIX {lix}: easy", lix=lix), tone="good", icon="check")
    said = language.say("LIX {lix}: aim for {most}", lix=lix, most=HARDEST_HANDOUT)
    return StatusMark(said, tone="warn", icon="warning")
