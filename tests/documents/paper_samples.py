"""Papers with plainly invented content."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import cycle, islice
from uuid import UUID

from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind, TimedItem
from groupkit.domain.attendance import Status, Tally, tally
from groupkit.domain.form import PLAIN, Form
from groupkit.domain.topic import Topic
from groupkit.language import LANGUAGES, Language
from groupkit.usecases.papers import (
    AccessPaper,
    AccessRow,
    AccessSection,
    AttendancePaper,
    AttendanceRow,
    Cell,
    ChangeLogPaper,
    ClosedLine,
    DatesLine,
    DatesPaper,
    GuidePaper,
    HandoutPaper,
    LogHeadPaper,
    LogLine,
    PlanLine,
    PlanPaper,
    RecoveryPaper,
    RunSheetPaper,
    SessionColumn,
)
from groupkit.usecases.unlock import usual_help_lines

HOUSE = "Krisecenter Ærøhavn"
GROUP = "Grønnegårdsgruppen"
FIRST = dt.date(2027, 1, 13)
WORDS = (
    *("bamok", "tirel", "fosun", "garep", "kinod", "lumas", "netik", "oprav"),
    *("rasel", "sitom", "tuver", "vonik", "balud", "demir", "felos", "golan"),
)
HEAD = tuple(f"{number:04x}" for number in range(0x1A2B, 0x1A2B + 16 * 0x0D4F, 0x0D4F))
HOSTILE = {
    "endless word": "x" * 10_000,
    "endless text": "ord " * 2_500,
    "right to left": "\u202eمرحبا שלום",
    "emoji": "🙂 👩‍👧 e\u0301 中文",
    "markup": "<b>&amp; <font color='red'>x</b> & <para>",
    "control characters": "a\x00\x07\nb\tc\ud800",
}

_STATUSES: tuple[Status | None, ...] = (
    Status.PRESENT,
    Status.PRESENT,
    Status.LATE,
    Status.PRESENT,
    Status.ABSENT_NOTICE,
    Status.LEFT_EARLY,
    None,
    Status.ABSENT_NO_NOTICE,
    Status.NOT_INVITED,
)


def topics(language: str) -> tuple[Topic, ...]:
    return ShippedLibrary().topics(language)


def handout_paper(
    topic: Topic, language: str, form: Form = PLAIN, *, discreet: bool = False
) -> HandoutPaper:
    return own_handout(topic.handout, form, discreet=discreet, language=language)


def own_handout(
    source: str, form: Form = PLAIN, *, discreet: bool = False, language: str = "da"
) -> HandoutPaper:
    form = replace(form, discreet=form.discreet or discreet)
    lines = usual_help_lines(Language(language if language in LANGUAGES else "da"))
    return HandoutPaper(language, source, form, lines, HOUSE)


def items(language: str = "da", *, times: int = 1) -> tuple[TimedItem, ...]:
    suggested = topics(language)[0].agenda * times
    agenda = Agenda(
        tuple(
            AgendaItem(UUID(int=number), item.kind, item.title, item.minutes, item.note)
            for number, item in enumerate(suggested)
        )
    )
    return agenda.timed(dt.time(17))


def run_sheet_paper(language: str = "da") -> RunSheetPaper:
    return RunSheetPaper(
        language,
        HOUSE,
        GROUP,
        "Stuen",
        ("Åse", "Mette"),
        3,
        10,
        FIRST + dt.timedelta(weeks=4),
        dt.time(17),
        dt.time(19),
        topics(language)[0].title,
        items(language),
        0,
    )


def led_items(language: str = "da") -> tuple[TimedItem, ...]:
    """Return an agenda with leaders, materials, set-ups and what to do if time is short."""
    first, second, third, *rest = (timed.item for timed in items(language))
    agenda = Agenda(
        (
            replace(first, leader="Åse", room="Stole i rundkreds", materials="Te, lommetørklæder"),
            replace(second, leader="Mette", room="stole i rundkreds", materials="Tusser", short=0),
            replace(third, leader="Åse og Mette", room="Borde i øer", materials="tusser\nPost-it"),
            *(replace(item, short=item.minutes - 2) for item in rest),
        )
    )
    return agenda.timed(dt.time(17))


def crowded_agenda() -> tuple[TimedItem, ...]:
    agenda = Agenda(
        tuple(
            AgendaItem(UUID(int=number), ItemKind.TOPIC, f"Punkt {number}", 5, "Husk det. " * 20)
            for number in range(1, 31)
        )
    )
    return agenda.timed(dt.time(17))


def attendance_paper(
    language: str = "da", *, women: int = 8, sessions: int = 10, held: int = 7, label: str = "27-{}"
) -> AttendancePaper:
    statuses = cycle(_STATUSES)
    table = [
        [
            Cell(True, status if at < held else None)
            for at, status in enumerate(islice(statuses, sessions))
        ]
        for _ in range(women)
    ]
    table[-1][0] = Cell(False, None)
    columns = tuple(
        SessionColumn(
            at + 1,
            FIRST + dt.timedelta(weeks=2 * at),
            "",
            _tally([row[at] for row in table]) if at < held else Tally(),
            at < held,
        )
        for at in range(sessions)
    )
    rows = tuple(
        AttendanceRow(label.format(number), tuple(cells), _tally(cells[:held]))
        for number, cells in enumerate(table, start=1)
    )
    total = sum((row.tally for row in rows), Tally())
    printed = dt.date(2027, 4, 16)
    return AttendancePaper(
        language, HOUSE, GROUP, ("Åse", "Mette"), columns, rows, total, printed, by_alias=False
    )


def _tally(cells: list[Cell]) -> Tally:
    return tally(cell.status for cell in cells if cell.member)


def plan_paper(language: str = "da") -> PlanPaper:
    lines = tuple(
        PlanLine(number + 1, FIRST + dt.timedelta(weeks=2 * number), "Et emne", None, "")
        for number in range(10)
    )
    moved = replace(lines[4], moved_from=dt.date(2027, 3, 3), reason="ons. 3. mar.: Vinterlukket")
    return PlanPaper(
        language,
        HOUSE,
        GROUP,
        "Stuen",
        ("Åse", "Mette"),
        dt.time(17),
        dt.time(19),
        (*lines[:4], moved, *lines[5:]),
    )


def changed_plan_paper(language: str = "da") -> PlanPaper:
    """Return the plan with all that can become of a course."""
    plan = plan_paper(language)
    lines = list(plan.lines)
    lines[2] = replace(lines[2], number=0, cancelled=True, why="Mette er syg", leaders=("Pia",))
    lines[6] = replace(lines[6], leaders=("Åse", "Karin"), place="Lokale 2", why="Mette er væk")
    lines[7] = replace(
        lines[7],
        day=lines[7].day + dt.timedelta(days=1),
        moved_from=lines[7].day,
        span=(dt.time(16), dt.time(18)),
        topic="",
    )
    closed = (
        ClosedLine(dt.date(2027, 2, 15), dt.date(2027, 2, 19), "Vinterferie"),
        ClosedLine(dt.date(2027, 3, 25), dt.date(2027, 3, 29), "Skærtorsdag, Langfredag"),
        ClosedLine(dt.date(2027, 5, 6), dt.date(2027, 5, 6), "Kristi himmelfartsdag"),
    )
    return replace(plan, lines=tuple(lines), closed=closed)


def dates_paper(
    language: str = "da", *, cards: int = 1, sessions: int = 10, every: int = 2
) -> DatesPaper:
    """Return dates of which the fourth is cancelled, and the fifth and sixth are moved."""
    lines = [
        DatesLine(FIRST + dt.timedelta(weeks=every * at), dt.time(17), dt.time(19))
        for at in range(sessions)
    ]
    day = dt.timedelta(days=1)
    lines[3] = replace(lines[3], cancelled=True)
    lines[4] = DatesLine(lines[4].day + day, dt.time(16, 30), dt.time(18), False, lines[4].day)
    lines[5] = replace(lines[5], day=lines[5].day + 7 * day, instead_of=lines[5].day)
    return DatesPaper(language, tuple(lines), cards)


def recovery_paper(language: str = "da") -> RecoveryPaper:
    return RecoveryPaper(language, WORDS, FIRST)


def change_log_paper(language: str = "da", *, lines: int = 50) -> ChangeLogPaper:
    at = dt.datetime(2027, 1, 27, 17, 5, tzinfo=dt.UTC)
    return ChangeLogPaper(
        language,
        HOUSE,
        "Åse · 1.–27. januar",
        tuple(
            LogLine(number, at, "Åse", "Ændret", f"Gruppens note · session {number}, {GROUP}")
            for number in range(lines, 0, -1)
        ),
        812,
        HEAD,
        dt.date(2027, 1, 27),
    )


def log_head_paper(language: str = "da") -> LogHeadPaper:
    return LogHeadPaper(language, 812, HEAD, dt.date(2027, 1, 27))


def access_paper(language: str = "da", *, rows: int = 30) -> AccessPaper:
    """Return a woman's own paper, with a note that fills more than a page."""
    day = dt.date(2027, 1, 27)
    note = "Hun fortalte om sin uge, og vi talte om, hvad der hjælper. " * 120
    return AccessPaper(
        language,
        HOUSE,
        "Ærna",
        "27-04",
        (
            AccessSection("needs", "Behov", (AccessRow("Sprog", "somali"),)),
            AccessSection("consent", "Samtykke", ()),
            AccessSection(
                "sessions",
                "Mødegange",
                (
                    *(AccessRow("Fremmøde", f"Til stede {n}", day) for n in range(rows)),
                    AccessRow("Note om dig", note, day),
                ),
            ),
        ),
        day,
    )


def one_of_each(language: str) -> dict[str, bytes]:
    """Return every paper of ours as PDF, by its name."""
    press, topic = PdfPress(), topics(language)[0]
    return {
        "handout": press.handout(handout_paper(topic, language, discreet=False)),
        "discreet handout": press.handout(handout_paper(topic, language, discreet=True)),
        "guide": press.guide(GuidePaper(language, topic.guide, HOUSE)),
        "run sheet": press.run_sheet(run_sheet_paper(language)),
        "led run sheet": press.run_sheet(
            replace(run_sheet_paper(language), items=led_items(language))
        ),
        "attendance": press.attendance(attendance_paper(language)),
        "plan": press.plan(plan_paper(language)),
        "changed plan": press.plan(changed_plan_paper(language)),
        "dates": press.dates(dates_paper(language)),
        "recovery sheet": press.recovery_sheet(recovery_paper(language)),
        "change log": press.change_log(change_log_paper(language)),
        "log head": press.log_head(log_head_paper(language)),
        "access paper": press.access_paper(access_paper(language)),
    }
