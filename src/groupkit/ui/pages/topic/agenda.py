"""The timed agenda that a topic suggests."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupkit.domain.topic import Topic
from groupkit.language import Language
from groupkit.language.words import item_kind_word
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.row import Row


class AgendaView(Card):
    """One row for each item, its minutes before it."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language.say("Agenda"), parent=parent)
        self._language = language

    def show_topic(self, topic: Topic) -> None:
        """Show the agenda of ``topic``."""
        clear(self.body)
        for item in topic.agenda:
            row = Row(item.title, item.note, badge=str(item.minutes), clickable=False)
            kind = item_kind_word(item.kind, self._language)
            row.add_trailing(StatusMark(kind, tone="neutral"))
            self.body.addWidget(row)
        if not topic.agenda:
            self.body.addWidget(
                EmptyState(
                    "agenda",
                    self._language.say(
                        "This topic has no agenda of its own. A session that gets it starts "
                        "with an empty one."
                    ),
                )
            )
