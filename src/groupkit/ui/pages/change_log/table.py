"""The lines of the log, the newest first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from groupkit.domain.change_log import Deed
from groupkit.language import Language
from groupkit.ui.parts.icons import icon
from groupkit.ui.parts.plain import plain_tip
from groupkit.ui.theme.appearance import current
from groupkit.usecases.change_log import ShownEntry
from groupkit.usecases.papers import LogLine

_ICONS = {
    Deed.ADDED: "plus",
    Deed.CHANGED: "edit",
    Deed.REMOVED: "trash",
    Deed.READ: "eye",
    Deed.PRINTED: "print",
    Deed.UNLOCKED: "unlock",
    Deed.RESTORED: "arrow-left",
    Deed.COPIED: "save",
    Deed.RENEWED: "key",
    Deed.CONFIRMED: "check",
}
_NUMBER, _WHEN, _WHO, _WHAT = range(4)
_WHO_WIDTH, _ROOM = 200, 18
_Index = QModelIndex | QPersistentModelIndex


class LogModel(QAbstractTableModel):
    """Number, moment, person, and the deed with its record."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        say = language.say
        self._language = language
        self._heads = (say("No."), say("When"), say("Who"), say("What"))
        self._shown: tuple[ShownEntry, ...] = ()
        self._words: list[tuple[str, str, str, str]] = []

    def show_lines(self, shown: tuple[ShownEntry, ...]) -> None:
        """Take over other lines."""
        self.beginResetModel()
        self._shown = shown
        self._words = [self._in_words(each.line) for each in shown]
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown, column = self._shown[index.row()], index.column()
        words = self._words[index.row()][column]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return words
        if role == Qt.ItemDataRole.ToolTipRole and column in {_WHO, _WHAT}:
            return plain_tip(words)
        if role == Qt.ItemDataRole.DecorationRole and column == _WHAT:
            return icon(_ICONS[shown.entry.deed], current().palette.quiet, 16)
        return None

    def _in_words(self, line: LogLine) -> tuple[str, str, str, str]:
        language = self._language
        when = f"{language.date_short(line.at.date())} {language.time(line.at.time())}"
        return str(line.number), when, line.who, f"{line.deed} · {line.record}"


class LogTable(QTableView):
    """As high as its lines: the page scrolls, the table doesn't."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = LogModel(language, self)
        self.setModel(self._model)
        self.setAccessibleName(language.say("Lines of the change log"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(_NUMBER, QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(_WHEN, QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(_WHO, QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        current().changed.connect(self._fit)

    def show_lines(self, shown: tuple[ShownEntry, ...]) -> None:
        """Show other lines; the keyboard stays where it was."""
        at = self.currentIndex().row()
        self._model.show_lines(shown)
        self._fit()
        if 0 <= at < len(shown):
            self.setCurrentIndex(self._model.index(at, _WHAT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        heads, rows = self.horizontalHeader(), self.verticalHeader()
        widest = round(_WHO_WIDTH * current().factor)
        heads.resizeSection(_WHO, min(self.sizeHintForColumn(_WHO) + _ROOM, widest))
        rows.setMinimumSectionSize(self.fontMetrics().height() + _ROOM)
        self.resizeRowsToContents()
        self.setFixedHeight(heads.sizeHint().height() + rows.length() + 4)
