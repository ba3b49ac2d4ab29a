"""What is drawn rather than set: tick boxes, lines to write on, scales, bars beside a quotation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from groupkit.documents.lettering import width_of
from groupkit.documents.type_scale import ACCENT, INK, RULED, WRITING_LINE, TypeScale

Paint = Callable[[Canvas, float, float], None]
"""Draws beside a paragraph, given the paragraph's height and the middle of its first line."""

_INLINE_LABEL = 0.42
_SPREAD = 0.94


class Hung(Flowable):
    """A paragraph hung ``indent`` points to the right of what is drawn beside it."""

    def __init__(self, paragraph: Flowable, indent: float, paint: Paint | None) -> None:
        super().__init__()
        self._paragraph = paragraph
        self._indent = indent
        self._paint = paint
        self.spaceAfter = paragraph.getSpaceAfter()
        self.spaceBefore = paragraph.getSpaceBefore()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, self.height = self._paragraph.wrap(width - self._indent, height)
        self.width = width
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = self._paragraph.split(width - self._indent, height)
        paints = [self._paint] + [None] * len(parts)
        return [Hung(part, self._indent, paint) for part, paint in zip(parts, paints, strict=False)]

    def draw(self) -> None:
        if self._paint:
            paragraph: Any = self._paragraph
            self.canv.saveState()
            self._paint(self.canv, self.height, self.height - paragraph.style.fontSize * 0.64)
            self.canv.restoreState()
        self._paragraph.drawOn(self.canv, self._indent, 0)


def bullet(indent: float, size: float) -> Paint:
    """Return what draws a round bullet."""

    def paint(canvas: Canvas, _height: float, middle: float) -> None:
        canvas.setFillColor(ACCENT)
        canvas.circle(indent - size * 0.75, middle, size * 0.17, stroke=0, fill=1)

    return paint


def number(words: str, indent: float, scale: TypeScale) -> Paint:
    """Return what sets a step's number."""

    def paint(canvas: Canvas, _height: float, middle: float) -> None:
        canvas.setFillColor(ACCENT)
        canvas.setFont(scale.face.bold, scale.body)
        canvas.drawRightString(indent - scale.body * 0.45, middle - scale.body * 0.36, words)

    return paint


def tick_box(size: float) -> Paint:
    """Return what draws a box to tick."""

    def paint(canvas: Canvas, _height: float, middle: float) -> None:
        side = size * 0.95
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1)
        canvas.roundRect(0.5, middle - side / 2, side, side, 1.5, stroke=1, fill=0)

    return paint


def bar() -> Paint:
    """Return what draws the bar beside a quotation."""

    def paint(canvas: Canvas, height: float, _middle: float) -> None:
        canvas.setFillColor(ACCENT)
        canvas.rect(1, 0.5, 2.5, height - 1, stroke=0, fill=1)

    return paint


class LinesToWrite(Flowable):
    """Ruled lines, the first beside the label when the label is short."""

    def __init__(self, label: str, markup: str, count: int, scale: TypeScale) -> None:
        super().__init__()
        self._label = Paragraph(markup, scale.tight) if label else None
        self._label_width = width_of(label, scale.face.regular, scale.body) if label else 0
        self._count = count
        self._scale = scale
        self.spaceAfter = scale.gap * 0.85

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self._is_beside = self._label_width <= width * _INLINE_LABEL
        self._label_height = self._label.wrap(width, height)[1] if self._label else 0.0
        above = 0 if self._is_beside else self._label_height
        self.height = above + self._count * WRITING_LINE
        return width, self.height

    def draw(self) -> None:
        canvas = self.canv
        if self._label:
            leading = self._scale.tight.leading
            low = self.height - WRITING_LINE - leading * 0.22
            low = low if self._is_beside else self.height - self._label_height
            self._label.drawOn(canvas, 0, low)
        canvas.setStrokeColor(RULED)
        canvas.setLineWidth(0.7)
        for line in range(self._count):
            beside = line == 0 and self._is_beside and self._label is not None
            start = self._label_width + 6 if beside else 0
            height = (self._count - 1 - line) * WRITING_LINE + 0.5
            canvas.line(start, height, self.width, height)


class RestOfPage(Flowable):
    """Ruled lines under a heading, down to the end of the page, at least ``least`` of them."""

    def __init__(self, heading: str, least: int, scale: TypeScale) -> None:
        super().__init__()
        self._heading = Paragraph(heading, scale.strong)
        self._least = least
        self.spaceBefore = scale.gap * 1.6

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, above = self._heading.wrap(width, height)
        self._count = max(self._least, int((height - above - 1) // WRITING_LINE))
        self.width, self.height = width, above + self._count * WRITING_LINE
        return self.width, self.height

    def draw(self) -> None:
        self._heading.drawOn(self.canv, 0, self._count * WRITING_LINE)
        self.canv.setStrokeColor(RULED)
        self.canv.setLineWidth(0.7)
        for line in range(self._count):
            height = line * WRITING_LINE + 0.5
            self.canv.line(0, height, self.width, height)


class ScaleToCircle(Flowable):
    """Numbers in rings over the words at both ends."""

    def __init__(self, numbers: range, left: str, right: str, scale: TypeScale) -> None:
        super().__init__()
        self._numbers = numbers
        self._left = Paragraph(left, scale.small)
        self._right = Paragraph(right, scale.small_right)
        self._scale = scale
        self.spaceBefore = scale.gap * 0.4
        self.spaceAfter = scale.gap * 0.9

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        _, left = self._left.wrap(width * 0.46, height)
        _, right = self._right.wrap(width * 0.46, height)
        self._words = max(left, right)
        self.height = self._words + 4 + self._ring * 2
        return width, self.height

    @property
    def _ring(self) -> float:
        return self._scale.body * 0.95

    def draw(self) -> None:
        canvas, ring = self.canv, self._ring
        middle = self.height - ring
        step = (self.width * _SPREAD - 2 * ring) / (len(self._numbers) - 1)
        start = self.width * (1 - _SPREAD) / 2 + ring
        canvas.setStrokeColor(RULED)
        canvas.setLineWidth(0.8)
        canvas.line(start, middle, self.width - start, middle)
        for place, value in enumerate(self._numbers):
            canvas.setFillColorRGB(1, 1, 1)
            canvas.circle(start + place * step, middle, ring, stroke=1, fill=1)
            canvas.setFillColor(INK)
            canvas.setFont(self._scale.face.bold, self._scale.body)
            low = middle - self._scale.body * 0.36
            canvas.drawCentredString(start + place * step, low, str(value))
        self._left.drawOn(canvas, 0, self._words - self._left.height)
        self._right.drawOn(canvas, self.width * 0.54, self._words - self._right.height)
