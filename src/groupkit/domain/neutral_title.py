"""A title of one's own for calendars that others see."""

from __future__ import annotations

import re
from collections.abc import Iterable

from groupkit.domain import text
from groupkit.domain.discretion import telling_words
from groupkit.domain.refusal import Field, Refused, TitleTells

LONGEST_TITLE = 40
_LEAST_LETTERS = 4
"""Shorter words of a house's name count only as whole words, and when they are names themselves."""
_NAME = re.compile(r"[^\W\d_]+")


def neutral_title(typed: str, stems: Iterable[str], house: str) -> str:
    """Return ``typed`` as a title when it tells nothing; '' stands for the usual one.

    ``stems`` are those of telling words. Each word of the house's name counts as one.

    Raises:
        Refused: TextTooLong, TitleTells.
    """
    title = text.optional_line(typed, Field.CALENDAR_TITLE, most=LONGEST_TITLE)
    names = _NAME.findall(house)
    for word in telling_words(title, (*stems, *(n for n in names if len(n) >= _LEAST_LETTERS))):
        raise Refused(TitleTells(word))
    short = {name.casefold() for name in names if name[:1].isupper()}
    for word in _NAME.findall(title):
        if word.casefold() in short:
            raise Refused(TitleTells(word))
    # A house may be called by a number.
    if house.casefold() in title.casefold():
        raise Refused(TitleTells(house))
    return title
