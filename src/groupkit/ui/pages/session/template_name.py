"""Giving a template its name: for the agenda that is kept, or another name for one that is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.refusal import Refusal, TemplateNameTaken
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave
from groupkit.ui.parts.buttons import primary, quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import TextField
from groupkit.usecases.drafting import drop_draft, find_draft, keep_draft

_NAME = "name"


class TemplateName(Card):
    """A name and one button; a name that is taken can take the other's place when that may be."""

    named = Signal(str, bool)
    """The name typed, and whether it takes the place of the template of that name."""
    left = Signal()

    def __init__(
        self, desk: Desk, title: str, said: str, place: str, *, may_replace: bool, parent: QWidget
    ) -> None:
        super().__init__(title, said)
        self.setParent(parent)
        self._desk, self._place, self._may_replace = desk, place, may_replace
        say = desk.language.say
        self._name = TextField(say("Name of the template"))
        self._instead = secondary(say("Replace the one kept"))
        self._instead.hide()
        self._go = primary(say("Save"))
        back = quiet(say("Cancel"))
        buttons = QHBoxLayout()
        for button in (back, self._instead, self._go):
            buttons.addWidget(button)
            if button is back:
                buttons.addStretch(1)
        self.body.addWidget(self._name)
        self.body.addLayout(buttons)
        self._draft = Autosave(self, self._keep_draft)
        self._name.changed.connect(self._typed)
        self._name.input.returnPressed.connect(self._save)
        self._go.clicked.connect(self._save)
        self._instead.clicked.connect(self._save_instead)
        back.clicked.connect(self._leave)

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts."""
        return self._name.input

    def load(self, suggested: str) -> None:
        """Put in what was typed before a lock, or else ``suggested``."""
        desk, place = self._desk, self._place

        def show(draft: Mapping[str, str] | None) -> None:
            if not self._name.value():
                self._put_in((draft or {}).get(_NAME, suggested))

        desk.ask(self, lambda: find_draft(desk.store, place), show)

    def flush(self) -> None:
        """Keep the half-typed name at once."""
        self._draft.flush()

    def forget(self) -> None:
        """Drop the half-typed name: it was saved, or is not wanted."""
        self._draft.forget()
        desk, place = self._desk, self._place
        desk.ask(desk, lambda: drop_draft(desk.store, place), lambda _: None)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say what is wrong with the name."""
        self._name.set_error(self._desk.sentence(refusal))
        self._name.take_focus()
        self._instead.setVisible(self._may_replace and isinstance(refusal, TemplateNameTaken))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _put_in(self, name: str) -> None:
        blocked = self._name.blockSignals(True)
        self._name.set_value(name)
        self._name.input.selectAll()
        self._name.blockSignals(blocked)

    def _typed(self) -> None:
        self._name.set_error(None)
        self._instead.hide()
        self._draft.touch()

    def _keep_draft(self) -> None:
        desk, place, name = self._desk, self._place, self._name.value()
        desk.ask(desk, lambda: keep_draft(desk.store, place, {_NAME: name}), lambda _: None)

    def _save(self) -> None:
        self.named.emit(self._name.value(), False)

    def _save_instead(self) -> None:
        self.named.emit(self._name.value(), True)

    def _leave(self) -> None:
        self.forget()
        self.left.emit()
