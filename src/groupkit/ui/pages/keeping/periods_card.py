"""How many months what is kept; changed at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupkit.domain.refusal import Refused
from groupkit.domain.retention import LEAST_MONTHS, MOST_MONTHS, USUAL_MONTHS, Kept, Periods
from groupkit.language.keeping_words import kept_word
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import NumberField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.keeping import change_periods


class PeriodsCard(Card):
    """A field for each kind, in the order in which they go; a rule that is broken holds it back."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            say("How long it is kept"),
            say("Months after her last day in a group, or after the decision on her nomination."),
            parent,
        )
        self._desk = desk
        self._known: Periods | None = None
        self._fields = {
            kind: NumberField(
                kept_word(kind, desk.language), LEAST_MONTHS, MOST_MONTHS, USUAL_MONTHS[kind]
            )
            for kind in Kept
        }
        self.body.setSpacing(GRID * 2)
        for field in self._fields.values():
            field.changed.connect(self._typed)
            self.body.addWidget(field)
        stays = PlainLabel(
            say(
                "Counts for the figures stay, and name nobody. Nothing goes while she is in a "
                "group, a nomination is open or something is still to be followed up."
            ),
            role="hint",
        )
        stays.setWordWrap(True)
        self.body.addWidget(stays)
        self._autosave = Autosave(self, self._save)

    @property
    def first(self) -> QWidget:
        """The first field."""
        return self._fields[Kept.NOTES].input

    def show_periods(self, periods: Periods) -> None:
        """Show what holds, unless something else is being typed."""
        if self._autosave.is_waiting:
            return
        self._known = None
        for kind, field in self._fields.items():
            field.set_value(periods.months[kind])
        self._known = periods

    def flush(self) -> None:
        """Keep at once what waits."""
        self._autosave.flush()

    def _typed(self) -> None:
        if self._known is not None:
            self._autosave.touch()

    def _save(self) -> None:
        desk, person = self._desk, self._fields[Kept.PERSON]
        person.set_error(None)
        try:
            wanted = Periods({kind: field.value() for kind, field in self._fields.items()})
        except Refused as no:
            person.set_error(desk.sentence(no.refusal))
            return
        if wanted == self._known:
            return
        self._known = wanted
        # The desk owns the answer: what was changed counts also when the page is left at once.
        desk.do(desk, lambda: change_periods(desk.store, wanted))
