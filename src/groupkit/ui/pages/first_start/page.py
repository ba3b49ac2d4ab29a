"""The first start in three steps; nothing exists on disk before the passphrase is accepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from groupkit.domain.refusal import Refusal
from groupkit.language import Language
from groupkit.machine.preferences import Preferences
from groupkit.ui.background import Lane
from groupkit.ui.pages.first_start.house_step import HouseStep
from groupkit.ui.pages.first_start.passphrase_step import PassphraseStep
from groupkit.ui.pages.first_start.sheet_step import SheetStep
from groupkit.usecases.papers import Printable
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.printing import Printer
from groupkit.usecases.unlock import FirstStart, Opened, first_start
from groupkit.wiring import Program


class FirstStartPage(QWidget):
    """Emits ``opened`` once the sheet has been kept, ``paper_made`` to print it."""

    opened = Signal(object)
    paper_made = Signal(object)
    language_chosen = Signal(str)
    has_one_already = Signal()

    def __init__(
        self,
        lane: Lane,
        program: Program,
        preferences: Preferences,
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lane, self._program, self._today = lane, program, today
        self._preferences = preferences
        self._house = self._owner = ""
        self._made: OpenStore | None = None
        self._language = Language(preferences.language)
        self._steps = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._steps)
        self._show_house_step()

    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts."""
        step = self._steps.currentWidget()
        return step.first_focus() if isinstance(step, HouseStep | PassphraseStep) else None

    @property
    def unconfirmed(self) -> OpenStore | None:
        """The store that was made while nobody has said yet that the sheet is kept."""
        return self._made

    def _show(self, step: QWidget) -> None:
        old = self._steps.currentWidget()
        self._steps.addWidget(step)
        self._steps.setCurrentWidget(step)
        if old is not None:
            self._steps.removeWidget(old)
            old.deleteLater()
        focus = getattr(step, "first_focus", lambda: None)()
        if focus is not None:
            focus.setFocus()

    def _show_house_step(self) -> None:
        step = HouseStep(self._language, self._house, self._owner)
        step.language_chosen.connect(self._use_language)
        step.has_one_already.connect(self.has_one_already)
        step.done.connect(self._use_house)
        self._show(step)

    def _use_language(self, code: str, house: str, owner: str) -> None:
        self._house, self._owner = house, owner
        self._language = Language(code)
        self.language_chosen.emit(code)
        self._show_house_step()

    def _use_house(self, house: str, owner: str) -> None:
        self._house, self._owner = house, owner
        step = PassphraseStep(self._language, self._lane, self._program, f"{house} {owner}")
        step.back.connect(self._show_house_step)
        step.done.connect(lambda passphrase, again: self._make(step, passphrase, again))
        self._show(step)

    def _make(self, step: PassphraseStep, passphrase: str, again: str) -> None:
        wanted = FirstStart(self._language.code, self._house, self._owner, passphrase, again)
        folder, program = self._preferences.store, self._program
        step.set_working(True)

        def refused(refusal: Refusal) -> None:
            step.set_working(False)
            step.show_refusal(refusal)

        self._lane.ask(
            self, lambda: first_start(program.vault, folder, wanted), self._show_sheet, refused
        )

    def _show_sheet(self, opened: Opened) -> None:
        self._made = opened.store
        step = SheetStep(self._language, opened.sheet)
        step.paper_wanted.connect(lambda: self._make_paper(opened.sheet))
        step.done.connect(lambda: self._finish(opened.store))
        self._show(step)

    def _make_paper(self, words: tuple[str, ...]) -> None:
        program, day = self._program, self._today()
        language = self._language

        def make() -> Printable:
            return Printer(program.library, program.press, language).recovery_sheet(words, day)

        self._lane.ask(self, make, self.paper_made.emit)

    def _finish(self, store: OpenStore) -> None:
        self._made = None
        self.opened.emit(store)
