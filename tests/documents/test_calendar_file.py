"""A calendar file that anyone may see, and that every calendar understands the same way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from uuid import UUID

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from groupkit.documents.calendar_file import calendar_file
from groupkit.documents.library import ShippedLibrary
from groupkit.domain.closed import closed
from groupkit.domain.discretion import telling_words
from groupkit.domain.replanning import Rest, Timetable, cancel, insert, move
from groupkit.domain.schedule import Course
from groupkit.domain.session import Session
from groupkit.language import LANGUAGES, Language
from groupkit.usecases.calendar_export import event_of
from groupkit.usecases.papers import CalendarEvent, CalendarPaper

DAYS = (dt.date(2027, 1, 13), dt.date(2027, 3, 24), dt.date(2027, 7, 7), dt.date(2027, 11, 3))
COPENHAGEN_SUMMER, COPENHAGEN_WINTER = dt.timedelta(hours=2), dt.timedelta(hours=1)


def sessions() -> tuple[Session, ...]:
    return tuple(
        Session(
            UUID(int=number),
            UUID(int=99),
            number,
            day,
            dt.time(17),
            120,
            topic="new-incidents",
            reason="krisecentret har lukket",
            place="Krisecentrets stue",
            leaders=("Lærke",),
        )
        for number, day in enumerate(DAYS, start=1)
    )


def file_of(these: tuple[Session, ...], language: str = "da", title: str = "") -> bytes:
    return calendar_file(CalendarPaper(language, tuple(map(event_of, these)), title))


@dataclass(frozen=True)
class Read:
    """An event as a library read it."""

    uid: str
    sequence: int
    status: str
    summary: str
    starts: dt.datetime
    ends: dt.datetime


def by_vobject(file: bytes) -> list[Read]:
    calendar = vobject.readOne(file.decode(), validate=True)
    return [
        Read(
            event.uid.value,
            int(event.sequence.value),
            event.status.value,
            event.summary.value,
            event.dtstart.value,
            event.dtend.value,
        )
        for event in calendar.contents.get("vevent", [])
    ]


def by_ical(file: bytes) -> list[Read]:
    calendar = IcsCalendarStream.calendar_from_ics(file.decode())
    return [
        Read(
            event.uid,
            event.sequence or 0,
            event.status.value if event.status else "",
            event.summary or "",
            event.dtstart,  # type: ignore[arg-type] # ours have a clock
            event.dtend,  # type: ignore[arg-type]
        )
        for event in calendar.events
    ]


def by_icalendar(file: bytes) -> list[Read]:
    return [
        Read(
            str(event["UID"]),
            event["SEQUENCE"],
            event["STATUS"],
            str(event["SUMMARY"]),
            event.start,
            event.end,
        )
        for event in Calendar.from_ical(file).walk("VEVENT")
    ]


READERS = (by_vobject, by_ical, by_icalendar)
EACH = pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
Reader = Callable[[bytes], list[Read]]


@EACH
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_session_is_a_numbered_meeting(read: Reader, language: str) -> None:
    say = Language(language).say
    events = read(file_of(sessions(), language))
    assert [event.summary for event in events] == [
        say("Meeting {number}", number=number) for number in (1, 2, 3, 4)
    ]
    assert [event.uid for event in events] == [str(each.id) for each in sessions()]
    assert {event.status for event in events} == {"CONFIRMED"}


@EACH
def test_times_are_danish_in_winter_and_summer(read: Reader) -> None:
    for event, day in zip(read(file_of(sessions())), DAYS, strict=True):
        assert event.starts.replace(tzinfo=None) == dt.datetime.combine(day, dt.time(17))
        summer = day.month == 7
        assert event.starts.utcoffset() == (COPENHAGEN_SUMMER if summer else COPENHAGEN_WINTER)
        assert event.ends - event.starts == dt.timedelta(hours=2)


@pytest.mark.parametrize("year", [2024, 2026, 2032, 2040])
def test_the_file_carries_the_rule_of_danish_time(year: int) -> None:
    """By the rule alone, without the reader's own table of time zones."""
    (zone,) = Calendar.from_ical(file_of(sessions())).walk("VTIMEZONE")
    own = zone.to_tz()
    lasts = (dt.date(year, 3, 31), dt.date(year, 10, 31))
    last_sundays = [last - dt.timedelta(days=last.isoweekday() % 7) for last in lasts]
    day = dt.timedelta(days=1)
    for switch, before, after in (
        (last_sundays[0], COPENHAGEN_WINTER, COPENHAGEN_SUMMER),
        (last_sundays[1], COPENHAGEN_SUMMER, COPENHAGEN_WINTER),
    ):
        assert dt.datetime.combine(switch - day, dt.time(17), own).utcoffset() == before
        assert dt.datetime.combine(switch, dt.time(17), own).utcoffset() == after


@EACH
def test_a_session_may_end_at_midnight(read: Reader) -> None:
    late = Session(UUID(int=1), UUID(int=9), 1, DAYS[0], dt.time(22), 120)
    (event,) = read(file_of((late,)))
    midnight = dt.datetime.combine(DAYS[0] + dt.timedelta(days=1), dt.time())
    assert event.ends.replace(tzinfo=None) == midnight


def timetable(these: tuple[Session, ...]) -> Timetable:
    return Timetable(Course(DAYS[0], 20), these, frozenset(), closed(), dt.date(2027, 1, 1))


@EACH
def test_a_moved_session_keeps_its_id_and_is_newer(read: Reader) -> None:
    before = sessions()
    after = move(timetable(before), before[1].id, dt.date(2027, 3, 31), starts=dt.time(16))
    was, now = read(file_of(before)), read(file_of(after))
    assert [event.uid for event in was] == [event.uid for event in now]
    assert now[1].starts.replace(tzinfo=None) == dt.datetime.combine(
        dt.date(2027, 3, 31), dt.time(16)
    )
    assert now[1].sequence > was[1].sequence
    assert [now[at] for at in (0, 2, 3)] == [was[at] for at in (0, 2, 3)]


@EACH
def test_a_cancelled_session_is_cancelled_under_its_id(read: Reader) -> None:
    before = sessions()
    was, now = (
        read(file_of(before, "en")),
        read(file_of(cancel(timetable(before), before[1].id), "en")),
    )
    assert [event.uid for event in was] == [event.uid for event in now]
    assert now[1].status == "CANCELLED"
    assert now[1].summary == "Meeting (cancelled)"
    assert (now[1].starts, now[1].ends) == (was[1].starts, was[1].ends)
    # The ones after it have another number, and so a newer revision.
    assert [event.summary for event in now] == [
        "Meeting 1", "Meeting (cancelled)", "Meeting 2", "Meeting 3",
    ]  # fmt: skip
    assert [new.sequence > old.sequence for old, new in zip(was, now, strict=True)] == [
        False, True, True, True,
    ]  # fmt: skip


def test_a_cancelled_session_leaves_the_time_free() -> None:
    gone = cancel(timetable(sessions()), sessions()[1].id)
    events = Calendar.from_ical(file_of(gone)).walk("VEVENT")
    assert [event["TRANSP"] for event in events] == ["OPAQUE", "TRANSPARENT", "OPAQUE", "OPAQUE"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 200), st.booleans()), max_size=6))
def test_whatever_becomes_of_a_plan_ids_last_and_every_change_is_newer(
    steps: list[tuple[int, int, bool]],
) -> None:
    """Files made one after the other: what differs in an event always has a higher sequence."""
    plan = sessions()
    files = [file_of(plan)]
    for at, days, is_cancel in steps:
        chosen = plan[at % len(plan)]
        if chosen.cancelled:
            continue
        day = dt.date(2027, 1, 4) + dt.timedelta(days=days)
        if timetable(plan).closed.find(day) or any(each.day == day for each in plan):
            continue
        table = timetable(plan)
        plan = (
            cancel(table, chosen.id) if is_cancel else move(table, chosen.id, day, rest=Rest.STAYS)
        )
        files.append(file_of(plan))
    for read in READERS:
        for before, after in pairwise(files):
            was, now = ({event.uid: event for event in read(file)} for file in (before, after))
            assert set(was) == set(now)
            for uid, event in now.items():
                same = replace(event, sequence=0) == replace(was[uid], sequence=0)
                assert (event.sequence == was[uid].sequence) == same
                assert event.sequence >= was[uid].sequence


def test_an_inserted_session_has_an_id_of_its_own() -> None:
    before = sessions()
    new = replace(before[0], id=UUID(int=77), day=dt.date(2027, 2, 3))
    after = insert(timetable(before), new)
    assert {event.uid for event in by_ical(file_of(after))} == {
        *(event.uid for event in by_ical(file_of(before))),
        str(new.id),
    }


@EACH
@pytest.mark.parametrize("title", ["Tirsdage, 2. sal; fri", "Zoë 🌷", "x" * 40, "\\n,;:\"'"])
def test_a_title_of_ones_own_comes_back_as_typed(read: Reader, title: str) -> None:
    events = read(file_of(sessions(), title=title))
    assert [event.summary for event in events] == [f"{title} {number}" for number in (1, 2, 3, 4)]


def test_the_order_given_makes_no_difference_and_bytes_are_the_same() -> None:
    assert file_of(sessions()[::-1]) == file_of(sessions())


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_the_file_tells(language: str) -> None:
    file = file_of(cancel(timetable(sessions()), sessions()[0].id), language).decode()
    assert telling_words(file, ShippedLibrary().telling_stems()) == ()
    for words in ("new-incidents", "krisecent", "stue", "Lærke", "groupkit", "gruppe"):
        assert words.casefold() not in file.casefold()
    for name in ("LOCATION", "DESCRIPTION", "ORGANIZER", "ATTENDEE", "COMMENT", "CATEGORIES"):
        assert name not in file
    assert file.count("CLASS:PRIVATE") == file.count("BEGIN:VEVENT")
    assert "METHOD:PUBLISH" in file


def test_lines_end_and_fold_as_calendars_want() -> None:
    file = file_of(sessions(), title="æ" * 40)
    assert file.endswith(b"\r\n")
    assert file.count(b"\n") == file.count(b"\r\n")
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert next(iter(by_vobject(file))).summary == f"{'æ' * 40} 1"


def test_no_sessions_make_an_empty_calendar() -> None:
    assert [read(file_of(())) for read in READERS] == [[], [], []]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            CalendarEvent,
            st.uuids(),
            st.integers(0, 10_000),
            st.integers(1, 60),
            st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)),
            st.times().map(lambda clock: clock.replace(second=0, microsecond=0, fold=0)),
            st.integers(30, 300),
            st.booleans(),
        ),
        max_size=5,
        unique_by=lambda event: event.id,
    ),
    st.sampled_from(LANGUAGES),
)
def test_two_libraries_read_the_same(events: list[CalendarEvent], language: str) -> None:
    file = calendar_file(CalendarPaper(language, tuple(events)))
    assert by_vobject(file) == by_ical(file)
    assert {event.uid: event.sequence for event in by_ical(file)} == {
        str(event.id): event.revision for event in events
    }
