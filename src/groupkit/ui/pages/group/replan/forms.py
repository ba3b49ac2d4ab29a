"""What can be changed in a plan, a form for each: they say what is wanted, and keep a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.booking import leaders_of
from groupkit.domain.group import Group, read_names
from groupkit.domain.replanning import Rest, WayOut
from groupkit.domain.schedule import WEEK, Way
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.language.plan_words import way_out_said
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField, NumberField, SwitchField, TextField, TimeField
from groupkit.ui.parts.radio_list import Option, RadioList
from groupkit.usecases.replanning import (
    Cancel,
    EndEarly,
    Extend,
    Insert,
    Move,
    NotHeld,
    Swap,
    Wanted,
)

_OTHER, _LEADERS, _NOT_HELD = "other", "leaders", "not_held"


class SessionForm(QWidget):
    """One session: a way out of its day, another day and time, others to lead it."""

    changed = Signal()

    def __init__(
        self,
        group: Group,
        session: Session,
        later: tuple[Session, ...],
        language: Language,
        day: dt.date | None = None,
    ) -> None:
        super().__init__()
        self._session, self._later = session, later
        self._language = language
        self._ways: dict[str, WayOut] = {}
        self._chosen = _OTHER if day else ""
        say = language.say
        self._choice = RadioList(say("What happens?"), self)
        self._day = DateField(say("New day"), value=day or session.day + WEEK)
        self._starts = TimeField(say("Begins at"), session.starts)
        self._follow = SwitchField(say("The following sessions move as well"))
        self._leaders = TextField(
            say("Who leads it"),
            hint=say("Separate the names with commas."),
            value=", ".join(leaders_of(session, group)),
        )
        self._all_later = SwitchField(say("All sessions from this one on"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        when = QHBoxLayout()
        when.setSpacing(16)
        when.addWidget(self._day, 2)
        when.addWidget(self._starts, 1)
        column.addWidget(self._choice)
        column.addLayout(when)
        for switch in (self._follow, self._all_later):
            switch.changed.connect(self._edited)
        for field in (self._day, self._starts, self._leaders):
            field.changed.connect(self._edited)
        self._choice.changed.connect(self._choose)
        column.addWidget(self._follow)
        column.addWidget(self._leaders)
        column.addWidget(self._all_later)
        self._offer(self._chosen)

    def show_ways(self, ways: tuple[WayOut, ...]) -> None:
        """Offer the ways out of the session's day; what was chosen stays chosen."""
        self._ways = {_key(way): way for way in ways}
        self._offer(self._chosen)
        self.first_focus().setFocus()
        self.changed.emit()

    def _offer(self, chosen: str) -> None:
        say = self._language.say
        options = [
            Option(key, way_out_said(way, self._language), _hint(way.way, self._language))
            for key, way in self._ways.items()
        ]
        options.append(Option(_OTHER, say("Another day or time")))
        options.append(Option(_LEADERS, say("It stays, others lead it")))
        known = {option.key for option in options}
        self._choice.set_options(options, chosen if chosen in known else options[0].key)
        self._show_parts()

    def wanted(self) -> Wanted:
        """Return the change chosen."""
        chosen, session = self._choice.value(), self._session
        if chosen == _LEADERS:
            later = self._later if self._all_later.value() else ()
            ids = tuple(each.id for each in (session, *later))
            return Swap(ids, read_names(self._leaders.value()))
        way = self._ways.get(chosen)
        if way is not None and way.day is None:
            return Cancel(session.id)
        if way is not None and way.day is not None:
            follows = way.way is Way.LATER_FROM_HERE
            return Move(session.id, way.day, rest=Rest.FOLLOWS if follows else Rest.STAYS)
        rest = Rest.FOLLOWS if self._follow.value() else Rest.STAYS
        return Move(session.id, self._day.value(), self._starts.value(), rest)

    def draft(self) -> dict[str, str]:
        """Return what is chosen and typed, as texts."""
        return {
            "choice": self._choice.value(),
            "day": self._day.value().isoformat(),
            "starts": self._starts.value().isoformat("minutes"),
            "follow": "1" if self._follow.value() else "",
            "leaders": self._leaders.value(),
            "all_later": "1" if self._all_later.value() else "",
        }

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Put back what was chosen and typed."""
        self._day.set_value(dt.date.fromisoformat(draft["day"]))
        self._starts.set_value(dt.time.fromisoformat(draft["starts"]))
        self._follow.set_value(bool(draft["follow"]))
        self._leaders.set_value(draft["leaders"])
        self._all_later.set_value(bool(draft["all_later"]))
        self._chosen = draft["choice"]
        self._offer(self._chosen)

    def first_focus(self) -> QWidget:
        """Return the chosen way."""
        return self._choice.first_focus()

    def _choose(self) -> None:
        self._chosen = self._choice.value()
        self._edited()

    def _edited(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        chosen = self._choice.value()
        for part in (self._day, self._starts, self._follow):
            part.setVisible(chosen == _OTHER)
        self._leaders.setVisible(chosen == _LEADERS)
        self._all_later.setVisible(chosen == _LEADERS)


def _key(way: WayOut) -> str:
    return f"{way.way}:{way.day or ''}"


def _hint(way: Way, language: Language) -> str:
    say = language.say
    hints = {
        Way.LATER_AND_BACK: say("The sessions after it stay where they are."),
        Way.LATER_FROM_HERE: say("The sessions after it move as well."),
        Way.OTHER_DAY: "",
        Way.LEFT_OUT: say("The session stays in the plan as cancelled."),
    }
    return hints[way]


class NotHeldForm(QWidget):
    """A session whose day has passed, of which nothing is recorded: it did not take place."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def wanted(self) -> Wanted:
        """Return the change."""
        return NotHeld(self._session.id)

    def draft(self) -> dict[str, str]:
        """Return nothing: there is nothing to choose."""
        return {}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Take nothing."""

    def first_focus(self) -> QWidget:
        """Return the form itself."""
        return self


class AddForm(QWidget):
    """One more session."""

    changed = Signal()

    def __init__(self, group: Group, day: dt.date, language: Language) -> None:
        super().__init__()
        say = language.say
        self._day = DateField(say("Day"), value=day)
        self._starts = TimeField(say("Begins at"), group.starts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._day, 2)
        row.addWidget(self._starts, 1)
        self._day.changed.connect(self.changed)
        self._starts.changed.connect(self.changed)

    def wanted(self) -> Wanted:
        """Return the change."""
        return Insert(self._day.value(), self._starts.value())

    def draft(self) -> dict[str, str]:
        """Return what is typed, as texts."""
        return {
            "day": self._day.value().isoformat(),
            "starts": self._starts.value().isoformat("minutes"),
        }

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Put back what was typed."""
        self._day.set_value(dt.date.fromisoformat(draft["day"]))
        self._starts.set_value(dt.time.fromisoformat(draft["starts"]))

    def first_focus(self) -> QWidget:
        """Return the day."""
        return self._day.input


class EndForm(QWidget):
    """The session with which the group ends."""

    changed = Signal()

    def __init__(self, sessions: tuple[Session, ...], language: Language) -> None:
        super().__init__()
        options = [
            (
                str(session.id),
                language.say(
                    "Session {number}, {day}",
                    number=session.number,
                    day=language.date_day(session.day),
                ),
            )
            for session in sessions
        ]
        self._last = ChoiceField(language.say("The last session is"), options)
        if len(options) > 1:
            self._last.set_value(options[-2][0])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._last)
        self._last.changed.connect(self.changed)

    def wanted(self) -> Wanted:
        """Return the change."""
        return EndEarly(UUID(self._last.value()))

    def draft(self) -> dict[str, str]:
        """Return what is chosen."""
        return {"last": self._last.value()}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Put back what was chosen."""
        self._last.set_value(draft["last"])

    def first_focus(self) -> QWidget:
        """Return the choice."""
        return self._last.input


class ExtendForm(QWidget):
    """So many more sessions."""

    changed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._many = NumberField(language.say("More sessions"), 1, 10, value=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._many)
        self._many.changed.connect(self.changed)

    def wanted(self) -> Wanted:
        """Return the change."""
        return Extend(self._many.value())

    def draft(self) -> dict[str, str]:
        """Return the number."""
        return {"many": str(self._many.value())}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Put the number back."""
        self._many.set_value(int(draft["many"]))

    def first_focus(self) -> QWidget:
        """Return the number."""
        return self._many.input
