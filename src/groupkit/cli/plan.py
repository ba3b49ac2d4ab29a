"""``groupkit plan``: a course laid out around closed days, without a store."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from argparse import Namespace

from groupkit.cli.command import Commands
from groupkit.cli.declined import Declined
from groupkit.cli.plan_forms import as_json, as_table, sessions_for_calendar
from groupkit.cli.setting import Setting
from groupkit.cli.writing import write_out
from groupkit.domain.dates import read_date, read_period
from groupkit.domain.group import check_length
from groupkit.domain.schedule import Course, Keep, Parity
from groupkit.language import Language
from groupkit.usecases.calendar_export import event_of
from groupkit.usecases.papers import CalendarPaper
from groupkit.usecases.planning import preview

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")


def add_to(commands: Commands) -> None:
    """Add ``plan``."""
    say = commands.language.say
    parser = commands.add("plan", say("Lay out a group's sessions around closed days."), run)
    parser.add_argument(
        "--start",
        required=True,
        metavar="DATE",
        help=say("the first session, for example 2027-01-13"),
    )
    parser.add_argument(
        "--weeks", type=int, required=True, metavar="N", help=say("the course's weeks, 14 to 20")
    )
    parser.add_argument(
        "--every", type=int, default=2, metavar="N", help=say("a session every N weeks (usually 2)")
    )
    parser.add_argument("--parity", choices=tuple(Parity), default=Parity.ANY.value,
                        help=say("even or odd ISO weeks, when every second week"))  # fmt: skip
    parser.add_argument("--keep", choices=tuple(Keep), default=Keep.COUNT.value,
                        help=say("what closed days may not cost: sessions or weeks"))  # fmt: skip
    parser.add_argument(
        "--closed",
        nargs="+",
        action="extend",
        default=[],
        metavar="FIRST..LAST",
        help=say("days on which the house is closed; may be given several times"),
    )
    parser.add_argument(
        "--house-days",
        action=argparse.BooleanOptionalAction,
        default=False,
        help=say("step around 24 and 31 December and 5 June as well"),
    )
    parser.add_argument("--format", choices=("table", "json", "ics"), default="table",
                        help=say("a table to read, JSON, or a calendar file"))  # fmt: skip
    parser.add_argument("--time", default="17:00", metavar="HH:MM",
                        help=say("when sessions start, for the calendar file"))  # fmt: skip
    parser.add_argument("--minutes", type=int, default=120, metavar="N",
                        help=say("how long sessions last, for the calendar file"))  # fmt: skip


def run(asked: Namespace, setting: Setting) -> None:
    """Print the plan in the form asked for."""
    language = setting.language
    course = Course(read_date(asked.start), asked.weeks, asked.every, Parity(asked.parity))
    periods = tuple(read_period(text) for text in asked.closed)
    starts = _time(asked.time, language)
    check_length(starts, asked.minutes)
    keep = Keep(asked.keep)
    plan = preview(course, periods, usual_house_days=asked.house_days, keep=keep)
    if asked.format == "json":
        print(as_json(plan, language))
    elif asked.format == "ics":
        sessions = sessions_for_calendar(plan, starts, asked.minutes)
        paper = CalendarPaper(language.code, tuple(event_of(session) for session in sessions))
        write_out(setting.program.press.calendar(paper), language)
    else:
        print(as_table(plan, language))


def _time(text: str, language: Language) -> dt.time:
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise Declined(
            language.say(
                "'{text}' is not a time; write hours and minutes, for example 17:00.",
                text=text.strip()[:40],
            )
        )
    return dt.time(int(found[1]), int(found[2]))
