"""The agenda on screen: a calm table that is edited in place, by mouse or keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from groupkit.domain.agenda import LEAST_ITEM_MINUTES, MOST_ITEM_MINUTES, ItemKind
from groupkit.language import Language
from groupkit.language.words import item_kind_word
from groupkit.ui.pages.session.agenda_model import AgendaModel, Column

_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 40
_ALT = Qt.KeyboardModifier.AltModifier


class AgendaTable(QTableView):
    """Enter edits, Alt+Up and Alt+Down move, Delete removes; rows can be dragged, too."""

    removing = Signal(int)

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
        self.setItemDelegateForColumn(Column.KIND, _KindDelegate(language, self))
        self.setItemDelegateForColumn(Column.MINUTES, _MinutesDelegate(language, self))
        model.modelReset.connect(self._fit_height)
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

    def _fit_height(self) -> None:
        rows = max(self._model.rowCount(), 1) * self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(rows + self.horizontalHeader().sizeHint().height() + 8)


class _KindDelegate(QStyledItemDelegate):
    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> QComboBox:
        box = QComboBox(parent)
        box.setAccessibleName(self._language.say("Part"))
        for kind in ItemKind:
            box.addItem(item_kind_word(kind, self._language), kind)
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(list(ItemKind).index(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())


class _MinutesDelegate(QStyledItemDelegate):
    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> QSpinBox:
        box = QSpinBox(parent)
        box.setAccessibleName(self._language.say("Minutes"))
        # Wider than the rule, so that 0 or 999 is answered with a sentence and not swallowed.
        box.setRange(LEAST_ITEM_MINUTES - 1, MOST_ITEM_MINUTES * 10)
        return box
