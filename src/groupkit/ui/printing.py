"""From PDF bytes in memory to the printer, without a file in between."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF, Qt
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


def fitting_printer(pdf: MemoryPdf) -> QPrinter:
    """Return a printer set to the document's paper size and direction."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    landscape = QPageLayout.Orientation.Landscape
    portrait = QPageLayout.Orientation.Portrait
    printer.setPageOrientation(landscape if pdf.is_landscape() else portrait)
    printer.setFullPage(True)
    printer.setResolution(DOTS_PER_INCH)
    printer.setDocName("")  # the spooler shows this name to others
    return printer


def paint_on(printer: QPrinter, pdf: MemoryPdf) -> None:
    """Paint every page of ``pdf`` on ``printer``, at its resolution, scaled to the paper."""
    painter = QPainter(printer)
    try:
        for position, page in enumerate(_chosen_pages(printer, pdf.pages)):
            if position:
                printer.newPage()
            target = printer.pageLayout().fullRectPixels(printer.resolution())
            size = _fitted(pdf.document.pagePointSize(page), target.size())
            image = pdf.document.render(page, size)
            painter.drawImage(0, 0, image)
    finally:
        painter.end()


def _chosen_pages(printer: QPrinter, pages: int) -> list[int]:
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    return list(range(max(1, first) - 1, min(last, pages)))


def _fitted(points: QSizeF, target: QSize) -> QSize:
    return points.toSize().scaled(target, Qt.AspectRatioMode.KeepAspectRatio)
