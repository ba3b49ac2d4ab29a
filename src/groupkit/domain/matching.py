"""Finding words in a text: case doesn't matter, accents do, and what stands around them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_QUERY = 200
_AROUND = 48
"""Characters of a text shown on either side of what was found in it."""


@dataclass(frozen=True)
class Snippet:
    """A piece of a text on one line: what stands before the words found, these, and the rest."""

    before: str
    found: str
    after: str


def folded(text: str) -> str:
    """Return ``text`` as it is compared: composed, without regard to case."""
    return unicodedata.normalize("NFC", text).casefold()


def snippet(text: str, words: Sequence[str]) -> Snippet:
    """Return the piece of ``text`` around the first place where one of the folded words stands.

    Raises:
        ValueError: none of them does.
    """
    line = " ".join(unicodedata.normalize("NFC", text).split())
    # One letter can fold to two, so each folded letter remembers which letter it is of.
    origins = [at for at, letter in enumerate(line) for _ in letter.casefold()]
    whole = line.casefold()
    places = [(place_of(word, whole), word) for word in words]
    at, word = min(place for place in places if place[0] >= 0)
    first, last = origins[at], origins[at + len(word) - 1] + 1
    start, end = _word_start(line, first - _AROUND, first), _word_end(line, last, last + _AROUND)
    before = ("… " if start else "") + line[start:first]
    after = line[last:end] + (" …" if end < len(line) else "")
    return Snippet(before, line[first:last], after)


def holds(whole: str, words: Sequence[str]) -> bool:
    """Return whether every one of the folded ``words`` stands in the folded text."""
    return all(place_of(word, whole) >= 0 for word in words)


def place_of(word: str, whole: str) -> int:
    """Return where ``word`` first stands in ``whole``, both folded, or -1.

    A number is not found inside a longer one: 7 is not in 2027.
    """
    at = whole.find(word)
    while word[0].isdecimal() and at > 0 and whole[at - 1].isdecimal():
        at = whole.find(word, at + 1)
    return at


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words searched for, each once, folded."""
    return tuple(dict.fromkeys(folded(typed[:LONGEST_QUERY]).split()))


def _word_start(line: str, wanted: int, latest: int) -> int:
    """Return where a word begins at or after ``wanted``, unless none does before ``latest``."""
    if wanted <= 0:
        return 0
    blank = line.find(" ", wanted - 1, latest)
    return blank + 1 if blank >= 0 else wanted


def _word_end(line: str, earliest: int, wanted: int) -> int:
    if wanted >= len(line):
        return len(line)
    blank = line.rfind(" ", earliest, wanted + 1)
    return blank if blank > earliest else wanted
