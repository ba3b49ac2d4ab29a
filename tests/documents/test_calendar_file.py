"""A calendar file that anyone may see."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest
from icalendar import Calendar

from groupkit.documents.calendar_file import calendar_file
from groupkit.documents.library import telling_stems
from groupkit.domain.discretion import telling_words
from groupkit.domain.session import Session
from groupkit.language import Language

DAYS = (dt.date(2027, 1, 13), dt.date(2027, 3, 24), dt.date(2027, 7, 7), dt.date(2027, 11, 3))


def sessions() -> list[Session]:
    return [
        Session(
            UUID(int=number),
            UUID(int=99),
            number,
            day,
            dt.time(17),
            120,
            topic="new-incidents",
            reason="krisecentret har lukket",
        )
        for number, day in enumerate(DAYS, start=1)
    ]


def events(file: bytes) -> list[object]:
    return list(Calendar.from_ical(file).walk("VEVENT"))


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_session_is_a_numbered_meeting(language: str) -> None:
    titles = [str(event["SUMMARY"]) for event in events(calendar_file(sessions(), language))]
    say = Language(language).say
    assert titles == [say("Meeting {number}", number=number) for number in (1, 2, 3, 4)]


def test_times_are_danish_in_winter_and_summer() -> None:
    for event, day in zip(events(calendar_file(sessions(), "da")), DAYS, strict=True):
        starts, ends = event["DTSTART"].dt, event["DTEND"].dt
        assert starts.replace(tzinfo=None) == dt.datetime.combine(day, dt.time(17))
        assert starts.utcoffset() == dt.timedelta(hours=2 if day.month == 7 else 1)
        assert ends - starts == dt.timedelta(hours=2)
        assert event["DTSTART"].params["TZID"] == "Europe/Copenhagen"


def test_the_file_carries_the_rule_of_danish_time() -> None:
    (zone,) = Calendar.from_ical(calendar_file(sessions(), "da")).walk("VTIMEZONE")
    own = zone.to_tz()
    for day in DAYS:
        hours = 2 if day.month == 7 else 1
        assert dt.datetime.combine(day, dt.time(17), own).utcoffset() == dt.timedelta(hours=hours)


def test_a_session_may_end_at_midnight() -> None:
    late = Session(UUID(int=1), UUID(int=9), 1, DAYS[0], dt.time(22), 120)
    (event,) = events(calendar_file([late], "da"))
    midnight = dt.datetime.combine(DAYS[0] + dt.timedelta(days=1), dt.time())
    assert event["DTEND"].dt.replace(tzinfo=None) == midnight


def test_a_moved_session_keeps_its_id() -> None:
    before = calendar_file(sessions(), "da")
    moved = [*sessions()[:3], Session(UUID(int=4), UUID(int=99), 4, DAYS[3], dt.time(9), 60)]
    after = calendar_file(moved, "da")
    assert [e["UID"] for e in events(before)] == [e["UID"] for e in events(after)]
    assert len({str(e["UID"]) for e in events(before)}) == 4


def test_the_order_given_makes_no_difference_and_bytes_are_the_same() -> None:
    assert calendar_file(reversed(sessions()), "da") == calendar_file(sessions(), "da")


@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_in_the_file_tells(language: str) -> None:
    file = calendar_file(sessions(), language).decode()
    assert telling_words(file, telling_stems(language)) == ()
    for words in ("new-incidents", "krisecent", "groupkit", "gruppe", "LOCATION", "DESCRIPTION"):
        assert words.lower() not in file.lower()


def test_lines_end_and_fold_as_calendars_want() -> None:
    file = calendar_file(sessions(), "da")
    assert file.endswith(b"\r\n")
    assert file.count(b"\n") == file.count(b"\r\n")
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))


def test_no_sessions_make_an_empty_calendar() -> None:
    assert events(calendar_file([], "da")) == []
