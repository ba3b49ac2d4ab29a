"""Sizes, colours and paragraph styles; the same steps on every paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from groupkit.documents.hyphens import parting
from groupkit.documents.lettering import Typeface, make_face_ready

INK = HexColor("#23211E")
QUIET = HexColor("#5A554F")
ACCENT = HexColor("#17635F")
TINT = HexColor("#EAF2F1")
EDGE = HexColor("#8FB3B0")
LINE = HexColor("#C9C3BB")
RULED = HexColor("#8F8A82")
WHITE = HexColor("#FFFFFF")

WRITING_LINE = 9 * mm
"""Room for a hand."""

_SMALL, _HEADING, _TITLE, _DISPLAY = 0.82, 1.22, 1.75, 1.5
_HYPHENATE_FROM = 18


@dataclass(frozen=True)
class Palette:
    """The colours of a sheet; none of them carries a meaning of its own."""

    ink: Color = INK
    quiet: Color = QUIET
    accent: Color = ACCENT
    tint: Color = TINT
    edge: Color = EDGE
    ruled: Color = RULED
    line: Color = LINE


COLOUR: Final = Palette()
_INK_ALONE = HexColor("#000000")
BLACK: Final = Palette(
    _INK_ALONE, _INK_ALONE, _INK_ALONE, WHITE, _INK_ALONE, _INK_ALONE, _INK_ALONE
)


@dataclass(frozen=True)
class TypeScale:
    """A typeface at a size of ``body`` points, set ``leading`` times as high.

    No letter is smaller than ``least`` points. Words of ``hyphenate_from`` letters or more may be
    parted. ``hand`` is the room for a line of handwriting in points.
    """

    face: Typeface
    body: float
    leading: float
    language: str
    palette: Palette = COLOUR
    least: float = 0
    hyphenate_from: int = _HYPHENATE_FROM
    hand: float = WRITING_LINE

    def __post_init__(self) -> None:
        make_face_ready(self.face)

    @property
    def gap(self) -> float:
        """Half a line. Distances are multiples of half of it, so that lines stand on one rhythm."""
        return self.body * self.leading / 2

    @property
    def writing_line(self) -> float:
        """Room for a hand, on the rhythm."""
        return round(self.hand / self.gap * 2) * self.gap / 2

    @cached_property
    def text(self) -> ParagraphStyle:
        return self._style(1, after=1)

    @cached_property
    def lead(self) -> ParagraphStyle:
        """Text that belongs to what follows."""
        return self._style(1, after=0.5, keep=True)

    @cached_property
    def tight(self) -> ParagraphStyle:
        """Text in cells and lists, without space after it."""
        return self._style(1)

    @cached_property
    def strong(self) -> ParagraphStyle:
        return self._style(1, bold=True)

    @cached_property
    def box_heading(self) -> ParagraphStyle:
        return self._style(1, bold=True, after=0.5, keep=True)

    @cached_property
    def small(self) -> ParagraphStyle:
        return self._style(_SMALL, color=self.palette.quiet)

    @cached_property
    def note(self) -> ParagraphStyle:
        """A word beside the matter, a little smaller than text."""
        return self._style(0.92, color=self.palette.quiet)

    @cached_property
    def small_centred(self) -> ParagraphStyle:
        return ParagraphStyle("centred", self.small, alignment=TA_CENTER)

    @cached_property
    def small_right(self) -> ParagraphStyle:
        return ParagraphStyle("right", self.small, alignment=TA_RIGHT)

    @cached_property
    def title(self) -> ParagraphStyle:
        return self._style(
            _TITLE, bold=True, color=self.palette.accent, lines=1.5, after=1, keep=True
        )

    @cached_property
    def display(self) -> ParagraphStyle:
        """Big clock times and numbers to call."""
        return self._style(_DISPLAY, bold=True, lines=1.25)

    def heading(self, level: int) -> ParagraphStyle:
        """Return the style of a heading of ``level`` 2 or deeper."""
        if level == 2:
            accent = self.palette.accent
            return self._style(_HEADING, bold=True, color=accent, before=2, after=0.5, keep=True)
        return self._style(1.04, bold=True, before=1.5, after=0.5, keep=True)

    def _style(
        self,
        size: float,
        *,
        bold: bool = False,
        color: Color | None = None,
        lines: float = 1,
        before: float = 0,
        after: float = 0,
        keep: bool = False,
    ) -> ParagraphStyle:
        """Return a style; ``lines`` is its leading in lines of text, distances are in gaps."""
        line = self.body * self.leading
        points = max(self.body * size, self.least)
        return ParagraphStyle(
            "paper",
            fontName=self.face.bold if bold else self.face.regular,
            fontSize=points,
            leading=line * lines if size >= 1 else points * self.leading,
            textColor=color or self.palette.ink,
            spaceBefore=before * self.gap,
            spaceAfter=after * self.gap,
            keepWithNext=int(keep),
            alignment=TA_LEFT,
            allowWidows=0,
            allowOrphans=0,
            hyphenationLang=parting(self.language),
            hyphenationMinWordLength=self.hyphenate_from,
            splitLongWords=1,
            uriWasteReduce=0,
            bulletFontName=self.face.regular,
        )
