"""Names in a text, as Danes inflect and type them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from groupkit.domain.guards.finding import Finding, GuardKind, Named

_INFLECTED = r"(?:['’]?(?:es|s)|['’])?"
_BETWEEN = r"[\s\-]+"
_SHORTEST = 3
"""A shorter name is found only with its capital: 'Bo' and not 'bo'."""
_WORDS = """
april ask august bo dag dan dug eg fin fri frue glæde gro guld håb ja jul juli juni liv ly mai maj
mark may mor my nor nu ru september sjov sky sol sommer sten storm stær svale vinter å ø ål
"""
COMMON = frozenset(_WORDS.split())
"""Names that stand in notes as ordinary words; they are found only with a capital."""


def names_in(text: str, people: Sequence[Named]) -> Iterator[Finding]:
    """Yield each name of ``people`` in ``text``, inflected or not."""
    for person in people:
        for name in person.names:
            pattern = _pattern(unicodedata.normalize("NFC", " ".join(name.split())))
            if pattern is None:
                continue
            needs_capital = _needs_capital(name)
            for found in pattern.finditer(text):
                if needs_capital and not found[0][:1].isupper():
                    continue
                yield Finding(GuardKind.NAME, found.start(), found.end(), person.participant_id)


def _needs_capital(name: str) -> bool:
    plain = name.strip().casefold()
    return len(plain) < _SHORTEST or plain in COMMON


@lru_cache(maxsize=1_000)
def _pattern(name: str) -> re.Pattern[str] | None:
    parts = [part for part in re.split(_BETWEEN, name) if part]
    if not parts:
        return None
    whole = _BETWEEN.join(_letters(part) for part in parts)
    return re.compile(rf"(?<![\w@]){whole}{_INFLECTED}(?![\w@])", re.IGNORECASE)


_ACCENTS = {
    "e": "eéèëêę",
    "a": "aáàâäą",
    "o": "oóòôö",
    "u": "uúùûü",
    "i": "iíìîïı",
    "y": "yý",
    "c": "cçćč",
    "s": "sşśš",
    "l": "lł",
    "d": "dđ",
    "g": "gğ",
    "n": "nñń",
    "z": "zžźż",
}
_PLAIN = {accented: plain for plain, those in _ACCENTS.items() for accented in those}


_CUT = r"(?:-\n)?"
_SPELT = {
    **dict.fromkeys(("å", "aa"), f"(?:å|a{_CUT}a)"),
    **dict.fromkeys(("ø", "ö", "oe"), f"(?:[øö]|o{_CUT}e)"),
    **dict.fromkeys(("æ", "ä", "ae"), f"(?:[æä]|a{_CUT}e)"),
}
"""Danish letters as they are typed without a Danish keyboard."""

_DOT_ABOVE = "\u0307"
"""What is left of the Turkish İ in small letters."""


def _letters(word: str) -> str:
    """Return a pattern that takes accents and å/aa for each other, and a word cut by a line."""
    letters, at, low = [], 0, word.casefold().replace(_DOT_ABOVE, "")
    while at < len(low):
        spelt = next((each for each in _SPELT if low.startswith(each, at)), low[at])
        letters.append(_SPELT.get(spelt) or _accented(spelt))
        at += len(spelt)
    return _CUT.join(letters)


def _accented(letter: str) -> str:
    plain = _PLAIN.get(letter)
    return f"[{_ACCENTS[plain]}]" if plain else re.escape(letter)
