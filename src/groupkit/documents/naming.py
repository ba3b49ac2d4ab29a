"""File names that every platform takes and that say no more than the title does."""

from __future__ import annotations

import re
import unicodedata

LONGEST, LONGEST_BYTES = 80, 240
PDF = ".pdf"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.I)
_NAMELESS = "1"


def file_name(title: str, suffix: str = PDF) -> str:
    """Return ``title`` as a file name ending in ``suffix`` that Windows, macOS and Linux take.

    At most 80 characters and 240 bytes long; without forbidden characters, reserved names,
    leading dots or trailing blanks.
    """
    stem = unicodedata.normalize("NFC", title)
    stem = "".join(char for char in stem if char.isspace() or unicodedata.category(char)[0] != "C")
    stem = " ".join(_FORBIDDEN.sub(" ", stem).split()).strip(". ")
    stem = _shortened(stem, suffix).rstrip(". ") or _NAMELESS
    if _RESERVED.fullmatch(stem.split(".")[0].strip()):
        stem = f"_{stem}"
    return stem + suffix


def _shortened(stem: str, suffix: str) -> str:
    stem = stem[: LONGEST - len(suffix) - 1]
    return stem.encode()[: LONGEST_BYTES - len(suffix)].decode(errors="ignore")
