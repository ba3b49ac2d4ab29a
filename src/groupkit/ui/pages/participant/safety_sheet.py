"""Her answer at one moment: a number from 1 to 7, the day, and her own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from groupkit.domain.group import Group
from groupkit.domain.refusal import DateOutOfReach, Field, InFuture, SafetyOutOfRange
from groupkit.domain.safety import LEAST, LONGEST_WORDS, MOST, Moment, SafetyAnswer
from groupkit.language.care_words import moment_word
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import Deed, DraftedSheet
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.note_field import NoteField
from groupkit.usecases.safety_answers import Answered, answer, remove_answer

_NONE = 0


class SafetySheet(DraftedSheet):
    """``known`` are her answers in this group; choosing another moment shows the one of then.

    What was typed for the wrong moment goes along to one that has no answer yet.
    """

    def __init__(
        self,
        desk: Desk,
        participant_id: UUID,
        group: Group,
        known: list[SafetyAnswer],
        moment: Moment | None,
        place: str,
        over: QWidget,
        reopen: Callable[[], None],
    ) -> None:
        language = desk.language
        say = language.say
        super().__init__(desk, say("How safe she feels"), place, over, reopen)
        self._her, self._group = participant_id, group
        self._known = {each.moment: each for each in known}
        self._shown: Moment | None = None
        self._moment = Chips(
            say("When she was asked"),
            [(each.value, moment_word(each, language)) for each in Moment],
            many=False,
            numbered=False,
        )
        self._value = Chips(
            say("Her answer"),
            [(str(value), str(value)) for value in range(LEAST, MOST + 1)],
            many=False,
            hint=say(
                "1: afraid that new violence can easily happen. "
                "7: quite sure that it does not. It is her answer, not a mark."
            ),
            numbered=False,
        )
        self._day = DateField(say("Asked on"), desk.today())
        self._words = NoteField(say("Her own words"), lines=2, most=LONGEST_WORDS)
        self.fields = {
            "moment": self._moment,
            "value": self._value,
            "day": self._day,
            "words": self._words,
        }
        self.texts = {Field.SAFETY: "words"}
        self.blame = {SafetyOutOfRange: "value", InFuture: "day", DateOutOfReach: "day"}
        self._remove = quiet(say("Remove"), "trash")
        self._remove.clicked.connect(self._take_away)
        self.foot.insertWidget(0, self._remove)
        self.form.addWidget(self._moment)
        self.form.addWidget(self._value)
        self.form.addWidget(self._day)
        self.form.addWidget(self._words)
        self._moment.set_value((moment or self._next()).value)
        self._show_known()
        self.start()

    def typed(self) -> None:
        """Show what she answered at the moment that is chosen."""
        if self._chosen() is not self._shown:
            if self._chosen() in self._known or self._is_as_known():
                self._show_known()
            self._shown = self._chosen()
        self._remove.setVisible(self._chosen() in self._known)

    def deed(self) -> Deed:
        """Return the keeping of the answer."""
        store, today = self.desk.store, self.desk.today()
        given = Answered(
            self._her,
            self._group.id,
            self._chosen(),
            self._day.value(),
            int(self._value.value() or _NONE),
            self._words.value(),
        )
        return lambda: answer(store, given, today)

    def saved(self, _before: Any) -> None:
        """Say so."""
        self.desk.notice(self.desk.language.say("Her answer is kept."))

    def _chosen(self) -> Moment:
        return Moment(self._moment.value())

    def _next(self) -> Moment:
        """Return the first moment without an answer."""
        return next((each for each in Moment if each not in self._known), Moment.LATER)

    def _is_as_known(self) -> bool:
        """Whether nothing was typed over what is known of the moment shown."""
        known = self._known.get(self._shown) if self._shown else None
        kept = (str(known.value), known.words) if known else ("", "")
        return (self._value.value(), self._words.value()) == kept

    def _show_known(self) -> None:
        self._shown = self._chosen()
        known = self._known.get(self._shown)
        self._value.set_value(str(known.value) if known else "")
        self._day.set_value(known.day if known else self.desk.today())
        self._words.set_value(known.words if known else "")

    def _take_away(self) -> None:
        desk, known = self.desk, self._known.get(self._chosen())
        if known is None:
            return
        given = Answered(
            known.participant_id, known.group_id, known.moment, known.day, known.value, known.words
        )
        desk.do(desk, lambda: remove_answer(desk.store, known))
        desk.notice(
            desk.language.say("The answer is removed."),
            undo=lambda: desk.do(desk, lambda: answer(desk.store, given, desk.today())),
        )
        self.let_go()
