"""The parts of a PNG or JPEG file that make up its picture, and nothing else of the file.

Walked through before any decoder sees it, so that a file that promises millions of pixels or holds
millions of parts costs nothing. What is kept beside the pixels is what they need to be read right:
the colour profile, which way is up, and the marks of their encoding.
"""

from __future__ import annotations

import struct
from typing import Final

from groupkit.documents.picture_trouble import trouble
from groupkit.domain.refusal import PictureFault

MOST_PIXELS_READ = 40_000_000
_LONGEST_SIDE = 20_000
_MOST_PARTS = 20_000
_MOST_SCANNED_PIXELS = 500_000_000
"""Pixels times passes over them; a progressive photograph has about ten passes."""
_MOST_BESIDE = 2_000_000
"""Bytes of a colour profile or of what a camera wrote."""

_KEPT_CHUNKS: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"iCCP", b"eXIf"})
_MOVING_CHUNKS: Final = frozenset({b"acTL", b"fcTL", b"fdAT"})
_PNG_HEAD = 8

_START_OF_SCAN, _FILL = 0xDA, 0xFF
_SIZES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TABLES: Final = frozenset({0xC4, 0xCC, 0xDB, 0xDD})
_STANDALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_OURS: Final = frozenset({0xE0, 0xDB, 0xC0, 0xC4})
"""The header, tables of quantisation, a baseline frame, tables of codes."""
_END_OF_PICTURE: Final = b"\xff\xd9"
_SAID_BESIDE: Final = {
    0xE0: b"JFIF\0",
    0xE1: b"Exif\0",
    0xE2: b"ICC_PROFILE\0",
    0xEE: b"Adobe",
}


def pictorial_png(data: bytes) -> bytes:
    """Return a PNG without what is not of its picture.

    Raises:
        Refused: PictureTrouble (BROKEN, MOVES, TOO_MANY_PIXELS).
    """
    kept = [data[:_PNG_HEAD]]
    at = _PNG_HEAD
    for number in range(_MOST_PARTS):
        if at + 12 > len(data):
            raise trouble(PictureFault.BROKEN)
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data) or (number == 0) != (kind == b"IHDR"):
            raise trouble(PictureFault.BROKEN)
        if kind == b"IHDR":
            _check_size(*struct.unpack_from(">II", data.ljust(at + 16, b"\0"), at + 8))
        if kind in _MOVING_CHUNKS:
            raise trouble(PictureFault.MOVES)
        if kind in _KEPT_CHUNKS and (kind in (b"IDAT", b"PLTE") or length <= _MOST_BESIDE):
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    raise trouble(PictureFault.BROKEN)


def pictorial_jpeg(data: bytes) -> bytes:
    """Return a JPEG without what is not of its picture.

    Raises:
        Refused: PictureTrouble (BROKEN, TOO_MANY_PIXELS, TOO_INTRICATE).
    """
    kept, at, pixels = [data[:2]], 2, 0
    for _ in range(_MOST_PARTS):
        if at + 4 > len(data) or data[at] != 0xFF:
            raise trouble(PictureFault.BROKEN)
        marker = data[at + 1]
        if marker in _STANDALONE or marker == _FILL:
            at += 1 if marker == _FILL else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data) or end < at + 4:
            raise trouble(PictureFault.BROKEN)
        if marker == _START_OF_SCAN:
            _check_scans(data, at, pixels)
            return b"".join(kept) + data[at:]
        if marker in _SIZES:
            pixels = _pixels_of(data, at, end)
        if marker in _SIZES or marker in _TABLES or _belongs(data, at, end):
            kept.append(data[at:end])
        at = end
    raise trouble(PictureFault.BROKEN)


def is_bare_jpeg(data: bytes) -> bool:
    """Return whether a JPEG consists of nothing but what a baseline photograph needs.

    Raises:
        Refused: PictureTrouble, where :func:`pictorial_jpeg` does.
    """
    if not data.startswith(b"\xff\xd8\xff") or pictorial_jpeg(data) != data:
        return False
    at = 2
    while data[at + 1] != _START_OF_SCAN:
        if data[at + 1] not in _OURS:
            return False
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    # In a scan 0xFF is followed by 0, by a restart, or by what ends it.
    return data.find(_END_OF_PICTURE, at) == len(data) - 2 and data.find(b"\xff\xda", at + 2) < 0


def _belongs(data: bytes, at: int, end: int) -> bool:
    said = _SAID_BESIDE.get(data[at + 1])
    return said is not None and data.startswith(said, at + 4, end)


def _pixels_of(data: bytes, at: int, end: int) -> int:
    if end < at + 9:
        raise trouble(PictureFault.BROKEN)
    height, width = struct.unpack_from(">HH", data, at + 5)
    _check_size(width, height)
    return int(width * height)


def _check_scans(data: bytes, at: int, pixels: int) -> None:
    """Refuse a photograph without a size, and one that is gone over again and again."""
    if not pixels:
        raise trouble(PictureFault.BROKEN)
    if (len(data[at:].split(b"\xff\xda")) - 1) * pixels > _MOST_SCANNED_PIXELS:
        raise trouble(PictureFault.TOO_INTRICATE)


def _check_size(width: int, height: int) -> None:
    if not width or not height:
        raise trouble(PictureFault.BROKEN)
    if max(width, height) > _LONGEST_SIDE or width * height > MOST_PIXELS_READ:
        raise trouble(PictureFault.TOO_MANY_PIXELS, MOST_PIXELS_READ)
