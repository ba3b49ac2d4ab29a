"""The shipped fonts of paper, and text made ready for them.

Andika, drawn for people who read with effort, stands on what women take home; Lato on what the
team uses. A letter that neither has comes from DejaVu Sans, and what no font has is shown by the
replacement mark, so that nothing disappears and no black box stands for it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from groupkit.documents.blocks import Run, Text
from groupkit.shipped import shipped

REPLACEMENT = "\ufffd"
_LAST_RESORT = "DejaVuSans"
_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


@dataclass(frozen=True)
class Typeface:
    """A family by its name, with the names of its fonts."""

    name: str

    @property
    def regular(self) -> str:
        return f"{self.name}-Regular"

    @property
    def bold(self) -> str:
        return f"{self.name}-Bold"


ANDIKA: Final = Typeface("Andika")
LATO: Final = Typeface("Lato")


@cache
def make_ready() -> None:
    """Read the shipped fonts; costs a tenth of a second the first time."""
    fonts = shipped("fonts")
    for face in (ANDIKA, LATO):
        names = [f"{face.name}-{style}" for style in _STYLES]
        for name in names:
            pdfmetrics.registerFont(TTFont(name, str(fonts / f"{name}.ttf")))
        pdfmetrics.registerFontFamily(face.regular, *names)
    pdfmetrics.registerFont(TTFont(_LAST_RESORT, str(fonts / f"{_LAST_RESORT}.ttf")))
    pdfmetrics.registerFontFamily(_LAST_RESORT, *([_LAST_RESORT] * 4))


def marked_up(words: str, face: Typeface) -> str:
    """Return ``words`` as a paragraph's markup: escaped, every letter in a font that has it."""
    parts = []
    for font, letters in groupby(_printable(words, face), lambda letter: _font_of(letter, face)):
        spelled = escape("".join(letters))
        parts.append(f'<font name="{font}">{spelled}</font>' if font else spelled)
    return "".join(parts)


def runs_marked_up(text: Text, face: Typeface) -> str:
    """Return runs as a paragraph's markup, with true bold and italic."""
    return "".join(_run(run, face) for run in text)


def width_of(words: str, font: str, size: float) -> float:
    """Return the width of ``words`` in points."""
    return float(pdfmetrics.stringWidth(words, font, size))


def fitting(words: str, face: Typeface, size: float, width: float) -> str:
    """Return ``words`` on one line of ``width`` points, cut with an ellipsis where too long."""
    clean = "".join("·" if _font_of(letter, face) else letter for letter in readable(words))
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


def _run(run: Run, face: Typeface) -> str:
    markup = "<br/>".join(marked_up(line, face) for line in run.text.split("\n"))
    if run.italic:
        markup = f"<i>{markup}</i>"
    return f"<b>{markup}</b>" if run.bold else markup


def readable(words: str) -> str:
    """Return ``words`` on one line without invisible letters; what is no letter is replaced."""
    shown = []
    for letter in unicodedata.normalize("NFC", words):
        kind = unicodedata.category(letter)
        if letter.isspace():
            shown.append("\u00a0" if letter in "\u00a0\u202f\u2007" else " ")
        elif kind in ("Cs", "Co", "Cn"):
            shown.append(REPLACEMENT)
        elif kind not in ("Cc", "Cf") and not 0xFE00 <= ord(letter) <= 0xFE0F:
            shown.append(letter)
    return "".join(shown)


def _printable(words: str, face: Typeface) -> str:
    """Return ``words`` with the replacement mark for each letter that no font has."""
    return "".join(
        letter if _has(face.regular, letter) or _has(_LAST_RESORT, letter) else REPLACEMENT
        for letter in readable(words)
    )


@lru_cache(maxsize=4096)
def _font_of(letter: str, face: Typeface) -> str:
    """Return the font to change to for ``letter``, '' when the typeface has it."""
    return "" if _has(face.regular, letter) else _LAST_RESORT


def _has(font: str, letter: str) -> bool:
    make_ready()
    face: Any = pdfmetrics.getFont(font)
    return ord(letter) in face.face.charToGlyph
