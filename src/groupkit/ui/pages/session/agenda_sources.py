"""The list of agendas that can be copied, under a heading for each origin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from groupkit.language import Language
from groupkit.ui.parts.two_lines import BELOW, TwoLines
from groupkit.usecases.agenda_copying import Origin, Source

_SOURCE = Qt.ItemDataRole.UserRole
_LEAST_HEIGHT = 296


class SourceList(QListWidget):
    """Up and down choose, Enter takes; headings are passed over."""

    chosen = Signal(object)
    """The :class:`Source` in hand, or None."""
    taken = Signal()
    left_upwards = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("choices")
        self.setAccessibleName(language.say("Agendas to copy"))
        self.setItemDelegate(TwoLines(self))
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.currentItemChanged.connect(self._tell)
        self.itemActivated.connect(self._take)

    @property
    def source(self) -> Source | None:
        """The source in hand."""
        item = self.currentItem()
        found = item.data(_SOURCE) if item is not None else None
        return found if isinstance(found, Source) else None

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show ``sources``; the one in hand stays so while it is among them."""
        before = self.source
        blocked = self.blockSignals(True)
        self.clear()
        for origin, found in groupby(sources, key=lambda each: each.origin):
            heading = QListWidgetItem(self._heading(origin), self)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            for source in found:
                self._add(source)
        rows = [row for row in range(self.count()) if self._at(row) is not None]
        kept = [row for row in rows if _same(self._at(row), before)]
        first = (kept or rows or [-1])[0]
        self.setCurrentRow(first)
        self.blockSignals(blocked)
        if first == (rows or [-1])[0]:
            self.scrollToTop()
        self.chosen.emit(self.source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = [row for row in range(self.count()) if self._at(row) is not None]
        if event.key() == Qt.Key.Key_Up and rows and self.currentRow() == rows[0]:
            self.left_upwards.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        else:
            super().keyPressEvent(event)

    def _at(self, row: int) -> Source | None:
        item = self.item(row)
        found = item.data(_SOURCE) if item is not None else None
        return found if isinstance(found, Source) else None

    def _add(self, source: Source) -> None:
        language = self._language
        minutes = language.count("{n} minute", "{n} minutes", source.minutes)
        below = " · ".join(filter(None, (source.detail, minutes)))
        item = QListWidgetItem(source.title, self)
        item.setData(_SOURCE, source)
        item.setData(BELOW, below)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{source.title}, {below}")

    def _heading(self, origin: Origin) -> str:
        say = self._language.say
        words = {
            Origin.TEMPLATE: say("Kept as templates"),
            Origin.THIS_GROUP: say("This group's sessions"),
            Origin.TOPIC: say("Topics in the library"),
            Origin.OTHER_GROUP: say("Other groups' sessions"),
        }
        return words[origin]

    def _tell(self) -> None:
        self.chosen.emit(self.source)

    def _take(self) -> None:
        if self.source is not None:
            self.taken.emit()


def _same(one: Source | None, other: Source | None) -> bool:
    return (
        one is not None
        and other is not None
        and (one.origin, one.key)
        == (
            other.origin,
            other.key,
        )
    )
