"""A quiet line below a note that says what should not stand in it; it never stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.guards import Finding, GuardKind, Named, watch
from groupkit.language import Language
from groupkit.language.guard_words import guard_sentence
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import PlainLabel

PAUSE = 600
"""Milliseconds without a key before it looks."""
_MOST = 3


class GuardStrip(QFrame):
    """``own`` is whose note it is: her own name may stand there; None for the group's note."""

    move_wanted = Signal(object)
    """The :class:`Finding` whose sentence is to go to her note."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._people: tuple[Named, ...] = ()
        self._own: UUID | None = None
        self._text = ""
        self._seen: tuple[Finding, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self.hide()

    @property
    def seen(self) -> tuple[Finding, ...]:
        """What it warns of now."""
        return self._seen

    def watch_for(self, people: Sequence[Named], own: UUID | None = None) -> None:
        """Say whose names to look for, and whose note it is."""
        self._people, self._own = tuple(people), own
        self.look()

    def read(self, text: str, *, at_once: bool = False) -> None:
        """Look at ``text`` after a pause, or at once."""
        self._text = text
        if at_once:
            self.look()
        else:
            self._pause.start()

    def look(self) -> None:
        """Look now."""
        self._pause.stop()
        people = [each for each in self._people if each.participant_id != self._own]
        seen = watch(self._text, people)
        if seen != self._seen:
            self._seen = seen
            self._show()

    def _show(self) -> None:
        clear(self._lines)
        said = []
        for finding in self._seen[:_MOST]:
            text = self._text[finding.start : finding.end]
            sentence = guard_sentence(
                finding.kind, text, self._language, own_note=self._own is not None
            )
            said.append(sentence)
            self._lines.addWidget(self._line(sentence, finding))
        rest = len(self._seen) - _MOST
        if rest > 0:
            more = self._language.count("and {n} more", "and {n} more", rest)
            self._lines.addWidget(PlainLabel(more, role="hint"))
        self.setVisible(bool(self._seen))
        self.setAccessibleName(" ".join(said))

    def _line(self, sentence: str, finding: Finding) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = PlainLabel(sentence, role="small")
        words.setWordWrap(True)
        row.addWidget(IconLabel("info", "notice", 16))
        row.addWidget(words, 1)
        if finding.kind is GuardKind.NAME and self._own is None:
            move = quiet(self._language.say("Move the sentence to her note"), "arrow-right")
            move.clicked.connect(lambda: self.move_wanted.emit(finding))
            row.addWidget(move)
        return line
