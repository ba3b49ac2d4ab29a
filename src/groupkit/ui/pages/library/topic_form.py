"""A new topic of the house's own: its title and a line about it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.material import OwnTopic
from groupkit.domain.refusal import Refusal
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave
from groupkit.ui.parts.buttons import primary, quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import TextField
from groupkit.usecases.drafting import drop_draft, find_draft, keep_draft
from groupkit.usecases.own_topics import add_topic

PLACE = "library/new-topic"
_TITLE, _SUMMARY = "title", "summary"


class TopicForm(Card):
    """What is typed outlives a lock; leaving the form lets go of it."""

    added = Signal(object)
    """The new :class:`OwnTopic`."""
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            say("New topic"),
            say("You give it a guide, an agenda and sheets afterwards."),
            parent,
        )
        self._desk = desk
        self._title = TextField(say("Title"))
        self._summary = TextField(
            say("In one line"), hint=say("What it is about, as the list of topics says it.")
        )
        self._title.input.setMaxLength(80)
        self._summary.input.setMaxLength(300)
        back, self._make = quiet(say("Cancel")), primary(say("Make the topic"))
        buttons = QHBoxLayout()
        buttons.addWidget(back)
        buttons.addStretch(1)
        buttons.addWidget(self._make)
        self.body.addWidget(self._title)
        self.body.addWidget(self._summary)
        self.body.addLayout(buttons)
        self._draft = Autosave(self, self._keep)
        for field in (self._title, self._summary):
            field.changed.connect(self._typed)
            field.input.returnPressed.connect(self._add)
        self._make.clicked.connect(self._add)
        back.clicked.connect(self._leave)

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts."""
        return self._title.input

    def load(self) -> None:
        """Put in what was typed before a lock."""
        desk = self._desk

        def show(draft: Mapping[str, str] | None) -> None:
            for name, field in ((_TITLE, self._title), (_SUMMARY, self._summary)):
                if draft and not field.value():
                    blocked = field.blockSignals(True)
                    field.set_value(draft.get(name, ""))
                    field.blockSignals(blocked)

        desk.ask(self, lambda: find_draft(desk.store, PLACE), show)

    def flush(self) -> None:
        """Keep the half-filled form at once."""
        self._draft.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self._title.set_error(None)
        self._draft.touch()

    def _keep(self) -> None:
        desk = self._desk
        typed = {_TITLE: self._title.value(), _SUMMARY: self._summary.value()}
        desk.ask(desk, lambda: keep_draft(desk.store, PLACE, typed), lambda _: None)

    def _add(self) -> None:
        desk, title, summary = self._desk, self._title.value(), self._summary.value()
        library, code = desk.library, desk.language.code
        desk.do(
            self,
            lambda: add_topic(desk.store, library, title, summary, code),
            self._done,
            self._refuse,
        )

    def _done(self, topic: OwnTopic) -> None:
        self._forget()
        self.added.emit(topic)

    def _refuse(self, no: Refusal) -> None:
        self._title.set_error(self._desk.sentence(no))
        self._title.take_focus()

    def _leave(self) -> None:
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        self._draft.forget()
        desk = self._desk
        desk.ask(desk, lambda: drop_draft(desk.store, PLACE), lambda _: None)
