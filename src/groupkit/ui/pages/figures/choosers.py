"""Choosing what a report is about: who will read it first, then what and of which time."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupkit.domain.dates import EARLIEST, LATEST, Period
from groupkit.domain.refusal import PeriodBackwards, Refused
from groupkit.domain.reporting.choice import About, Audience, Choice, Span, Unit
from groupkit.language import Language
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField, NumberField, SwitchField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.wrap import Wrap
from groupkit.usecases.figures.subjects import GroupChoice


class Choosers(Card):
    """Fields that follow each other: what cannot be chosen is not there."""

    changed = Signal()

    def __init__(self, language: Language, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._language = language
        self._groups: tuple[GroupChoice, ...] = ()
        self._is_setting = False
        say = language.say
        self.audience = ChoiceField(
            say("Who will read it?"),
            [
                (Audience.TEAM.value, say("The team: women by name or number")),
                (Audience.HOUSE.value, say("The house: counts")),
                (Audience.OUTSIDE.value, say("Outside: small numbers hidden")),
            ],
        )
        self.audience.set_value(Audience.HOUSE.value)
        self.audience.input.setMinimumContentsLength(34)
        self.about = ChoiceField(say("About"), [])
        self.about.input.setMinimumContentsLength(20)
        self.group = ChoiceField(say("Group"), [])
        self.session = ChoiceField(say("Session"), [])
        self.unit = ChoiceField(say("Time"), [])
        self.year = NumberField(say("Year"), EARLIEST.year, LATEST.year, today.year)
        self.part = ChoiceField(say("Which"), [])
        self.first = DateField(say("From"), dt.date(today.year, 1, 1))
        self.last = DateField(say("Until"), today)
        self.by_alias = SwitchField(
            say("First names instead of numbers"),
            hint=say("Numbers are safer: a paper can be left behind."),
        )
        self.problem = PlainLabel("", role="error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        row = Wrap()
        for field in (
            self.audience, self.about, self.group, self.session, self.unit, self.year, self.part,
            self.first, self.last,
        ):  # fmt: skip
            row.add(field)
            field.changed.connect(self._touched)
        self.body.addWidget(row)
        self.body.addWidget(self.by_alias)
        self.body.addWidget(self.problem)
        self.by_alias.changed.connect(self._touched)
        self._offer()

    def show_groups(self, groups: tuple[GroupChoice, ...]) -> None:
        """Offer ``groups``, the latest first."""
        self._groups = groups
        self.group.set_options([(str(each.id), each.name) for each in groups])
        self._offer()

    def show_choice(self, choice: Choice) -> None:
        """Show a choice that was made elsewhere."""
        self._is_setting = True
        self.audience.set_value(choice.audience.value)
        self._offer()
        self.about.set_value(choice.about.value)
        self._offer()
        if choice.groups:
            self.group.set_value(str(choice.groups[0]))
            self._offer()
        if choice.session_id:
            self.session.set_value(str(choice.session_id))
        span = choice.span
        if choice.about in {About.PERIOD, About.YEAR}:
            self.unit.set_value(span.unit.value)
            self._offer()
            self.year.set_value(span.year)
            self.part.set_value(str(span.part))
            if span.own:
                self.first.set_value(span.own.first)
                self.last.set_value(span.own.last)
        self.by_alias.set_value(choice.by_alias)
        self._is_setting = False
        self._offer()

    def choice(self) -> Choice | None:
        """Return what is chosen, None when there is nothing to tell of.

        Raises:
            Refused: PeriodBackwards, and what a choice may not be.
        """
        audience, about = Audience(self.audience.value()), About(self.about.value())
        if about in {About.GROUP, About.SESSION}:
            if not self.group.value():
                return None
            group = UUID(self.group.value())
            session = UUID(self.session.value()) if self._has_session() else None
            if about is About.SESSION and session is None:
                return None
            return Choice(
                about,
                audience,
                Span(Unit.YEAR, self.year.value()),
                (group,),
                session if about is About.SESSION else None,
                bool(self.by_alias.value()) and audience is Audience.TEAM,
            )
        return Choice(about, audience, self._span())

    def _has_session(self) -> bool:
        return bool(self.session.value())

    def _span(self) -> Span:
        unit = Unit(self.unit.value())
        if unit is Unit.OWN:
            first, last = self.first.value(), self.last.value()
            if last < first:
                raise Refused(PeriodBackwards(first, last))
            return Span(unit, first.year, own=Period(first, last))
        part = int(self.part.value() or 1) if unit is not Unit.YEAR else 1
        return Span(unit, self.year.value(), part)

    def _touched(self) -> None:
        if self._is_setting:
            return
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        """Offer what goes with what is chosen so far."""
        was, self._is_setting = self._is_setting, True
        say = self._language.say
        audience = Audience(self.audience.value())
        abouts = [
            (About.PERIOD.value, say("Attendance in a period")),
            (About.YEAR.value, say("The year's figures")),
        ]
        if audience is not Audience.OUTSIDE:
            abouts.insert(0, (About.GROUP.value, say("One group")))
            abouts.insert(1, (About.SESSION.value, say("One session")))
        if audience is Audience.TEAM:
            abouts = abouts[:2]
        self.about.set_options(abouts)
        about = About(self.about.value())
        self.unit.set_options(self._units(about, audience))
        unit = Unit(self.unit.value())
        self.part.set_options(self._parts(unit))
        self._offer_sessions()
        is_one = about in {About.GROUP, About.SESSION}
        self.group.setVisible(is_one)
        self.session.setVisible(about is About.SESSION)
        self.unit.setVisible(not is_one)
        self.year.setVisible(not is_one and unit is not Unit.OWN)
        self.part.setVisible(not is_one and unit in {Unit.QUARTER, Unit.HALF})
        self.first.setVisible(not is_one and unit is Unit.OWN)
        self.last.setVisible(not is_one and unit is Unit.OWN)
        self.by_alias.setVisible(audience is Audience.TEAM)
        self._is_setting = was

    def _units(self, about: About, audience: Audience) -> list[tuple[str, str]]:
        say = self._language.say
        year = (Unit.YEAR.value, say("A year"))
        half = (Unit.HALF.value, say("Half a year"))
        quarter = (Unit.QUARTER.value, say("A quarter"))
        if audience is Audience.OUTSIDE:
            return [year] if about is About.YEAR else [year, quarter]
        if about is About.YEAR:
            return [year, half, quarter]
        return [year, half, quarter, (Unit.OWN.value, say("Own dates"))]

    def _parts(self, unit: Unit) -> list[tuple[str, str]]:
        say = self._language.say
        if unit is Unit.HALF:
            return [("1", say("First half")), ("2", say("Second half"))]
        return [(str(n), say("Quarter {n}", n=n)) for n in range(1, 5)]

    def _offer_sessions(self) -> None:
        chosen = self.group.value()
        held = next((one.sessions for one in self._groups if str(one.id) == chosen), ())
        self.session.set_options(
            [
                (
                    str(each.id),
                    f"{each.number} · {self._language.date_short(each.day)}",
                )
                for each in held
            ],
        )
