"""Words that somebody may have meant: all that one slip of the keys, or two common ones, make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

_CONFUSED: Final = (
    ("æ", "e"), ("ø", "o"), ("ø", "ö"), ("å", "aa"), ("å", "o"), ("æ", "ae"), ("ø", "oe"),
    ("nd", "n"), ("ld", "l"), ("hv", "v"), ("hj", "j"), ("gj", "g"), ("d", "t"), ("g", "k"),
    ("b", "p"), ("c", "k"), ("c", "s"), ("kk", "k"), ("sj", "ti"), ("ks", "x"), ("i", "y"),
    ("ene", "erne"), ("ere", "er"), ("re", "er"), ("ende", "ene"), ("ei", "ie"), ("ph", "f"),
    ("ance", "ence"), ("ible", "able"), ("our", "or"), ("ise", "ize"), ("s", "'s"),
)  # fmt: skip
_MOST_PLACES = 30
_SHORTEST_SECOND, _VERY_SHORT = 3, 2


def near_words(word: str, letters: str) -> Iterator[str]:
    """Yield words like ``word`` (in small letters), the likeliest slips first.

    ``letters`` are those to put in. Some words come more than once.
    """
    confused = list(_confusions(word))
    yield from confused
    yield from _swapped(word)
    yield from _put_in(word, letters)
    yield from _left_out(word)
    yield from _replaced(word, letters)
    for once in confused:
        yield from _confusions(once)


def parted(word: str, usual: Callable[[str], bool], known: Callable[[str], bool]) -> Iterator[str]:
    """Yield ``word`` as two ``usual`` words, or a very short one and a ``known`` one ('alot')."""
    for at in range(1, len(word) - _SHORTEST_SECOND + 1):
        first, second = word[:at], word[at:]
        if usual(first) and (usual(second) or (at <= _VERY_SHORT and known(second))):
            yield f"{first} {second}"


def in_case_of(word: str, near: str) -> str:
    """Return ``near`` in capitals, with a capital first, or as it is, like ``word``."""
    if word.isupper() and len(word) > 1:
        return near.upper()
    return near[:1].upper() + near[1:] if word[:1].isupper() else near


def _confusions(word: str) -> Iterator[str]:
    """Yield ``word`` with a letter doubled or single, and with spellings that sound alike."""
    for at in range(1, min(len(word), _MOST_PLACES)):
        if word[at] == word[at - 1]:
            yield word[:at] + word[at + 1 :]
    for at in range(1, min(len(word), _MOST_PLACES)):
        if word[at] not in "aeiouyæøå" and word[at] != word[at - 1]:
            yield word[: at + 1] + word[at:]
    for one, other in _CONFUSED:
        for sought, put in ((one, other), (other, one)):
            at = word.find(sought)
            while at >= 0:
                yield word[:at] + put + word[at + len(sought) :]
                at = word.find(sought, at + 1)


def _swapped(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _left_out(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _put_in(word: str, letters: str) -> Iterator[str]:
    for at in range(len(word), -1, -1):
        for letter in letters:
            yield word[:at] + letter + word[at:]


def _replaced(word: str, letters: str) -> Iterator[str]:
    for at in range(len(word) - 1, -1, -1):
        for letter in letters:
            yield word[:at] + letter + word[at + 1 :]
