"""From PDF bytes in memory to the printer, without a file in between."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

DOTS_PER_INCH = 300
"""Sharp on paper; a page then takes 35 MB while it is painted."""


class MemoryPdf(QObject):
    """A PDF document held in memory; ``document`` stays valid as long as this lives."""

    def __init__(self, pdf: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The document comes first, because children are deleted in the order they were made, and
        # it still looks at its buffer while it goes.
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self.document.pageCount()

    def is_landscape(self) -> bool:
        """Return whether the first page is wider than high."""
        size = self.document.pagePointSize(0)
        return size.width() > size.height()

    def close(self) -> None:
        """Let go of the document and its bytes."""
        self.document.close()
        self._buffer.close()


def fitting_printer(pdf: MemoryPdf, *, both_sides: bool = False) -> QPrinter:
    """Return a printer set to the document's paper size and direction.

    ``both_sides`` asks for both sides of the paper, turned over the long edge.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    landscape = QPageLayout.Orientation.Landscape
    portrait = QPageLayout.Orientation.Portrait
    printer.setPageOrientation(landscape if pdf.is_landscape() else portrait)
    printer.setFullPage(True)
    if both_sides:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setResolution(DOTS_PER_INCH)
    printer.setDocName("")  # the spooler shows this name to others
    return printer


class PrintRun(QObject):
    """Paints a paper on ``printer`` page by page, at its resolution, scaled to its paper.

    Between two pages the window is free, so that a lock waits for no print; what was sent to the
    printer before the lock is still printed whole. The run deletes itself when it is done.
    """

    def __init__(self, printer: QPrinter, pdf: bytes, window: QObject) -> None:
        super().__init__(window)
        self._printer = printer
        self._pdf = MemoryPdf(pdf, self)
        self._left = _chosen_pages(printer, self._pdf.pages)
        self._painter = QPainter(printer)
        QTimer.singleShot(0, self, self._go_on)

    def finish(self) -> None:
        """Paint what is left at once, as before the program ends."""
        while self._left:
            self._paint()
        self._end()

    def _go_on(self) -> None:
        if self._left:
            self._paint()
            QTimer.singleShot(0, self, self._go_on)
        else:
            self._end()

    def _paint(self) -> None:
        page = self._left.pop(0)
        target = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        size = _fitted(self._pdf.document.pagePointSize(page), target.size())
        self._painter.drawImage(0, 0, self._pdf.document.render(page, size))
        if self._left:
            self._printer.newPage()

    def _end(self) -> None:
        if self._painter.isActive():
            self._painter.end()
            self.deleteLater()


def _chosen_pages(printer: QPrinter, pages: int) -> list[int]:
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    return list(range(max(1, first) - 1, min(last, pages)))


def _fitted(points: QSizeF, target: QSize) -> QSize:
    return points.toSize().scaled(target, Qt.AspectRatioMode.KeepAspectRatio)
