"""Whose time is over: looked at one by one, then taken away for good."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.language.care_words import who
from groupkit.language.keeping_words import kept_words
from groupkit.ui.desk import Desk
from groupkit.ui.parts.buttons import danger, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.keeping import Due, Keeping, Over, carry_out, put_off


class OverCard(Card):
    """Nothing goes before somebody has said that she looked; a woman can be held back for now."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            say("What may no longer be kept"),
            say("Nothing goes by itself. Look at each, and then say so."),
            parent,
        )
        self._desk = desk
        self._found: Keeping | None = None
        self._held: set[UUID] = set()
        self._said = PlainLabel()
        self._said.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._looked = SwitchField(say("I have looked at each of them"))
        self._looked.changed.connect(self._enable)
        self._backups = PlainLabel(
            say(
                "Words also stand in earlier backups, for {days} days at most. Who she is goes "
                "from the backups in the store's folder at once.",
                days=desk.house.erasure_days,
            ),
            role="hint",
        )
        self._backups.setWordWrap(True)
        self._erase = danger(say("Erase for good"), "trash")
        self._erase.clicked.connect(self._carry_out)
        self._later = secondary(say("Ask again in a month"), "clock")
        self._later.clicked.connect(self._put_off)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._erase)
        foot.addWidget(self._later)
        foot.addStretch(1)
        self.body.addWidget(self._said)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._looked)
        self.body.addWidget(self._backups)
        self.body.addLayout(foot)
        for part in self._acts:
            part.hide()

    @property
    def _acts(self) -> tuple[QWidget, ...]:
        return (self._looked, self._backups, self._erase, self._later)

    def show_found(self, found: Keeping) -> None:
        """Show whose time is over; who was held back stays so while the page is open."""
        self._found = found
        language = self._desk.language
        clear(self._rows)
        for over in found.over:
            self._rows.addWidget(self._row(over))
        said = language.say("Nothing. Everything here may still be kept.")
        if found.over:
            said = language.count(
                "Of {n} woman something would go today.",
                "Of {n} women something would go today.",
                len(found.over),
            )
        if found.doubt is not None:
            said = language.say(
                "The laptop's date is in doubt. Confirm it on Today before anything is erased."
            )
        self._said.setText(said)
        for part in self._acts:
            part.setVisible(bool(found.over) and found.doubt is None)
        self._looked.set_value(False)
        self._enable()

    def _row(self, over: Over) -> Row:
        desk, her = self._desk, over.participant
        going = kept_words(over.kinds, desk.language)
        if over.named_in:
            named = desk.language.count(
                "{n} note may name her, and stays. Correct it first.",
                "{n} notes may name her, and stay. Correct them first.",
                over.named_in,
            )
            going = f"{going}. {named}"
        row = Row(f"{who(her, desk.language)} · {her.number}", going)
        row.opened.connect(lambda: desk.go(Place(PageName.PARTICIPANT, her.id)))
        held = SwitchField(desk.language.say("Keep for now"))
        held.input.setAccessibleName(f"{desk.language.say('Keep for now')}: {her.number}")
        held.set_value(her.id in self._held)
        held.changed.connect(lambda: self._hold(her.id, held=held.value()))
        row.add_trailing(held)
        return row

    def _hold(self, her: UUID, *, held: bool) -> None:
        (self._held.add if held else self._held.discard)(her)
        self._enable()

    def _going(self) -> Due:
        return self._found.due.without(self._held) if self._found else Due()

    def _enable(self) -> None:
        going = self._going()
        self._erase.setEnabled(self._looked.value() and not going.is_empty)

    def _carry_out(self) -> None:
        desk, going = self._desk, self._going()
        self._erase.setEnabled(False)

        def gone(went: Due) -> None:
            desk.notice(
                desk.language.count(
                    "Erased for good, of {n} woman.",
                    "Erased for good, of {n} women.",
                    len(went.everybody),
                )
            )

        desk.do(self, lambda: carry_out(desk.store, going, desk.today()), gone)

    def _put_off(self) -> None:
        desk = self._desk

        def kept(_day: object) -> None:
            desk.notice(desk.language.say("It is asked again in a month."))

        desk.do(desk, lambda: put_off(desk.store, desk.today()), kept)
