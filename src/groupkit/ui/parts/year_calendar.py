"""Months side by side with ISO weeks: what is closed, and marks on days that can be dragged.

A closed day is told by shape as well as by colour: a public holiday has a bar below, a school
holiday is hatched, the house's closed day is filled, a group's exception is framed.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from groupkit.domain.closed import ClosedDay, ClosedDays, Why
from groupkit.language import Language
from groupkit.language.words import closed_day_word
from groupkit.ui.parts.plain import plain_tip
from groupkit.ui.theme.appearance import current

_DAY = dt.timedelta(days=1)
_COLUMNS = 8
"""The week number and seven days."""
_HEAD_ROWS = 2
"""The month's name and the days' letters."""
_WEEK_ROWS = 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


@dataclass(frozen=True)
class DayMark:
    """Something on a day: a short label, a tone, and what it is called in full."""

    label: str
    tone: str
    name: str
    draggable: bool = False


class YearCalendar(QWidget):
    """Arrow keys go from day to day; Enter or a click chooses one, marks can be dragged."""

    day_chosen = Signal(object)
    mark_dragged = Signal(object, object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._first = dt.date(2027, 1, 1)
        self._months = 6
        self._closed = ClosedDays(country="")
        self._marks: Mapping[dt.date, tuple[DayMark, ...]] = {}
        self._today = dt.date.min
        self._hand = self._first
        self._pressed: dt.date | None = None
        self._over: dt.date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current().changed.connect(self._restyle)

    def set_span(self, first_month: dt.date, months: int, today: dt.date) -> None:
        """Show ``months`` months from the one of ``first_month`` on."""
        self._first, self._months, self._today = first_month.replace(day=1), months, today
        last = self._last_day()
        self._hand = min(max(self._hand, self._first), last)
        self._restyle()

    def set_closed(self, closed: ClosedDays) -> None:
        """Show what is closed."""
        self._closed = closed
        self.update()

    def set_marks(self, marks: Mapping[dt.date, tuple[DayMark, ...]]) -> None:
        """Show ``marks``; the first mark is where the keyboard starts."""
        self._marks = marks
        if marks and self._hand not in marks:
            self._hand = next((day for day in sorted(marks) if day >= self._today), min(marks))
        self._name()
        self.update()

    def day_in_hand(self) -> dt.date:
        """Return the day that the keyboard is on."""
        return self._hand

    def rect_of(self, day: dt.date) -> QRect:
        """Return where ``day`` is painted, an empty rectangle outside the span."""
        if not self._first <= day <= self._last_day():
            return QRect()
        month = (day.year - self._first.year) * 12 + day.month - self._first.month
        origin, cell = self._origin(month), self._cell()
        row = (day.day - 1 + day.replace(day=1).weekday()) // 7
        x = origin.x() + (day.weekday() + 1) * cell.width()
        return QRect(
            x, origin.y() + (row + _HEAD_ROWS) * cell.height(), cell.width(), cell.height()
        )

    def said_of(self, day: dt.date) -> str:
        """Return what there is to say about ``day``: date, week, why closed, marks."""
        language = self._language
        parts = [language.start(language.date_long(day)), language.week(day)]
        shut = self._closed.find(day)
        if shut is not None:
            why = closed_day_word(shut, language)
            parts.append(language.say("closed: {why}", why=why))
        parts += [mark.name for mark in self._marks.get(day, ())]
        return ", ".join(parts)

    def sizeHint(self) -> QSize:
        return QSize(720, self.heightForWidth(720))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least_cell() * _COLUMNS, self._least_cell() * 8)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        across = self._across(width)
        rows = -(-self._months // across)
        return rows * (_HEAD_ROWS + _WEEK_ROWS) * self._row_height() + (rows - 1) * self._gap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setFixedHeight(self.heightForWidth(event.size().width()))
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(event.pos())
            said = self.said_of(day) if day else ""
            QToolTip.showText(event.globalPos(), plain_tip(said), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is not None:
            self._take(self._hand + by * _DAY)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.day_chosen.emit(self._hand)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self._take(day)
            self._pressed = self._over = day

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        drags = self._pressed is not None and self._can_drag(self._pressed)
        self.setCursor(
            Qt.CursorShape.ClosedHandCursor
            if drags
            else Qt.CursorShape.OpenHandCursor
            if day is not None and self._can_drag(day)
            else Qt.CursorShape.ArrowCursor
        )
        if drags and day != self._over:
            self._over = day
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._pressed, self._over = self._pressed, None, None
        day = self._day_at(event.position().toPoint())
        self.update()
        if start is None or day is None:
            return
        if day != start and self._can_drag(start):
            self.mark_dragged.emit(start, day)
        elif day == start:
            self.day_chosen.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(self._months):
            self._paint_month(painter, month)
        painter.end()

    def _paint_month(self, painter: QPainter, month: int) -> None:
        palette, cell, origin = current().palette, self._cell(), self._origin(month)
        first = self._month(month)
        head = QRect(origin.x(), origin.y(), cell.width() * _COLUMNS, cell.height())
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(palette.text))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head.adjusted(4, 0, 0, 0), left, self._language.month(first))
        painter.setFont(self.font())
        painter.setPen(QColor(palette.quiet))
        centre = Qt.AlignmentFlag.AlignCenter
        for weekday in range(7):
            at = self._at(origin, weekday + 1, 1)
            letter = self._language.weekday(_monday() + weekday * _DAY)[:1].upper()
            painter.drawText(at, centre, letter)
        for number in range(calendar.monthrange(first.year, first.month)[1]):
            day = first + number * _DAY
            if day.weekday() == 0 or number == 0:
                row = (number + first.weekday()) // 7 + _HEAD_ROWS
                painter.setPen(QColor(palette.quiet))
                painter.drawText(self._at(origin, 0, row), centre, str(day.isocalendar().week))
            self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: dt.date) -> None:
        palette, inside = current().palette, self.rect_of(day).adjusted(1, 1, -1, -1)
        shut, marks = self._closed.find(day), self._marks.get(day, ())
        if shut is not None:
            self._paint_closed(painter, inside, shut)
        if marks:
            tone = palette.tone(marks[0].tone)
            painter.setPen(QPen(QColor(tone.ink), 1))
            painter.setBrush(QColor(tone.surface))
            painter.drawRoundedRect(inside, 5, 5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(palette.tone(marks[0].tone).ink if marks else palette.text))
        font = self.font()
        font.setBold(bool(marks))
        font.setUnderline(day == self._today)
        painter.setFont(font)
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, str(day.day))
        painter.setFont(self.font())
        framed = (day == self._hand and self.hasFocus()) or (
            day == self._over and self._pressed not in (None, day)
        )
        if framed:
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.drawRoundedRect(inside, 5, 5)

    def _paint_closed(self, painter: QPainter, inside: QRect, shut: ClosedDay) -> None:
        palette = current().palette
        painter.setPen(Qt.PenStyle.NoPen)
        if shut.why is Why.SCHOOL_HOLIDAY:
            painter.setBrush(QBrush(QColor(palette.field_line), Qt.BrushStyle.BDiagPattern))
        elif shut.why is Why.GROUP_EXCEPTION:
            painter.setPen(QPen(QColor(palette.quiet), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(QColor(palette.neutral.surface))
        painter.drawRoundedRect(inside, 5, 5)
        if shut.why is Why.PUBLIC_HOLIDAY:
            painter.setBrush(QColor(palette.quiet))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRect(inside.left() + 5, inside.bottom() - 3, inside.width() - 10, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _take(self, day: dt.date) -> None:
        self._hand = min(max(day, self._first), self._last_day())
        self._name()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(self._language.say("Calendar"))
        self.setAccessibleDescription(self.said_of(self._hand))

    def _can_drag(self, day: dt.date) -> bool:
        return any(mark.draggable for mark in self._marks.get(day, ()))

    def _day_at(self, at: QPoint) -> dt.date | None:
        cell = self._cell()
        for month in range(self._months):
            inside = at - self._origin(month)
            column, row = inside.x() // cell.width() - 1, inside.y() // cell.height() - _HEAD_ROWS
            if 0 <= column < 7 and 0 <= row < _WEEK_ROWS:
                first = self._month(month)
                day = first + (row * 7 + column - first.weekday()) * _DAY
                return day if (day.year, day.month) == (first.year, first.month) else None
        return None

    def _month(self, number: int) -> dt.date:
        months = self._first.month - 1 + number
        return dt.date(self._first.year + months // 12, months % 12 + 1, 1)

    def _last_day(self) -> dt.date:
        last = self._month(self._months - 1)
        return last.replace(day=calendar.monthrange(last.year, last.month)[1])

    def _origin(self, month: int) -> QPoint:
        across, cell = self._across(self.width()), self._cell()
        width = cell.width() * _COLUMNS + self._gap()
        height = cell.height() * (_HEAD_ROWS + _WEEK_ROWS) + self._gap()
        return QPoint(month % across * width, month // across * height)

    def _at(self, origin: QPoint, column: int, row: int) -> QRect:
        cell = self._cell()
        return QRect(origin.x() + column * cell.width(), origin.y() + row * cell.height(),
                     cell.width(), cell.height())  # fmt: skip

    def _cell(self) -> QSize:
        across = self._across(self.width())
        free = self.width() - (across - 1) * self._gap()
        return QSize(max(free // across // _COLUMNS, self._least_cell()), self._row_height())

    def _across(self, width: int) -> int:
        one = self._least_cell() * _COLUMNS + self._gap()
        return max(1, min(self._months, 3, (width + self._gap()) // one))

    def _least_cell(self) -> int:
        return self.fontMetrics().horizontalAdvance("00") + 9

    def _row_height(self) -> int:
        return self.fontMetrics().height() + 10

    def _gap(self) -> int:
        return self.fontMetrics().height()

    def _restyle(self) -> None:
        self.setFixedHeight(self.heightForWidth(max(self.width(), self._least_cell() * _COLUMNS)))
        self._name()
        self.updateGeometry()
        self.update()


def _monday() -> dt.date:
    return dt.date(2024, 1, 1)
