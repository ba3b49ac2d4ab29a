"""The timed agenda of a topic: the shipped one, or one that the house took from a template."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.agenda import Agenda
from groupkit.language.words import item_kind_word
from groupkit.ui.desk import Desk
from groupkit.ui.parts.buttons import secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.agenda_templates import templates
from groupkit.usecases.library_view import TopicView
from groupkit.usecases.own_topics import put_topic_agenda
from groupkit.usecases.preparing import suggested_agenda

_TEMPLATE, _TOPIC = "template", "topic"

_Question = Callable[[], list[tuple[str, str, Agenda]]]


class AgendaView(QWidget):
    """One row for each item, its minutes before it; another agenda is taken over as a whole."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.language.say
        self._desk = desk
        self._slug = ""
        self._agendas: dict[str, Agenda] = {}
        self._card = Card(say("Agenda"))
        self._items = QVBoxLayout()
        self._items.setSpacing(GRID)
        self._card.body.addLayout(self._items)
        self._other = Card(say("Another agenda"))
        hint = PlainLabel(
            say(
                "Put an agenda together on a session's page and keep it as a template there. "
                "Then the topic can suggest it from now on."
            ),
            role="hint",
        )
        hint.setWordWrap(True)
        self._source = ChoiceField(say("Take the agenda of"), [])
        self._source.input.setMinimumContentsLength(28)
        self._take = secondary(say("Suggest this agenda"))
        self._back = secondary(say("Back to the shipped agenda"))
        row = Wrap(GRID * 2, at_feet=True)
        for part in (self._source, self._take, self._back):
            row.add(part)
        self._other.body.addWidget(hint)
        self._other.body.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self._card)
        column.addWidget(self._other)
        self._take.clicked.connect(self._take_over)
        self._back.clicked.connect(self._let_go)

    def show_view(self, view: TopicView) -> None:
        """Show the agenda of ``view``, and what could take its place."""
        topic, desk = view.topic, self._desk
        language = desk.language
        self._slug = topic.slug
        clear(self._items)
        for item in topic.agenda:
            row = Row(item.title, item.note, badge=str(item.minutes), clickable=False)
            row.add_trailing(StatusMark(item_kind_word(item.kind, language), tone="neutral"))
            self._items.addWidget(row)
        if not topic.agenda:
            said = language.say(
                "This topic has no agenda of its own. A session that gets it starts with an "
                "empty one."
            )
            self._items.addWidget(EmptyState("agenda", said))
        is_own = (topic.slug, language.code) in desk.library.own.agendas
        self._back.setVisible(is_own and view.own is None)
        desk.ask(self, self._others(topic.slug), self._offer)

    def _others(self, slug: str) -> _Question:
        desk, library = self._desk, self._desk.library
        code = desk.language.code

        def read() -> list[tuple[str, str, Agenda]]:
            kept = [
                (f"{_TEMPLATE}/{each.id}", each.name, each.agenda) for each in templates(desk.store)
            ]
            others = [
                (f"{_TOPIC}/{each.slug}", each.title, suggested_agenda(each))
                for each in library.topics(code)
                if each.agenda and each.slug != slug
            ]
            return kept + others

        return read

    def _offer(self, found: list[tuple[str, str, Agenda]]) -> None:
        self._agendas = {key: agenda for key, _, agenda in found}
        self._source.set_options([(key, title) for key, title, _ in found])
        self._take.setEnabled(bool(found))

    def _take_over(self) -> None:
        agenda = self._agendas.get(self._source.value())
        if agenda is not None:
            self._put(
                agenda, self._desk.language.say("The topic suggests this agenda from now on.")
            )

    def _let_go(self) -> None:
        self._put(Agenda(), self._desk.language.say("The shipped agenda counts again."))

    def _put(self, agenda: Agenda, said: str) -> None:
        desk, slug, code = self._desk, self._slug, self._desk.language.code
        before = desk.library.own.agendas.get((slug, code), Agenda())

        def undo() -> None:
            desk.do(desk, lambda: put_topic_agenda(desk.store, slug, code, before))

        desk.do(
            self,
            lambda: put_topic_agenda(desk.store, slug, code, agenda),
            lambda _: desk.notice(said, undo=undo),
        )
