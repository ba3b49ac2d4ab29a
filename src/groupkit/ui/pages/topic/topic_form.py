"""The words of a topic of the house's own, in the program's language."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.material import OwnTopic
from groupkit.domain.refusal import Refusal, Refused
from groupkit.ui.desk import Desk
from groupkit.ui.parts.buttons import primary, quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import TextField
from groupkit.usecases.own_topics import change_topic


class TopicForm(Card):
    """Title and summary; a retired topic stays with the sessions that had it."""

    left = Signal()

    def __init__(self, desk: Desk, topic: OwnTopic, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("About the topic"), parent=parent)
        self._desk, self._topic = desk, topic
        code = desk.language.code
        self._title = TextField(say("Title"), value=topic.title(code))
        self._summary = TextField(
            say("In one line"),
            hint=say("What it is about, as the list of topics says it."),
            value=topic.summary(code),
        )
        self._title.input.setMaxLength(80)
        self._summary.input.setMaxLength(300)
        back, save = quiet(say("Cancel")), primary(say("Save"))
        retire = quiet(say("Take the topic back into use") if topic.retired else say("Retire"))
        retire.setAccessibleDescription(
            say("A retired topic stays with the sessions that had it and is offered no more.")
        )
        buttons = QHBoxLayout()
        buttons.addWidget(back)
        buttons.addWidget(retire)
        buttons.addStretch(1)
        buttons.addWidget(save)
        self.body.addWidget(self._title)
        self.body.addWidget(self._summary)
        self.body.addLayout(buttons)
        for field in (self._title, self._summary):
            field.input.returnPressed.connect(self._save)
            field.changed.connect(self._typed)
        back.clicked.connect(self.left)
        save.clicked.connect(self._save)
        retire.clicked.connect(self._retire)

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts."""
        return self._title.input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self._title.set_error(None)

    def _save(self) -> None:
        code = self._desk.language.code
        titles = {**dict(self._topic.titles), code: self._title.value()}
        summaries = {**dict(self._topic.summaries), code: self._summary.value()}
        try:
            changed = replace(
                self._topic, titles=tuple(titles.items()), summaries=tuple(summaries.items())
            )
        except Refused as no:
            self._refuse(no.refusal)
            return
        self._put(changed)

    def _retire(self) -> None:
        desk, before = self._desk, self._topic
        self._put(replace(before, retired=not before.retired))
        if not before.retired:
            desk.notice(
                desk.language.say("'{topic}' was retired.", topic=before.title(desk.language.code)),
                undo=lambda: desk.do(desk, lambda: change_topic(desk.store, before)),
            )

    def _put(self, topic: OwnTopic) -> None:
        desk = self._desk
        desk.do(self, lambda: change_topic(desk.store, topic), self._done, self._refuse)

    def _done(self, _topic: OwnTopic) -> None:
        self.left.emit()

    def _refuse(self, no: Refusal) -> None:
        self._title.set_error(self._desk.sentence(no))
        self._title.take_focus()
