"""The shipped fonts of paper, and text made ready for them.

Andika, drawn for people who read with effort, stands on what women take home, in Latin and Cyrillic
letters; Lato on what the team uses; Noto on what is written in Arabic or Ethiopic letters. A letter
that a typeface lacks comes from Andika or DejaVu Sans, and what no font has is shown by the
replacement mark, so that nothing disappears and no black box stands for it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from groupkit.documents.blocks import Run, Text
from groupkit.shipped import shipped

REPLACEMENT = "\ufffd"
SOFT_HYPHEN = "\u00ad"
_LAST_RESORT = "DejaVuSans"
_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


@dataclass(frozen=True)
class Typeface:
    """A family by its name, with the names of its fonts.

    ``others`` are asked in turn for a letter that it lacks. ``upright_only``: it has no italic.
    ``to_the_left``: its letters run from right to left and join, so that they must be shaped.
    ``leading`` is the height of a line of text that its letters need, in sizes; ``growth`` makes
    them as large to the eye as Andika's.
    """

    name: str
    others: tuple[str, ...] = (f"{_LAST_RESORT}-Regular",)
    upright_only: bool = False
    to_the_left: bool = False
    leading: float = 1.4
    growth: float = 1

    @property
    def regular(self) -> str:
        return f"{self.name}-Regular"

    @property
    def bold(self) -> str:
        return f"{self.name}-Bold"

    @property
    def latin(self) -> Typeface:
        """The typeface of numbers that are drawn alone, and of the foot of a page."""
        return self if self in (ANDIKA, LATO) else ANDIKA


_ANDIKA_FIRST = ("Andika-Regular", f"{_LAST_RESORT}-Regular")
ANDIKA: Final = Typeface("Andika")
LATO: Final = Typeface("Lato")
ARABIC: Final = Typeface("NotoNaskhArabic", _ANDIKA_FIRST, True, True, 1.6, 1.12)
ETHIOPIC: Final = Typeface("NotoSansEthiopic", _ANDIKA_FIRST, True, leading=1.5)
_OF_LANGUAGE: Final = {"ar": ARABIC, "fa": ARABIC, "ti": ETHIOPIC}


def at_home(language: str) -> Typeface:
    """Return the typeface of sheets to take home in ``language``."""
    return _OF_LANGUAGE.get(language, ANDIKA)


@cache
def make_ready() -> None:
    """Read the shipped fonts; costs a tenth of a second the first time."""
    for face in (ANDIKA, LATO):
        _register(face)
    last = f"{_LAST_RESORT}-Regular"
    pdfmetrics.registerFont(TTFont(last, str(shipped("fonts") / f"{_LAST_RESORT}.ttf")))
    pdfmetrics.registerFontFamily(last, *([last] * 4))


@cache
def make_face_ready(face: Typeface) -> None:
    """Read the fonts of one typeface, and those that help it out."""
    make_ready()
    if face not in (ANDIKA, LATO):
        _register(face)


def _register(face: Typeface) -> None:
    styles = _STYLES[:2] * 2 if face.upright_only else _STYLES
    names = [f"{face.name}-{style}" for style in styles]
    for name in dict.fromkeys(names):
        pdfmetrics.registerFont(TTFont(name, str(shipped("fonts") / f"{name}.ttf")))
    pdfmetrics.registerFontFamily(face.regular, *names)


def marked_up(words: str, face: Typeface, *, bold: bool = False) -> str:
    """Return ``words`` as a paragraph's markup: escaped, every letter in a font that has it.

    A soft hyphen stays, for the line to be parted there. ``bold`` is the weight of what stands
    around, which letters of another font take, too.
    """
    parts = []
    for font, letters in groupby(in_fonts(printable(words, face), face), lambda pair: pair[1]):
        spelled = escape("".join(letter for letter, _ in letters))
        name = bolder(font) if bold else font
        own = font == face.regular
        parts.append(spelled if own else f'<font name="{name}">{spelled}</font>')
    return "".join(parts)


def runs_marked_up(text: Text, face: Typeface, *, bold: bool = False) -> str:
    """Return runs as a paragraph's markup, with true bold and italic."""
    return "".join(_run(run, face, bold or run.bold) for run in text)


def width_of(words: str, font: str, size: float) -> float:
    """Return the width of ``words`` in points."""
    return float(pdfmetrics.stringWidth(words, font, size))


def fitting(words: str, face: Typeface, size: float, width: float) -> str:
    """Return ``words`` on one line of ``width`` points, cut with an ellipsis where too long."""
    clean = "".join(letter if _has(face.regular, letter) else "·" for letter in readable(words))
    if width_of(clean, face.regular, size) <= width:
        return clean
    low, high = 0, len(clean)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(clean[:middle] + "…", face.regular, size) <= width:
            low = middle
        else:
            high = middle - 1
    return clean[:low].rstrip() + "…"


def _run(run: Run, face: Typeface, bold: bool) -> str:
    markup = "<br/>".join(marked_up(line, face, bold=bold) for line in run.text.split("\n"))
    if run.italic:
        markup = f"<i>{markup}</i>"
    return f"<b>{markup}</b>" if run.bold else markup


def readable(words: str, kept: str = "") -> str:
    """Return ``words`` on one line without invisible letters; what is no letter is replaced.

    ``kept`` are invisible letters that stay.
    """
    shown = []
    for letter in unicodedata.normalize("NFC", words):
        kind = unicodedata.category(letter)
        if letter.isspace():
            shown.append("\u00a0" if letter in "\u00a0\u202f\u2007" else " ")
        elif letter in kept:
            shown.append(letter)
        elif kind in ("Cs", "Co", "Cn"):
            shown.append(REPLACEMENT)
        elif kind not in ("Cc", "Cf") and not 0xFE00 <= ord(letter) <= 0xFE0F:
            shown.append(letter)
    return "".join(shown)


def printable(words: str, face: Typeface, kept: str = SOFT_HYPHEN) -> str:
    """Return ``words`` with the replacement mark for each letter that no font has."""
    return "".join(
        letter if letter in kept or font_of(letter, face) else REPLACEMENT
        for letter in readable(words, kept)
    )


@lru_cache(maxsize=4096)
def font_of(letter: str, face: Typeface) -> str:
    """Return the regular font that ``letter`` comes from, '' when none has it."""
    make_face_ready(face)
    if letter == SOFT_HYPHEN:
        return face.regular
    return next((font for font in (face.regular, *face.others) if _has(font, letter)), "")


def in_fonts(words: str, face: Typeface, joined: str = "") -> Iterator[tuple[str, str]]:
    """Yield each letter with its font; blanks and ``joined`` letters take that before them."""
    font = face.regular
    for letter in words:
        if letter != " " and letter not in joined:
            font = font_of(letter, face)
        yield letter, font


def bolder(font: str) -> str:
    """Return the bold of a regular font; the last resort has none."""
    return font if font.startswith(_LAST_RESORT) else font.replace("Regular", "Bold")


def file_of(font: str) -> Path:
    """Return the file of a font by its name."""
    stem = _LAST_RESORT if font.startswith(_LAST_RESORT) else font
    return Path(str(shipped("fonts", f"{stem}.ttf")))


def _has(font: str, letter: str) -> bool:
    make_ready()
    face: Any = pdfmetrics.getFont(font)
    return ord(letter) in face.face.charToGlyph
