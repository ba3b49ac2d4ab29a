"""The periods in which the house is closed, beside public holidays."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.dates import Period, read_period
from groupkit.language import Language
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.plain import PlainLabel


class ClosedPeriodsField(QWidget):
    """Rows of first and last day; public holidays are stepped around without being typed."""

    changed = Signal()

    def __init__(self, language: Language, today: dt.date, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._begins = today
        self._rows: list[_PeriodRow] = []
        say = language.say
        self._title = PlainLabel(say("Closed for this group alone"))
        self._title.setProperty("role", "label")
        known = say("The house's calendar and the public holidays are known already.")
        self._hint = PlainLabel(known)
        self._hint.setProperty("role", "hint")
        self._hint.setWordWrap(True)
        self._error = PlainLabel()
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        add = secondary(say("Add a closed period"), "plus")
        add.clicked.connect(self._add_after_last)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addLayout(self._list)
        layout.addWidget(self._error)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        layout.addLayout(row)

    def periods(self) -> tuple[Period, ...]:
        """Return the periods.

        Raises:
            Refused: PeriodBackwards.
        """
        return tuple(Period(row.first.value(), row.last.value()) for row in self._rows)

    def set_error(self, said: str | None) -> None:
        """Show a sentence under the rows, or take it away."""
        self._error.setText(said or "")
        self._error.setVisible(bool(said))

    def draft(self) -> str:
        """Return the rows as one text."""
        return " ".join(
            f"{row.first.value().isoformat()}..{row.last.value().isoformat()}" for row in self._rows
        )

    def take_draft(self, draft: str) -> None:
        """Put back the rows of an earlier draft."""
        for text in draft.split():
            first, _, last = text.partition("..")
            self._add(dt.date.fromisoformat(first), dt.date.fromisoformat(last))

    def begin_at(self, day: dt.date) -> None:
        """Let a new row begin at ``day``, such as the first session's."""
        self._begins = day

    def clear(self) -> None:
        """Take all rows away."""
        for row in list(self._rows):
            self._remove(row)

    def add(self, text: str) -> None:
        """Add the period written as FIRST..LAST."""
        period = read_period(text)
        self._add(period.first, period.last)

    def _add_after_last(self) -> None:
        start = self._rows[-1].last.value() if self._rows else self._begins
        row = self._add(start, start + dt.timedelta(days=6))
        row.first.take_focus()
        self.changed.emit()

    def _add(self, first: dt.date, last: dt.date) -> _PeriodRow:
        row = _PeriodRow(self._language, first, last, self)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _remove(self, row: _PeriodRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.changed.emit()


class _PeriodRow(QWidget):
    changed = Signal()
    removed = Signal()

    def __init__(self, language: Language, first: dt.date, last: dt.date, parent: QWidget) -> None:
        super().__init__(parent)
        say = language.say
        self.first = DateField(say("From"), value=first)
        self.last = DateField(say("To and including"), value=last)
        remove = quiet("", "trash")
        remove.setAccessibleName(say("Remove this period"))
        remove.setToolTip(say("Remove this period"))
        remove.clicked.connect(self.removed)
        self.first.changed.connect(self._follow)
        self.first.changed.connect(self.changed)
        self.last.changed.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.first, 1)
        layout.addWidget(self.last, 1)
        layout.addWidget(remove)

    def _follow(self) -> None:
        """A period seldom ends before it begins: the last day comes along."""
        if self.last.value() < self.first.value():
            self.last.set_value(self.first.value())
