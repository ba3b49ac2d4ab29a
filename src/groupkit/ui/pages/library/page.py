"""The shipped topics, each with guide, agenda and handout."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.topic import Topic
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place


class LibraryPage(Page):
    """A list of topics."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        header = Header()
        header.set_title(say("Library"))
        header.set_subtitle(say("What a session can be about, with everything to print."))
        self._card = Card(say("Topics"))
        self._rows: list[Row] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(PageScroll(self._card), 1)

    def load(self) -> None:
        desk = self.desk
        desk.ask(self, lambda: desk.library.topics(desk.language.code), self._show)

    def _show(self, topics: tuple[Topic, ...]) -> None:
        for topic in topics:
            row = Row(topic.title, topic.summary, icon="document")
            minutes = self.desk.language.say("{n} minutes", n=topic.minutes)
            row.add_trailing(StatusMark(minutes, tone="neutral", icon="clock"))
            row.opened.connect(lambda slug=topic.slug: self._open(slug))
            self._card.body.addWidget(row)
            self._rows.append(row)
        if self._rows:
            self._rows[0].setFocus()

    def _open(self, slug: str) -> None:
        self.desk.go(Place(PageName.TOPIC, slug=slug))
