"""A sheet added to a topic: its title and what may become of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.material import OwnSheet, Sharing, TextKey
from groupkit.domain.refusal import Refusal
from groupkit.language.library_words import sharing_word
from groupkit.ui.desk import Desk
from groupkit.ui.parts.buttons import primary, quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import TextField
from groupkit.ui.parts.radio_list import Option, RadioList
from groupkit.usecases.own_topics import add_sheet
from groupkit.usecases.writing import write_draft


class SheetForm(Card):
    """Makes the sheet with its title as the first line of a draft, which is then written on."""

    added = Signal(object)
    """The :class:`TextKey` of the new text."""
    left = Signal()

    def __init__(self, desk: Desk, topic: str, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("Add a sheet"), parent=parent)
        self._desk, self._topic = desk, topic
        self._title = TextField(say("Title"))
        self._title.input.setMaxLength(80)
        self._sharing = RadioList(say("What may become of it"))
        self._sharing.set_options(self._options(), Sharing.TAKE_HOME.value)
        back, self._make = quiet(say("Cancel")), primary(say("Write it"))
        buttons = QHBoxLayout()
        buttons.addWidget(back)
        buttons.addStretch(1)
        buttons.addWidget(self._make)
        self.body.setSpacing(16)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sharing)
        self.body.addLayout(buttons)
        self._title.changed.connect(self._typed)
        self._title.input.returnPressed.connect(self._add)
        self._make.clicked.connect(self._add)
        back.clicked.connect(self.left)

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts."""
        return self._title.input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _options(self) -> list[Option]:
        language = self._desk.language
        say = language.say
        hints = {
            Sharing.TAKE_HOME: say("It has a discreet form, in which nothing tells."),
            Sharing.STAYS_HERE: say("It is filled in here and kept by the house."),
            Sharing.FACILITATORS: say("It says so at the foot of each page."),
        }
        return [Option(each.value, sharing_word(each, language), hints[each]) for each in Sharing]

    def _typed(self) -> None:
        self._title.set_error(None)

    def _add(self) -> None:
        desk, topic, title = self._desk, self._topic, " ".join(self._title.value().split())
        if not title:
            self._title.set_error(desk.language.say("A sheet needs a title."))
            self._title.take_focus()
            return
        sharing = Sharing(self._sharing.value())
        desk.do(
            self,
            lambda: add_sheet(desk.store, topic, title, sharing),
            lambda sheet: self._begin(sheet, title),
            self._refuse,
        )

    def _begin(self, sheet: OwnSheet, title: str) -> None:
        desk, library = self._desk, self._desk.library
        key = TextKey(sheet.topic, sheet.name, desk.language.code)
        desk.do(
            self,
            lambda: write_draft(desk.store, library, key, f"# {title}\n\n", desk.now),
            lambda _: self.added.emit(key),
        )

    def _refuse(self, no: Refusal) -> None:
        self._title.set_error(self._desk.sentence(no))
        self._title.take_focus()
