"""How a woman may be contacted: the rule first, the number once it has been read."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.safe_contact import SafeContact
from groupkit.language.contact_words import confirmed_line, rule_lines
from groupkit.ui.desk import Desk
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.plain import PlainLabel, show_if
from groupkit.ui.parts.wrap import Wrap
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.her_page import ContactRule as Rule
from groupkit.usecases.her_page import confirm_contact, contact_of, put_contact, reveal_contact

_SHOWN_FOR = 60_000
"""Milliseconds for which a number stays on the screen."""


class ContactRule(Card):
    """Reads a woman's rule and shows it; the number hides itself again.

    With ``may_change`` it also asks for the form, and lets her confirm the rule.
    """

    change_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        participant_id: UUID,
        parent: QWidget | None = None,
        *,
        may_change: bool = False,
    ) -> None:
        say = desk.language.say
        super().__init__(say("Safe contact"))
        if parent is not None:
            self.setParent(parent)
        self._desk = desk
        self._her = participant_id
        self._rule: Rule | None = None
        self._old = Banner(
            say("The rule was confirmed long ago. Confirm it when you meet."), tone="warn"
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._confirmed = PlainLabel(role="hint")
        self._confirmed.setWordWrap(True)
        self._number = PlainLabel(role="strong")
        self._show = secondary(say("I have read the rule: show the number"), "eye")
        self._confirm = quiet(say("She confirms it today"), "check")
        self._change = quiet(say("Change"), "edit")
        self._may_change = may_change
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.setInterval(_SHOWN_FOR)
        self._hiding.timeout.connect(self._hide_number)
        buttons = Wrap()
        for button in (self._show, self._confirm, self._change):
            buttons.add(button)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._confirmed)
        self.body.addWidget(self._old)
        self.body.addWidget(self._number)
        self.body.addWidget(buttons)
        for part in (self._old, self._number, self._show, self._confirm):
            part.hide()
        show_if(self._change, may_change)
        self._change.setAccessibleName(f"{say('Change')}: {say('Safe contact')}")
        self._change.clicked.connect(self.change_wanted)
        self._show.clicked.connect(self._reveal)
        self._confirm.clicked.connect(self._confirm_today)
        desk.changed.connect(self._on_changes)
        self.load()

    def load(self) -> None:
        """Read the rule, without the number."""
        desk, her = self._desk, self._her
        desk.ask(self, lambda: contact_of(desk.store, her, desk.today()), self._take)

    def first_focus(self) -> QWidget | None:
        """Return the first part that takes the keys."""
        buttons = (self._show, self._confirm, self._change)
        return next((each for each in buttons if each.isVisibleTo(self)), None)

    def hideEvent(self, event: QHideEvent) -> None:
        self._hide_number()
        super().hideEvent(event)

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.PERSON) and (not changes.ids or self._her in changes.ids):
            self.load()

    def _take(self, found: Rule) -> None:
        contact = found.contact
        self._rule = found
        language = self._desk.language
        clear(self._lines)
        for at, line in enumerate(rule_lines(contact, language)):
            label = PlainLabel(line, role="strong" if at == 0 else "")
            label.setWordWrap(True)
            self._lines.addWidget(label)
        self._confirmed.setText(confirmed_line(contact, language) if contact.is_known else "")
        self._confirmed.setVisible(contact.is_known)
        self._old.setVisible(contact.is_known and found.is_old)
        self._show.setVisible(found.has_reach and not self._number.text())
        self._confirm.setVisible(self._may_change and contact.is_known)

    def _reveal(self) -> None:
        desk, her = self._desk, self._her
        desk.do(self, lambda: reveal_contact(desk.store, her), self._show_number)

    def _show_number(self, reach: str) -> None:
        self._number.setText(reach)
        self._number.show()
        self._show.hide()
        self._hiding.start()

    def _hide_number(self) -> None:
        if not self._number.text():
            return
        self._number.setText("")
        self._number.hide()
        self._show.setVisible(self._rule is not None and self._rule.has_reach)

    def _confirm_today(self) -> None:
        desk, her = self._desk, self._her

        def confirmed(before: SafeContact) -> None:
            desk.notice(
                desk.language.say("Confirmed today."),
                undo=lambda: desk.do(desk, lambda: put_contact(desk.store, her, before)),
            )

        desk.do(self, lambda: confirm_contact(desk.store, her, desk.today()), confirmed)
