"""``groupkit print calendar``: sessions as a calendar file that others may see."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from pathlib import Path

from groupkit.cli.command import Commands, add_output, add_passphrase
from groupkit.cli.opened import opened
from groupkit.cli.setting import Setting
from groupkit.cli.writing import write
from groupkit.domain import text
from groupkit.domain.refusal import Field
from groupkit.usecases.calendar_export import Calendars
from groupkit.usecases.finding import get_group_named
from groupkit.usecases.papers import CalendarFile
from groupkit.usecases.ports import OpenStore

_STILL_SHOWN = dt.timedelta(days=31)
"""How long ago a facilitator's own sessions may be, for a calendar to hear of late changes."""


def add_to(papers: Commands) -> None:
    """Add ``calendar``."""
    say, language = papers.language.say, papers.language
    parser = papers.add(
        "calendar",
        say("Sessions as a calendar file (.ics) that says nothing of what they are."),
        run,
    )
    parser.add_argument(
        "--store", type=Path, metavar="STORE", required=True, help=say("the folder of the store")
    )
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("--group", metavar="NAME", help=say("the whole course of this group"))
    whose.add_argument(
        "--facilitator", metavar="NAME", help=say("what this person leads, in all groups")
    )
    parser.add_argument(
        "--title",
        default="",
        metavar="WORDS",
        help=say("a title of your own, without telling words"),
    )
    add_passphrase(parser, language)
    add_output(parser, language)


def run(asked: Namespace, setting: Setting) -> None:
    """Write the calendar file."""
    of_group = asked.group is not None
    name = text.line(
        asked.group if of_group else asked.facilitator,
        Field.GROUP if of_group else Field.FACILITATOR,
    )
    with opened(asked.store, asked.passphrase_fd, setting) as store:
        file = _file(store, name, asked.title, setting, of_group=of_group)
    write(asked.output, file.data, setting.language)


def _file(
    store: OpenStore, name: str, title: str, setting: Setting, *, of_group: bool
) -> CalendarFile:
    calendars = Calendars(setting.program.library, setting.program.press, setting.language)
    if not of_group:
        since = setting.today - _STILL_SHOWN
        return calendars.of_facilitator(store, name, since, title)
    with store.work() as work:
        group_id = get_group_named(work, name).id
    return calendars.of_group(store, group_id, title)
