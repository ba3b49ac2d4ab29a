"""Words and dates in one language.

English source texts are the keys; the Danish stands in ``resources/catalogues/da.po``, compiled
beside it. Extraction finds the first argument of ``say``, ``count`` and ``pick``.
"""

from __future__ import annotations

import datetime as dt
import gettext
from dataclasses import dataclass
from functools import cache
from typing import Final

from groupkit.shipped import shipped

DANISH: Final = "da"
ENGLISH: Final = "en"
LANGUAGES: Final = (DANISH, ENGLISH)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    if code == ENGLISH:
        return gettext.NullTranslations()
    with shipped("catalogues", f"{code}.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled)


@dataclass(frozen=True)
class Language:
    """One of the two languages of screen and paper; ``code`` is 'da' or 'en'."""

    code: str = DANISH

    def __post_init__(self) -> None:
        if self.code not in LANGUAGES:
            raise ValueError("unknown language")

    def say(self, message: str, **facts: object) -> str:
        """Return ``message`` in this language with its ``{names}`` filled from ``facts``."""
        said = _catalogue(self.code).gettext(message)
        return said.format(**facts) if facts else said

    def count(self, one: str, many: str, n: int, **facts: object) -> str:
        """Return the form for ``n`` things; ``{n}`` is filled in."""
        return _catalogue(self.code).ngettext(one, many, n).format(n=n, **facts)

    def pick(self, context: str, message: str) -> str:
        """Return ``message`` as meant in ``context``."""
        return _catalogue(self.code).pgettext(context, message)

    def date_long(self, day: dt.date) -> str:
        """Return 'onsdag den 13. januar 2027' or 'Wednesday 13 January 2027'."""
        pattern = "EEEE 'den' d. MMMM y" if self.code == DANISH else "EEEE d MMMM y"
        return self._date(day, pattern)

    def start(self, text: str) -> str:
        """Return ``text`` as it stands at the start of a line; Danish week days are lower case."""
        return text[:1].upper() + text[1:]

    def date_short(self, day: dt.date) -> str:
        """Return '13. jan. 2027' or '13 Jan 2027'."""
        return self._date(day, "d. MMM y" if self.code == DANISH else "d MMM y")

    def date_day(self, day: dt.date) -> str:
        """Return 'ons. 13. jan.' or 'Wed 13 Jan'."""
        return self._date(day, "EEE d. MMM" if self.code == DANISH else "EEE d MMM")

    def date_tiny(self, day: dt.date) -> str:
        """Return '13.1.' or '13/1'."""
        return self._date(day, "d.M." if self.code == DANISH else "d/M")

    def weekday(self, day: dt.date) -> str:
        """Return 'onsdag' or 'Wednesday'."""
        return self._date(day, "EEEE")

    def month(self, day: dt.date) -> str:
        """Return the month of ``day`` with its year: 'Marts 2027', 'March 2027'."""
        return self.start(self._date(day, "LLLL y"))

    def weekdays_plural(self, day: dt.date) -> str:
        """Return 'onsdage' or 'Wednesdays'."""
        return self.weekday(day) + ("e" if self.code == DANISH else "s")

    def week(self, day: dt.date) -> str:
        """Return 'uge 2' or 'week 2' by ISO week number."""
        return self.say("week {week}", week=day.isocalendar().week)

    def time(self, clock: dt.time) -> str:
        """Return '17.00' (Danish writes a dot) or '17:00'."""
        return f"{clock.hour:02d}{'.' if self.code == DANISH else ':'}{clock.minute:02d}"

    def span(self, starts: dt.time, ends: dt.time) -> str:
        """Return '17.00–19.00' or '17:00–19:00'."""
        return f"{self.time(starts)}–{self.time(ends)}"

    def hours(self, starts: dt.time, ends: dt.time) -> str:
        """Return '17–19' where Danish leaves out the minutes of whole hours, or as ``span``."""
        if self.code == DANISH and not starts.minute and not ends.minute:
            return f"{starts.hour}–{ends.hour or 24}"
        return self.span(starts, ends)

    def date_and_month(self, day: dt.date) -> str:
        """Return '13. januar' or '13 January'."""
        return self._date(day, "d. MMMM" if self.code == DANISH else "d MMMM")

    def listed(self, names: tuple[str, ...] | list[str]) -> str:
        """Return 'A, B og C' or 'A, B and C'."""
        from babel.lists import format_list

        return format_list(list(names), locale=self._locale) if names else ""

    def percent(self, share: float) -> str:
        """Return '75 %' or '75%'."""
        # Halves go up, as by hand; round() would send 1 of 8 down and 3 of 8 up.
        whole = int(share * 100 + 0.5)
        return f"{whole} %" if self.code == DANISH else f"{whole}%"

    @property
    def _locale(self) -> str:
        return "da" if self.code == DANISH else "en_GB"

    def _date(self, day: dt.date, pattern: str) -> str:
        # Imported late: the unlock window shows no date.
        from babel.dates import format_date

        return format_date(day, pattern, locale=self._locale)
