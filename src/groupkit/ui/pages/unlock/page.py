"""Unlocking in one step; the recovery sheet helps when the passphrase is gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from groupkit.domain.refusal import Refusal, StoreInUse, WrongRecoverySheet
from groupkit.language import Language, sentence
from groupkit.machine.preferences import Preferences
from groupkit.ui.background import Lane
from groupkit.ui.file_dialog import QuietFileDialog
from groupkit.ui.narrow import NarrowPage
from groupkit.ui.parts.buttons import primary, quiet, secondary
from groupkit.ui.parts.field import NoteField, PassphraseField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.progress import WorkingBar
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.unlock import unlock, unlock_with_sheet
from groupkit.wiring import Program


class UnlockPage(NarrowPage):
    """Emits ``opened`` with the store; deriving the key leaves the window free."""

    opened = Signal(object)
    other_store_chosen = Signal(object)
    found_open = Signal()
    """The store is open elsewhere, perhaps in a window that can be shown."""
    other_window_wanted = Signal()

    def __init__(
        self, lane: Lane, program: Program, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("lock", parent)
        self._lane, self._program, self._preferences = lane, program, preferences
        self._language = Language(preferences.language)
        say = self._language.say
        self.heading.setText("groupkit")
        self.word.setText(say("The store is locked."))
        self._passphrase = PassphraseField(say("Passphrase"), say("Show what is typed"))
        self._unlock = primary(say("Unlock"), "unlock")
        self._working = WorkingBar(say("Opening the store"))
        self._sheet = _SheetForm(self._language, self)
        self._sheet.hide()
        self._is_given_up = False
        self._other_window = secondary(say("Show that window"))
        self._other_window.hide()
        self._other_window.clicked.connect(self.other_window_wanted)
        self._lay_out()
        self._unlock.clicked.connect(self._try)
        self._passphrase.input.returnPressed.connect(self._try)
        self._passphrase.changed.connect(lambda: self._passphrase.set_error(None))
        self._sheet.wanted.connect(self._try_sheet)

    def _lay_out(self) -> None:
        say = self._language.say
        lost = quiet(say("I have the recovery sheet"))
        other = quiet(say("Another store …"))
        lost.clicked.connect(self._show_sheet)
        other.clicked.connect(self._choose_other)
        more = QVBoxLayout()
        for button in (lost, other):
            more.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        folder = PlainLabel(str(self._preferences.store))
        folder.setProperty("role", "hint")
        folder.setWordWrap(True)
        for part in (
            self._passphrase,
            self._working,
            self._unlock,
            self._other_window,
            self._sheet,
        ):
            self.card.body.addWidget(part)
        self.card.body.addLayout(more)
        self.card.body.addWidget(folder)

    def first_focus(self) -> QWidget:
        """Return the passphrase field."""
        return self._passphrase.input

    def offer_other_window(self, is_there: bool) -> None:
        """Offer to show the window in which the store is open, where there is one."""
        self._other_window.setVisible(is_there)

    def give_up(self) -> None:
        """Close at once what is being opened: somebody has left."""
        self._is_given_up = not self._unlock.isEnabled()

    def _try(self) -> None:
        passphrase, folder = self._passphrase.value(), self._preferences.store
        if not passphrase or not self._unlock.isEnabled():
            return
        self._begin()
        program = self._program
        self._lane.ask(
            self, lambda: unlock(program.vault, folder, passphrase), self._opened, self._refused
        )

    def _try_sheet(self, words: str, passphrase: str, again: str) -> None:
        folder, program = self._preferences.store, self._program
        self._begin()
        self._lane.ask(
            self,
            lambda: unlock_with_sheet(program.vault, folder, words, passphrase, again),
            self._opened,
            self._sheet_refused,
        )

    def _begin(self) -> None:
        self._passphrase.set_error(None)
        self._other_window.hide()
        self._unlock.setEnabled(False)
        self._sheet.setEnabled(False)
        self._working.show()

    def _end(self, refusal: Refusal | None = None) -> None:
        self._is_given_up = False
        if isinstance(refusal, StoreInUse):
            self.found_open.emit()
        self._unlock.setEnabled(True)
        self._sheet.setEnabled(True)
        self._working.hide()

    def _opened(self, store: OpenStore) -> None:
        if self._is_given_up:
            self._end()
            self._passphrase.set_value("")
            self._lane.ask(self, store.close, lambda _: None)
            return
        self._end()
        self._passphrase.set_value("")
        self._sheet.forget()
        self.opened.emit(store)

    def _refused(self, refusal: Refusal) -> None:
        self._end(refusal)
        self._passphrase.set_error(sentence(refusal, self._language))
        self._passphrase.take_focus()
        self._passphrase.input.selectAll()

    def _sheet_refused(self, refusal: Refusal) -> None:
        self._end(refusal)
        self._sheet.show_refusal(refusal)

    def _show_sheet(self) -> None:
        self._sheet.show()
        self._sheet.take_focus()

    def _choose_other(self) -> None:
        # Opened and not waited for: nothing may hold a lock back.
        title = self._language.say("The folder of the store")
        ask = QuietFileDialog(title, self._preferences.store.parent, self)
        ask.setFileMode(QFileDialog.FileMode.Directory)
        ask.setOption(QFileDialog.Option.ShowDirsOnly)
        ask.fileSelected.connect(self._use_other)
        QDialog.open(ask)

    def _use_other(self, chosen: str) -> None:
        self.other_store_chosen.emit(
            replace(self._preferences, store=Path(chosen), has_store=False)
        )


class _SheetForm(QWidget):
    wanted = Signal(str, str, str)

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        say = language.say
        self._words = NoteField(
            say("The 16 words of the recovery sheet"),
            hint=say("Large or small letters and spaces do not matter."),
        )
        self._passphrase = PassphraseField(
            say("New passphrase"), say("Show what is typed"), say("At least 15 characters.")
        )
        self._again = PassphraseField(say("New passphrase once more"), say("Show what is typed"))
        go = primary(say("Open and set the new passphrase"))
        go.clicked.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        for part in (self._words, self._passphrase, self._again, go):
            column.addWidget(part)

    def take_focus(self) -> None:
        """Put the keyboard into the words."""
        self._words.take_focus()

    def show_refusal(self, refusal: Refusal) -> None:
        """Put the sentence under the words or the passphrase."""
        about_words = isinstance(refusal, WrongRecoverySheet)
        said = sentence(refusal, self._language)
        self._words.set_error(said if about_words else None)
        self._passphrase.set_error(None if about_words else said)

    def forget(self) -> None:
        """Forget what was typed."""
        for field in (self._words, self._passphrase, self._again):
            field.set_value("")

    def _go(self) -> None:
        self.wanted.emit(self._words.value(), self._passphrase.value(), self._again.value())
