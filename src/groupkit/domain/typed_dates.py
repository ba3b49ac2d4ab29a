"""Dates as people type them: 18.1, 18/1, 18-1-27, 18. jan. 2027, man. 18. januar, 2027-01-18."""

from __future__ import annotations

import datetime as dt
import re

_NUMBERS = re.compile(r"(\d{1,2})\s*[.\-/ ]\s*(\d{1,2})(?:\s*[.\-/ ]\s*(\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(?:den\s+)?(\d{1,2})\.?\s*([^\W\d]{3,})\.?\s*(\d{4}|\d{2})?"
)
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip


def read_typed(typed: str, near: dt.date) -> dt.date | None:
    """Return the date that ``typed`` means, None when it means none.

    Day comes before month. Without a year the date next to ``near`` is meant; two figures are of
    this century.
    """
    text = " ".join(typed.casefold().split())
    if found := _ISO.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(text):
        return _near(int(found[1]), int(found[2]), found[3], near)
    if found := _WORDS.fullmatch(text):
        month = _MONTHS.get(found[2][:3])
        return _near(int(found[1]), month, found[3], near) if month else None
    return None


def _near(day: int, month: int, year: str | None, near: dt.date) -> dt.date | None:
    if year is not None:
        number = int(year)
        return _date(number if number > 99 else 2000 + number, month, day)
    years = (near.year - 1, near.year, near.year + 1)
    dates = [found for number in years if (found := _date(number, month, day))]
    return min(dates, key=lambda each: abs(each - near), default=None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
