"""Reads our PDFs back: what stands where, in which font, and what else the file holds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

Matrix = tuple[float, float, float, float, float, float]
_ONE: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Placed:
    """Letters set in one go, with their place on the page in points."""

    page: int
    text: str
    font: str
    size: float
    left: float
    right: float
    baseline: float


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text(pdf: bytes) -> str:
    """Return all text in its order, blanks and line ends made one blank."""
    pages = (page.extract_text() for page in reader(pdf).pages)
    return " ".join(" ".join(pages).split())


def page_texts(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader(pdf).pages]


def outline(pdf: bytes) -> list[str]:
    """Return the bookmarks' titles, whatever their depth."""

    def walk(entries: list[Any]) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield str(entry.title)

    return list(walk(reader(pdf).outline))


def everything(pdf: bytes) -> str:
    """Return every object of the file as text, the raw bytes, and the words on the pages."""
    read = reader(pdf)
    objects = [read.get_object(number) for number in range(1, int(read.trailer["/Size"]))]
    shown = [repr(found) for found in objects]
    return "\n".join([text(pdf), *outline(pdf), *shown, pdf.decode("latin-1")])


def fonts(pdf: bytes) -> dict[str, Any]:
    """Return the descriptors of all fonts that the pages name, by the font's name."""
    found = {}
    for page in reader(pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            found[font["/BaseFont"]] = inner.get("/FontDescriptor", {})
    return found


@dataclass(frozen=True)
class Element:
    """An element of the structure that a screen reader follows."""

    role: str
    spoken: str
    pages: tuple[int, ...]
    marks: tuple[int, ...]
    within: tuple[str, ...]


def structure(pdf: bytes) -> list[Element]:
    """Return the elements in their order of reading."""
    read = reader(pdf)
    numbers = {page.indirect_reference.idnum: at for at, page in enumerate(read.pages)}

    def walk(element: Any, within: tuple[str, ...]) -> Iterator[Element]:
        kids = [kid.get_object() for kid in element["/K"]]
        content = [kid for kid in kids if kid.get("/Type") == "/MCR"]
        role = str(element["/S"]).lstrip("/")
        yield Element(
            role,
            str(element.get("/ActualText", "")),
            tuple(numbers[kid.raw_get("/Pg").idnum] for kid in content),
            tuple(int(kid["/MCID"]) for kid in content),
            within,
        )
        for kid in kids:
            if kid.get("/Type") != "/MCR":
                yield from walk(kid, (*within, role))

    root = read.trailer["/Root"]["/StructTreeRoot"]
    return list(walk(root["/K"][0].get_object(), ()))


def placed(pdf: bytes) -> list[Placed]:
    """Return all letters with their places, measured by the widths that the file itself gives."""
    read = reader(pdf)
    return [
        one for number, page in enumerate(read.pages) for one in _Page(read, page, number).letters()
    ]


class _Page:
    """Follows the operators that our pages use."""

    def __init__(self, read: PdfReader, page: Any, number: int) -> None:
        self._operations = ContentStream(page.get_contents(), read).operations
        self._fonts = {name: _Font(font) for name, font in page["/Resources"]["/Font"].items()}
        self._number = number
        self._current: Matrix = _ONE
        self._saved: list[Matrix] = []
        self._line: Matrix = _ONE
        self._at: Matrix = _ONE
        self._word_space = 0.0
        self._leading = 0.0
        self._font: _Font | None = None
        self._size = 0.0

    def letters(self) -> Iterator[Placed]:
        for operands, operator in self._operations:
            name = operator.decode()
            if name == "Tj":
                yield self._placed(operands[0])
            elif name == "TJ":
                yield self._placed_apart(operands[0])
            else:
                self._follow(name, operands)

    def _follow(self, name: str, operands: list[Any]) -> None:
        if name == "q":
            self._saved.append(self._current)
        elif name == "Q":
            self._current = self._saved.pop()
        elif name == "cm":
            self._current = _times(_matrix(operands), self._current)
        elif name in ("BT", "Tm", "Td", "T*"):
            self._line = self._at = self._started(name, operands)
        elif name == "Tw":
            self._word_space = float(operands[0])
        elif name == "TL":
            self._leading = float(operands[0])
        elif name == "Tf":
            self._font, self._size = self._fonts[operands[0]], float(operands[1])
        else:
            assert name not in ("'", '"', "TD", "Tc", "Tz"), name

    def _started(self, name: str, operands: list[Any]) -> Matrix:
        """Return where the next line of letters starts."""
        if name == "BT":
            return _ONE
        if name == "Tm":
            return _matrix(operands)
        across, up = (0.0, -self._leading) if name == "T*" else map(float, operands)
        return _times((1, 0, 0, 1, across, up), self._line)

    def _placed_apart(self, shown: list[Any]) -> Placed:
        """Return letters that are moved together or apart one by one."""
        assert self._font is not None
        codes = b"".join(one.original_bytes for one in shown if hasattr(one, "original_bytes"))
        moved = sum(float(one) for one in shown if not hasattr(one, "original_bytes"))
        width = (self._font.width(codes) - moved) * self._size / 1000
        return self._shown(codes, width)

    def _placed(self, shown: Any) -> Placed:
        codes = shown.original_bytes
        assert self._font is not None
        width = self._font.width(codes) * self._size / 1000
        width += codes.count(b" ") * self._word_space
        return self._shown(codes, width)

    def _shown(self, codes: bytes, width: float) -> Placed:
        assert self._font is not None
        place = _times(self._at, self._current)
        self._at = _times((1, 0, 0, 1, width, 0), self._at)
        return Placed(
            self._number,
            self._font.text(codes),
            self._font.name,
            self._size,
            place[4],
            place[4] + width * place[0],
            place[5],
        )


class _Font:
    def __init__(self, font: Any) -> None:
        self.name = str(font["/BaseFont"]).lstrip("/")
        self._is_wide = font["/Subtype"] == "/Type0"
        self._widths = _widths_of(font)
        self._letters = _unicode_of(font["/ToUnicode"].get_data().decode("latin-1"))

    def width(self, codes: bytes) -> float:
        return sum(self._widths[code] for code in self._codes(codes))

    def text(self, codes: bytes) -> str:
        """Return the letters; a mark that joined the letter before it has none of its own."""
        return "".join(self._letters.get(code, "") for code in self._codes(codes))

    def _codes(self, codes: bytes) -> list[int]:
        if not self._is_wide:
            return list(codes)
        return [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]


def _widths_of(font: Any) -> dict[int, float]:
    if "/Widths" in font:
        return {code: float(width) for code, width in enumerate(font["/Widths"])}
    listed = font["/DescendantFonts"][0].get_object()["/W"]
    return {int(listed[at]): float(listed[at + 1][0]) for at in range(0, len(listed), 2)}


def _unicode_of(cmap: str) -> dict[int, str]:
    begun = " ".join(re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL))
    pairs = re.findall(r"<(\w+)> <(\w+)>", begun)
    return {int(code, 16): bytes.fromhex(char).decode("utf-16-be") for code, char in pairs}


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
