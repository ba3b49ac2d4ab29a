"""The weeks of a year as a table: what is closed, and each group's sessions in a column."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from groupkit.domain.booking import booking, leaders_of
from groupkit.domain.group import Group
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.language.plan_words import clash_said
from groupkit.language.words import closed_day_word
from groupkit.ui.parts.icons import icon
from groupkit.ui.parts.plain import plain_tip
from groupkit.ui.theme.appearance import current
from groupkit.usecases.year import Year

_WEEK, _CLOSED, _FIRST_GROUP = 0, 1, 2
_DAY = dt.timedelta(days=1)
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class WeeksModel(QAbstractTableModel):
    """Rows are ISO weeks, columns the week, what is closed in it, and the groups."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._year: Year | None = None
        self._mondays: list[dt.date] = []
        self._cells: dict[tuple[int, int], list[Session]] = {}
        self._closed: dict[int, str] = {}
        self._clashes: dict[UUID, list[str]] = {}
        self._only = ""
        self._today = dt.date.min

    def show_year(self, year: Year, today: dt.date, only: str) -> None:
        """Show ``year``; sessions that ``only`` does not lead are left out, '' leaves all in."""
        self.beginResetModel()
        self._year, self._today, self._only = year, today, only
        monday = year.first - year.first.weekday() * _DAY
        self._mondays = []
        while monday <= year.last:
            self._mondays.append(monday)
            monday += 7 * _DAY
        rows = {day: row for row, day in enumerate(self._mondays)}
        cells: defaultdict[tuple[int, int], list[Session]] = defaultdict(list)
        for column, each in enumerate(year.groups, start=_FIRST_GROUP):
            for session in each.sessions:
                if not only or only in leaders_of(session, each.group):
                    at = rows[session.day - session.day.weekday() * _DAY]
                    cells[at, column].append(session)
        self._cells = dict(cells)
        self._closed = {row: self._closed_in(day) for row, day in enumerate(self._mondays)}
        self._clashes = {}
        for clash in year.clashes:
            for booked in (clash.wanted, clash.other):
                said = self._clashes.setdefault(booked.session_id, [])
                said.append(clash_said(clash, self._language))
        self.endResetModel()

    def row_of(self, day: dt.date) -> int:
        """Return the row of the week of ``day``, -1 when it is not in the year."""
        monday = day - day.weekday() * _DAY
        return self._mondays.index(monday) if monday in self._mondays else -1

    def session_at(self, index: _Index) -> Session | None:
        """Return the session in a cell, None where there is none."""
        return next(iter(self._cells.get((index.row(), index.column()), ())), None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._mondays)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        groups = len(self._year.groups) if self._year else 0
        return 0 if parent.isValid() else _FIRST_GROUP + groups

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        say = self._language.say
        if section == _WEEK:
            return say("Week")
        if section == _CLOSED:
            return say("Closed")
        group = self._group(section)
        return group.name if group else ""

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        sessions = self._cells.get((index.row(), index.column()), [])
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index, sessions)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index, sessions)
        if role == Qt.ItemDataRole.ToolTipRole and sessions:
            return plain_tip(self._tip(index, sessions))
        if role == Qt.ItemDataRole.DecorationRole and self._clashing(sessions):
            return icon("warning", current().palette.warn.ink, 16)
        return self._look(index, sessions, role)

    def _look(self, index: _Index, sessions: list[Session], role: int) -> Any:
        palette = current().palette
        if role == Qt.ItemDataRole.ForegroundRole:
            quiet = index.column() < _FIRST_GROUP or all(s.cancelled for s in sessions)
            return QColor(palette.quiet if quiet else palette.text)
        if role == Qt.ItemDataRole.BackgroundRole:
            if index.row() == self.row_of(self._today):
                return QColor(palette.accent_soft)
            return QColor(palette.hover) if self._closed.get(index.row()) else None
        if role == Qt.ItemDataRole.FontRole and sessions and all(s.cancelled for s in sessions):
            struck = QFont()
            struck.setStrikeOut(True)
            return struck
        return None

    def _text(self, index: _Index, sessions: list[Session]) -> str:
        language, monday = self._language, self._mondays[index.row()]
        if index.column() == _WEEK:
            week = monday.isocalendar().week
            return language.say("{week} · {day}", week=week, day=language.date_day(monday))
        if index.column() == _CLOSED:
            return self._closed[index.row()]
        return "  ".join(self._short(session, index.column()) for session in sessions)

    def _short(self, session: Session, column: int) -> str:
        language = self._language
        day = language.date_day(session.day)
        said = day if session.cancelled else f"{session.number} · {day}"
        group = self._group(column)
        if group and session.starts != group.starts:
            said += f" {language.time(session.starts)}"
        return said

    def _spoken(self, index: _Index, sessions: list[Session]) -> str:
        words = self._text(index, sessions)
        return ", ".join([words, *self._clashing(sessions)]) if sessions else words

    def _tip(self, index: _Index, sessions: list[Session]) -> str:
        language, group = self._language, self._group(index.column())
        if group is None:
            return ""
        lines = []
        for session in sessions:
            span = language.span(session.starts, session.ends)
            booked = booking(session, group)
            names = language.listed(booked.leaders)
            lines.append(" · ".join(filter(None, (span, names, booked.place))))
        return " · ".join([*lines, *self._clashing(sessions)])

    def _clashing(self, sessions: list[Session]) -> list[str]:
        return [said for session in sessions for said in self._clashes.get(session.id, ())]

    def _closed_in(self, monday: dt.date) -> str:
        if self._year is None:
            return ""
        found: dict[str, None] = {}
        for number in range(5):
            shut = self._year.closed.find(monday + number * _DAY)
            if shut is not None:
                word = closed_day_word(shut, self._language)
                found[self._language.start(word)] = None
        return ", ".join(found)

    def _group(self, column: int) -> Group | None:
        return self._year.groups[column - _FIRST_GROUP].group if self._year else None


class WeeksTable(QTableView):
    """Arrow keys go through the year, Enter opens the session in hand."""

    def __init__(self, model: WeeksModel, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(language.say("The year's sessions by week"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setMinimumSectionSize(110)
        self.horizontalHeader().setStretchLastSection(True)
        self.doubleClicked.connect(self.activated)

    def start_at(self, day: dt.date) -> None:
        """Take the week of ``day`` in hand, with some weeks before it in sight."""
        row = max(self._model.row_of(day), 0)
        self.setCurrentIndex(self._model.index(row, min(_FIRST_GROUP, _CLOSED)))
        self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
