"""What letters a pack may hold: those that a text on paper has, and nothing that leads out."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LINE_ENDS: Final = frozenset("\n\t")
_JOINING: Final = frozenset("\u00ad\u200c\u200d\u200e\u200f")
"""Soft hyphen, and what Persian and Arabic need between letters."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_OUTSIDE: Final = re.compile(r"://|<\s*/?\s*script|(?:java|vb)script\s*:|data\s*:\s*text/", re.I)


def has_only_letters(text: str, *, lines: bool = False) -> bool:
    """Return whether ``text`` is composed (NFC) and shows all that it holds."""
    allowed = _JOINING | _LINE_ENDS if lines else _JOINING
    return unicodedata.is_normalized("NFC", text) and not any(
        unicodedata.category(letter) in _UNSEEN and letter not in allowed for letter in set(text)
    )


def leads_outside(text: str) -> bool:
    """Return whether ``text`` holds a web address or a script."""
    return _OUTSIDE.search(text) is not None


def composed(text: str) -> str:
    """Return ``text`` as packs hold it: composed, with one kind of line end."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
