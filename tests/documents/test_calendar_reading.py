"""Closed periods out of the calendar files of other programs, whatever is in them."""

from __future__ import annotations

import datetime as dt
import time
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupkit.documents.calendar_reading import MOST_BYTES, read_calendar
from groupkit.domain.closed import LONGEST_PERIOD, MOST_PERIODS, ClosedPeriod, Why
from groupkit.domain.read_calendar import LeftOut, ReadCalendar
from groupkit.domain.refusal import CalendarEmpty, CalendarUnreadable, Refused

FIRST, LAST = dt.date(2027, 1, 1), dt.date(2029, 12, 31)
Days = tuple[str, str, str]


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])


def whole(first: str, *lines: str, name: str = "Ferie", uid: str = "") -> str:
    named = [f"UID:{uid}"] if uid else []
    return event(*named, f"DTSTART;VALUE=DATE:{first}", f"SUMMARY:{name}", *lines)


def calendar(*events: str) -> bytes:
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//EN\r\n"
    return (head + "".join(events) + "END:VCALENDAR\r\n").encode()


def read(*events: str) -> ReadCalendar:
    return read_calendar(calendar(*events), FIRST, LAST)


def days(found: ReadCalendar) -> list[Days]:
    return [
        (each.period.first.isoformat(), each.period.last.isoformat(), each.name)
        for each in found.periods
    ]


WINTER = ("2027-02-15", "2027-02-21", "Ferie")


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        ((), "2027-02-15"),
        (("DTEND;VALUE=DATE:20270216",), "2027-02-15"),
        (("DTEND;VALUE=DATE:20270222",), "2027-02-21"),
        (("DTEND;VALUE=DATE:20270215",), "2027-02-15"),
        (("DURATION:P1D",), "2027-02-15"),
        (("DURATION:P7D",), "2027-02-21"),
        (("DURATION:P1W",), "2027-02-21"),
        (("DTEND;VALUE=DATE:20270222", "BEGIN:VALARM", "DTSTART:1", "END:VALARM"), "2027-02-21"),
    ],
)
def test_the_end_is_the_first_day_after(lines: tuple[str, ...], last: str) -> None:
    assert days(read(whole("20270215", *lines))) == [("2027-02-15", last, "Ferie")]


def test_periods_come_by_day_and_each_once() -> None:
    found = read(
        whole("20271018", "DTEND;VALUE=DATE:20271023", name="Efterår"),
        whole("20270215", "DTEND;VALUE=DATE:20270222", uid="a"),
        whole("20270215", "DTEND;VALUE=DATE:20270222", uid="b"),
    )
    assert days(found) == [WINTER, ("2027-10-18", "2027-10-22", "Efterår")]
    assert found.left_out == 0


def test_events_of_one_careless_id_are_all_kept() -> None:
    found = read(whole("20270301", uid="x", name="A"), whole("20270401", uid="x", name="B"))
    assert [name for _, _, name in days(found)] == ["A", "B"]


def test_single_days_of_one_name_become_one_period() -> None:
    found = read(*(whole(f"202702{day}") for day in range(15, 22)))
    assert days(found) == [WINTER]


@pytest.mark.parametrize(
    ("rule", "starts", "wanted"),
    [
        ("FREQ=YEARLY", "20001224", ["2027-12-24", "2028-12-24", "2029-12-24"]),
        ("FREQ=YEARLY", "16040605", ["2027-06-05", "2028-06-05", "2029-06-05"]),
        ("FREQ=YEARLY;COUNT=2", "20271224", ["2027-12-24", "2028-12-24"]),
        ("FREQ=YEARLY;UNTIL=20281224", "20201224", ["2027-12-24", "2028-12-24"]),
        ("FREQ=YEARLY;UNTIL=20281224T000000Z", "20201224", ["2027-12-24", "2028-12-24"]),
        ("FREQ=YEARLY;INTERVAL=2", "20241224", ["2028-12-24"]),
        ("FREQ=YEARLY", "20240229", ["2028-02-29"]),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "20260510", ["2027-05-09", "2028-05-14", "2029-05-13"]),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,31", "20281224",
         ["2028-12-24", "2028-12-31", "2029-12-24", "2029-12-31"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "20261228", []),
        ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270301", "20260101", ["2027-01-29", "2027-02-26"]),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20270118", "20261228",
         ["2027-01-04", "2027-01-11", "2027-01-18"]),
        ("FREQ=DAILY;COUNT=3", "20270215", ["2027-02-15..2027-02-17"]),
    ],
)  # fmt: skip
def test_what_repeats_is_worked_out_within_the_years(
    rule: str, starts: str, wanted: list[str]
) -> None:
    found = read(whole(starts, f"RRULE:{rule}", uid="a"))
    shown = [first if first == last else f"{first}..{last}" for first, last, _ in days(found)]
    assert shown == wanted


def test_a_week_that_comes_every_year_keeps_its_length() -> None:
    found = read(whole("20201224", "DTEND;VALUE=DATE:20210102", "RRULE:FREQ=YEARLY", uid="a"))
    assert [(first, last) for first, last, _ in days(found)] == [
        ("2026-12-24", "2027-01-01"),
        ("2027-12-24", "2028-01-01"),
        ("2028-12-24", "2029-01-01"),
        ("2029-12-24", "2030-01-01"),
    ]


def test_days_can_be_taken_out_of_added_to_and_moved_in_what_repeats() -> None:
    found = read(
        whole(
            "20201224",
            "RRULE:FREQ=YEARLY",
            "EXDATE;VALUE=DATE:20271224",
            "RDATE;VALUE=DATE:20270605",
            uid="a",
        ),
        whole("20281227", "RECURRENCE-ID;VALUE=DATE:20281224", uid="a", name="Flyttet"),
        whole("20291224", "RECURRENCE-ID;VALUE=DATE:20291224", "STATUS:CANCELLED", uid="a"),
    )
    assert days(found) == [
        ("2027-06-05", "2027-06-05", "Ferie"),
        ("2028-12-27", "2028-12-27", "Flyttet"),
    ]


def test_what_is_left_out_is_counted_by_its_reason() -> None:
    found = read(
        whole("20270215", "DTEND;VALUE=DATE:20270222"),
        event("DTSTART:20270301T100000Z", "DTEND:20270301T110000Z", "SUMMARY:Møde"),
        event("DTSTART;TZID=Europe/Copenhagen:20270302T100000", "SUMMARY:Møde"),
        whole("20270401", "STATUS:CANCELLED"),
        whole("20260101"),
        whole("20300101"),
        whole("20200101", "RRULE:FREQ=YEARLY;COUNT=2", uid="a"),
        whole("20270101", "DTEND;VALUE=DATE:20280401"),
        whole("20270231"),
        whole("20270601", "DTEND:20270602T120000Z"),
        whole("20270701", "RRULE:FREQ=SOMETIMES", uid="b"),
        event("SUMMARY:Ingen dag"),
    )
    assert days(found) == [WINTER]
    assert dict(found.reasons) == {
        LeftOut.TIMED: 2,
        LeftOut.CANCELLED: 1,
        LeftOut.OUTSIDE: 3,
        LeftOut.TOO_LONG: 1,
        LeftOut.UNREADABLE: 4,
    }
    assert found.left_out == 11


def test_a_period_that_reaches_into_the_years_is_kept_whole() -> None:
    found = read(
        whole("20261221", "DTEND;VALUE=DATE:20270104", name="Jul"),
        whole("20291224", "DTEND;VALUE=DATE:20300103", name="Jul"),
    )
    assert days(found) == [
        ("2026-12-21", "2027-01-03", "Jul"),
        ("2029-12-24", "2030-01-02", "Jul"),
    ]


def test_there_is_room_for_so_many_and_the_rest_is_counted() -> None:
    rule = "RRULE:FREQ=WEEKLY;BYDAY=TU"
    found = read(*(whole("20270105", rule, uid=str(n), name=f"Nr. {n:02}") for n in range(5)))
    assert len(found.periods) == MOST_PERIODS
    assert dict(found.reasons) == {LeftOut.TOO_MANY: 5 * 156 - MOST_PERIODS}
    assert found.periods[-1].period.first < LAST


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", CalendarUnreadable()),
        (b"hello", CalendarUnreadable()),
        (b"\x00\xff" * 1000, CalendarUnreadable()),
        (b"PK\x03\x04 BEGIN:VCALENDAR", CalendarUnreadable()),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", CalendarUnreadable()),
        (calendar(), CalendarEmpty()),
        (calendar(event("DTSTART:20270301T100000Z")), CalendarEmpty()),
        (calendar(whole("20270401", "STATUS:CANCELLED")), CalendarEmpty()),
        (calendar(whole("20270231"), whole("20271301")), CalendarUnreadable()),
        (calendar() + b" " * MOST_BYTES, CalendarUnreadable(MOST_BYTES)),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_calendar_of_days_is_refused(data: bytes, refusal: object) -> None:
    with pytest.raises(Refused) as refused:
        read_calendar(data, FIRST, LAST)
    assert refused.value.refusal == refusal


def test_a_calendar_of_other_years_is_read_and_says_so() -> None:
    assert read(whole("20200101")) == ReadCalendar((), ((LeftOut.OUTSIDE, 1),))


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (lambda data: data.replace(b"\r\n", b"\n"), "Påskeferie"),
        (lambda data: data.replace(b"\r\n", b"\r"), "Påskeferie"),
        (lambda data: b"\xef\xbb\xbf" + data, "Påskeferie"),
        (lambda data: data.decode().encode("utf-16"), "Påskeferie"),
        (lambda data: data.decode().encode("cp1252"), "Påskeferie"),
        (lambda data: data.replace("å".encode(), b"\xc3\r\n \xa5"), "Påskeferie"),
        (lambda data: data.replace(b"END:VCALENDAR\r\n", b""), "Påskeferie"),
        (lambda data: data.lower().replace("påske".encode(), "Påske".encode()), "Påskeferie"),
        (lambda data: data.replace("å".encode(), "a\u030a".encode()), "Påskeferie"),
        (lambda data: data.replace(b"ferie", b"\\, ferie\\nog fri"), "Påske, ferie og fri"),
        (lambda data: data.replace(b"ferie", b"\x00\x07\xe2\x80\xaeferie"), "Påskeferie"),
        (lambda data: data.replace(b"ferie", b"ferie" * 40), ("Påske" + "ferie" * 40)[:80]),
        (lambda data: data.replace(b"ferie", b" " * 74 + b"x" * 9), "Påske " + "x" * 9),
        (lambda data: data.replace(b"SUMMARY:", b"SUMMARY;LANGUAGE=da:"), "Påskeferie"),
        (lambda data: data.replace(b"SUMMARY:", b"X-OTHER:"), ""),
        (lambda data: data.replace(b"SUMMARY:", b"SUMMARY:Mere\r\nSUMMARY:"), "Mere"),
    ],
)
def test_however_it_was_written_the_name_is_one_clean_line(change, name: str) -> None:
    data = change(calendar(whole("20270322", "DTEND;VALUE=DATE:20270327", name="Påskeferie")))
    assert days(read_calendar(data, FIRST, LAST)) == [("2027-03-22", "2027-03-26", name)]


def test_one_broken_event_costs_itself_alone() -> None:
    good = whole("20270215", "DTEND;VALUE=DATE:20270222")
    found = read("BEGIN:VEVENT\r\nBROKEN\r\nDTSTART\r\n", good, "END:VEVENT\r\n:::\r\n", good)
    assert days(found) == [WINTER]


def read_or_refused(data: bytes) -> object:
    try:
        return read_calendar(data, FIRST, LAST)
    except Refused as refused:
        return refused.refusal


HOSTILE_RULES = [
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;INTERVAL=7",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=-1",
    "FREQ=YEARLY;INTERVAL=99999999999999999999",
    "FREQ=YEARLY;COUNT=99999999999999999999",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
    "FREQ=DAILY;INTERVAL=7;BYDAY=WE",
    "FREQ=MONTHLY;BYSETPOS=300;BYDAY=MO",
    "FREQ=YEARLY;BYHOUR=" + ",".join(map(str, range(24))),
    "FREQ=YEARLY;BYYEARDAY=" + ",".join(map(str, range(1, 366))),
    "FREQ=YEARLY;BYEASTER=0",
    "FREQ=DAILY;BYDAY=99XX",
    "FREQ=DAILY\r\nRRULE:FREQ=DAILY",
    "FREQ=DAILY;UNTIL=99991231",
    "FREQ=DAILY",
]


@pytest.mark.parametrize(
    ("rule", "starts"),
    [(rule, "19000101") for rule in HOSTILE_RULES]
    + [(rule, "00010101") for rule in HOSTILE_RULES if "BYMONTHDAY" in rule],
    ids=lambda value: value[:40],
)
def test_a_file_full_of_one_hostile_rule_takes_no_time(rule: str, starts: str) -> None:
    one = whole(starts, f"RRULE:{rule}", uid="12345")
    many = (MOST_BYTES - 200) // len(one)
    data = calendar(*(one.replace("12345", f"{n:05}") for n in range(many)))
    began = time.process_time()
    found = read_or_refused(data)
    assert isinstance(found, ReadCalendar) or found == CalendarUnreadable()
    # Two seconds on a laptop; other work on the machine that tests is allowed for.
    assert time.process_time() - began < 6


MANY = "20270101," * 400 + "20270102"
MANY_DAYS = [f"EXDATE;VALUE=DATE:{MANY}"] * 190
HOSTILE_FILES = {
    "openings": b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 140_000,
    "nested": b"BEGIN:VCALENDAR\n" * 120_000,
    "colons": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART" + b":" * 1_900_000 + b"\nEND:VEVENT",
    "folds": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + b"\n " * 900_000 + b"\nEND:VEVENT",
    "lines": b"BEGIN:VCALENDAR\n" + b"\n" * 1_900_000,
    "one long name": calendar(whole("20270101", name="e\u0301" * 600_000)),
    "many days out": calendar(
        *(whole("20200101", "RRULE:FREQ=YEARLY", *MANY_DAYS, uid=str(n)) for n in range(2))
    ),
    "many days in": calendar(
        *(whole("20200101", f"RDATE;VALUE=DATE:{MANY}", uid=str(n)) for n in range(500))
    ),
    "one series": calendar(
        whole("20270101", "RRULE:FREQ=DAILY", uid="a"),
        *(
            whole("20280101", f"RECURRENCE-ID;VALUE=DATE:{20270101 + n % 28}", uid="a")
            for n in range(15_000)
        ),
    ),
    "timed": calendar(*(event("DTSTART:20270301T100000Z") for _ in range(35_000))),
    "whole days": calendar(
        *(whole(f"2027{1 + n % 12:02}{1 + n % 28:02}", name=str(n)) for n in range(25_000))
    ),
}


@pytest.mark.parametrize("data", HOSTILE_FILES.values(), ids=HOSTILE_FILES)
def test_a_hostile_file_takes_no_time(data: bytes) -> None:
    assert len(data) <= MOST_BYTES
    began = time.process_time()
    found = read_or_refused(data)
    assert isinstance(found, (CalendarEmpty, CalendarUnreadable, ReadCalendar))
    assert time.process_time() - began < 6


WORDS = st.sampled_from(
    [
        *(
            "BEGIN:VEVENT",
            "END:VEVENT",
            "BEGIN:VCALENDAR",
            "END:VCALENDAR",
            "BEGIN:VALARM",
            "END:VALARM",
        ),
        *("DTSTART;VALUE=DATE:20270215", "DTSTART:20270215", "DTSTART:20270215T100000", "DTSTART"),
        *(
            "DTEND;VALUE=DATE:20270222",
            "DTEND:20270101",
            "DTEND:x",
            "DURATION:P3D",
            "DURATION:-P1D",
        ),
        *(
            "DURATION:PT5H",
            "DURATION:P99999999999D",
            "SUMMARY:Ferie",
            "SUMMARY:\\",
            "UID:a",
            "UID:",
        ),
        *("RRULE:FREQ=YEARLY", "RRULE:FREQ=DAILY;COUNT=4", "RRULE:", "RRULE:FREQ=", "RRULE:X=1;X"),
        *("RRULE:FREQ=YEARLY;UNTIL=1", "RRULE:FREQ=YEARLY;COUNT=-1", "RRULE:FREQ=WEEKLY;BYDAY=MO"),
        *("RDATE;VALUE=DATE:20270601", "RDATE:20270601T100000Z", "RDATE;VALUE=PERIOD:20270101/P1D"),
        *("EXDATE;VALUE=DATE:20270215", "EXDATE:x", "RECURRENCE-ID;VALUE=DATE:20270215"),
        *(
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20270215",
            "STATUS:CANCELLED",
            "SEQUENCE:x",
            "SEQUENCE:9",
        ),
        *(
            "DTSTART;TZID=Nowhere/Land:20270101",
            "DTSTART;VALUE=DATE:00000000",
            " folded",
            "\tfolded",
        ),
        *(
            "DTSTART;VALUE=DATE:99991231",
            "DTSTART;VALUE=DATE:00010101",
            "DTSTART;VALUE=DATE:20270229",
        ),
    ]
)
LINES = st.lists(WORDS | st.text(max_size=20), max_size=25)


def check(data: bytes) -> None:
    """Reading gives periods that can be kept as they are, or refuses; it never breaks."""
    found = read_or_refused(data)
    if not isinstance(found, ReadCalendar):
        assert isinstance(found, (CalendarEmpty, CalendarUnreadable))
        return
    assert found == read_calendar(data, FIRST, LAST)
    assert len(set(found.periods)) == len(found.periods) <= MOST_PERIODS
    assert found.periods or found.reasons
    for each in found.periods:
        kept = ClosedPeriod(UUID(int=1), Why.SCHOOL_HOLIDAY, each.period, each.name)
        assert kept.name == each.name
        assert each.period.first <= LAST
        assert each.period.last >= FIRST
        assert (each.period.last - each.period.first).days < LONGEST_PERIOD


FUZZED = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FUZZED
@given(LINES)
def test_any_lines_are_read_or_refused(lines: list[str]) -> None:
    inside = "\n".join(["BEGIN:VEVENT", "DTSTART;VALUE=DATE:20270215", *lines, "END:VEVENT"])
    check(f"BEGIN:VCALENDAR\n{inside}\nEND:VCALENDAR".encode("utf-8", "surrogatepass"))


@FUZZED
@given(st.binary(max_size=400), st.integers(0, 400))
def test_any_bytes_amid_a_calendar_are_read_or_refused(noise: bytes, at: int) -> None:
    data = calendar(whole("20270215", "DTEND;VALUE=DATE:20270222", "RRULE:FREQ=YEARLY", uid="a"))
    check(data[:at] + noise + data[at:])


@FUZZED
@given(
    st.dates(),
    st.integers(-3, 800),
    st.sampled_from(["", *HOSTILE_RULES]),
    st.text(max_size=200),
)
def test_any_event_is_read_or_left_out(first: dt.date, length: int, rule: str, name: str) -> None:
    end = min(max(first.toordinal() + length, 1), dt.date.max.toordinal())
    lines = [f"DTEND;VALUE=DATE:{dt.date.fromordinal(end):%Y%m%d}"]
    lines += [f"RRULE:{rule}"] if rule else []
    check(calendar(whole(f"{first:%Y%m%d}".zfill(8), *lines, name=name, uid="a")))
