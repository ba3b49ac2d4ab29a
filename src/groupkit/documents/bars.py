"""Bars that read in black and white: each part has its own shade and hatching, and its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from groupkit.documents.lettering import LATO, width_of
from groupkit.documents.type_scale import ACCENT, INK, QUIET, WHITE

_HEIGHT, _AIR = 12.0, 4.0
_LABEL, _NUMBER, _KEY = 8.2, 7.6, 8.0
_WIDEST_LABEL = 130.0
_SWATCH = 9.0


@dataclass(frozen=True)
class Shade:
    """How a part of a bar is filled: its colour, the ink of a number on it, and its hatching."""

    fill: Color
    ink: Color
    hatch: Callable[[Canvas, float, float, float, float], None] | None = None


def _slanted(canvas: Canvas, left: float, low: float, width: float, height: float) -> None:
    canvas.setLineWidth(0.7)
    canvas.setStrokeColor(INK)
    at = left - height
    while at < left + width:
        canvas.line(at, low, at + height, low + height)
        at += 3.2


def _dotted(canvas: Canvas, left: float, low: float, width: float, height: float) -> None:
    canvas.setFillColor(QUIET)
    across = left + 1.6
    while across < left + width:
        for up in (low + height * 0.28, low + height * 0.72):
            canvas.circle(across, up, 0.55, stroke=0, fill=1)
        across += 3.2


SHADES = (
    Shade(ACCENT, WHITE),
    Shade(HexColor("#5E9995"), INK),
    Shade(HexColor("#A9CBC8"), INK),
    Shade(WHITE, INK),
    Shade(HexColor("#F1E3D3"), INK, _slanted),
    Shade(WHITE, INK, _dotted),
)
"""From dark to light, then hatched, then dotted; each also told apart on a grey copy."""


@dataclass(frozen=True)
class Bar:
    """One bar with its label and the counts of its parts, in the order of the key."""

    label: str
    counts: tuple[int, ...]


class Bars(Flowable):
    """Bars below each other on one scale, and a key of their parts when there are several."""

    def __init__(self, bars: Sequence[Bar], key: Sequence[str], face_name: str) -> None:
        super().__init__()
        self._bars = tuple(bars)
        self._key = tuple(key)
        self._font = face_name
        self._most = max((sum(bar.counts) for bar in bars), default=0) or 1

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the bars that fit and the rest, each with the key and on the same scale."""
        keys = len(self._key_lines(width)) if len(self._key) > 1 else 0
        room = int((height - keys * (_SWATCH + 4) - 4) // (_HEIGHT + _AIR))
        if not 0 < room < len(self._bars):
            return []
        parts = [
            Bars(some, self._key, self._font) for some in (self._bars[:room], self._bars[room:])
        ]
        for part in parts:
            part._most = self._most
        return [*parts]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self._keys = self._key_lines(width) if len(self._key) > 1 else []
        keys = len(self._keys) * (_SWATCH + 4)
        self.height = len(self._bars) * (_HEIGHT + _AIR) + keys + 4
        return self.width, self.height

    def draw(self) -> None:
        labels = [width_of(bar.label, LATO.regular, _LABEL) for bar in self._bars]
        left = min(max(labels, default=0), _WIDEST_LABEL) + 8
        room = self.width - left - 24
        top = self.height
        for bar in self._bars:
            top -= _HEIGHT
            self._bar(bar, left, top, room)
            top -= _AIR
        for line in self._keys:
            top -= _SWATCH
            self._key_line(line, top)
            top -= 4

    def _bar(self, bar: Bar, left: float, low: float, room: float) -> None:
        canvas = self.canv
        canvas.setFillColor(INK)
        canvas.setFont(self._font, _LABEL)
        canvas.drawRightString(left - 6, low + 3.6, _cut(bar.label, left - 8))
        at = left
        for number, shade in zip(bar.counts, SHADES, strict=False):
            width = room * number / self._most
            if not number:
                continue
            _part(canvas, at, low, width, shade)
            if width > width_of(str(number), LATO.regular, _NUMBER) + 3:
                self._number(str(number), at + width / 2, low + 3.8, shade)
            at += width
        canvas.setFillColor(INK)
        canvas.setFont(self._font, _LABEL)
        canvas.drawString(at + 4, low + 3.6, str(sum(bar.counts)))

    def _number(self, words: str, middle: float, low: float, shade: Shade) -> None:
        canvas = self.canv
        if shade.hatch is not None:
            width = width_of(words, LATO.regular, _NUMBER) + 2.4
            canvas.setFillColor(WHITE)
            canvas.rect(middle - width / 2, low - 1.8, width, _NUMBER + 1.4, stroke=0, fill=1)
        canvas.setFillColor(shade.ink)
        canvas.setFont(self._font, _NUMBER)
        canvas.drawCentredString(middle, low, words)

    def _key_lines(self, width: float) -> list[list[tuple[int, str]]]:
        lines: list[list[tuple[int, str]]] = [[]]
        used = 0.0
        for number, words in enumerate(self._key):
            needed = _SWATCH + 4 + width_of(words, LATO.regular, _KEY) + 14
            if lines[-1] and used + needed > width:
                lines.append([])
                used = 0.0
            lines[-1].append((number, words))
            used += needed
        return lines

    def _key_line(self, line: list[tuple[int, str]], low: float) -> None:
        canvas, at = self.canv, 0.0
        for number, words in line:
            _part(canvas, at, low, _SWATCH, SHADES[number], _SWATCH)
            canvas.setFillColor(QUIET)
            canvas.setFont(self._font, _KEY)
            canvas.drawString(at + _SWATCH + 4, low + 1.6, words)
            at += _SWATCH + 4 + width_of(words, LATO.regular, _KEY) + 14


def _part(
    canvas: Canvas, left: float, low: float, width: float, shade: Shade, height: float = _HEIGHT
) -> None:
    canvas.saveState()
    canvas.setFillColor(shade.fill)
    canvas.rect(left, low, width, height, stroke=0, fill=1)
    if shade.hatch is not None:
        path = canvas.beginPath()
        path.rect(left, low, width, height)
        canvas.clipPath(path, stroke=0, fill=0)
        shade.hatch(canvas, left, low, width, height)
    canvas.restoreState()
    canvas.saveState()
    canvas.setLineWidth(0.6)
    canvas.setStrokeColor(INK)
    canvas.rect(left, low, width, height, stroke=1, fill=0)
    canvas.restoreState()


def _cut(words: str, room: float) -> str:
    if width_of(words, LATO.regular, _LABEL) <= room:
        return words
    while words and width_of(f"{words}…", LATO.regular, _LABEL) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"
