"""Where a word may be parted at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from pyphen import Pyphen

_DICTIONARIES: Final = {"da": "da_DK", "en": "en_GB", "uk": "uk_UA"}
_LEAST_BEFORE, _LEAST_AFTER = 4, 4
"""Letters on either side of a hyphen; who reads with effort is not helped by fewer."""


@cache
def parting(language: str) -> Any:
    """Return a function from a word to its ways to be parted in two, the longest beginning first.

    '' for a language whose words are not parted, as reportlab wants it.
    """
    name = _DICTIONARIES.get(language)
    if name is None:
        return ""
    dictionary = Pyphen(lang=name, left=_LEAST_BEFORE, right=_LEAST_AFTER)

    def parted(word: str) -> Iterator[tuple[str, str]]:
        # A name or an abbreviation in capitals is no word of the dictionary.
        return iter(()) if word.isupper() else dictionary.iterate(word)

    return parted
