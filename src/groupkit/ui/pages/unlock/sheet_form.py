"""Opening by the recovery sheet: first its words, then who one is and a new passphrase."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.refusal import PassphrasesDiffer, Refusal, WrongRecoverySheet
from groupkit.domain.roles import User
from groupkit.language import Language, sentence
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.parts.passphrase_field import PassphraseField
from groupkit.ui.parts.plain import PlainLabel


class SheetForm(QWidget):
    """Emits ``words_typed``, and once ``show_people`` was called ``wanted`` with who one is.

    Names are shown only to whoever typed a sheet that opens the store.
    """

    words_typed = Signal()
    wanted = Signal(object, str, str)
    """The :class:`User` chosen, and the new passphrase typed twice."""
    touched = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._people: dict[str, User] = {}
        say, shown = language.say, language.say("Show what is typed")
        self._words = NoteField(
            say("The 16 words of the recovery sheet"),
            hint=say("Large or small letters and spaces do not matter."),
        )
        self._on = primary(say("Continue"))
        self._said = PlainLabel(say("The sheet opens the store."), role="lead")
        self._person = ChoiceField(say("Who are you?"), [])
        self._passphrase = PassphraseField(
            say("Your new passphrase"), shown, say("At least 15 characters.")
        )
        self._again = PassphraseField(say("New passphrase once more"), shown)
        self._go = primary(say("Open and set the new passphrase"), "unlock")
        self._first = (self._words, self._on)
        self._second = (self._said, self._person, self._passphrase, self._again, self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (*self._first, *self._second):
            column.addWidget(part)
        self._connect()
        self._show_step(self._first)

    def _connect(self) -> None:
        self._on.clicked.connect(self._send_words)
        self._go.clicked.connect(self._send)
        self._passphrase.input.returnPressed.connect(self._again.take_focus)
        self._again.input.returnPressed.connect(self._send)
        for field in (self._words, self._person, self._passphrase, self._again):
            field.changed.connect(lambda field=field: field.set_error(None))
            field.changed.connect(self.touched)

    def words(self) -> str:
        """Return the words as typed."""
        return self._words.value()

    def show_people(self, people: Sequence[User]) -> None:
        """Go on to the second step; nobody is chosen before she chooses, unless she is alone."""
        self._people = {str(person.id): person for person in people}
        options = [(key, person.name) for key, person in self._people.items()]
        if len(options) > 1:
            options.insert(0, ("", self._language.say("Choose your name")))
        self._person.set_options(options)
        self._show_step(self._second)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where the step begins."""
        if not self._words.isHidden():
            self._words.take_focus()
        elif len(self._people) > 1:
            self._person.take_focus()
        else:
            self._passphrase.take_focus()

    def show_refusal(self, refusal: Refusal) -> None:
        """Put the sentence under what it is about."""
        said = sentence(refusal, self._language)
        if not self._words.isHidden():
            self._words.set_error(said)
            self._words.take_focus()
        elif isinstance(refusal, WrongRecoverySheet):
            self._show_step(self._first)
            self._words.set_error(said)
            self._words.take_focus()
        else:
            field = self._again if isinstance(refusal, PassphrasesDiffer) else self._passphrase
            field.set_error(said)
            field.take_focus()

    def forget(self) -> None:
        """Forget what was typed and who has access."""
        for field in (self._words, self._passphrase, self._again):
            field.set_value("")
            field.set_error(None)
        self._people = {}
        self._person.set_options([])
        self._show_step(self._first)

    def _show_step(self, step: tuple[QWidget, ...]) -> None:
        for part in (*self._first, *self._second):
            part.setVisible(part in step)

    def _send_words(self) -> None:
        self._words.set_error(None)
        self.words_typed.emit()

    def _send(self) -> None:
        person = self._people.get(self._person.value())
        if person is None:
            self._person.set_error(self._language.say("Please choose your name."))
            self._person.take_focus()
        else:
            self.wanted.emit(person, self._passphrase.value(), self._again.value())
