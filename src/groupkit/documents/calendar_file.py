"""A calendar file that anyone may see: numbered meetings, and nothing of what or where they are."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from groupkit.language import Language
from groupkit.usecases.papers import CalendarEvent, CalendarPaper

_ZONE = "Europe/Copenhagen"
_FIRST_STAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The format asks for a time of making; one that only grows by revisions keeps the same plan the
same bytes."""


def calendar_file(paper: CalendarPaper) -> bytes:
    """Return an iCalendar file (RFC 5545) of the meetings in Danish time.

    An event's id is its session's and its sequence the session's revision, so that a calendar that
    has read an earlier file moves or cancels the event. It carries no description and no place.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_danish_time())
    for event in sorted(paper.events, key=lambda each: (each.day, each.starts, str(each.id))):
        calendar.add_component(_event(event, _summary(event, paper)))
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


def _summary(event: CalendarEvent, paper: CalendarPaper) -> str:
    language = Language(paper.language)
    if event.cancelled:
        title = paper.title or language.say("Meeting")
        return language.say("{title} (cancelled)", title=title)
    if paper.title:
        return f"{paper.title} {event.number}"
    return language.say("Meeting {number}", number=event.number)


def _event(meeting: CalendarEvent, summary: str) -> Event:
    starts = dt.datetime.combine(meeting.day, meeting.starts)
    ends = starts + dt.timedelta(minutes=meeting.minutes)
    zone = ZoneInfo(_ZONE)
    event = Event()
    event.add("uid", str(meeting.id))
    event.add("dtstamp", _FIRST_STAMP + dt.timedelta(seconds=meeting.revision))
    event.add("sequence", meeting.revision)
    event.add("dtstart", starts.replace(tzinfo=zone))
    event.add("dtend", ends.replace(tzinfo=zone))
    event.add("summary", summary)
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT" if meeting.cancelled else "OPAQUE")
    return event
