"""Where a text is written: soft-wrapped, its lines numbered, in the screen's own letters."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from groupkit.domain.marked_text import Span
from groupkit.domain.material import LONGEST_TEXT
from groupkit.ui.pages.editor.offered_picture import offered_picture
from groupkit.ui.pages.editor.tint import Spans, Tint
from groupkit.ui.theme.appearance import current

_LEAST = QSize(340, 260)
_LEAST_LINES = 9
_PAD = 10


class SourceEdit(QPlainTextEdit):
    """``typed`` tells of changed words only, not of changed colours."""

    typed = Signal()
    too_long = Signal(int)
    asked_about = Signal(str)
    """The misspelt word at the cursor, now selected."""
    picture_offered = Signal(object)
    """An :class:`OfferedPicture` that was dropped or pasted."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._known = ""
        self._fault = 0
        self._tint = Tint(self.document())
        self._gutter = _Gutter(self)
        self.setObjectName("source")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setMinimumSize(_LEAST)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.textChanged.connect(self._note)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_gutter)
        current().changed.connect(self._make_room)
        self._make_room()

    @property
    def source(self) -> str:
        """What is written."""
        return self._known

    def set_source(self, source: str) -> None:
        """Put in a text without saying that it was typed; the cursor stays where it can."""
        if source == self._known:
            return
        at, scrolled = self.textCursor().position(), self.verticalScrollBar().value()
        self._known = source
        self.setPlainText(source)
        self.go_to(at)
        self.verticalScrollBar().setValue(scrolled)

    def go_to(self, position: int) -> None:
        """Put the cursor at ``position``, or at the end."""
        cursor = self.textCursor()
        cursor.setPosition(min(max(position, 0), len(self.toPlainText())))
        self.setTextCursor(cursor)

    def go_to_line(self, line: int) -> None:
        """Show ``line`` (from 1) with the cursor at its start, and take the keyboard."""
        block = self.document().findBlockByNumber(max(line - 1, 0))
        if block.isValid():
            self.go_to(block.position())
            self.centerCursor()
        self.setFocus()

    def insert_block(self, text: str) -> None:
        """Put ``text`` on lines of its own; what ``<`` and ``>`` enclose is selected."""
        start = self.insert_lines(text.replace("<", "").replace(">", ""))
        first, last = text.find("<"), text.find(">") - 1
        if first >= 0:
            cursor = self.textCursor()
            cursor.setPosition(start + first)
            cursor.setPosition(start + last, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def insert_lines(self, text: str) -> int:
        """Put ``text`` on lines of its own below the cursor; return where it begins."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        here = cursor.block().text().strip()
        before = "\n\n" if here else ("" if self._follows_blank(cursor) else "\n")
        start = cursor.position() + len(before)
        cursor.insertText(f"{before}{text}\n")
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus()
        return start

    def mark(self, misspelt: Spans, telling: Spans) -> None:
        """Mark words; see :class:`Tint`."""
        self._tint.mark(misspelt, telling)

    def show_form(self, *, discreet: bool) -> None:
        """Let the other form's wording stand back."""
        self._tint.show_form(discreet=discreet)

    def mark_fault(self, line: int) -> None:
        """Give ``line`` (from 1; 0 for none) the ground of a fault."""
        if line == self._fault:
            return
        self._fault = line
        block = self.document().findBlockByNumber(line - 1)
        if not line or not block.isValid():
            self.setExtraSelections([])
            return
        faulty = QTextEdit.ExtraSelection()
        faulty.cursor = QTextCursor(block)
        shown = faulty.format
        shown.setBackground(QColor(current().palette.danger.surface))
        shown.setProperty(shown.Property.FullWidthSelection, True)
        faulty.format = shown
        self.setExtraSelections([faulty])

    def take_misspelt(self) -> str:
        """Select the marked word at the cursor and return it; '' where none is."""
        cursor = self.textCursor()
        block = cursor.block()
        span = self._tint.misspelt_span(block.text(), cursor.positionInBlock())
        return self._select(block.position(), span, block.text())

    def take_next_misspelt(self) -> str:
        """Select the next marked word behind the cursor, going round; '' when none is left."""
        here = self.textCursor()
        block, column = here.block(), here.positionInBlock()
        for _ in range(self.blockCount() + 1):
            span = self._tint.next_misspelt(block.text(), column)
            if span is not None:
                return self._select(block.position(), span, block.text())
            block, column = block.next(), 0
            if not block.isValid():
                block = self.document().firstBlock()
        return ""

    def below_cursor(self) -> QPoint:
        """Return where something about the word in hand belongs, in this part's own pixels."""
        return self.viewport().mapTo(self, self.cursorRect().bottomLeft())

    def _select(self, start: int, span: Span | None, text: str) -> str:
        if span is None:
            return ""
        cursor = self.textCursor()
        cursor.setPosition(start + span.start)
        end = start + span.start + span.length
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return text[span.start : span.start + span.length]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift, alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        asks = event.key() == Qt.Key.Key_F10 and event.modifiers() == shift
        if asks or event.key() == Qt.Key.Key_Menu or (enter and event.modifiers() == alt):
            self._ask()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            event.accept()
            return
        if not self.textCursor().hasSelection():
            spot = self.viewport().mapFrom(self, event.pos())
            self.setTextCursor(self.cursorForPosition(spot))
        if not self._ask():
            super().contextMenuEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return offered_picture(source) is not None or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        offered = offered_picture(source)
        if offered is not None:
            self.picture_offered.emit(offered)
            return
        if not source.hasText():
            return
        length = len(self._known) + len(source.text())
        if length > LONGEST_TEXT:
            self.too_long.emit(length)
        else:
            self.insertPlainText(source.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(
            QRect(inside.left(), inside.top(), self.gutter_width, inside.height())
        )

    @property
    def gutter_width(self) -> int:
        """Pixels that the numbers take."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("0") * digits + 2 * _PAD

    def paint_gutter(self, event: QPaintEvent) -> None:
        """Draw the number of each line that is in sight."""
        painter = QPainter(self._gutter)
        painter.setFont(self.font())
        palette = current().palette
        block = self.firstVisibleBlock()
        here = self.textCursor().blockNumber()
        while block.isValid():
            top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
            if top > event.rect().bottom():
                break
            number = block.blockNumber()
            is_faulty = number == self._fault - 1
            ink = palette.danger.ink if is_faulty else palette.quiet
            painter.setPen(QColor(palette.text if number == here and not is_faulty else ink))
            room = QRect(0, round(top), self._gutter.width() - _PAD, self.fontMetrics().height())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, str(number + 1))
            block = block.next()
        painter.end()

    def _follows_blank(self, cursor: QTextCursor) -> bool:
        before = cursor.block().previous()
        return not before.isValid() or not before.text().strip()

    def _ask(self) -> bool:
        word = self.take_misspelt()
        if word:
            self.asked_about.emit(word)
        return bool(word)

    def _note(self) -> None:
        source = self.toPlainText()
        if source != self._known:
            self._known = source
            self.typed.emit()

    def write_from_the_right(self) -> None:
        """Let lines run from right to left; the numbers stay where they are."""
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)

    def _make_room(self) -> None:
        least = max(_LEAST.height(), _LEAST_LINES * self.fontMetrics().lineSpacing())
        self.setMinimumHeight(least)
        self.setViewportMargins(self.gutter_width, 0, 0, 0)
        self._gutter.update()

    def _scroll_gutter(self, room: QRect, by: int) -> None:
        if by:
            self._gutter.scroll(0, by)
        else:
            self._gutter.update(0, room.y(), self._gutter.width(), room.height())


class _Gutter(QWidget):
    def __init__(self, edit: SourceEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def sizeHint(self) -> QSize:
        return QSize(self._edit.gutter_width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._edit.paint_gutter(event)
