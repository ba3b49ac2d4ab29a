"""Her rule of safe contact: the channel, the hours, what may be left, who else might see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from groupkit.domain.refusal import DateOutOfReach, Field, InFuture, Refused
from groupkit.domain.safe_contact import Channel, MayLeave, SafeContact
from groupkit.language.care_words import channel_word, may_leave_word
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import Deed, DraftedSheet
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import SwitchField, TextField
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.her_page import put_contact

_REACHED = frozenset({Channel.CALL, Channel.MESSAGE, Channel.EMAIL, Channel.CONTACT_PERSON})


class ContactSheet(DraftedSheet):
    """``known`` holds the number, too: showing it was noted before this opens."""

    def __init__(
        self,
        desk: Desk,
        participant_id: UUID,
        known: SafeContact,
        place: str,
        over: QWidget,
        reopen: Callable[[], None],
    ) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("How she may be contacted"), place, over, reopen)
        self._her = participant_id
        channels = [(c.value, channel_word(c, language)) for c in Channel]
        self._channel = Chips(say("The way that she calls safe"), channels, many=False)
        self._channel.set_value(known.channel.value)
        self._hours = TextField(
            say("When"), hint=say("For example 'Weekdays 10–12'."), value=known.hours
        )
        self._reach = TextField(
            say("Number or address"),
            hint=say("Shown only once the rule has been read."),
            value=known.reach,
        )
        leaving = [(m.value, may_leave_word(m, language)) for m in MayLeave]
        self._may_leave = Chips(say("May we leave a message?"), leaving, many=False)
        self._may_leave.set_value(known.may_leave.value)
        self._message = TextField(
            say("With which words?"),
            hint=say("Words that say nothing to somebody else."),
            value=known.message,
        )
        self._who_sees = TextField(say("Who else might see it"), value=known.who_sees)
        self._is_confirmed = SwitchField(
            say("She has said that it holds"), value=known.confirmed is not None
        )
        self._confirmed = DateField(say("She said so on"), known.confirmed or desk.today())
        self.fields = {
            "channel": self._channel,
            "hours": self._hours,
            "reach": self._reach,
            "may_leave": self._may_leave,
            "message": self._message,
            "who_sees": self._who_sees,
            "is_confirmed": self._is_confirmed,
            "confirmed": self._confirmed,
        }
        self.blame = {InFuture: "confirmed", DateOutOfReach: "confirmed"}
        self._lay_out()
        self.start()

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        two = QGridLayout()
        two.setHorizontalSpacing(GRID * 2)
        two.addWidget(self._hours, 0, 0, top)
        two.addWidget(self._reach, 0, 1, top)
        self.form.addWidget(self._channel)
        self.form.addLayout(two)
        for field in (self._may_leave, self._message, self._who_sees):
            self.form.addWidget(field)
        self.form.addWidget(self._is_confirmed)
        self.form.addWidget(self._confirmed)

    def typed(self) -> None:
        """Ask only what the channel makes sense of."""
        channel = Channel(self._channel.value())
        is_reached = channel in _REACHED
        for field in (self._hours, self._reach, self._may_leave, self._who_sees):
            field.setVisible(is_reached)
        with_words = self._may_leave.value() == MayLeave.THESE_WORDS.value
        self._message.setVisible(is_reached and with_words)
        self._is_confirmed.setVisible(channel is not Channel.UNKNOWN)
        confirmed = channel is not Channel.UNKNOWN and self._is_confirmed.value()
        self._confirmed.setVisible(confirmed)

    def deed(self) -> Deed:
        """Return the keeping of the rule."""
        store, her, today = self.desk.store, self._her, self.desk.today()
        confirmed = self._confirmed.value() if self._is_confirmed.value() else None
        if confirmed is not None and confirmed > today:
            raise Refused(InFuture(confirmed, today))
        self._find_too_long()
        wanted = SafeContact(
            Channel(self._channel.value()),
            self._reach.value(),
            self._hours.value(),
            MayLeave(self._may_leave.value()),
            self._message.value(),
            self._who_sees.value(),
            confirmed,
        )
        return lambda: put_contact(store, her, wanted)

    def _find_too_long(self) -> None:
        """Let the sentence stand at the line that is too long; the rule knows only 'contact'."""
        for name in ("hours", "reach", "message", "who_sees"):
            self.texts = {Field.CONTACT: name}
            field = self.fields[name]
            if isinstance(field, TextField):
                SafeContact(hours=field.value())

    def saved(self, before: Any) -> None:
        """Say so, with a way back."""
        desk, her = self.desk, self._her
        desk.notice(
            desk.language.say("Her rule is saved."),
            undo=lambda: desk.do(desk, lambda: put_contact(desk.store, her, before)),
        )
