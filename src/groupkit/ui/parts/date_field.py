"""A date: typed as people write it, stepped with the arrows, or picked from a calendar."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QCalendarWidget, QDateEdit, QToolButton, QWidget

from groupkit.domain.dates import EARLIEST, LATEST
from groupkit.domain.typed_dates import read_typed
from groupkit.ui.parts.field import LabelledField
from groupkit.ui.parts.icons import icon
from groupkit.ui.theme.appearance import current

_ARROWS = {
    "qt_calendar_prevmonth": "chevron-left",
    "qt_calendar_nextmonth": "chevron-right",
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PAGE = 10
"""What Qt steps by at the page keys."""
_ERASING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class TypedDateEdit(QDateEdit):
    """Takes whole dates as typed; Qt's own would take the letters section by section."""

    def __init__(self) -> None:
        super().__init__()
        self._types = False
        self.setKeyboardTracking(False)

    def meant(self) -> dt.date:
        """Return the date as typed, as far as it is one, or the date before."""
        before = _plain(self.date())
        if not self._types:
            return before
        typed = read_typed(self.lineEdit().text(), before)
        return typed if typed is not None and EARLIEST <= typed <= LATEST else before

    def commit(self) -> None:
        """Take the typed date over; what is no date gives way to the date before."""
        if not self._types:
            return
        meant = self.meant()
        self._types = False
        wanted = QDate(meant.year, meant.month, meant.day)
        if wanted == self.date():
            # The same date again would leave the typed letters standing.
            with QSignalBlocker(self):
                self.setDate(wanted.addDays(1 if wanted < self.maximumDate() else -1))
                self.setDate(wanted)
        else:
            self.setDate(wanted)

    def stepBy(self, steps: int) -> None:
        """A day up or down; with the page keys a month."""
        self.commit()
        by_page = abs(steps) == _PAGE
        date = self.date()
        self.setDate(date.addMonths(steps // _PAGE) if by_page else date.addDays(steps))
        self.lineEdit().selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        flag = QAbstractSpinBox.StepEnabledFlag
        return flag.StepUpEnabled | flag.StepDownEnabled

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        return (QValidator.State.Acceptable, text, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER and self._types:
            self.commit()
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return
        if key == Qt.Key.Key_Escape and self._types:
            self.lineEdit().setText("")
            self.commit()
            return
        if key in _ERASING or (event.text() and event.text().isprintable()):
            if not self._types:
                self._types = True
                self.lineEdit().selectAll()
            self.lineEdit().event(event)
            return
        if self._types and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.lineEdit().event(event)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # A date is one thing here: Qt would stop at its day, its month and its year.
        return QWidget.focusNextPrevChild(self, forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        super().focusOutEvent(event)


class DateField(LabelledField):
    """A date with a calendar to pick from: Monday first, ISO week numbers."""

    def __init__(self, label: str, value: dt.date, hint: str = "") -> None:
        self.input = TypedDateEdit()
        self.input.setCalendarPopup(True)
        self.input.setDisplayFormat(_date_format())
        self.input.setDateRange(QDate(2000, 1, 1), QDate(2100, 12, 31))
        calendar = QCalendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setGridVisible(False)
        self.input.setCalendarWidget(calendar)
        super().__init__(label, self.input, hint)
        self.set_value(value)
        self.input.dateChanged.connect(self.changed)
        current().changed.connect(self._draw)
        self._draw()

    def value(self) -> dt.date:
        """Return the date, also while it is being typed."""
        return self.input.meant()

    def set_value(self, value: dt.date) -> None:
        """Put in a date."""
        self.input.setDate(QDate(value.year, value.month, value.day))

    def _draw(self) -> None:
        """Qt's own arrows are black, also on a dark calendar."""
        calendar = self.input.calendarWidget()
        for name, arrow in _ARROWS.items():
            button = calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icon(arrow))


def _plain(date: QDate) -> dt.date:
    return dt.date(date.year(), date.month(), date.day())


def _date_format() -> str:
    """Danish puts a point behind the day; the week day helps to see a slip."""
    danish = QLocale().language() == QLocale.Language.Danish
    return "ddd d. MMM yyyy" if danish else "ddd d MMM yyyy"
