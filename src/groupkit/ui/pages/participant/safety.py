"""How safe she feels, over time: her own numbers and words, never a score."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.safety import Moment, SafetyAnswer
from groupkit.language.care_words import moment_word
from groupkit.ui.desk import Desk
from groupkit.ui.pages.participant.drafts import AT
from groupkit.ui.pages.participant.safety_line import SafetyLine
from groupkit.ui.parts.buttons import secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.her_page import Course, HerPage


class SafetyTab(QWidget):
    """A card for each group: the line, then each answer."""

    form_wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._first: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID * 2)

    def show_page(self, page: HerPage) -> None:
        """Show her answers."""
        clear(self._column)
        self._first = None
        is_erased = page.participant.erased is not None
        for course in page.courses:
            answers = [each for each in page.answers if each.group_id == course.group.id]
            self._column.addWidget(self._card(course, answers, is_erased=is_erased))
        if not page.courses:
            said = self._desk.language.say("She is asked once she is in a group.")
            self._column.addWidget(EmptyState("figures", said))

    def first_focus(self) -> QWidget | None:
        """Return the first button."""
        return self._first

    def _card(self, course: Course, answers: list[SafetyAnswer], *, is_erased: bool) -> Card:
        language = self._desk.language
        card = Card(course.group.name)
        ordered = sorted(answers, key=lambda each: (each.day, list(Moment).index(each.moment)))
        if not is_erased:
            add = secondary(language.say("Note her answer"), "plus")
            add.clicked.connect(partial(self._want, course))
            self._first = self._first or add
            card.tools.addWidget(add)
        if not ordered:
            card.body.addWidget(_hint(language.say("She has not been asked yet.")))
            return card
        card.body.addWidget(SafetyLine(ordered, language))
        card.body.addWidget(
            _hint(
                language.say(
                    "1: afraid that new violence can easily happen. 7: quite sure that it "
                    "does not. Numbers move with the week she has had."
                )
            )
        )
        for each in ordered:
            card.body.addWidget(self._row(course, each))
        return card

    def _row(self, course: Course, given: SafetyAnswer) -> Row:
        language = self._desk.language
        row = Row(moment_word(given.moment, language), language.date_long(given.day))
        row.add_trailing(StatusMark(str(given.value), tone="neutral", icon="figures"))
        if given.words:
            words = PlainLabel(given.words)
            words.setWordWrap(True)
            row.add_below(words)
        of = f"{course.group.id}{AT}{given.moment.value}"
        row.opened.connect(partial(self.form_wanted.emit, "safety", of))
        return row

    def _want(self, course: Course, _checked: bool = False) -> None:
        self.form_wanted.emit("safety", str(course.group.id))


def _hint(text: str) -> PlainLabel:
    label = PlainLabel(text, role="hint")
    label.setWordWrap(True)
    return label
