"""Fonts whose letters are shaped before they are drawn, and embedded glyph by glyph.

HarfBuzz says which glyphs a word becomes and cuts the font down to those that a document uses; the
library that makes our PDFs knows no glyphs, so that such a font is written here (ISO 32000-1,
9.7: a composite font with two-byte codes that are its glyphs' numbers).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from itertools import pairwise
from typing import Any
from weakref import WeakKeyDictionary

import uharfbuzz as harfbuzz
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from groupkit.documents.lettering import file_of

_SYMBOLIC = 4
_NOT_NEEDED = (b"GSUB", b"GPOS", b"GDEF", b"name", b"DSIG")
"""Tables that have done their work, and names that tell."""
_MOST_IN_A_LIST = 100
"""Entries of one list in a table to Unicode."""
_MOST_KEPT = 4_000
"""Words that a font remembers in their shape."""
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{lists}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


@dataclass(frozen=True)
class Glyph:
    """A glyph with its place, in thousandths of the size of the letters.

    ``letters`` are what it stands for; of several glyphs for one letter the first has it.
    """

    number: int
    letters: str
    advance: float
    across: float
    up: float
    width: float


@dataclass(frozen=True)
class Shaped:
    """Letters of one font in one direction as glyphs, from left to right."""

    font: GlyphFont
    glyphs: tuple[Glyph, ...]

    @property
    def width(self) -> float:
        """Its width in thousandths of the size of the letters."""
        return sum(glyph.advance for glyph in self.glyphs)


@cache
def glyph_font(name: str) -> GlyphFont:
    """Return a shipped font by the name of its file."""
    return GlyphFont(name)


class GlyphFont:
    """A font that HarfBuzz shapes."""

    def __init__(self, name: str) -> None:
        self.name = name
        blob = harfbuzz.Blob.from_file_path(str(file_of(name)))
        self.face = harfbuzz.Face(blob)
        self._font = harfbuzz.Font(self.face)
        self._shaped: dict[tuple[str, bool, str], Shaped] = {}
        self._embedded: WeakKeyDictionary[PDFDocument, Embedded] = WeakKeyDictionary()

    def shaped(self, letters: str, *, to_the_left: bool, language: str) -> Shaped:
        """Return ``letters`` as glyphs."""
        asked = (letters, to_the_left, language)
        if len(self._shaped) > _MOST_KEPT:
            self._shaped.clear()
        if asked not in self._shaped:
            self._shaped[asked] = Shaped(self, tuple(self._shape(*asked)))
        return self._shaped[asked]

    def thousandths(self, units: float) -> float:
        """Return units of the font in thousandths of a letter's size."""
        return units * 1000 / float(self.face.upem)

    def width_of(self, glyph: int) -> float:
        return self.thousandths(self._font.get_glyph_h_advance(glyph))

    @property
    def extents(self) -> Any:
        return self._font.get_font_extents("ltr")

    def embedded(self, document: PDFDocument) -> Embedded:
        """Return what becomes of the font in ``document``."""
        if document not in self._embedded:
            inside: Any = document
            self._embedded[document] = embedded = Embedded(self, f"G{len(inside.delayedFonts) + 1}")
            inside.delayedFonts.append(embedded)
        return self._embedded[document]

    def _shape(self, letters: str, to_the_left: bool, language: str) -> Iterator[Glyph]:
        buffer = harfbuzz.Buffer()
        buffer.add_str(letters)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if to_the_left else "ltr"
        buffer.language = language
        harfbuzz.shape(self._font, buffer, {})
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        told = _told(letters, [info.cluster for info in infos])
        for info, place, word in zip(infos, places, told, strict=True):
            yield Glyph(
                info.codepoint,
                word,
                self.thousandths(place.x_advance),
                self.thousandths(place.x_offset),
                self.thousandths(place.y_offset),
                self.width_of(info.codepoint),
            )


@dataclass(eq=False)
class Embedded:
    """A font in one document: the name that its pages call it by, and the glyphs they use."""

    font: GlyphFont
    name: str
    _used: dict[int, str] = field(default_factory=dict)

    def codes(self, glyphs: Sequence[Glyph]) -> str:
        """Return the glyphs as the codes of a page."""
        for glyph in glyphs:
            self._used[glyph.number] = self._used.get(glyph.number) or glyph.letters
        return "".join(f"{glyph.number:04X}" for glyph in glyphs)

    def addObjects(self, document: Any) -> None:  # noqa: N802 - reportlab's name
        """Write the font into the document, cut down to what was used."""
        numbers = sorted(self._used)
        base = PDFName(f"{_tag(numbers)}+{self.font.name}")
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "CIDToGIDMap": PDFName("Identity"),
                "DW": 0,
                "W": PDFArray(
                    [
                        part
                        for number in numbers
                        for part in (number, PDFArray([round(self.font.width_of(number), 2)]))
                    ]
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, base, numbers)),
            }
        )
        written = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": base,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(self._to_unicode(numbers))),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(written)

    def _descriptor(self, document: Any, base: Any, numbers: list[int]) -> PDFDictionary:
        font = self.font
        high, low = (
            font.thousandths(each) for each in (font.extents.ascender, font.extents.descender)
        )
        cut = _cut_down(font, numbers)
        file = _stream(cut)
        file.dictionary["Length1"] = len(cut)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([-500, round(low), 1500, round(high)]),
                "ItalicAngle": 0,
                "Ascent": round(high),
                "Descent": round(low),
                "CapHeight": round(high * 0.7),
                "StemV": 80,
                "FontFile2": document.Reference(file),
            }
        )

    def _to_unicode(self, numbers: list[int]) -> bytes:
        told = [(number, self._used[number]) for number in numbers]
        pairs = [
            f"<{number:04X}> <{word.encode('utf-16-be').hex().upper()}>"
            for number, word in told
            if word
        ]
        lists = []
        for at in range(0, len(pairs), _MOST_IN_A_LIST):
            some = pairs[at : at + _MOST_IN_A_LIST]
            lists += [f"{len(some)} beginbfchar", *some, "endbfchar"]
        return _CMAP.replace("{lists}", "\n".join(lists)).encode("ascii")


def _told(letters: str, clusters: Sequence[int]) -> list[str]:
    """Return which letters each glyph stands for, given where its cluster starts."""
    starts = sorted({*clusters, len(letters)})
    ends = dict(pairwise(starts))
    told: dict[int, str] = {}
    for at, cluster in enumerate(clusters):
        if cluster not in clusters[:at]:
            told[at] = letters[cluster : ends[cluster]]
    return [told.get(at, "") for at in range(len(clusters))]


def _tag(numbers: list[int]) -> str:
    """Return the six letters that tell this part of a font from others."""
    digest = sha256(repr(numbers).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _cut_down(font: GlyphFont, numbers: list[int]) -> bytes:
    asked: Any = harfbuzz.SubsetInput()
    asked.flags = harfbuzz.SubsetFlags.RETAIN_GIDS
    asked.glyph_set.update(numbers)
    asked.drop_table_tag_set.update(int.from_bytes(table, "big") for table in _NOT_NEEDED)
    cut: bytes = harfbuzz.subset(font.face, asked).blob.data
    return cut


def _stream(content: bytes) -> Any:
    stream: Any = PDFStream(content=content)
    stream.filters = [PDFZCompress]
    return stream
