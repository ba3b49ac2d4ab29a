"""One table of a report on screen, with its sentence, its bars and how to read it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from groupkit.domain.reporting.table import Count, Day, Row, Table, Words
from groupkit.language import Language
from groupkit.language.figure_words import cell_words, hidden_legend
from groupkit.ui.pages.figures.bars import Bar, BarsView
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.plain import PlainLabel

_ROW, _HEAD, _AIR = 34, 34, 16
_BOLDER = 1.06
_FEW, _NARROW, _MOST_LABEL = 4, 620, 220


class TableCard(Card):
    """Read by the arrow keys; Enter on a row that leads somewhere goes there."""

    opened = Signal(object)
    """The :class:`Row` that leads on."""

    def __init__(self, table: Table, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(table.title, "", parent)
        self._language = language
        self._rows = table.rows
        if table.said:
            self.body.addWidget(_label(table.said))
        self.grid: _Grid | None = None
        if table.rows:
            self.grid = self._grid(table)
            self.body.addWidget(self.grid)
        bars = _bars(table)
        if bars is not None:
            self.body.addWidget(bars)
        hidden = [hidden_legend(language)] if table.hides and table.rows else []
        for note in [*table.notes, *hidden]:
            self.body.addWidget(_label(note, "hint"))

    def _grid(self, table: Table) -> _Grid:
        grid = _Grid(len(table.rows), len(table.head))
        grid.setAccessibleName(table.title)
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        grid.setShowGrid(False)
        grid.setTabKeyNavigation(False)
        grid.setWordWrap(True)
        grid.verticalHeader().hide()
        grid.verticalHeader().setDefaultSectionSize(_ROW)
        grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column, words in enumerate(table.head):
            head = QTableWidgetItem(words)
            is_text = column == 0 or _is_text(table, column - 1)
            head.setTextAlignment(_beside(is_text=is_text))
            grid.setHorizontalHeaderItem(column, head)
        for at, row in enumerate(table.rows):
            self._fill(grid, table, at, row)
        grid.activated.connect(self._open)
        self._fit(grid, table)
        return grid

    def _fit(self, grid: _Grid, table: Table) -> None:
        """Give each column what its longest word needs; long heads go on more lines."""
        metrics = QFontMetrics(self.font())
        header = grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(_AIR)
        widths = []
        for column, head in enumerate(table.head):
            said = [row.label for row in table.rows] if not column else []
            if column:
                said = [cell_words(r.cells[column - 1], self._language) for r in table.rows]
            longest = max(metrics.horizontalAdvance(text) for text in [*head.split(), *said])
            widths.append(int(longest * _BOLDER) + _AIR)
        lines = 1
        for column, (head, width) in enumerate(zip(table.head, widths, strict=True)):
            broken = _broken(head, width - _AIR + 4, metrics)
            grid.model().setHeaderData(column, Qt.Orientation.Horizontal, "\n".join(broken))
            lines = max(lines, len(broken))
            grid.setColumnWidth(column, width)
        height = _HEAD + metrics.lineSpacing() * (lines - 1)
        header.setFixedHeight(height)
        grid.label_width = min(widths[0], _MOST_LABEL)
        grid.setFixedHeight(len(table.rows) * _ROW + height + 4)
        if len(table.head) < _FEW:
            grid.setMaximumWidth(_NARROW)
        grid.horizontalScrollBar().rangeChanged.connect(self._make_room)

    def _make_room(self, _least: int, most: int) -> None:
        """Keep the last row above the bar that appears below a wide table."""
        if self.grid is None:
            return
        bar = self.grid.horizontalScrollBar().sizeHint().height() if most else 0
        height = len(self._rows) * _ROW + self.grid.horizontalHeader().height() + 4 + bar
        self.grid.setFixedHeight(height)

    def _fill(self, grid: QTableWidget, table: Table, at: int, row: Row) -> None:
        label = QTableWidgetItem(row.label)
        _weigh(label, row)
        grid.setItem(at, 0, label)
        for column, cell in enumerate(row.cells):
            item = QTableWidgetItem(cell_words(cell, self._language))
            item.setTextAlignment(_beside(is_text=_is_text(table, column)))
            said = f"{row.label}, {table.head[column + 1]}: {item.text()}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            _weigh(item, row)
            grid.setItem(at, column + 1, item)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows[index.row()]
        if row.group_id is not None or row.session_id is not None:
            self.opened.emit(row)


class _Grid(QTableWidget):
    """The labels take the room that the numbers leave."""

    label_width = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rest = sum(self.columnWidth(column) for column in range(1, self.columnCount()))
        self.setColumnWidth(0, max(self.label_width, self.viewport().width() - rest))


def _broken(words: str, width: int, metrics: QFontMetrics) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def _weigh(item: QTableWidgetItem, row: Row) -> None:
    if row.is_sum:
        font = item.font()
        font.setBold(True)
        item.setFont(font)


def _beside(*, is_text: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if is_text else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _is_text(table: Table, column: int) -> bool:
    return any(isinstance(row.cells[column], Words | Day) for row in table.rows if not row.is_sum)


def _bars(table: Table) -> BarsView | None:
    if table.chart is None:
        return None
    bars = []
    for row in table.rows:
        if row.is_sum:
            continue
        cells = [row.cells[at] for at in table.chart.columns]
        counts = tuple(cell.value for cell in cells if isinstance(cell, Count))
        if len(counts) != len(cells):
            return None
        bars.append(Bar(row.label, counts))
    if len(bars) < 2 or not any(sum(bar.counts) for bar in bars):
        return None
    return BarsView(bars, [table.head[at + 1] for at in table.chart.columns], table.title)


def _label(text: str, role: str = "") -> PlainLabel:
    label = PlainLabel(text, role=role) if role else PlainLabel(text)
    label.setWordWrap(True)
    return label
