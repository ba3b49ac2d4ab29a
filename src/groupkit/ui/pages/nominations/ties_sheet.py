"""What ties a woman to others, so that a seat is not given unasked."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.composition import Bond, Tie
from groupkit.domain.participant import Participant
from groupkit.language.care_words import bond_word, who
from groupkit.ui.desk import Desk
from groupkit.ui.fitted_sheet import FittedSheet
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.usecases.nominating import known_women, retie, tie, ties, untie

Known = tuple[tuple[Tie, Participant], ...]


class TiesSheet(FittedSheet):
    """The ties she has, and a line to add one."""

    def __init__(self, desk: Desk, participant: Participant, over: QWidget) -> None:
        language = desk.language
        say = language.say
        title = say("What ties {alias} to others", alias=who(participant, language))
        super().__init__(title, say("Close"), over)
        self._desk, self._her = desk, participant.id
        hint = PlainLabel(
            say(
                "Whoever gives a seat sees that there is something to think of, "
                "never who the other woman is."
            ),
            role="hint",
        )
        hint.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._other = ChoiceField(say("The other woman"), [])
        self._bond = Chips(
            say("What it is"),
            [(each.value, bond_word(each, language)) for each in Bond],
            many=False,
        )
        self._add = secondary(say("Add"), "plus")
        self._add.clicked.connect(self._tie)
        self._add.setEnabled(False)
        self._other.changed.connect(self._chosen)
        self._bond.changed.connect(self._chosen)
        self.form.addWidget(hint)
        self.form.addLayout(self._rows)
        self.form.addWidget(self._other)
        self.form.addWidget(self._bond)
        self.foot.addWidget(self._add)
        self._read()
        desk.ask(self, lambda: known_women(desk.store), self._offer)

    def first_focus(self) -> QWidget | None:
        """Return the other woman."""
        return self._other.input

    def _read(self) -> None:
        desk, her = self._desk, self._her
        desk.ask(self, lambda: ties(desk.store, her), self._show)

    def _offer(self, women: tuple[Participant, ...]) -> None:
        language = self._desk.language
        others = [
            (str(each.id), f"{who(each, language)} · {each.number}")
            for each in women
            if each.id != self._her
        ]
        self._other.set_options([("", language.say("Choose …")), *others])
        self._chosen()

    def _chosen(self) -> None:
        self._add.setEnabled(bool(self._other.value() and self._bond.value()))

    def _show(self, known: Known) -> None:
        clear(self._rows)
        language = self._desk.language
        for each, other in known:
            word = bond_word(each.bond, language)
            row = Row(word, f"{who(other, language)} · {other.number}", clickable=False)
            remove = quiet(language.say("Remove"), "trash")
            remove.setAccessibleName(f"{language.say('Remove')}: {word}")
            remove.clicked.connect(lambda _=False, one=each: self._untie(one))
            row.add_trailing(remove)
            self._rows.addWidget(row)

    def _tie(self) -> None:
        if not (self._other.value() and self._bond.value()):
            return
        desk, her = self._desk, self._her
        other, bond = UUID(self._other.value()), Bond(self._bond.value())
        self._bond.set_value("")
        self._other.set_value("")
        self._chosen()
        desk.do(self, lambda: tie(desk.store, her, other, bond), lambda _: self._read())

    def _untie(self, known: Tie) -> None:
        desk = self._desk

        def gone(_: Tie | None) -> None:
            self._read()
            desk.notice(
                desk.language.say("The tie is removed."),
                undo=lambda: desk.do(desk, lambda: retie(desk.store, known)),
            )

        desk.do(self, lambda: untie(desk.store, known.id), gone)
