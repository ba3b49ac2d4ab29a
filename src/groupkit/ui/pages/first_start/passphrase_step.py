"""The second step: the passphrase, with its rules and an estimate while typing."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.refusal import PassphrasesDiffer, Refusal
from groupkit.language import Language, sentence
from groupkit.ui.background import Lane
from groupkit.ui.narrow import NarrowPage
from groupkit.ui.parts.buttons import primary, quiet
from groupkit.ui.parts.passphrase_field import PassphraseField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.progress import StrengthBar, WorkingBar
from groupkit.wiring import Program

_PAUSE = 150


class PassphraseStep(NarrowPage):
    """Emits ``done`` with what was typed in both fields."""

    done = Signal(str, str)
    back = Signal()

    def __init__(
        self,
        language: Language,
        lane: Lane,
        program: Program,
        house: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("key", parent)
        self._language, self._lane, self._program, self._house = language, lane, program, house
        say = language.say
        self.heading.setText(say("Choose a passphrase"))
        self.word.setText(
            say(
                "Four or five words that have nothing to do with each other are easy to "
                "remember and hard to guess."
            )
        )
        self._passphrase = PassphraseField(
            say("Passphrase"), say("Show what is typed"), say("At least 15 characters.")
        )
        self._strength = StrengthBar(say("Strength"))
        self._estimate = PlainLabel(" ")
        self._estimate.setProperty("role", "hint")
        self._again = PassphraseField(say("Once more"), say("Show what is typed"))
        self._working = WorkingBar(say("Making the store"))
        self._go_on = primary(say("Make the store"))
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._ask_strength)
        self._passphrase.changed.connect(self._typed)
        self._again.changed.connect(lambda: self._again.set_error(None))
        self._again.input.returnPressed.connect(self._go)
        self._passphrase.input.returnPressed.connect(self._again.take_focus)
        self._go_on.clicked.connect(self._go)

    def _lay_out(self) -> None:
        go_back = quiet(self._language.say("Back"), "arrow-left")
        go_back.clicked.connect(self.back)
        buttons = QHBoxLayout()
        buttons.addWidget(go_back)
        buttons.addStretch(1)
        buttons.addWidget(self._go_on)
        for part in (
            self._passphrase,
            self._strength,
            self._estimate,
            self._again,
            self._working,
        ):
            self.card.body.addWidget(part)
        self.card.body.addLayout(buttons)

    def first_focus(self) -> QWidget:
        """Return the passphrase field."""
        return self._passphrase.input

    def set_working(self, working: bool) -> None:
        """Show that the store is being made."""
        self._working.setVisible(working)
        for part in (self._go_on, self._passphrase, self._again):
            part.setEnabled(not working)

    def show_refusal(self, refusal: Refusal) -> None:
        """Put the sentence under the field it is about."""
        field = self._again if isinstance(refusal, PassphrasesDiffer) else self._passphrase
        field.set_error(sentence(refusal, self._language))
        field.take_focus()

    def _typed(self) -> None:
        self._passphrase.set_error(None)
        self._timer.start()

    def _ask_strength(self) -> None:
        typed, program, words = self._passphrase.value(), self._program, self._house.split()
        self._lane.ask(self, lambda: program.vault.strength(typed, words), self._show_strength)

    def _show_strength(self, strength: int) -> None:
        say = self._language.say
        words = (
            say("Guessed at once"),
            say("Easy to guess"),
            say("Could be guessed"),
            say("Hard to guess"),
            say("Very hard to guess"),
        )
        self._strength.set_strength(strength)
        self._estimate.setText(words[strength] if self._passphrase.value() else " ")

    def _go(self) -> None:
        if self._go_on.isEnabled():
            self.done.emit(self._passphrase.value(), self._again.value())
