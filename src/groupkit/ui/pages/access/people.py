"""The list of those who have access."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupkit.domain.roles import Rights, User
from groupkit.language import Language
from groupkit.language.words import role_word
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.row import Row


class PeopleCard(Card):
    """A row for each person; for owners it opens what can be changed of her."""

    chosen = Signal(object)

    def __init__(
        self, language: Language, me: UUID, *, is_owner: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(language.say("People with access"), parent=parent)
        self._language, self._me, self._is_owner = language, me, is_owner
        self._rows: list[Row] = []

    def show_people(self, people: tuple[User, ...]) -> None:
        """Show these people."""
        clear(self.body)
        self._rows = [self._row(person) for person in people]
        for row in self._rows:
            self.body.addWidget(row)

    def first_focus(self) -> QWidget | None:
        """Return the first row that can be opened."""
        return self._rows[0] if self._rows and self._is_owner else None

    def _row(self, person: User) -> Row:
        language, say = self._language, self._language.say
        row = Row(
            person.name,
            said_rights(person.rights, language) if person.rights else "",
            icon="person",
            clickable=self._is_owner,
        )
        if person.rights is not None and person.rights.owner:
            row.add_trailing(StatusMark(say("Owner"), "notice", "key"))
        if person.id == self._me:
            row.add_trailing(StatusMark(say("You"), "neutral"))
        row.opened.connect(lambda: self.chosen.emit(person))
        return row


def said_rights(rights: Rights, language: Language) -> str:
    """Return the roles in words."""
    return ", ".join(role_word(role, language) for role in sorted(rights.roles))
