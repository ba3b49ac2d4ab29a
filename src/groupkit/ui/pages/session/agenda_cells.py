"""The cells of the agenda that are edited by choosing a part or turning the minutes."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from groupkit.domain.agenda import LEAST_ITEM_MINUTES, MOST_ITEM_MINUTES, ItemKind
from groupkit.language import Language
from groupkit.language.words import item_kind_word

_Index = QModelIndex | QPersistentModelIndex


class KindCell(QStyledItemDelegate):
    """Chooses what the part is for."""

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


class MinutesCell(QStyledItemDelegate):
    """Turns or types the minutes."""

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
