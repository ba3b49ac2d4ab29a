"""Pages of a paper on the screen, from memory."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from groupkit.ui.printing import MemoryPdf
from groupkit.ui.theme.appearance import current
from groupkit.usecases.papers import Printable

_ZOOM = 1.15


class PaperView(QPdfView):
    """Shows every page below the other, at a good size to read, never wider than the room."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._pdf: MemoryPdf | None = None
        self.setAccessibleName(name)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(_ZOOM)
        self.setPageSpacing(16)
        current().changed.connect(self._draw)
        self._draw()

    @property
    def pdf(self) -> MemoryPdf | None:
        """The document shown."""
        return self._pdf

    def _draw(self) -> None:
        # The view paints what lies around the pages in this role.
        around = self.palette()
        around.setColor(QPalette.ColorRole.Dark, QColor(current().palette.rail))
        self.setPalette(around)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        if self._pdf is None:
            return
        inches = self._pdf.document.pagePointSize(0).width() / 72
        fits = inches * self.logicalDpiX() * _ZOOM <= self.viewport().width()
        self.setZoomMode(QPdfView.ZoomMode.Custom if fits else QPdfView.ZoomMode.FitToWidth)

    def show_paper(self, paper: Printable) -> None:
        """Show ``paper`` in place of the one before."""
        # No child of the view: a view that goes must not see its document go before it.
        old, self._pdf = self._pdf, MemoryPdf(paper.pdf)
        self.destroyed.connect(self._pdf.deleteLater)
        self.setDocument(self._pdf.document)
        self._fit()
        if old is not None:
            old.close()
            old.deleteLater()
