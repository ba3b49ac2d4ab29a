"""One topic: the facilitators' guide, its timed agenda, and its handout as it will be printed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from groupkit.domain.topic import Topic
from groupkit.language.words import item_kind_word
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.paper_view import PaperView
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place
from groupkit.usecases.papers import Printable
from groupkit.usecases.preparing import topic_named
from groupkit.usecases.printing import Printer

GUIDE, AGENDA, HANDOUT = "guide", "agenda", "handout"
_TABS = (GUIDE, AGENDA, HANDOUT)


class TopicPage(Page):
    """Three tabs; the handout is shown page by page, in the discreet form unless asked."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._topic: Topic | None = None
        self._header = Header()
        self._header.set_back(say("Library"))
        self._header.set_tabs(
            [(GUIDE, say("Guide")), (AGENDA, say("Agenda")), (HANDOUT, say("Handout"))]
        )
        self._guide = PaperView(say("Guide"), self)
        self._agenda = Card(say("Agenda"))
        self._discreet = SwitchField(
            say("Discreet form"),
            hint=say(
                "Nothing on the sheet tells what it is about. "
                "Use this form when the sheet may be found."
            ),
            value=True,
        )
        self._paper = PaperView(say("Handout"), self)
        handout = QWidget()
        column = QVBoxLayout(handout)
        column.setContentsMargins(32, 16, 32, 0)
        column.setSpacing(12)
        column.addWidget(self._discreet)
        column.addWidget(self._paper, 1)
        self._views = QStackedWidget()
        self._views.addWidget(self._guide)
        self._views.addWidget(PageScroll(self._agenda))
        self._views.addWidget(handout)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._views, 1)
        self._header.back.connect(lambda: desk.go(Place(PageName.LIBRARY)))
        self._header.tab_chosen.connect(self._show_tab)
        self._header.action.connect(self._print)
        self._discreet.changed.connect(self._make_handout)
        self._show_tab(place.tab or GUIDE)

    def load(self) -> None:
        desk, slug = self.desk, self._place.slug
        desk.ask(self, lambda: topic_named(desk.library, slug, desk.language.code), self._show)

    def _show(self, topic: Topic) -> None:
        self._topic = topic
        self._header.set_title(topic.title)
        self._header.set_subtitle(topic.summary)
        language = self.desk.language
        for item in topic.agenda:
            row = Row(
                item.title,
                item.note,
                badge=str(item.minutes),
                clickable=False,
            )
            row.add_trailing(StatusMark(item_kind_word(item.kind, language), tone="neutral"))
            self._agenda.body.addWidget(row)
        self._make_guide()
        self._make_handout()

    def _show_tab(self, tab: str) -> None:
        self._place = replace(self._place, tab=tab)
        say = self.desk.language.say
        self._header.set_current_tab(tab)
        self._views.setCurrentIndex(_TABS.index(tab))
        guide, handout = say("Print the guide"), say("Print the handout")
        words = {GUIDE: guide, AGENDA: guide, HANDOUT: handout}
        self._header.set_action(words[tab], primary=True, enabled=True)

    @property
    def _printer(self) -> Printer:
        return Printer(self.desk.library, self.desk.press, self.desk.language)

    def _make_guide(self) -> None:
        topic, house, printer = self._topic, self.desk.house, self._printer
        if topic is not None:
            self.desk.ask(self, lambda: printer.guide(topic, house), self._guide.show_paper)

    def _make_handout(self) -> None:
        self.desk.ask(self, self._handout, self._show_handout)

    def _show_handout(self, paper: Printable | None) -> None:
        if paper is not None:
            self._paper.show_paper(paper)

    def _handout(self) -> Printable | None:
        if self._topic is None:
            return None
        return self._printer.handout(self._topic, self.desk.house, discreet=self._discreet.value())

    def _print(self) -> None:
        if self._topic is None:
            return
        topic, house, printer = self._topic, self.desk.house, self._printer
        discreet = self._discreet.value()
        if self._place.tab == HANDOUT:
            self.desk.show_paper(self, lambda: printer.handout(topic, house, discreet=discreet))
        else:
            self.desk.show_paper(self, lambda: printer.guide(topic, house))
