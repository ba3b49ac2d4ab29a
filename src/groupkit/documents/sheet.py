"""A finished PDF: numbered pages in memory, with nothing in it that only the maker knows.

The file carries a title, its language and its bookmarks; no dates, no author, no program. The same
sheet gives the same bytes.
"""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer

from groupkit.documents.lettering import Typeface, fitting, make_ready, marked_up, readable
from groupkit.documents.type_scale import QUIET

_FOOT_SIZE = 8.5
_MAKERS_MARKS = (
    b" ReportLab Generated PDF document (opensource)",
    b" ReportLab generated PDF document -- digest (opensource)",
)


@dataclass(frozen=True)
class Margins:
    """Space around the text in points."""

    left: float = 21 * mm
    right: float = 21 * mm
    top: float = 17 * mm
    bottom: float = 19 * mm

    def width_on(self, size: tuple[float, float]) -> float:
        """Return the width left for text on paper of ``size``."""
        return size[0] - self.left - self.right


@dataclass(frozen=True)
class Sheet:
    """What becomes a PDF; ``story`` makes its flowables anew for each pass over the pages.

    ``numbered`` says whether its pages say 'n / m'.
    """

    title: str
    language: str
    face: Typeface
    story: Callable[[], list[Flowable]]
    foot: str = ""
    size: tuple[float, float] = A4
    margins: Margins = Margins()
    numbered: bool = True

    @property
    def width(self) -> float:
        """The width of the text in points."""
        return self.margins.width_on(self.size)


class Marked(Paragraph):
    """A heading that is a bookmark too."""

    def __init__(
        self, markup: Any, style: Any, *, bookmark: str = "", level: int = 0, **parts: Any
    ) -> None:
        super().__init__(markup, style, **parts)
        self._bookmark = readable(bookmark)
        self._level = level

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split a heading of many lines; its first part stays the bookmark."""
        parts: list[Any] = super().split(width, height)
        for part in parts[:1]:
            part._bookmark, part._level = self._bookmark, self._level
        return parts

    def draw(self) -> None:
        if self._bookmark:
            self._mark()
        super().draw()

    def _mark(self) -> None:
        canvas: Any = self.canv
        outline = canvas._doc.outline
        key = f"b{len(outline.destinationnamestotitles)}"
        canvas.bookmarkPage(key)
        # A text may begin at a lower heading, or leave a level out; the outline may not.
        canvas.addOutlineEntry(self._bookmark, key, min(self._level, outline.currentlevel + 1))


def heading(words: str, face: Typeface, style: Any, level: int = 0) -> Marked:
    """Return a heading with its bookmark."""
    return Marked(marked_up(words, face), style, bookmark=words, level=level)


def count_pages(sheet: Sheet) -> int:
    """Return how many pages ``sheet`` fills."""
    return _make(sheet, 0)[1]


def largest(sheets: Sequence[Sheet], most_pages: int) -> Sheet | None:
    """Return the first of ``sheets``, from large to small type, that keeps to ``most_pages``."""
    at = bisect_left(sheets, True, key=lambda sheet: count_pages(sheet) <= most_pages)
    return sheets[at] if at < len(sheets) else None


def bound(sheet: Sheet) -> bytes:
    """Return ``sheet`` as a PDF whose pages say 'n / m'."""
    return _make(sheet, count_pages(sheet))[0]


def _make(sheet: Sheet, total: int) -> tuple[bytes, int]:
    make_ready()
    file = io.BytesIO()
    document = _Document(file, sheet, total)
    document.build(sheet.story() or [Spacer(0, 1)], canvasmaker=_canvas_maker(sheet))
    pdf = file.getvalue()
    for mark in _MAKERS_MARKS:
        # As many blanks as letters: the file's table of offsets stays right.
        pdf = pdf.replace(mark, b" " * len(mark))
    return pdf, document.page


class _TitleOnly(PDFInfo):
    """The document's information, of which only the title is written."""

    def format(self, document: Any) -> bytes:
        written: bytes = PDFDictionary({"Title": PDFString(self.title)}).format(document)
        return written


def _canvas_maker(sheet: Sheet) -> Callable[..., Canvas]:
    def make(file: io.BytesIO, **settings: Any) -> Canvas:
        settings |= {
            "invariant": 1,
            "pageCompression": 1,
            "lang": sheet.language,
            "initialFontName": sheet.face.regular,
        }
        canvas: Any = Canvas(file, **settings)
        canvas._doc.info = _TitleOnly()
        canvas.setTitle(readable(sheet.title))
        canvas.setViewerPreference("DisplayDocTitle", "true")
        made: Canvas = canvas
        return made

    return make


class _Document(BaseDocTemplate):
    """Pages with one frame and a foot."""

    def __init__(self, file: io.BytesIO, sheet: Sheet, total: int) -> None:
        super().__init__(file, pagesize=sheet.size, title=sheet.title, lang=sheet.language)
        self._sheet = sheet
        self._total = total
        margins = sheet.margins
        frame = Frame(
            margins.left,
            margins.bottom,
            sheet.width,
            sheet.size[1] - margins.top - margins.bottom,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(PageTemplate("page", [frame], onPageEnd=self._foot))

    def _foot(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        sheet = self._sheet
        face, height = sheet.face, sheet.margins.bottom * 0.55
        canvas.saveState()
        canvas.setFont(face.regular, _FOOT_SIZE)
        canvas.setFillColor(QUIET)
        if sheet.foot:
            words = fitting(sheet.foot, face, _FOOT_SIZE, sheet.width * 0.8)
            canvas.drawString(sheet.margins.left, height, words)
        if sheet.numbered:
            number = f"{canvas.getPageNumber()} / {self._total}"
            canvas.drawRightString(sheet.size[0] - sheet.margins.right, height, number)
        canvas.restoreState()
