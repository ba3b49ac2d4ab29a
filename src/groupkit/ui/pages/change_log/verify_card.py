"""Verifying the log: whole, broken at a number, or not what was printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.change_log import LogCheck
from groupkit.domain.refusal import Refusal
from groupkit.language.log_words import check_sentence
from groupkit.ui.desk import Desk
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import TextField
from groupkit.usecases.change_log import verify

_LONGEST_HEAD = 400


class VerifyCard(Card):
    """A field for a printed head, the button, and the answer in words."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            say("Is the log whole?"),
            say(
                "Every line is chained to those before it and signed by whoever wrote it. With a "
                "head that was printed earlier, lines taken away at the end are found, too."
            ),
        )
        self.setParent(parent)
        self._desk = desk
        self._is_asking = False
        self._head = TextField(say("Printed head, if there is one: the number and all 16 groups"))
        self._head.input.setMaxLength(_LONGEST_HEAD)
        self._button = primary(say("Verify"), "check")
        self._whole, self._broken = Banner("", "good"), Banner("", "danger")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._head, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.body.addWidget(self._whole)
        self.body.addWidget(self._broken)
        self._button.clicked.connect(self._verify)
        self._head.input.returnPressed.connect(self._verify)
        self._head.changed.connect(self._forget_answer)

    def first_focus(self) -> QWidget:
        """Return the button: most look without a printed head."""
        return self._button

    def _forget_answer(self) -> None:
        self._whole.hide()
        self._broken.hide()

    def _verify(self) -> None:
        if self._is_asking:
            return
        desk, typed = self._desk, self._head.value()
        self._is_asking = True
        self._forget_answer()
        desk.ask(self, lambda: verify(desk.store, typed), self._show, self._refuse)

    def _show(self, check: LogCheck) -> None:
        answer = self._whole if check.whole else self._broken
        self._answer(answer, check_sentence(check, self._desk.language))

    def _refuse(self, refusal: Refusal) -> None:
        self._answer(self._broken, self._desk.sentence(refusal))

    def _answer(self, banner: Banner, said: str) -> None:
        self._is_asking = False
        banner.set_text(said)
        banner.show()
