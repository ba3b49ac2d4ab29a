"""One person with access: what can be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from groupkit.domain.roles import User
from groupkit.language import Language
from groupkit.ui.pages.access.people import said_rights
from groupkit.ui.parts.buttons import danger, quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.plain import PlainLabel


class PersonCard(Card):
    """Offers other rights, a new passphrase, and the end of access; nobody removes herself."""

    rights_wanted = Signal()
    passphrase_wanted = Signal()
    removal_wanted = Signal()
    left = Signal()

    def __init__(
        self, language: Language, person: User, *, is_me: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(person.name, parent=parent)
        say = language.say
        facts = [said_rights(person.rights, language)] if person.rights else []
        facts.append(say("Access since {date}", date=language.date_long(person.added)))
        self.body.addWidget(PlainLabel(" · ".join(facts), role="hint"))
        self._rights = secondary(say("Change what {name} may open …", name=person.name), "edit")
        self._rights.clicked.connect(self.rights_wanted)
        self._add(self._rights)
        if not is_me:
            reset = secondary(say("New passphrase for {name} …", name=person.name), "key")
            reset.clicked.connect(self.passphrase_wanted)
            remove = danger(say("Take {name}'s access away …", name=person.name), "trash")
            remove.clicked.connect(self.removal_wanted)
            self._add(reset)
            self._add(remove)
        back = quiet(say("Back"), "arrow-left")
        back.clicked.connect(self.left)
        self._add(back)

    def first_focus(self) -> QWidget:
        """Return the first button."""
        return self._rights

    def _add(self, button: QWidget) -> None:
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
