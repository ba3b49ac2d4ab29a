"""What was left out of a calendar file, in words."""

from __future__ import annotations

from groupkit.domain.closed import LONGEST_PERIOD, MOST_PERIODS
from groupkit.domain.read_calendar import LeftOut, ReadCalendar
from groupkit.language.language import Language


def left_out_said(read: ReadCalendar, language: Language) -> str:
    """Return in sentences what of a calendar file became no closed period, '' when all did."""
    return " ".join(_said(reason, number, language) for reason, number in read.reasons)


def _said(reason: LeftOut, number: int, language: Language) -> str:
    count = language.count
    said = {
        LeftOut.TIMED: count(
            "{n} event with a clock time was left out.",
            "{n} events with a clock time were left out.",
            number,
        ),
        LeftOut.CANCELLED: count(
            "{n} cancelled event was left out.", "{n} cancelled events were left out.", number
        ),
        LeftOut.OUTSIDE: count(
            "{n} event is in other years.", "{n} events are in other years.", number
        ),
        LeftOut.TOO_LONG: count(
            "{n} event is longer than {days} days.",
            "{n} events are longer than {days} days.",
            number,
            days=LONGEST_PERIOD,
        ),
        LeftOut.UNREADABLE: count(
            "{n} event could not be read.", "{n} events could not be read.", number
        ),
        LeftOut.TOO_MANY: count(
            "{n} more was left out: there is room for {most}.",
            "{n} more were left out: there is room for {most}.",
            number,
            most=MOST_PERIODS,
        ),
    }
    return said[reason]
