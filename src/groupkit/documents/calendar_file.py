"""A calendar file that anyone may see: numbered meetings, and nothing of what or where they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from groupkit.domain.session import Session
from groupkit.language import Language

_ZONE = "Europe/Copenhagen"
_STAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The format asks for a time of making; a fixed one keeps the same plan the same bytes."""


def calendar_file(sessions: Iterable[Session], language: str) -> bytes:
    """Return an iCalendar file of ``sessions`` in Danish time.

    An event's id is its session's, so that a calendar that reads a changed plan moves the event.
    """
    in_order = sorted(sessions, key=lambda session: (session.day, session.starts, session.number))
    calendar = Calendar()
    calendar.add("prodid", "-//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add_component(_danish_time())
    for session in in_order:
        calendar.add_component(_event(session, Language(language)))
    written: bytes = calendar.to_ical()
    return written


def _danish_time() -> Timezone:
    """Return Danish time by its rule: summer time between the last Sundays of March and October."""
    zone = Timezone()
    zone.add("tzid", _ZONE)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    _change(summer, "CEST", dt.datetime(1996, 3, 31, 2), 3, hours_before=1, hours_after=2)  # noqa: DTZ001
    _change(winter, "CET", dt.datetime(1996, 10, 27, 3), 10, hours_before=2, hours_after=1)  # noqa: DTZ001
    zone.add_component(summer)
    zone.add_component(winter)
    return zone


def _change(
    season: TimezoneDaylight | TimezoneStandard,
    name: str,
    first: dt.datetime,
    month: int,
    *,
    hours_before: int,
    hours_after: int,
) -> None:
    season.add("dtstart", first)
    season.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    season.add("tzname", name)
    season.add("tzoffsetfrom", dt.timedelta(hours=hours_before))
    season.add("tzoffsetto", dt.timedelta(hours=hours_after))


def _event(session: Session, language: Language) -> Event:
    starts = dt.datetime.combine(session.day, session.starts)
    ends = starts + dt.timedelta(minutes=session.minutes)
    zone = ZoneInfo(_ZONE)
    event = Event()
    event.add("uid", str(session.id))
    event.add("dtstamp", _STAMP)
    event.add("dtstart", starts.replace(tzinfo=zone))
    event.add("dtend", ends.replace(tzinfo=zone))
    event.add("summary", language.say("Meeting {number}", number=session.number))
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    return event
