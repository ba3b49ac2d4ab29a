"""Paragraphs whose letters join and run from right to left."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bidi import algorithm as bidi
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from groupkit.documents.blocks import Run, Text
from groupkit.documents.glyphs import Shaped, glyph_font
from groupkit.documents.lettering import Typeface, bolder, in_fonts, printable

_JOINERS = "\u200c\u200d"
"""Zero-width letters that say whether their neighbours join; Persian needs the first."""
_FEWEST_LINES = 2
_LONGEST_WORD = 120
"""Letters that may be one word; what is longer is parted anywhere."""


@dataclass(frozen=True)
class _Letter:
    """A letter with its font, and its level: an odd one runs to the left."""

    letter: str
    font: str
    level: int


Word = tuple[_Letter, ...]
Line = tuple[_Letter, ...]


class ShapedParagraph(Flowable):
    """A paragraph in a script that is shaped, set from the right margin."""

    def __init__(
        self, text: Text, style: ParagraphStyle, face: Typeface, language: str, lines: Any = None
    ) -> None:
        super().__init__()
        self.style = style
        self._face = face
        self._language = language
        self._parts = (text, style, face, language)
        self._paragraphs = [] if lines is not None else list(_lettered(text, style, face))
        self._lines: list[Line] = lines or []
        self._laid_for = 0.0 if lines is None else None
        """The width that the lines were filled for, None for lines that are given."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        if self._laid_for not in (None, width):
            self._lines = [
                line for words in self._paragraphs for line in self._filled(words, width)
            ]
        self.width = width
        self.height = len(self._lines) * self.style.leading
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split between lines, never with one alone on a page."""
        self.wrap(width, height)
        if self.height <= height:
            return [self]
        fits = min(int(height // self.style.leading), len(self._lines) - _FEWEST_LINES)
        if fits < _FEWEST_LINES:
            return []
        return [
            ShapedParagraph(*self._parts, part) for part in (self._lines[:fits], self._lines[fits:])
        ]

    def draw(self) -> None:
        style, canvas = self.style, self.canv
        canvas.setFillColor(style.textColor)
        font: Any = pdfmetrics.getFont(style.fontName)
        baseline = self.height - font.face.ascent * style.fontSize / 1000
        for line in self._lines:
            runs = self._runs(line)
            free = self.width - self._points(runs)
            start = 0.0 if style.alignment == TA_RIGHT else free
            self._draw_line(runs, start, baseline)
            baseline -= style.leading

    def one_line_width(self) -> float:
        """Return how wide it is when it is not broken."""
        return max(
            (self._points(self._runs(_joined(words))) for words in self._paragraphs), default=0
        )

    def _draw_line(self, runs: Sequence[Shaped], start: float, baseline: float) -> None:
        canvas: Any = self.canv
        size = self.style.fontSize
        for run in runs:
            name = run.font.embedded(canvas._doc)
            code = [f"BT 1 0 0 1 {start:.3f} {baseline:.3f} Tm /{name.name} {size:g} Tf"]
            for up, glyphs in groupby(run.glyphs, key=lambda glyph: glyph.up):
                shown = "".join(
                    f"{-glyph.across:g} <{name.codes([glyph])}> "
                    f"{glyph.width - glyph.advance + glyph.across:g} "
                    for glyph in glyphs
                )
                code.append(f"{up * size / 1000:.3f} Ts [{shown}] TJ")
            canvas._code.append(" ".join([*code, "0 Ts ET"]))
            start += run.width * size / 1000

    def _filled(self, words: Sequence[Word], width: float) -> Iterator[Line]:
        """Yield ``words`` as lines, each as full as it can be."""
        line: list[Word] = []
        used = 0.0
        for word in words:
            *heads, rest = self._fitting(word, width)
            space = self._width(_joined([line[-1], rest])) - self._width(line[-1]) if line else 0.0
            if line and (heads or used + space > width):
                yield _joined(line)
                line, used = [], 0.0
            yield from heads
            used += space if line else self._width(rest)
            line.append(rest)
        yield _joined(line)

    def _fitting(self, word: Word, width: float) -> list[Word]:
        """Return a word that is wider than a line in parts that are not."""
        parts: list[Word] = []
        while len(word) > _LONGEST_WORD or (len(word) > 1 and self._width(word) > width):
            fits = range(2, min(len(word), _LONGEST_WORD) + 1)
            cut = word
            at = 1 + bisect_left(fits, True, key=lambda to: self._width(cut[:to]) > width)
            parts.append(word[:at])
            word = word[at:]
        return [*parts, word]

    def _width(self, line: Line) -> float:
        return self._points(self._runs(line))

    def _points(self, runs: Sequence[Shaped]) -> float:
        return sum(run.width for run in runs) * self.style.fontSize / 1000

    def _runs(self, line: Line) -> list[Shaped]:
        """Return a line's runs from left to right (rules L1 and L2 of the Unicode algorithm)."""
        pieces = [
            (level, glyph_font(font), "".join(one.letter for one in letters))
            for (level, font), letters in groupby(line, key=lambda one: (one.level, one.font))
        ]
        for level in range(max((level for level, _, _ in pieces), default=0), 0, -1):
            pieces = list(_reversed_from(pieces, level))
        return [
            font.shaped(letters, to_the_left=level % 2 == 1, language=self._language)
            for level, font, letters in pieces
        ]


def _reversed_from(pieces: list[Any], level: int) -> Iterator[Any]:
    for is_deep, some in groupby(pieces, key=lambda piece: piece[0] >= level):
        run = list(some)
        yield from reversed(run) if is_deep else run


def _joined(words: Sequence[Word]) -> Line:
    """Return words as a line; a space has the level of the shallower of its neighbours."""
    line: list[_Letter] = []
    for word in words:
        if line and word:
            level = min(line[-1].level, word[0].level)
            line.append(_Letter(" ", line[-1].font, level))
        line += word
    return tuple(line)


def _lettered(text: Text, style: ParagraphStyle, face: Typeface) -> Iterator[list[Word]]:
    """Yield each part between asked-for line breaks as its words."""
    is_bold = style.fontName == face.bold
    letters: list[tuple[str, str]] = []
    for run in (*text, Run("\n")):
        for place, part in enumerate(run.text.split("\n")):
            if place:
                yield _words(letters)
                letters = []
            letters += _in_fonts(part, face, bold=is_bold or run.bold)


def _in_fonts(part: str, face: Typeface, *, bold: bool) -> Iterator[tuple[str, str]]:
    for letter, font in in_fonts(printable(part, face, _JOINERS), face, _JOINERS):
        yield letter, bolder(font) if bold else font


def _words(letters: Sequence[tuple[str, str]]) -> list[Word]:
    levels = _levels("".join(letter for letter, _ in letters))
    placed = [_Letter(*letter, level) for letter, level in zip(letters, levels, strict=True)]
    groups = groupby(placed, key=lambda one: one.letter == " ")
    return [tuple(word) for is_space, word in groups if not is_space]


def _levels(letters: str) -> list[int]:
    """Return the level of each letter in a text that runs to the left (UAX #9, X to I)."""
    storage = bidi.get_empty_storage()
    storage["base_level"], storage["base_dir"] = 1, "R"
    shown = [at for at, letter in enumerate(letters) if letter not in _JOINERS]
    bidi.get_embedding_levels("".join(letters[at] for at in shown), storage)
    bidi.explicit_embed_and_overrides(storage)
    bidi.resolve_weak_types(storage)
    bidi.resolve_neutral_types(storage, False)
    bidi.resolve_implicit_levels(storage, False)
    found = dict(zip(shown, (each["level"] for each in storage["chars"]), strict=True))
    levels: list[int] = []
    for at in range(len(letters)):
        levels.append(found[at] if at in found else levels[-1] if levels else 1)
    return levels
