"""Pages as they are drawn, and then laid on the paper."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from groupkit.documents.imposing import Side, sides
from groupkit.documents.lettering import readable
from groupkit.documents.structure import Begun, Ended, Structure, Tag
from groupkit.domain.form import Layout

_MAKERS_MARKS = (
    b" ReportLab Generated PDF document (opensource)",
    b" ReportLab generated PDF document -- digest (opensource)",
)


@dataclass(frozen=True)
class _Page:
    """A page drawn: its operators, the pictures it shows, the bookmarks that lead to it."""

    code: Sequence[str]
    pictures: Sequence[str]
    bookmarks: Sequence[str]


@dataclass(frozen=True)
class Stack:
    """Copies of one document in a pile: its pages, counted from 0, and its language."""

    pages: range
    copies: int
    language: str


class _TitleOnly(PDFInfo):
    """The document's information, of which only the title is written."""

    def format(self, document: Any) -> bytes:
        written: bytes = PDFDictionary({"Title": PDFString(self.title)}).format(document)
        return written


class Pages(Canvas):
    """A canvas that keeps its pages until :meth:`finished` lays them on the paper."""

    def __init__(
        self, *, title: str, language: str, font: str, tagged: bool, **settings: Any
    ) -> None:
        self._kept: list[_Page] = []
        self._keys: list[str] = []
        self._tagged = tagged
        settings |= {"invariant": 1, "pageCompression": 1, "initialFontName": font}
        super().__init__(io.BytesIO(), lang=language, **settings)
        canvas: Any = self
        canvas._doc.info = _TitleOnly()
        self.setTitle(readable(title))
        self.setViewerPreference("DisplayDocTitle", "true")

    def bookmark(self, words: str, level: int) -> None:
        """Make ``words`` a bookmark to this page; ``level`` counts from 0."""
        canvas: Any = self
        outline = canvas._doc.outline
        key = f"b{len(outline.destinationnamestotitles)}"
        self._keys.append(key)
        # A text may begin at a lower heading, or leave a level out; the outline may not.
        canvas.addOutlineEntry(words, key, min(level, outline.currentlevel + 1))

    @property
    def drawn(self) -> int:
        """How many pages were drawn so far."""
        return len(self._kept)

    def tag_whole(self, pages: range) -> None:
        """Tag each of ``pages``, whose parts have no tags of their own, as one passage."""
        for at in pages:
            page = self._kept[at]
            self._kept[at] = replace(page, code=[Begun(Tag("P")), *page.code, Ended()])

    @contextmanager
    def tagged(self, tag: Tag | None) -> Any:
        """Tell that what is drawn meanwhile is ``tag``."""
        canvas: Any = self
        if not (self._tagged and tag):
            yield
            return
        canvas._code.append(Begun(tag))
        yield
        canvas._code.append(Ended())

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        canvas: Any = self
        self._kept.append(_Page(canvas._code, canvas._formsinuse, self._keys))
        self._keys = []
        canvas._startPage()

    def save(self) -> None:
        """Do nothing yet: the paper is made by :meth:`finished`."""

    def finished(
        self, layout: Layout, foot: Callable[[Canvas, int, int], None], *, to_the_left: bool
    ) -> bytes:
        """Return the PDF; ``foot`` draws what stands below the text of page n of m."""
        canvas: Any = self
        self.with_feet(0, foot)
        structure = Structure(canvas._doc)
        size = landscape(A4) if layout.is_small else canvas._pagesize
        self.setPageSize(size)
        for side in sides(len(self._kept), layout, to_the_left=to_the_left):
            self._lay(side, structure, size[0] / len(side))
        return self._written(structure)

    def with_feet(self, since: int, foot: Callable[[Canvas, int, int], None]) -> range:
        """Have ``foot`` draw below the pages from ``since`` on, one document; return which."""
        mine = range(since, len(self._kept))
        for number, at in enumerate(mine, start=1):
            self._kept[at] = self._with_foot(self._kept[at], foot, number, len(mine))
        # The last foot is still on the canvas, where the next document begins.
        canvas: Any = self
        canvas._startPage()
        return mine

    def piled(self, stacks: Sequence[Stack], *, both_sides: bool) -> bytes:
        """Return the PDF of a pile, copy after copy.

        Printed on ``both_sides``, each copy begins on a sheet of its own: a blank page goes before
        it where the one before ends on a front. A reader hears the first copy only.
        """
        canvas: Any = self
        structure = Structure(canvas._doc)
        for stack in stacks:
            structure.begin_part(stack.language)
            for number in range(stack.copies):
                for at in stack.pages:
                    self._lay((at,), structure, 0, is_copy=number > 0)
                if both_sides and len(stack.pages) % 2:
                    self._lay((None,), structure, 0)
        return self._written(structure)

    def _written(self, structure: Structure) -> bytes:
        canvas: Any = self
        if self._tagged:
            structure.finish()
        pdf: bytes = canvas._doc.GetPDFData(self)
        for mark in _MAKERS_MARKS:
            # As many blanks as letters: the file's table of offsets stays right.
            pdf = pdf.replace(mark, b" " * len(mark))
        return pdf

    def _with_foot(
        self, page: _Page, foot: Callable[[Canvas, int, int], None], number: int, pages: int
    ) -> _Page:
        canvas: Any = self
        canvas._code, canvas._formsinuse = [], []
        foot(self, number, pages)
        code, pictures = [*page.code, *canvas._code], [*page.pictures, *canvas._formsinuse]
        return _Page(code, pictures, page.bookmarks)

    def _lay(
        self, side: Side, structure: Structure, width: float, *, is_copy: bool = False
    ) -> None:
        canvas: Any = self
        canvas._code, canvas._formsinuse = [], []
        structure.begin_page()
        for place, number in enumerate(side):
            if number is None:
                continue
            page, again = self._kept[number], is_copy or number in side[:place]
            code = page.code
            drawn = structure.numbered(code, copy=again) if self._tagged else iter(code)
            moved = ["q", f"1 0 0 1 {place * width:.2f} 0 cm", *drawn, "Q"]
            canvas._code += moved if len(side) > 1 else moved[2:-1]
            canvas._formsinuse += page.pictures
            for key in () if again else page.bookmarks:
                self.bookmarkPage(key)
        Canvas.showPage(self)
        if self._tagged:
            structure.end_page(canvas._doc.Pages.pages[-1])
