"""What is drawn rather than set: tick boxes, lines to write on, scales, bars beside a quotation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.platypus import Flowable, Paragraph

from groupkit.documents.pages import Pages
from groupkit.documents.structure import Tag
from groupkit.documents.type_scale import WRITING_LINE, TypeScale

Paint = Callable[[Pages, float, float], None]
"""Draws beside a paragraph, given the paragraph's height and the middle of its first line.

Where writing runs from right to left the canvas is a mirror: what is drawn at its left stands at
the right.
"""

_INLINE_LABEL = 0.42
_SPREAD = 0.94


class Hung(Flowable):
    """A paragraph hung ``indent`` points inwards from what is drawn beside it."""

    def __init__(
        self, paragraph: Flowable, indent: float, paint: Paint | None, *, to_the_left: bool = False
    ) -> None:
        super().__init__()
        self._paragraph = paragraph
        self._indent = indent
        self._paint = paint
        self._to_the_left = to_the_left
        self.spaceAfter = paragraph.getSpaceAfter()
        self.spaceBefore = paragraph.getSpaceBefore()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, self.height = self._paragraph.wrap(width - self._indent, height)
        self.width = width
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = self._paragraph.split(width - self._indent, height)
        paints = [self._paint] + [None] * len(parts)
        return [
            Hung(part, self._indent, paint, to_the_left=self._to_the_left)
            for part, paint in zip(parts, paints, strict=False)
        ]

    def draw(self) -> None:
        if self._paint:
            paragraph: Any = self._paragraph
            self.canv.saveState()
            if self._to_the_left:
                self.canv.transform(-1, 0, 0, 1, self.width, 0)
            canvas: Any = self.canv
            self._paint(canvas, self.height, self.height - paragraph.style.fontSize * 0.64)
            self.canv.restoreState()
        self._paragraph.drawOn(self.canv, 0 if self._to_the_left else self._indent, 0)


def bullet(indent: float, scale: TypeScale) -> Paint:
    """Return what draws a round bullet."""

    def paint(canvas: Pages, _height: float, middle: float) -> None:
        canvas.setFillColor(scale.palette.accent)
        canvas.circle(indent - scale.body * 0.75, middle, scale.body * 0.17, stroke=0, fill=1)

    return paint


def number(words: str, indent: float, scale: TypeScale, tag: Tag | None = None) -> Paint:
    """Return what sets a step's number."""

    def paint(canvas: Pages, _height: float, middle: float) -> None:
        canvas.setFillColor(scale.palette.accent)
        canvas.setFont(scale.face.latin.bold, scale.body)
        end, low = indent - scale.body * 0.45, middle - scale.body * 0.36
        with canvas.tagged(tag):
            if scale.face.to_the_left:
                canvas.transform(-1, 0, 0, 1, end, low)
                canvas.drawString(0, 0, words)
            else:
                canvas.drawRightString(end, low, words)

    return paint


def tick_box(size: float, scale: TypeScale, tag: Tag | None = None) -> Paint:
    """Return what draws a box to tick."""

    def paint(canvas: Pages, _height: float, middle: float) -> None:
        side = size * 0.95
        canvas.setStrokeColor(scale.palette.ink)
        canvas.setLineWidth(1)
        with canvas.tagged(tag):
            canvas.roundRect(0.5, middle - side / 2, side, side, 1.5, stroke=1, fill=0)

    return paint


def bar(scale: TypeScale) -> Paint:
    """Return what draws the bar beside a quotation."""

    def paint(canvas: Pages, height: float, _middle: float) -> None:
        canvas.setFillColor(scale.palette.accent)
        canvas.rect(1, 0.5, 2.5, height - 1, stroke=0, fill=1)

    return paint


class LinesToWrite(Flowable):
    """Ruled lines, the first beside the label when the label is short.

    ``goes_on``: they follow others, at the same distance as among themselves.

    ``label`` is None for none; ``label_width`` is its width on one line. What follows stands a
    little farther off than what precedes, so that the last line doesn't seem to underline it.
    """

    def __init__(
        self,
        label: Flowable | None,
        label_width: float,
        count: int,
        scale: TypeScale,
        *,
        goes_on: bool = False,
    ) -> None:
        super().__init__()
        self._label = label
        self._label_width = label_width
        self._count = count
        self._scale = scale
        self.spaceAfter = scale.gap * 1.5
        self._first = scale.writing_line - (0 if goes_on else scale.gap * 0.5)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self._is_beside = self._label_width <= width * _INLINE_LABEL
        wide = self._label_width + 1 if self._is_beside else width
        self._label_height = self._label.wrap(wide, height)[1] if self._label else 0.0
        above = 0 if self._is_beside else self._label_height
        self.height = above + self._first + (self._count - 1) * self._scale.writing_line
        return width, self.height

    def draw(self) -> None:
        canvas, line_height = self.canv, self._scale.writing_line
        to_the_left = self._scale.face.to_the_left
        if self._label:
            low = self.height - self._first - self._scale.tight.leading * 0.22
            low = low if self._is_beside else self.height - self._label_height
            across = self.width - self._label_width - 1 if to_the_left and self._is_beside else 0
            self._label.drawOn(canvas, across, low)
        canvas.setStrokeColor(self._scale.palette.ruled)
        canvas.setLineWidth(0.7)
        for line in range(self._count):
            beside = line == 0 and self._is_beside and self._label is not None
            room = self._label_width + 6 if beside else 0
            height = (self._count - 1 - line) * line_height + 0.5
            start, end = (0, self.width - room) if to_the_left else (room, self.width)
            canvas.line(start, height, end, height)


class RestOfPage(Flowable):
    """Ruled lines under a heading, down to the end of the page, at least ``least`` of them."""

    def __init__(self, heading: str, least: int, scale: TypeScale) -> None:
        super().__init__()
        self._heading = Paragraph(heading, scale.strong)
        self._least = least
        self._color = scale.palette.ruled
        self.spaceBefore = scale.gap * 1.6

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, above = self._heading.wrap(width, height)
        self._count = max(self._least, int((height - above - 1) // WRITING_LINE))
        self.width, self.height = width, above + self._count * WRITING_LINE
        return self.width, self.height

    def draw(self) -> None:
        self._heading.drawOn(self.canv, 0, self._count * WRITING_LINE)
        self.canv.setStrokeColor(self._color)
        self.canv.setLineWidth(0.7)
        for line in range(self._count):
            height = line * WRITING_LINE + 0.5
            self.canv.line(0, height, self.width, height)


class ScaleToCircle(Flowable):
    """Numbers in rings over the words at both ends; ``low`` stands under the first of them."""

    def __init__(
        self,
        numbers: range,
        low: Flowable,
        high: Flowable,
        scale: TypeScale,
        tag: Tag | None = None,
    ) -> None:
        super().__init__()
        self._numbers = list(numbers)
        self._left, self._right = low, high
        if scale.face.to_the_left:
            self._numbers.reverse()
            self._left, self._right = high, low
        self._scale = scale
        self._tag = tag
        self.spaceBefore = scale.gap
        self.spaceAfter = scale.gap

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        _, left = self._left.wrap(width * 0.46, height)
        _, right = self._right.wrap(width * 0.46, height)
        self._words = max(left, right)
        step = self._scale.gap / 2
        self.height = -(-(self._words + 4 + self._ring * 2) // step) * step
        return width, self.height

    @property
    def _ring(self) -> float:
        room = self.width * _SPREAD / len(self._numbers) / 2 - 1
        return min(self._scale.body * 0.95, room)

    def draw(self) -> None:
        canvas: Any = self.canv
        ring, palette = self._ring, self._scale.palette
        middle = self.height - ring
        step = (self.width * _SPREAD - 2 * ring) / (len(self._numbers) - 1)
        start = self.width * (1 - _SPREAD) / 2 + ring
        canvas.setStrokeColor(palette.ruled)
        canvas.setLineWidth(0.8)
        canvas.line(start, middle, self.width - start, middle)
        for place in range(len(self._numbers)):
            canvas.setFillColorRGB(1, 1, 1)
            canvas.circle(start + place * step, middle, ring, stroke=1, fill=1)
        canvas.setFillColor(palette.ink)
        canvas.setFont(self._scale.face.latin.bold, self._scale.body)
        with canvas.tagged(self._tag):
            for place, value in enumerate(self._numbers):
                low = middle - self._scale.body * 0.36
                canvas.drawCentredString(start + place * step, low, str(value))
        self._left.drawOn(canvas, 0, self._words - self._left.height)
        self._right.drawOn(canvas, self.width * 0.54, self._words - self._right.height)
