"""The group's attendance on screen, as it will be printed for the team."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from groupkit.domain.attendance import Status, Tally
from groupkit.language import Language
from groupkit.language.words import status_word
from groupkit.ui.desk import Desk
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.parts.icons import IconLabel, pixmap
from groupkit.ui.parts.plain import PlainLabel, plain_tip
from groupkit.ui.theme.appearance import current
from groupkit.usecases.papers import AttendancePaper, Cell
from groupkit.usecases.printing import Printer

_ICONS = {
    Status.PRESENT: "check",
    Status.LATE: "clock",
    Status.LEFT_EARLY: "left-early",
    Status.ABSENT_NOTICE: "absent",
    Status.ABSENT_NO_NOTICE: "absent-alert",
    Status.NOT_INVITED: "not-invited",
}


_ICON_SIZE = 18
_STATUS = Qt.ItemDataRole.UserRole


class FiguresView(QWidget):
    """Women in rows, sessions in columns; every count carries its denominator."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group_id: UUID | None = None
        say = desk.language.say
        self._sum = PlainLabel()
        self._sum.setProperty("role", "hint")
        self._sum.setWordWrap(True)
        self._table = QTableWidget()
        self._table.setAccessibleName(say("Attendance"))
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setShowGrid(False)
        self._table.setItemDelegate(_CentredIcons(self._table))
        self._by_alias = SwitchField(
            say("Print first names instead of numbers"),
            hint=say("Numbers are safer: a paper can be left behind."),
        )
        self._card = Card(say("Attendance"))
        for part in (self._sum, self._table, _legend(desk.language), self._by_alias):
            self._card.body.addWidget(part)
        self._empty = EmptyState(
            "figures", say("The attendance appears here once there are women in the group.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addWidget(self._empty)
        column.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """Return the table."""
        return self._table if self._table.rowCount() else None

    def print_paper(self) -> None:
        """Make the summary and show it before it is printed."""
        desk, group_id = self._desk, self._group_id
        if group_id is None:
            return
        printer = Printer(desk.library, desk.press, desk.language)
        by_alias, day = bool(self._by_alias.value()), desk.today()
        desk.show_paper(
            self,
            lambda: printer.attendance(desk.store, group_id, today=day, by_alias=by_alias),
        )

    def show_paper(self, group_id: UUID, paper: AttendancePaper) -> None:
        """Show the figures of ``paper``."""
        self._group_id = group_id
        self._card.setVisible(bool(paper.rows))
        self._empty.setVisible(not paper.rows)
        self._sum.setText(self._summary(paper.total))
        self._fill_heads(paper)
        for at, row in enumerate(paper.rows):
            self._table.setVerticalHeaderItem(at, QTableWidgetItem(row.label))
            for column, cell in enumerate(row.cells):
                self._table.setItem(at, column, self._item(cell))
            self._table.setItem(at, len(row.cells), QTableWidgetItem(self._came(row.tally)))
        last = len(paper.rows)
        self._table.setVerticalHeaderItem(last, QTableWidgetItem(self._desk.language.say("Came")))
        for column, session in enumerate(paper.columns):
            self._table.setItem(last, column, _centred(self._came(session.tally)))
        self._table.setItem(last, len(paper.columns), QTableWidgetItem(self._came(paper.total)))
        self._fit()

    def _fill_heads(self, paper: AttendancePaper) -> None:
        language = self._desk.language
        self._table.setRowCount(len(paper.rows) + 1)
        self._table.setColumnCount(len(paper.columns) + 1)
        for at, column in enumerate(paper.columns):
            head = QTableWidgetItem(f"{column.number}\n{language.date_tiny(column.day)}")
            head.setToolTip(plain_tip(column.topic or language.say("No topic yet")))
            self._table.setHorizontalHeaderItem(at, head)
        self._table.setHorizontalHeaderItem(
            len(paper.columns), QTableWidgetItem(language.say("Came"))
        )

    def _item(self, cell: Cell) -> QTableWidgetItem:
        language = self._desk.language
        item = QTableWidgetItem()
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        said = (
            status_word(cell.status, language)
            if cell.member
            else language.say("Not in the group on this day")
        )
        item.setToolTip(said)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if cell.status is not None:
            item.setData(_STATUS, cell.status.value)
        else:
            item.setText("·" if cell.member else "")
        return item

    def _came(self, tally: Tally) -> str:
        if not tally.invited:
            return "–"
        return self._desk.language.say(
            "{came} of {invited}", came=tally.came, invited=tally.invited
        )

    def _summary(self, total: Tally) -> str:
        language = self._desk.language
        share = language.percent(total.share) if total.share is not None else "–"
        return language.say(
            "Of {invited} invited and recorded, {came} came ({share}). {open} not recorded; "
            "these are never counted as absent.",
            came=total.came,
            invited=total.invited,
            share=share,
            open=total.unrecorded,
        )

    def _fit(self) -> None:
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._table.verticalHeader().setDefaultSectionSize(36)
        height = self._table.rowCount() * 36 + 64
        self._table.setFixedHeight(height)


def _centred(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    return item


class _CentredIcons(QStyledItemDelegate):
    """Qt puts an item's icon at its left edge; a status belongs in the middle."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        status = index.data(_STATUS)
        if status:
            drawn = pixmap(_ICONS[Status(status)], _ink(Status(status)), _ICON_SIZE)
            centre = option.rect.center()
            half = _ICON_SIZE // 2
            painter.drawPixmap(centre.x() - half, centre.y() - half, drawn)


def _ink(status: Status) -> str:
    palette = current().palette
    return palette.danger.ink if status is Status.ABSENT_NO_NOTICE else palette.text


def _legend(language: Language) -> QWidget:
    """Return what each sign means."""
    legend = QWidget()
    row = QGridLayout(legend)
    row.setContentsMargins(0, 4, 0, 8)
    row.setHorizontalSpacing(8)
    for at, status in enumerate(Status):
        said = PlainLabel(status_word(status, language))
        said.setProperty("role", "hint")
        line, column = divmod(at, 3)
        row.addWidget(IconLabel(_ICONS[status], "text", _ICON_SIZE), line, column * 2)
        row.addWidget(said, line, column * 2 + 1)
    dot = PlainLabel(language.say("· not recorded, blank: not in the group on that day"))
    dot.setProperty("role", "hint")
    row.addWidget(dot, 2, 0, 1, 6)
    row.setColumnStretch(6, 1)
    return legend
