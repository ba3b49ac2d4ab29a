"""A title of one's own for calendars that others see."""

from __future__ import annotations

from collections.abc import Iterable

from groupkit.domain import text
from groupkit.domain.discretion import telling_words
from groupkit.domain.refusal import Field, Refused, TitleTells

LONGEST_TITLE = 40
_LEAST_LETTERS = 4
"""Shorter words of a house's name ('i', 'for', 'hus') are in many a title."""


def neutral_title(typed: str, stems: Iterable[str], house: str) -> str:
    """Return ``typed`` as a title when it tells nothing; '' stands for the usual one.

    ``stems`` are those of telling words. Each word of the house's name counts as one.

    Raises:
        Refused: TextTooLong, TitleTells.
    """
    title = text.optional_line(typed, Field.CALENDAR_TITLE, most=LONGEST_TITLE)
    names = [word for word in telling_words(house, ("",)) if len(word) >= _LEAST_LETTERS]
    for word in telling_words(title, (*stems, *names)):
        raise Refused(TitleTells(word))
    # A house may be called by a number or a short word alone.
    if house.casefold() in title.casefold():
        raise Refused(TitleTells(house))
    return title
