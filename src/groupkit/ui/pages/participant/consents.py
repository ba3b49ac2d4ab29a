"""What she agreed to, when, and what she took back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupkit.domain.consent import Consent
from groupkit.domain.refusal import (
    DateOutOfReach,
    Field,
    InFuture,
    Refused,
    WithdrawnBeforeGiven,
)
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import Deed, DraftedSheet
from groupkit.ui.pages.participant.drafts import NEW
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import SwitchField, TextField
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.usecases.her_page import (
    new_consent,
    put_consent,
    remove_consent,
    withdraw_consent,
)


class ConsentCard(Card):
    """A line for each; emits the id of the consent to correct, 'new' for another one."""

    form_wanted = Signal(str)

    def __init__(self, desk: Desk, participant_id: UUID) -> None:
        say = desk.language.say
        super().__init__(say("Consent"))
        self._desk, self._her = desk, participant_id
        add = quiet(say("Add a consent"), "plus")
        add.clicked.connect(self._add)
        self.tools.addWidget(add)

    def show_consents(self, consents: tuple[Consent, ...]) -> None:
        """Show what she agreed to, the newest first."""
        clear(self.body)
        for consent in consents:
            self.body.addWidget(self._row(consent))
        if not consents:
            said = self._desk.language.say("Nothing is noted of what she agreed to.")
            nothing = PlainLabel(said, role="hint")
            nothing.setWordWrap(True)
            self.body.addWidget(nothing)

    def _add(self) -> None:
        self.form_wanted.emit(NEW)

    def _row(self, consent: Consent) -> Row:
        language = self._desk.language
        said = language.say("Yes on {day}", day=language.date_short(consent.given))
        row = Row(consent.purpose, said)
        if consent.withdrawn is None:
            back = quiet(language.say("She takes it back"))
            back.setAccessibleName(f"{back.text()}: {consent.purpose}")
            back.clicked.connect(lambda: self._withdraw(consent))
            row.add_trailing(StatusMark(language.say("Holds"), tone="good", icon="check"))
            row.add_below(back)
        else:
            day = language.date_short(consent.withdrawn)
            said = language.say("Taken back on {day}", day=day)
            row.add_trailing(StatusMark(said, tone="warn", icon="close"))
        row.opened.connect(lambda: self.form_wanted.emit(str(consent.id)))
        return row

    def _withdraw(self, consent: Consent) -> None:
        desk = self._desk
        desk.do(self, lambda: withdraw_consent(desk.store, consent, desk.today()))
        desk.notice(
            desk.language.say("She has taken it back: {purpose}", purpose=consent.purpose),
            undo=lambda: desk.do(desk, lambda: put_consent(desk.store, consent)),
        )


class ConsentSheet(DraftedSheet):
    """To what, when, and when she took it back."""

    def __init__(
        self,
        desk: Desk,
        participant_id: UUID,
        consent: Consent | None,
        place: str,
        over: QWidget,
        reopen: Callable[[], None],
    ) -> None:
        say = desk.language.say
        super().__init__(desk, say("What she agrees to"), place, over, reopen)
        self._her, self._consent = participant_id, consent
        today = desk.today()
        self._purpose = TextField(
            say("To what"),
            hint=say("For example 'The contact person may hear how it goes'."),
            value=consent.purpose if consent else "",
        )
        self._given = DateField(say("She said yes on"), consent.given if consent else today)
        withdrawn = consent.withdrawn if consent else None
        self._is_withdrawn = SwitchField(say("She has taken it back"), value=bool(withdrawn))
        self._withdrawn = DateField(say("Taken back on"), withdrawn or today)
        self.fields = {
            "purpose": self._purpose,
            "given": self._given,
            "is_withdrawn": self._is_withdrawn,
            "withdrawn": self._withdrawn,
        }
        self.texts = {Field.CONSENT: "purpose"}
        self.blame = {
            InFuture: "given",
            DateOutOfReach: "given",
            WithdrawnBeforeGiven: "withdrawn",
        }
        for field in self.fields.values():
            self.form.addWidget(field)
        if consent is not None:
            remove = quiet(say("Remove"), "trash")
            remove.clicked.connect(self._remove)
            self.foot.insertWidget(0, remove)
        self.start()

    def typed(self) -> None:
        """Ask for the day only where there is one."""
        self._withdrawn.setVisible(self._is_withdrawn.value())

    def deed(self) -> Deed:
        """Return the keeping of the consent."""
        desk, given = self.desk, self._given.value()
        withdrawn = self._withdrawn.value() if self._is_withdrawn.value() else None
        _check_not_ahead(given, desk.today())
        known = self._consent
        made = new_consent(self._her, self._purpose.value(), given)
        wanted = Consent(known.id if known else made.id, self._her, made.purpose, given, withdrawn)
        return lambda: put_consent(desk.store, wanted)

    def _remove(self) -> None:
        desk, consent = self.desk, self._consent
        if consent is None:
            return
        desk.do(desk, lambda: remove_consent(desk.store, consent))
        desk.notice(
            desk.language.say("The consent is removed."),
            undo=lambda: desk.do(desk, lambda: put_consent(desk.store, consent)),
        )
        self.let_go()


def _check_not_ahead(day: dt.date, today: dt.date) -> None:
    if day > today:
        raise Refused(InFuture(day, today))
