"""Every topic with how its texts stand; a search among them, and topics of the house's own."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.matching import folded, holds, words_of
from groupkit.domain.material import OwnTopic
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.library.pack_door import PackDoor
from groupkit.ui.pages.library.topic_form import TopicForm
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.field import TextField
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.listing import Listing, Section
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.parts.swap import Swap
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.places import PageName, Place
from groupkit.ui.shortcuts import Shortcut
from groupkit.ui.standing_marks import standing_marks
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.library_view import TopicView, view_library

_NEW = "new"


class LibraryPage(Page):
    """Topics that ship, those of the house, and the retired ones when they are asked for."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._topics: tuple[TopicView, ...] = ()
        self._form: TopicForm | None = None
        self._first: QWidget | None = None
        self._shows_retired = False
        self._header = Header()
        self._header.set_title(say("Library"))
        self._header.set_subtitle(say("What a session can be about, with everything to print."))
        self._header.set_action(say("New topic"), primary=True, enabled=True)
        self._header.action.connect(self._open_form)
        if desk.packs is not None:
            self._door = PackDoor(desk, desk.packs, self)
            take_in, export = secondary(say("Take in a pack …")), secondary(say("Export …"))
            take_in.clicked.connect(self._door.ask_which)
            export.clicked.connect(self._door.export)
            self._header.add_button(take_in)
            self._header.add_button(export)
        self._sought = TextField(say("Search in the library"))
        self._sought.input.setClearButtonEnabled(True)
        self._sought.changed.connect(self._narrow)
        self._listing = Listing()
        self._retired = quiet("", "chevron-down")
        self._retired.hide()
        self._retired.clicked.connect(self._fold)
        usual = QWidget()
        column = QVBoxLayout(usual)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self._sought)
        column.addWidget(self._listing)
        column.addWidget(self._retired)
        self._swap = Swap(usual)
        frame(self, self._header, PageScroll(self._swap))
        QShortcut(QKeySequence(Shortcut.NEW.value), self, self._open_form)

    def load(self) -> None:
        desk = self.desk
        library, code = desk.library, desk.language.code
        desk.ask(self, lambda: view_library(desk.store, library, code), self._show)
        if self._place.spot == _NEW and self._form is None:
            self._open_form()

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.LIBRARY):
            self.load()

    def flush(self) -> None:
        if self._form is not None:
            self._form.flush()

    def spot(self) -> str:
        return _NEW if self._form is not None else ""

    def first_focus(self) -> QWidget | None:
        return self._form.first_focus() if self._form is not None else self._first

    def _show(self, topics: tuple[TopicView, ...]) -> None:
        self._topics = topics
        keyboard_here = self.window().focusWidget() is self or (
            self._form is None and self.holds_keyboard(self._listing)
        )
        self._narrow()
        if keyboard_here and self._first is not None:
            self._first.setFocus()

    def _narrow(self) -> None:
        say = self.desk.language.say
        words = words_of(self._sought.value())
        found = [topic for topic in self._topics if not words or holds(_said(topic), words)]
        retired = [topic for topic in found if topic.retired]
        shipped = [topic for topic in found if topic.own is None]
        own = [topic for topic in found if topic.own is not None and not topic.retired]
        sections = [
            Section(say("Topics"), [self._row(topic) for topic in shipped]),
            Section(say("The house's own topics"), [self._row(topic) for topic in own]),
        ]
        if self._shows_retired:
            rows = [self._row(topic) for topic in retired]
            sections.append(Section(say("Retired topics"), rows))
        self._first = self._listing.show_sections(sections, self._nothing)
        self._show_fold(len(retired))

    def _show_fold(self, retired: int) -> None:
        language = self.desk.language
        self._retired.setVisible(retired > 0)
        self._retired.setText(
            language.say("Hide the retired topics")
            if self._shows_retired
            else language.count("Show {n} retired topic", "Show {n} retired topics", retired)
        )

    def _nothing(self) -> EmptyState:
        return EmptyState("search", self.desk.language.say("Nothing was found."))

    def _row(self, view: TopicView) -> Row:
        language, topic = self.desk.language, view.topic
        row = Row(topic.title, topic.summary, icon="document")
        marks = standing_marks(view, language)
        if view.retired:
            marks = [StatusMark(language.say("Retired"), tone="neutral", icon="close")]
        if marks:
            wrap = Wrap()
            wrap.setContentsMargins(0, 4, 0, 0)
            for mark in marks:
                wrap.add(mark)
            wrap.setAccessibleName(", ".join(mark.accessibleName() for mark in marks))
            row.add_below(wrap)
        if topic.agenda:
            minutes = language.say("{n} minutes", n=topic.minutes)
            row.add_trailing(StatusMark(minutes, tone="neutral", icon="clock"))
        row.opened.connect(lambda: self._open(topic.slug))
        return row

    def _open(self, slug: str) -> None:
        self.desk.go(Place(PageName.TOPIC, slug=slug))

    def _fold(self) -> None:
        self._shows_retired = not self._shows_retired
        self._narrow()

    def _open_form(self) -> None:
        if self._form is not None:
            return
        self._form = TopicForm(self.desk, self)
        self._form.added.connect(self._added)
        self._form.left.connect(self._close_form)
        self._swap.show_form(self._form, self._form.first_focus())
        self._form.load()

    def _close_form(self) -> None:
        self._form = None
        self._swap.show_usual()
        if self._first is not None:
            self._first.setFocus()

    def _added(self, topic: OwnTopic) -> None:
        self._form = None
        self._open(topic.slug)


def _said(view: TopicView) -> str:
    sheets = (sheet.title for sheet in view.texts)
    return folded(" ".join((view.topic.title, view.topic.summary, *sheets)))
