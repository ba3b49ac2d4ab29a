"""Unlocking in one step; the recovery sheet or a backup helps when that does not work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.refusal import Refusal, StoreInUse, WrongPassphrase
from groupkit.domain.roles import User
from groupkit.language import Language, sentence
from groupkit.machine.preferences import Preferences
from groupkit.ui.background import Lane
from groupkit.ui.desk import Notice
from groupkit.ui.file_dialog import ask_for_folder
from groupkit.ui.narrow import NarrowPage
from groupkit.ui.pages.unlock.passphrase_form import PassphraseForm
from groupkit.ui.pages.unlock.rescue import Rescue, helps_against
from groupkit.ui.pages.unlock.sheet_form import SheetForm
from groupkit.ui.pages.unlock.ways import Ways
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.progress import WorkingBar
from groupkit.usecases.ports import OpenStore
from groupkit.wiring import Program

T = TypeVar("T")
_PATIENCE = 5 * 60_000
"""Milliseconds after which what was typed and left standing is forgotten."""


class UnlockPage(NarrowPage):
    """Emits ``opened`` with the store; deriving the key leaves the window free."""

    opened = Signal(object)
    other_store_chosen = Signal(object)
    found_open = Signal()
    """The store is open elsewhere, perhaps in a window that can be shown."""
    other_window_wanted = Signal()
    noticed = Signal(object)
    """A :class:`Notice` to show over the store that was opened."""
    left = Signal()
    """Back to making a new store."""

    def __init__(
        self, lane: Lane, program: Program, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("lock", parent)
        self._lane, self._preferences = lane, preferences
        self._ways = Ways(program, preferences.store)
        self._language = Language(preferences.language)
        self._is_working = self._is_given_up = self._restores_only = False
        say = self._language.say
        self.heading.setText("groupkit")
        self.word.setText(say("The store is locked."))
        self._passphrase = PassphraseForm(self._language, self)
        self._working = WorkingBar(say("Opening the store"))
        self._sheet = SheetForm(self._language, self)
        self._rescue = Rescue(self._language, preferences.store, self)
        self._other_window = secondary(say("Show that window"))
        self._lost = quiet(say("I have the recovery sheet"))
        self._back = quiet(say("I know my passphrase"))
        self._none_yet = quiet(say("Make a new store"))
        self._forgetting = QTimer(self)
        self._forgetting.setSingleShot(True)
        self._forgetting.setInterval(_PATIENCE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        other = quiet(self._language.say("Another store …"))
        other.clicked.connect(self._choose_other)
        more = QVBoxLayout()
        for button in (self._lost, self._back, other, self._none_yet):
            more.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        folder = PlainLabel(str(self._preferences.store), role="hint")
        folder.setWordWrap(True)
        for part in (
            self._passphrase,
            self._sheet,
            self._working,
            self._other_window,
            self._rescue,
        ):
            self.card.body.addWidget(part)
        self.card.body.addLayout(more)
        self.card.body.addWidget(folder)
        for part in (self._sheet, self._other_window, self._back, self._none_yet):
            part.hide()

    def _connect(self) -> None:
        self._passphrase.wanted.connect(self._try)
        self._other_window.clicked.connect(self.other_window_wanted)
        self._sheet.words_typed.connect(self._try_words)
        self._sheet.wanted.connect(self._try_sheet)
        self._rescue.wanted.connect(self._restore)
        self._lost.clicked.connect(lambda: self._use_sheet(True))
        self._back.clicked.connect(lambda: self._use_sheet(False))
        self._none_yet.clicked.connect(self.left)
        self._passphrase.touched.connect(self._forgetting.start)
        self._sheet.touched.connect(self._forgetting.start)
        self._forgetting.timeout.connect(self._forget)
        # A method of ours, not a lambda: Qt lets go of it with the page.
        self._lane.failed.connect(self._failed)

    def first_focus(self) -> QWidget:
        """Return the passphrase field."""
        return self._passphrase.input

    def offer_other_window(self, is_there: bool) -> None:
        """Offer to show the window in which the store is open, where there is one."""
        self._other_window.setVisible(is_there)

    def offer_restoring(self) -> None:
        """Ask for a backup, because there is no store here yet."""
        say = self._language.say
        self._restores_only = True
        self.word.setText(
            say("Type the passphrase that you had when the backup was made, then choose the file.")
        )
        self._passphrase.drop_button()
        self._none_yet.show()
        self._end_rescue()

    def give_up(self) -> None:
        """Close at once what is being opened, and forget what was typed: somebody has left."""
        self._is_given_up = self._is_working
        self._forget()

    def _try(self) -> None:
        passphrase = self._passphrase.value()
        if self._restores_only:
            self._rescue.choose()
        elif passphrase:
            self._work(lambda: self._ways.by_passphrase(passphrase), self._opened, self._refused)

    def _try_words(self) -> None:
        words = self._sheet.words()
        if self._restores_only:
            self._rescue.choose()
        else:
            self._work(lambda: self._ways.people(words), self._show_people, self._sheet_refused)

    def _try_sheet(self, person: User, passphrase: str, again: str) -> None:
        words, ways = self._sheet.words(), self._ways
        self._work(
            lambda: ways.by_sheet(words, person, passphrase, again),
            self._opened,
            self._sheet_refused,
        )

    def _restore(self, backup: Path | str) -> None:
        words, passphrase, ways = self._sheet.words(), self._passphrase.value(), self._ways
        if self._sheet.isVisible():
            self._work(
                lambda: ways.people_of_backup(backup, words),
                self._show_people,
                self._sheet_refused,
            )
        elif passphrase:
            self._work(
                lambda: ways.by_backup(backup, passphrase), self._restored, self._restoring_refused
            )
        else:
            self._say_at_passphrase(self._language.say("Please type the passphrase first."))

    def _work(
        self, job: Callable[[], T], then: Callable[[T], None], refused: Callable[[Refusal], None]
    ) -> None:
        if self._is_working:
            return
        self._is_working = True
        self._passphrase.set_error(None)
        self._other_window.hide()
        self._show_working()
        self._lane.ask(self, job, then, refused)

    def _failed(self, _name: str) -> None:
        self._end()

    def _end(self, refusal: Refusal | None = None) -> bool:
        """Be ready again; return whether somebody left in the meantime."""
        was_given_up = self._is_given_up
        self._is_working = self._is_given_up = False
        self._show_working()
        if isinstance(refusal, StoreInUse):
            self.found_open.emit()
        return was_given_up

    def _show_working(self) -> None:
        self._passphrase.set_ready(not self._is_working)
        for part in (self._sheet, self._rescue, self._lost, self._back, self._none_yet):
            part.setEnabled(not self._is_working)
        self._working.setVisible(self._is_working)

    def _opened(self, store: OpenStore) -> None:
        if self._end():
            self._lane.ask(self, store.close, lambda _: None)
            return
        self._forget()
        self.opened.emit(store)

    def _restored(self, store: OpenStore) -> None:
        is_left = self._is_given_up
        self._opened(store)
        if not is_left:
            self.noticed.emit(
                Notice(
                    self._language.say(
                        "The backup is in place. The store from before is kept in the folder "
                        "whose name begins with 'aside'."
                    )
                )
            )

    def _show_people(self, people: tuple[User, ...]) -> None:
        if self._end():
            return
        self._restores_only = False
        self._none_yet.hide()
        self._end_rescue()
        self._sheet.show_people(people)

    def _refused(self, refusal: Refusal) -> None:
        if self._end(refusal):
            return
        if helps_against(refusal):
            self._passphrase.take_focus()
            self._offer_rescue(refusal)
        else:
            self._end_rescue()
            self._say_at_passphrase(sentence(refusal, self._language))

    def _restoring_refused(self, refusal: Refusal) -> None:
        if isinstance(refusal, WrongPassphrase):
            self._end()
            self._say_at_passphrase(
                self._language.say(
                    "This backup opens with the passphrase of its time. Nothing was changed. "
                    "Type that passphrase, then choose the backup again."
                )
            )
        else:
            self._refused(refusal)

    def _say_at_passphrase(self, said: str) -> None:
        self._passphrase.set_error(said)
        self._passphrase.take_focus()

    def _sheet_refused(self, refusal: Refusal) -> None:
        if self._end(refusal):
            return
        if helps_against(refusal):
            self._sheet.take_focus()
            self._offer_rescue(refusal)
        else:
            self._sheet.show_refusal(refusal)

    def _offer_rescue(self, refusal: Refusal) -> None:
        if self._rescue.show_refusal(refusal):
            self._passphrase.set_main(is_main=False)
            self._rescue.take_focus()

    def _end_rescue(self) -> None:
        self._passphrase.set_main(is_main=True)
        if self._restores_only:
            self._rescue.show_choice()
        else:
            self._rescue.hide()

    def _use_sheet(self, wanted: bool) -> None:
        self._forget()
        by_sheet: tuple[QWidget, ...] = (self._sheet, self._back)
        by_passphrase: tuple[QWidget, ...] = (self._passphrase, self._lost)
        for part in (*by_sheet, *by_passphrase):
            part.setVisible((part in by_sheet) is wanted)
        if wanted:
            self._sheet.take_focus()
        else:
            self._passphrase.take_focus()

    def _forget(self) -> None:
        self._forgetting.stop()
        self._passphrase.set_value("")
        self._sheet.forget()
        self._end_rescue()
        self._forgetting.stop()

    def _choose_other(self) -> None:
        title = self._language.say("The folder of the store")
        ask_for_folder(self, title, self._preferences.store.parent, self._use_other)

    def _use_other(self, chosen: Path) -> None:
        self.other_store_chosen.emit(replace(self._preferences, store=chosen, has_store=False))
