"""``groupkit plan``: table, JSON and calendar of a course, and what it refuses."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from typing import Any

import pytest
from icalendar import Calendar

COURSE = ("plan", "--start", "2027-01-13", "--weeks", "20")
AROUND_EASTER = ("plan", "--start", "2027-03-11", "--weeks", "14")


def planned(groupkit: Any, *words: str) -> dict[str, Any]:
    answer = groupkit(*words, "--format", "json", "--language", "en")
    assert (answer.code, answer.err) == (0, "")
    found: dict[str, Any] = json.loads(answer.out)
    return found


def test_a_course_without_closed_days_keeps_its_rhythm(groupkit: Any) -> None:
    plan = planned(groupkit, *COURSE)
    days = [dt.date.fromisoformat(session["date"]) for session in plan["sessions"]]
    assert days == [dt.date(2027, 1, 13) + n * dt.timedelta(weeks=2) for n in range(11)]
    assert [session["number"] for session in plan["sessions"]] == list(range(1, 12))
    assert all(
        s["week"] == d.isocalendar().week for s, d in zip(plan["sessions"], days, strict=True)
    )
    assert all(s["moved_from"] is None and s["reason"] is None for s in plan["sessions"])
    assert (plan["weeks"], plan["every"], plan["breaches"], plan["dropped"]) == (20, 2, [], [])


def test_a_closed_week_moves_a_session_and_says_why(groupkit: Any) -> None:
    plan = planned(groupkit, *COURSE, "--closed", "2027-02-08..2027-02-14")
    moved = [session for session in plan["sessions"] if session["moved_from"]]
    assert [(s["date"], s["moved_from"]) for s in moved] == [("2027-02-17", "2027-02-10")]
    assert "the house is closed" in moved[0]["reason"]


def test_a_public_holiday_is_named(groupkit: Any) -> None:
    plan = planned(groupkit, *AROUND_EASTER)
    [moved] = [s for s in plan["sessions"] if s["moved_from"] == "2027-03-25"]
    assert moved["date"] == "2027-04-01"
    assert "Maundy Thursday" in moved["reason"]


def test_a_reason_is_danish_unless_asked_otherwise(groupkit: Any) -> None:
    answer = groupkit(*AROUND_EASTER, "--format", "json")
    assert "Skærtorsdag" in answer.out


def test_closed_days_come_in_one_go_or_one_by_one(groupkit: Any) -> None:
    first, second = "2027-02-08..2027-02-14", "2027-03-24"
    together = planned(groupkit, *COURSE, "--closed", first, second)
    apart = planned(groupkit, *COURSE, "--closed", first, "--closed", second)
    assert together == apart
    assert [s["moved_from"] for s in together["sessions"] if s["moved_from"]] == [
        "2027-02-10",
        "2027-03-24",
    ]


def test_what_finds_no_day_is_dropped_and_what_gives_way_is_named(groupkit: Any) -> None:
    plan = planned(groupkit, *COURSE, "--closed", "2027-04-01..2027-06-30")
    assert plan["breaches"] == ["fewer", "too_short"]
    assert [d["date"] for d in plan["dropped"]] == [
        "2027-04-07",
        "2027-04-21",
        "2027-05-05",
        "2027-05-19",
        "2027-06-02",
    ]
    assert all(dropped["reason"] for dropped in plan["dropped"])


@pytest.mark.parametrize(
    ("switch", "date"), [("--house-days", "2026-12-31"), ("--no-house-days", "2026-12-24")]
)
def test_the_house_days_are_a_choice(groupkit: Any, switch: str, date: str) -> None:
    plan = planned(groupkit, "plan", "--start", "2026-11-26", "--weeks", "14", switch)
    fourth = [
        s for s in plan["sessions"] if s["moved_from"] == "2026-12-24" or s["date"] == "2026-12-24"
    ]
    assert bool(fourth[0]["moved_from"]) is (switch == "--house-days")
    assert (fourth[0]["date"] == "2026-12-24") is (date == "2026-12-24")


def test_even_or_odd_weeks_and_what_is_kept_are_choices(groupkit: Any) -> None:
    odd = planned(groupkit, "plan", "--start", "2026-12-15", "--weeks", "16", "--parity", "odd")
    assert [session["week"] for session in odd["sessions"]] == [51, 53, 3, 5, 7, 9, 11, 13]
    closed = ("--closed", "2027-04-21..2027-04-22")
    course = ("plan", "--start", "2027-01-13", "--weeks", "14", *closed)
    assert planned(groupkit, *course)["breaches"] == ["longer"]
    assert planned(groupkit, *course, "--keep", "weeks")["breaches"] == ["fewer", "too_short"]


def test_the_table_shows_each_session_on_a_line(groupkit: Any) -> None:
    answer = groupkit(*COURSE, "--closed", "2027-02-08..2027-02-14", "--language", "en")
    lines = answer.out.splitlines()
    assert len(lines) == 12
    assert "Wednesday 13 January 2027" in lines[1]
    assert "from Wed 10 Feb" in lines[3]


def test_the_table_tells_what_fell_away(groupkit: Any) -> None:
    answer = groupkit(*COURSE, "--closed", "2027-04-01..2027-06-30", "--language", "en")
    sessions, below = answer.out.split("\n\n")
    assert len(sessions.splitlines()) == 1 + 6
    *dropped, gave_way = below.splitlines()
    days = ("7 Apr", "21 Apr", "5 May", "19 May", "2 Jun")
    assert [day in line.split(":")[0] for day, line in zip(days, dropped, strict=True)] == [
        True
    ] * 5
    assert gave_way.startswith("It becomes 6 sessions rather than 11.")


def test_the_calendar_file_holds_the_sessions_under_lasting_ids(groupkit: Any) -> None:
    words = (*COURSE, "--format", "ics", "--time", "16.30", "--minutes", "90")
    answer = groupkit(*words)
    events = Calendar.from_ical(answer.out).walk("VEVENT")
    assert len(events) == 11
    first = events[0]
    assert first.start.strftime("%Y-%m-%d %H:%M") == "2027-01-13 16:30"
    assert first.end - first.start == dt.timedelta(minutes=90)
    assert len({str(event["UID"]) for event in events}) == 11
    moved = groupkit(*words, "--closed", "2027-01-27").out
    assert [str(e["UID"]) for e in Calendar.from_ical(moved).walk("VEVENT")] == [
        str(event["UID"]) for event in events
    ]
    assert groupkit(*words).out == answer.out


REFUSED = [
    (("--start", "2027-02-30", "--weeks", "14"), "2027-02-30"),
    (("--start", "2027-13-01", "--weeks", "14"), "2027-13-01"),
    (("--start", "", "--weeks", "14"), "''"),
    (("--start", "1.2.2027", "--weeks", "14"), "1.2.2027"),
    (("--start", "1999-12-31", "--weeks", "14"), "1999"),
    (("--start", "2100-12-30", "--weeks", "14"), "2100"),
    (("--start", "2027-01-13", "--weeks", "13"), "13"),
    (("--start", "2027-01-13", "--weeks", "21"), "21"),
    (("--start", "2027-01-13", "--weeks", "-1"), "-1"),
    (("--start", "2027-01-13", "--weeks", "9" * 30), "9" * 30),
    (("--start", "2027-01-13", "--weeks", "14", "--every", "0"), "0"),
    (("--start", "2027-01-13", "--weeks", "14", "--every", "4"), "4"),
    (("--start", "2027-01-13", "--weeks", "14", "--closed", "2027-02-20..2027-02-01"), "1 Feb"),
    (("--start", "2027-01-13", "--weeks", "14", "--closed", "2027-02-20..2027-02-31"), "02-31"),
    (("--start", "2027-01-13", "--weeks", "14", "--closed", "2027-02-20.."), "''"),
    (("--start", "2027-01-13", "--weeks", "14", "--closed", "2027-01-01..2027-12-31"), "closed"),
    (("--start", "2027-01-13", "--weeks", "14", "--time", "25:00"), "25:00"),
    (("--start", "2027-01-13", "--weeks", "14", "--time", "23:30"), "midnight"),
    (("--start", "2027-01-13", "--weeks", "14", "--minutes", "0"), "0"),
    (("--start", "2027-01-13", "--weeks", "14", "--minutes", "999"), "999"),
    (("--start", "\u202e2027\n\x1b[31m", "--weeks", "14"), "2027"),
    (("--start", "🌷" * 5000, "--weeks", "14"), "🌷"),
]


@pytest.mark.parametrize(("words", "named"), REFUSED, ids=lambda value: str(value)[-40:])
@pytest.mark.parametrize("form", ["table", "json", "ics"])
def test_what_cannot_be_is_refused_in_one_line(
    groupkit: Any, words: tuple[str, ...], named: str, form: str
) -> None:
    said = groupkit("plan", *words, "--format", form, "--language", "en").sentence
    assert named in said
    assert "\x1b" not in said
    assert len(said) < 300


WRONG = [
    ("plan",),
    ("plan", "--start", "2027-01-13"),
    ("plan", "--start", "2027-01-13", "--weeks", "many"),
    ("plan", "--start", "2027-01-13", "--weeks", "14", "--format", "xml"),
    ("plan", "--start", "2027-01-13", "--weeks", "14", "--language", "sv"),
    ("plan", "--start", "2027-01-13", "--week", "14"),
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_is_2(groupkit: Any, words: tuple[str, ...]) -> None:
    answer = groupkit(*words)
    assert answer.code == 2
    assert answer.err.startswith("usage: groupkit plan")
    assert not answer.out


def test_a_plan_needs_neither_store_nor_press_nor_window() -> None:
    script = (
        "import sys; from groupkit.cli import main; main(sys.argv[1:]);"
        "sys.exit(any(name.startswith(('sqlcipher3', 'sqlalchemy', 'PySide6', 'reportlab'))"
        " for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script, *COURSE], check=False, capture_output=True)
    assert done.returncode == 0
