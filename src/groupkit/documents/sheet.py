"""A finished PDF: numbered pages in memory, with nothing in it that only the maker knows.

The file carries a title, its language, its bookmarks and, on sheets of text, its tags; no dates, no
author, no program. The same sheet gives the same bytes.
"""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer

from groupkit.documents.figures import place, within
from groupkit.documents.lettering import Typeface, fitting, make_ready, marked_up, readable
from groupkit.documents.pages import Pages
from groupkit.documents.structure import Tag
from groupkit.documents.type_scale import QUIET
from groupkit.domain.form import Layout
from groupkit.domain.picture import Picture

_FOOT_SIZE = 8.5
_WIDEST_LOGO = 45 * mm
_LOGO_SHARE = 0.5
"""Height of a logo over the lower margin, in which it stands."""


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

    ``size`` is a page's, which ``layout`` lays on the paper. ``numbered`` says whether its pages
    say 'n / m', ``tagged`` whether its flowables have tags, ``to_the_left`` whether its writing
    runs from right to left. ``logo`` stands at the foot of every page, in grey if ``grey``.
    """

    title: str
    language: str
    face: Typeface
    story: Callable[[], list[Flowable]]
    foot: str = ""
    size: tuple[float, float] = A4
    margins: Margins = Margins()
    numbered: bool = True
    layout: Layout = Layout.A4
    foot_size: float = _FOOT_SIZE
    foot_color: Color = QUIET
    tagged: bool = False
    to_the_left: bool = False
    logo: Picture | None = None
    grey: bool = False

    @property
    def width(self) -> float:
        """The width of the text in points."""
        return self.margins.width_on(self.size)


class Told(Flowable):
    """Words with their tag, and their bookmark when they are a heading.

    ``level`` counts from 0.
    """

    def __init__(
        self, words: Any, tag: Tag | None = None, bookmark: str = "", level: int = 0
    ) -> None:
        super().__init__()
        self._words = words
        self._tag = tag
        self._bookmark = readable(bookmark)
        self._level = level
        self.style: Any = self._words.style

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = self._words.wrap(width, height)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split words of many lines; the first part stays the bookmark."""
        parts = self._words.split(width, height)
        marks = [self._bookmark] + [""] * len(parts)
        told: list[Any] = [
            Told(part, self._tag, mark, self._level)
            for part, mark in zip(parts, marks, strict=False)
        ]
        for part in told:
            # What did not fit on a page with what follows is not tried again.
            part.keepWithNext = 0
        return told

    def draw(self) -> None:
        canvas: Any = self.canv
        if self._bookmark:
            canvas.bookmark(self._bookmark, self._level)
        with canvas.tagged(self._tag):
            self._words.drawOn(canvas, 0, 0)


def heading(words: str, face: Typeface, style: Any, level: int = 0) -> Flowable:
    """Return a heading with its bookmark."""
    return Told(Paragraph(marked_up(words, face), style), None, words, level)


class Laid:
    """A sheet whose pages have been filled; ``onto`` holds other sheets before it."""

    def __init__(self, sheet: Sheet, onto: Pages | None = None) -> None:
        make_ready()
        self.sheet = sheet
        document = _Document(sheet, onto)
        since = document.pages.drawn
        document.build(sheet.story() or [Spacer(0, 1)], canvasmaker=lambda *_, **__: document.pages)
        self._canvas, self._since = document.pages, since
        self.pages: int = document.page
        self.filled = document.filled
        """How much of the last page is filled, from 0 to 1."""

    def pdf(self) -> bytes:
        """Return the PDF; to be asked for once."""
        sheet = self.sheet
        return self._canvas.finished(sheet.layout, self._foot, to_the_left=sheet.to_the_left)

    def ended(self) -> range:
        """Put the feet on the pages among those of other sheets; return which they are."""
        mine = self._canvas.with_feet(self._since, self._foot)
        if not self.sheet.tagged:
            self._canvas.tag_whole(mine)
        return mine

    def _foot(self, canvas: Canvas, page: int, pages: int) -> None:
        sheet = self.sheet
        face, height = sheet.face.latin, sheet.margins.bottom * 0.55
        starts, ends = sheet.margins.left, sheet.size[0] - sheet.margins.right
        from_left, from_right = canvas.drawString, canvas.drawRightString
        if sheet.to_the_left:
            starts, ends, from_left, from_right = ends, starts, from_right, from_left
        canvas.saveState()
        canvas.setFont(face.regular, sheet.foot_size)
        canvas.setFillColor(sheet.foot_color)
        if sheet.logo:
            starts = self._logo(canvas, sheet.logo, starts, height)
        if sheet.foot:
            words = fitting(sheet.foot, face, sheet.foot_size, sheet.width * 0.8)
            from_left(starts, height, words)
        if sheet.numbered:
            from_right(ends, height, f"{page} / {pages}")
        canvas.restoreState()

    def _logo(self, canvas: Canvas, logo: Picture, starts: float, line: float) -> float:
        """Draw the logo beside the line; return where the words start."""
        sheet = self.sheet
        width, high = within(logo, _WIDEST_LOGO, sheet.margins.bottom * _LOGO_SHARE)
        left = starts - width if sheet.to_the_left else starts
        low = line + sheet.foot_size * 0.35 - high / 2
        place(canvas, logo, left, low, width, high, grey=sheet.grey)
        gap = sheet.foot_size * 0.8
        return left - gap if sheet.to_the_left else left + width + gap


def count_pages(sheet: Sheet) -> int:
    """Return how many pages ``sheet`` fills."""
    return Laid(sheet).pages


def largest(sheets: Sequence[Sheet], most_pages: int) -> Sheet | None:
    """Return the first of ``sheets``, from large to small type, that keeps to ``most_pages``."""
    at = bisect_left(sheets, True, key=lambda sheet: count_pages(sheet) <= most_pages)
    return sheets[at] if at < len(sheets) else None


def bound(sheet: Sheet) -> bytes:
    """Return ``sheet`` as a PDF whose pages say 'n / m'."""
    return Laid(sheet).pdf()


class _Document(BaseDocTemplate):
    """Pages with one frame."""

    def __init__(self, sheet: Sheet, onto: Pages | None = None) -> None:
        super().__init__(io.BytesIO(), pagesize=sheet.size, title=sheet.title, lang=sheet.language)
        self._sheet, self._onto = sheet, onto
        self.filled = 0.0
        margins = sheet.margins
        self._height = sheet.size[1] - margins.top - margins.bottom
        frame = Frame(
            margins.left,
            margins.bottom,
            sheet.width,
            self._height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(PageTemplate("page", [frame]))

    @cached_property
    def pages(self) -> Pages:
        """The canvas that the pages are drawn on."""
        sheet = self._sheet
        return self._onto or Pages(
            title=sheet.title,
            language=sheet.language,
            font=sheet.face.latin.regular,
            tagged=sheet.tagged,
            pagesize=sheet.size,
        )

    def afterPage(self) -> None:  # noqa: N802 - reportlab's name
        frame: Any = self.frame
        self.filled = 1 - (frame._y - self._sheet.margins.bottom) / self._height
