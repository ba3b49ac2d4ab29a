"""Sizes, colours and paragraph styles; the same steps on every paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from groupkit.documents.lettering import Typeface, make_ready

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
_DICTIONARIES = {"da": "da_DK", "en": "en_GB"}


@dataclass(frozen=True)
class TypeScale:
    """A typeface at a size of ``body`` points, set ``leading`` times as high."""

    face: Typeface
    body: float
    leading: float
    language: str

    def __post_init__(self) -> None:
        make_ready()

    @property
    def gap(self) -> float:
        """The space between two blocks: half a line."""
        return self.body * self.leading / 2

    @cached_property
    def text(self) -> ParagraphStyle:
        return self._style(1, after=0.75)

    @cached_property
    def tight(self) -> ParagraphStyle:
        """Text in cells and lists, without space after it."""
        return self._style(1)

    @cached_property
    def strong(self) -> ParagraphStyle:
        return self._style(1, bold=True)

    @cached_property
    def box_heading(self) -> ParagraphStyle:
        return self._style(1, bold=True, after=0.25)

    @cached_property
    def small(self) -> ParagraphStyle:
        return self._style(_SMALL, color=QUIET)

    @cached_property
    def note(self) -> ParagraphStyle:
        """A word beside the matter, a little smaller than text."""
        return self._style(0.92, color=QUIET)

    @cached_property
    def small_centred(self) -> ParagraphStyle:
        return ParagraphStyle("centred", self.small, alignment=TA_CENTER)

    @cached_property
    def small_right(self) -> ParagraphStyle:
        return ParagraphStyle("right", self.small, alignment=TA_RIGHT)

    @cached_property
    def title(self) -> ParagraphStyle:
        return self._style(_TITLE, bold=True, color=ACCENT, leading=1.2, after=0.9)

    @cached_property
    def display(self) -> ParagraphStyle:
        """Big clock times and numbers to call."""
        return self._style(_DISPLAY, bold=True, leading=1.15)

    def heading(self, level: int) -> ParagraphStyle:
        """Return the style of a heading of ``level`` 2 or deeper."""
        if level == 2:
            return self._style(_HEADING, bold=True, color=ACCENT, before=1.75, after=0.5, keep=True)
        return self._style(1.04, bold=True, before=1.2, after=0.3, keep=True)

    def _style(
        self,
        size: float,
        *,
        bold: bool = False,
        color: Color = INK,
        leading: float | None = None,
        before: float = 0,
        after: float = 0,
        keep: bool = False,
    ) -> ParagraphStyle:
        points = self.body * size
        return ParagraphStyle(
            "paper",
            fontName=self.face.bold if bold else self.face.regular,
            fontSize=points,
            leading=points * (leading or min(self.leading, 1.3 if size > 1 else self.leading)),
            textColor=color,
            spaceBefore=before * self.gap,
            spaceAfter=after * self.gap,
            keepWithNext=int(keep),
            allowWidows=0,
            allowOrphans=0,
            hyphenationLang=_DICTIONARIES[self.language],
            hyphenationMinWordLength=_HYPHENATE_FROM,
            splitLongWords=1,
            uriWasteReduce=0,
            bulletFontName=self.face.regular,
        )
