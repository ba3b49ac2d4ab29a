"""``groupkit print agenda``, ``attendance``, ``plan`` and ``dates``: the papers of one group."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass

from groupkit.cli.command import Commands, add_group, add_output
from groupkit.cli.declined import Declined
from groupkit.cli.one_session import only_session
from groupkit.cli.opened import opened
from groupkit.cli.setting import Setting
from groupkit.cli.writing import write
from groupkit.domain import text
from groupkit.domain.group import Group
from groupkit.domain.refusal import Field
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.usecases.finding import get_group_named
from groupkit.usecases.looking import note_attendance_printed
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.printing import Printer
from groupkit.usecases.reporting import attendance_paper


def add_to(papers: Commands) -> None:
    """Add the papers."""
    say, language = papers.language.say, papers.language
    agenda = papers.add("agenda", say("The facilitators' run sheet of one session."), run_agenda)
    attendance = papers.add(
        "attendance", say("The group's attendance summary, for the team."), run_attendance
    )
    plan = papers.add("plan", say("The group's plan."), run_plan)
    dates = papers.add("dates", say("The dates for the women, and nothing else."), run_dates)
    for parser in (agenda, attendance, plan, dates):
        add_group(parser, language)
        add_output(parser, language)
    agenda.add_argument("--session", type=int, metavar="N",
                        help=say("the session's number; without it the next one"))  # fmt: skip
    attendance.add_argument("--session", type=int, metavar="N",
                            help=say("only the session of that number"))  # fmt: skip
    attendance.add_argument("--by-alias", action="store_true",
                            help=say("name the women by alias instead of by number"))  # fmt: skip

    dates.add_argument("--cards", type=int, choices=(1, 2, 4), default=1,
                       help=say("how many times on the paper, to cut apart"))  # fmt: skip


def run_agenda(asked: Namespace, setting: Setting) -> None:
    """Write the run sheet of the session asked for, or of the next one."""
    name = _checked(asked.group)
    with opened(asked.store, asked.passphrase_fd, setting) as store:
        found = _find(store, name)
        session = _session(found, asked.session, setting)
        pdf = _printer(setting).run_sheet(store, session.id).pdf
    write(asked.output, pdf, setting.language)


def run_attendance(asked: Namespace, setting: Setting) -> None:
    """Write the attendance summary of the whole group, or of one session."""
    name = _checked(asked.group)
    with opened(asked.store, asked.passphrase_fd, setting) as store:
        found = _find(store, name)
        paper = attendance_paper(
            store,
            found.group.id,
            setting.program.library,
            setting.language,
            today=setting.today,
            by_alias=asked.by_alias,
        )
        if asked.session is not None:
            session = _session(found, asked.session, setting)
            paper = only_session(paper, found.sessions.index(session))
        note_attendance_printed(store, found.group.id)
    write(asked.output, setting.program.press.attendance(paper), setting.language)


def run_plan(asked: Namespace, setting: Setting) -> None:
    """Write the group's plan."""
    name = _checked(asked.group)
    with opened(asked.store, asked.passphrase_fd, setting) as store:
        pdf = _printer(setting).plan(store, _find(store, name).group.id).pdf
    write(asked.output, pdf, setting.language)


def run_dates(asked: Namespace, setting: Setting) -> None:
    """Write the dates to come, or all when the group is over."""
    name = _checked(asked.group)
    with opened(asked.store, asked.passphrase_fd, setting) as store:
        group_id = _find(store, name).group.id
        printer = _printer(setting)
        pdf = printer.dates(store, group_id, since=setting.today, cards=asked.cards).pdf
    write(asked.output, pdf, setting.language)


@dataclass(frozen=True)
class _Found:
    group: Group
    sessions: tuple[Session, ...]


def _checked(name: str) -> str:
    """Return a group's name as the store keeps it, refused before a store is opened for it."""
    return text.line(name, Field.GROUP)


def _find(store: OpenStore, name: str) -> _Found:
    with store.work() as work:
        group = get_group_named(work, name)
        return _Found(group, work.sessions.of_group(group.id))


def _session(found: _Found, number: int | None, setting: Setting) -> Session:
    if number is None:
        return _next_session(found, setting)
    for session in found.sessions:
        if session.number == number:
            return session
    raise Declined(_no_such_session(number, len(found.sessions), setting.language))


def _next_session(found: _Found, setting: Setting) -> Session:
    for session in found.sessions:
        if session.day >= setting.today:
            return session
    raise Declined(
        setting.language.say("The group has no session to come; choose one with --session.")
    )


def _no_such_session(number: int, sessions: int, language: Language) -> str:
    return language.count(
        "There is no session {number}; the group has {n} session.",
        "There is no session {number}; the group has {n} sessions.",
        sessions,
        number=str(number)[:20],
    )


def _printer(setting: Setting) -> Printer:
    return Printer(setting.program.library, setting.program.press, setting.language)
