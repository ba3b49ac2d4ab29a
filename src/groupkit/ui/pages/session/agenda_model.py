"""The agenda as a table model: times recompute, rows move by drag or by keys."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from enum import IntEnum
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind, TimedItem, with_minutes
from groupkit.domain.refusal import Refused
from groupkit.domain.running import Progress
from groupkit.language import Language
from groupkit.language.clock_words import clock_said
from groupkit.language.words import item_kind_word
from groupkit.ui.pages.session.agenda_words import if_short, short_name
from groupkit.ui.parts.plain import plain_tip
from groupkit.ui.parts.two_lines import BELOW, MARK

_ROW = "application/x-groupkit-agenda-row"
_SECOND_LINE = frozenset({BELOW, MARK, int(Qt.ItemDataRole.AccessibleTextRole)})
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Column(IntEnum):
    """What stands in each column."""

    TIME = 0
    KIND = 1
    TITLE = 2
    MINUTES = 3


class AgendaModel(QAbstractTableModel):
    """Shows an agenda and turns edits into new agendas, which ``edited`` announces."""

    edited = Signal(object)
    refused = Signal(object)

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._agenda = Agenda()
        self._leaders: tuple[str, ...] = ()
        self._starts = dt.time(17)
        self._expected: dict[UUID, str] = {}
        self._in_hand: UUID | None = None

    @property
    def agenda(self) -> Agenda:
        """The agenda as it stands."""
        return self._agenda

    def show_agenda(
        self, agenda: Agenda, starts: dt.time, leaders: tuple[str, ...] | None = None
    ) -> None:
        """Show ``agenda`` for a session that begins at ``starts`` and is led by ``leaders``."""
        self.beginResetModel()
        self._agenda, self._starts = agenda, starts
        if leaders is not None:
            self._leaders = leaders
        self.endResetModel()

    def show_progress(self, found: Progress | None) -> None:
        """Show when each item of a running session began or will; None: as the agenda says."""
        items = found.items if found else ()
        expected = {each.item.id: clock_said(each.starts, self._language) for each in items}
        current = found.current.item.id if found and found.current else None
        if (expected, current) == (self._expected, self._in_hand):
            return
        self._expected, self._in_hand = expected, current
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def shows(self, agenda: Agenda, starts: dt.time, leaders: tuple[str, ...]) -> bool:
        """Return whether exactly this is shown."""
        return (agenda, starts, leaders) == (self._agenda, self._starts, self._leaders)

    def timed(self, row: int) -> TimedItem | None:
        """Return the item in ``row`` with its clock times, None outside the agenda."""
        items = self._agenda.timed(self._starts)
        return items[row] if 0 <= row < len(items) else None

    def row_of(self, item_id: UUID) -> int:
        """Return the row of an item, -1 when it is not there."""
        ids = [item.id for item in self._agenda.items]
        return ids.index(item_id) if item_id in ids else -1

    def put(self, item: AgendaItem) -> None:
        """Show ``item`` in place of the one of its id, and announce the agenda."""
        if self.row_of(item.id) >= 0:
            self._agenda = self._agenda.with_changed(item)
            self._announce(self.row_of(item.id))

    def add(self, kind: ItemKind, title: str, minutes: int, at: int) -> int:
        """Put in a new item at row ``at``; return its row."""
        item = AgendaItem(uuid4(), kind, title, minutes)
        self._become(self._agenda.with_item(item, at))
        return self.row_of(item.id)

    def take_out(self, row: int) -> AgendaItem:
        """Remove the item in ``row`` and return it, for the undo."""
        item = self._agenda.items[row]
        self._become(self._agenda.without(item.id))
        return item

    def move(self, row: int, to: int) -> int:
        """Move the item in ``row`` to row ``to``; return where it stands now."""
        item = self._agenda.items[row]
        self._become(self._agenda.moved(item.id, to))
        return self.row_of(item.id)

    def _become(self, agenda: Agenda) -> None:
        self.show_agenda(agenda, self._starts)
        self.edited.emit(agenda)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._agenda.items)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        say = self._language.say
        return (say("Time"), say("Part"), say("Item"), say("Minutes"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        timed = self._agenda.timed(self._starts)[index.row()]
        item = timed.item
        if index.column() == Column.TITLE and role in _SECOND_LINE:
            return self._second_line(item, role)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return (
                self._said_start(timed),
                item_kind_word(item.kind, self._language),
                item.title,
                str(item.minutes),
            )[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return (None, item.kind, item.title, item.minutes)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(item.note or item.leader) or None
        if role == Qt.ItemDataRole.FontRole and item.id == self._in_hand:
            return _bold()
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.MINUTES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _said_start(self, timed: TimedItem) -> str:
        return self._expected.get(timed.item.id) or self._language.time(timed.starts)

    def _second_line(self, item: AgendaItem, role: int) -> str:
        leader, short = short_name(item.leader, self._leaders), if_short(item, self._language)
        if role == BELOW:
            return leader
        if role == MARK:
            return short
        return ", ".join(filter(None, (item.title, item.leader, short)))

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        item = self._agenda.items[index.row()]
        try:
            changed = _changed(item, Column(index.column()), value)
        except Refused as no:
            self.refused.emit(no.refusal)
            return False
        if changed == item:
            return False
        self._agenda = self._agenda.with_changed(changed)
        self._announce(index.row())
        return True

    def _announce(self, row: int) -> None:
        last = self.index(self.rowCount() - 1, len(Column) - 1)
        self.dataChanged.emit(self.index(row, 0), last)
        self.edited.emit(self._agenda)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        usual = (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )
        editable = index.column() in {Column.KIND, Column.TITLE, Column.MINUTES}
        return usual | Qt.ItemFlag.ItemIsEditable if editable else usual

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_ROW]

    def mimeData(self, indexes: Any) -> QMimeData:
        dragged = QMimeData()
        dragged.setData(_ROW, str(indexes[0].row()).encode())
        return dragged

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        if not data.hasFormat(_ROW) or action != Qt.DropAction.MoveAction:
            return False
        source = int(bytes(data.data(_ROW).data()).decode())
        if not 0 <= source < self.rowCount():
            return False
        target = row if row >= 0 else (parent.row() if parent.isValid() else self.rowCount())
        self.move(source, target - 1 if target > source else target)
        # The move is done; False keeps the view from removing the source row once more.
        return False


def _bold() -> QFont:
    font = QApplication.font()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _changed(item: AgendaItem, column: Column, value: Any) -> AgendaItem:
    if column is Column.TITLE:
        return replace(item, title=str(value))
    if column is Column.MINUTES:
        return with_minutes(item, int(value))
    if column is Column.KIND:
        return replace(item, kind=ItemKind(value))
    return item
