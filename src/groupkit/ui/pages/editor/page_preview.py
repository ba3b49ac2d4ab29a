"""The pages of what is being written; a new version takes the old one's place without a flicker."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from groupkit.ui.printing import MemoryPdf
from groupkit.ui.theme.appearance import current

_GAP = 14
_WIDEST = 760
_LEAST = QSize(320, 260)


class PagePreview(QAbstractScrollArea):
    """Every page below the other, as wide as there is room; the place looked at stays in sight."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._pdf: MemoryPdf | None = None
        self._pages: dict[int, QImage] = {}
        self.setObjectName("preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setMinimumSize(_LEAST)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        current().changed.connect(self.viewport().update)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._pdf.pages if self._pdf else 0

    @property
    def pdf(self) -> MemoryPdf | None:
        """The document shown."""
        return self._pdf

    def show_pdf(self, pdf: bytes) -> None:
        """Show ``pdf`` in place of the one before, scrolled as far as that was."""
        scrolled = self.verticalScrollBar().value()
        old, self._pdf = self._pdf, MemoryPdf(pdf, self)
        self._pages.clear()
        if old is not None:
            old.close()
            old.deleteLater()
        self._lay_out()
        self.verticalScrollBar().setValue(scrolled)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._pages.clear()
        self._lay_out()
        bar.setValue(round(share * bar.maximum()))
        super().resizeEvent(event)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current().palette
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(palette.rail))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in range(self.page_count):
            room = self._room_of(page)
            if room.intersects(event.rect()):
                painter.drawImage(room, self._image(page, room.size()))
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _image(self, page: int, size: QSize) -> QImage:
        if page not in self._pages and self._pdf is not None:
            ratio = self.devicePixelRatioF()
            drawn = self._pdf.document.render(page, (size.toSizeF() * ratio).toSize())
            # Paper is white also where nothing is printed.
            sheet = QImage(drawn.size(), QImage.Format.Format_RGB32)
            sheet.fill(Qt.GlobalColor.white)
            painter = QPainter(sheet)
            painter.drawImage(0, 0, drawn)
            painter.end()
            self._pages[page] = sheet
        return self._pages[page]

    def _room_of(self, page: int) -> QRect:
        top = _GAP - self.verticalScrollBar().value()
        for before in range(page):
            top += self._size(before).height() + _GAP
        size = self._size(page)
        return QRect(
            (self.viewport().width() - size.width()) // 2, top, size.width(), size.height()
        )

    def _size(self, page: int) -> QSize:
        if self._pdf is None:
            return QSize(0, 0)
        points = self._pdf.document.pagePointSize(page)
        width = min(max(self.viewport().width() - 2 * _GAP, 40), _WIDEST)
        return QSize(width, round(width * points.height() / max(points.width(), 1)))

    def _lay_out(self) -> None:
        heights = [self._size(page).height() + _GAP for page in range(self.page_count)]
        whole, seen = _GAP + sum(heights), self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(whole - seen, 0))
        bar.setPageStep(seen)
        bar.setSingleStep(40)
