"""Closed periods read from a calendar file that another program made, whatever is in it.

The file is cut into its events first, so that an event that makes no sense costs itself alone; only
the lines that say when it is and what it is called are looked at. What repeats is worked out by
``recurring_ical_events``, within a budget (``repeating``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from icalendar import Event

from groupkit.documents.repeating import Budget, Unworkable, occurrences
from groupkit.domain import text
from groupkit.domain.closed import LONGEST_PERIOD, MOST_PERIODS
from groupkit.domain.dates import EARLIEST, LATEST, Period
from groupkit.domain.read_calendar import LeftOut, NamedPeriod, ReadCalendar
from groupkit.domain.refusal import CalendarEmpty, CalendarUnreadable, Field, Refused

MOST_BYTES: Final = 2_000_000
_MOST_LETTERS = 300_000
"""Of whole-day events that are looked at: three thousand of them, about half a second."""
_LONGEST_LINE, _LONGEST_RULE, _MOST_LINES = 4_000, 200, 200
_LONGEST_RAW_NAME = 1_000
_DAY = dt.timedelta(days=1)
_FOLD = re.compile(rb"(?:\r\n|\r|\n)[ \t]")
_WANTED = frozenset(
    {"UID", "SEQUENCE", "STATUS", "SUMMARY", "DTSTART", "DTEND", "DURATION"}
    | {"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
)
_REPEATS = ("RRULE", "RDATE", "RECURRENCE-ID")
_EIGHT_DIGITS = re.compile(r"\d{8}\Z", re.ASCII)


def read_calendar(data: bytes, first: dt.date, last: dt.date) -> ReadCalendar:
    """Return the whole days of a calendar file that touch the days from ``first`` to ``last``.

    Raises:
        Refused: CalendarUnreadable, CalendarEmpty.
    """
    if len(data) > MOST_BYTES:
        raise Refused(CalendarUnreadable(MOST_BYTES))
    lines = tuple(_lines(data))
    if not any(line.strip().upper() == "BEGIN:VCALENDAR" for line in lines):
        raise Refused(CalendarUnreadable())
    reading = _Reading(max(first, EARLIEST), min(last, LATEST))
    for event in _events(lines):
        reading.take(event)
    return reading.finished()


@dataclass(frozen=True)
class _RawEvent:
    """The wanted lines of one event, unfolded, by name."""

    lines: tuple[tuple[str, str], ...]

    def has(self, *names: str) -> bool:
        return any(name in names for name, _ in self.lines)

    def value(self, name: str) -> str:
        """Return what stands behind the last colon of the first line called ``name``."""
        return next((line.rpartition(":")[2].strip() for n, line in self.lines if n == name), "")

    @property
    def is_oversized(self) -> bool:
        return len(self.lines) > _MOST_LINES or any(
            len(line) > (_LONGEST_RULE if name == "RRULE" else _LONGEST_LINE)
            for name, line in self.lines
        )

    @property
    def letters(self) -> int:
        """How much there is to read."""
        return sum(len(line) for _, line in self.lines)

    def parsed(self) -> Any:
        """Return it as the library knows it; raises nearly anything when it makes no sense."""
        kept = [line for _, line in self.lines]
        event: Any = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *kept, "END:VEVENT", ""]))
        if event.errors:
            raise ValueError(event.errors[0])
        return event


class _Reading:
    """The periods found so far, and what was left out."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self._first, self._last = first, last
        self._periods: set[NamedPeriod] = set()
        self._left: Counter[LeftOut] = Counter()
        self._series: dict[str, list[Any]] = {}
        self._parsed = 0

    def take(self, raw: _RawEvent) -> None:
        """Look at one event: keep its days, put it by as a part of a series, or leave it out."""
        reason = self._at_a_glance(raw)
        if reason is None:
            self._parsed += raw.letters
            reason = self._look_at(raw)
        if reason is not None:
            self._left[reason] += 1

    def finished(self) -> ReadCalendar:
        """Return what was read.

        Raises:
            Refused: CalendarUnreadable, CalendarEmpty.
        """
        self._work_out_series()
        joined = _joined(self._periods)
        if len(joined) > MOST_PERIODS:
            self._left[LeftOut.TOO_MANY] += len(joined) - MOST_PERIODS
        reasons = tuple((reason, self._left[reason]) for reason in LeftOut if self._left[reason])
        if not joined:
            _refuse_nothing({reason for reason, _ in reasons})
        return ReadCalendar(joined[:MOST_PERIODS], reasons)

    def _at_a_glance(self, raw: _RawEvent) -> LeftOut | None:
        """Return why an event is left out that needs no closer look, None for the others."""
        starts = raw.value("DTSTART")
        if "T" in starts.upper():
            return LeftOut.TIMED
        if raw.is_oversized or not _EIGHT_DIGITS.fullmatch(starts):
            return LeftOut.UNREADABLE
        # One that began longer ago would be too long to be kept.
        oldest = max(self._first.toordinal() - LONGEST_PERIOD, 1)
        after = starts > _digits(self._last)
        before = starts < _digits(dt.date.fromordinal(oldest))
        if after or (before and not raw.has(*_REPEATS)):
            return LeftOut.OUTSIDE
        return LeftOut.TOO_MANY if self._parsed >= _MOST_LETTERS else None

    def _look_at(self, raw: _RawEvent) -> LeftOut | None:
        try:
            event = raw.parsed()
            if raw.has(*_REPEATS):
                # Each needs its own place where there is no id to tell which belong together.
                uid = str(event.get("UID", "")) or f"{len(self._series)}"
                self._series.setdefault(uid, []).append(event)
                return None
            return self._keep(event)
        except Exception:
            # What a hostile file can make the library raise is in no list.
            return LeftOut.UNREADABLE

    def _work_out_series(self) -> None:
        budget = Budget()
        for events in self._series.values():
            try:
                found = occurrences(events, self._first, self._last, budget)
                reasons = [self._keep(event) for event in found]
            except Unworkable:
                reasons = [LeftOut.UNREADABLE]
            if not reasons:
                self._left[LeftOut.OUTSIDE] += 1
            elif None not in reasons:
                self._left[reasons[0] or LeftOut.UNREADABLE] += 1

    def _keep(self, event: Any) -> LeftOut | None:
        """Keep the days of one occurrence; return why they were not kept, or None."""
        if str(event.get("STATUS", "")).strip().upper() == "CANCELLED":
            return LeftOut.CANCELLED
        begins, ends = event.start, event.end
        if isinstance(begins, dt.datetime) or isinstance(ends, dt.datetime):
            return LeftOut.TIMED
        # The end is the first day after it; programs that mean one day repeat the first.
        last = max(ends - _DAY, begins)
        if begins > self._last or last < self._first or begins < EARLIEST or last > LATEST:
            return LeftOut.OUTSIDE
        if (last - begins).days >= LONGEST_PERIOD:
            return LeftOut.TOO_LONG
        self._periods.add(NamedPeriod(Period(begins, last), _name(event)))
        return None


def _refuse_nothing(reasons: set[LeftOut]) -> None:
    if reasons <= {LeftOut.TIMED, LeftOut.CANCELLED}:
        raise Refused(CalendarEmpty())
    if reasons <= {LeftOut.TIMED, LeftOut.CANCELLED, LeftOut.UNREADABLE}:
        raise Refused(CalendarUnreadable())


def _joined(periods: Iterable[NamedPeriod]) -> tuple[NamedPeriod, ...]:
    """Return ``periods`` by first day; days of one name that touch become one period."""
    found: list[NamedPeriod] = []
    for named in sorted(periods, key=lambda each: (each.name, each.period.first, each.period.last)):
        before = found[-1] if found else None
        if before and before.name == named.name and _touch(before.period, named.period):
            last = max(before.period.last, named.period.last)
            found[-1] = replace(before, period=Period(before.period.first, last))
        else:
            found.append(named)
    return tuple(sorted(found, key=lambda each: (each.period.first, each.period.last, each.name)))


def _touch(one: Period, other: Period) -> bool:
    reach = max(one.last, other.last) - one.first
    return other.first <= one.last + _DAY and reach.days < LONGEST_PERIOD


def _name(event: Any) -> str:
    """Return what an event is called, as one clean line of at most 80 characters."""
    found = event.get("SUMMARY", "")
    named = str(found[0] if isinstance(found, list) else found)[:_LONGEST_RAW_NAME]
    clean = text.optional_line(named, Field.CLOSED_PERIOD, most=_LONGEST_RAW_NAME)
    # Once more: a cut can leave a blank or half a sign at the end.
    return text.optional_line(clean[: text.LONGEST_NAME], Field.CLOSED_PERIOD)


def _events(lines: Iterable[str]) -> Iterator[_RawEvent]:
    """Return the events with the lines that are wanted of them, not those of their alarms."""
    inside: list[str] = []
    kept: list[tuple[str, str]] = []
    for line in lines:
        name = re.split("[:;]", line, maxsplit=1)[0].strip().upper()
        if name == "BEGIN":
            inside.append(line.partition(":")[2].strip().upper())
            if inside[-1] == "VEVENT":
                inside, kept = ["VEVENT"], []
        elif name == "END" and inside:
            if inside.pop() == "VEVENT":
                yield _RawEvent(tuple(kept))
        elif name in _WANTED and inside == ["VEVENT"]:
            # Of a name no more than a line is kept in the end.
            kept.append((name, line.strip()[: _LONGEST_RAW_NAME if name == "SUMMARY" else None]))


def _lines(data: bytes) -> Iterator[str]:
    """Return the unfolded lines; UTF-8 is meant, and older programs' letters are understood."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    for line in _FOLD.sub(b"", data.removeprefix(b"\xef\xbb\xbf")).splitlines():
        try:
            yield line.decode()
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace")


def _digits(day: dt.date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"
