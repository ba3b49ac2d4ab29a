"""The agenda on screen: a calm table that is edited in place, by mouse or keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from groupkit.language import Language
from groupkit.ui.pages.session.agenda_cells import KindCell, MinutesCell
from groupkit.ui.pages.session.agenda_model import AgendaModel, Column
from groupkit.ui.parts.two_lines import BELOW, MARK, TwoLines, height_of

_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 40
_ALT = Qt.KeyboardModifier.AltModifier


class AgendaTable(QTableView):
    """Enter edits, Alt+Up and Alt+Down move, Delete removes; rows can be dragged, too."""

    removing = Signal(int)
    row_changed = Signal(int)

    def __init__(self, model: AgendaModel, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(language.say("Agenda"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self._lay_out_columns()
        self.setItemDelegateForColumn(Column.KIND, KindCell(language, self))
        self.setItemDelegateForColumn(Column.MINUTES, MinutesCell(language, self))
        self.setItemDelegateForColumn(Column.TITLE, TwoLines(self))
        model.modelAboutToBeReset.connect(self._drop_editors)
        model.modelReset.connect(self._fit_height)
        model.dataChanged.connect(self._fit_height)
        self._fit_height()

    @property
    def row(self) -> int:
        """The row in hand, -1 with none."""
        return self.currentIndex().row()

    def select(self, row: int, column: Column = Column.TITLE) -> None:
        """Take ``row`` in hand."""
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, column))

    def edit_in_hand(self) -> None:
        """Begin to edit the cell in hand; a time is reckoned, so there the title is edited."""
        if self.state() == QAbstractItemView.State.EditingState:
            return
        index = self.currentIndex()
        if index.column() == Column.TIME:
            index = index.siblingAtColumn(Column.TITLE)
            self.setCurrentIndex(index)
        if index.isValid():
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.row
        if row >= 0 and event.modifiers() == _ALT and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            column = Column(self.currentIndex().column())
            self.select(self._model.move(row, row + (1 if key == Qt.Key.Key_Down else -1)), column)
        elif row >= 0 and key == Qt.Key.Key_Delete:
            self.removing.emit(row)
        elif row >= 0 and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit_in_hand()
        else:
            super().keyPressEvent(event)

    def _lay_out_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (Column.TIME, Column.KIND, Column.MINUTES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.row_changed.emit(current.row())

    def _drop_editors(self) -> None:
        """Close what is being edited; Qt would commit it to rows that are gone by then."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for editor in self.viewport().findChildren(QWidget, options=direct):
            if editor.isVisible():
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_height()

    def _fit_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        rows = max(self._model.rowCount(), 1) * self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(rows + self.horizontalHeader().sizeHint().height() + 8)

    def _row_height(self) -> int:
        """Return the height of every row: of two lines as soon as one of them has two."""
        titles = [self._model.index(row, Column.TITLE) for row in range(self._model.rowCount())]
        has_two = any(title.data(BELOW) or title.data(MARK) for title in titles)
        return max(_ROW_HEIGHT, height_of(self.font())) if has_two else _ROW_HEIGHT
