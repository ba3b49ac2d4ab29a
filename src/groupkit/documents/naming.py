"""File names that every platform takes and that say no more than the title does."""

from __future__ import annotations

import re

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")
LONGEST = 80


def file_name(title: str) -> str:
    """Return a name ending in .pdf made of ``title``."""
    kept = re.sub(r"\s+", " ", _UNFIT.sub(" ", title)).strip(" .")[:LONGEST].strip(" .")
    if not kept or _RESERVED.fullmatch(kept):
        kept = f"_{kept}"
    return f"{kept}.pdf"
