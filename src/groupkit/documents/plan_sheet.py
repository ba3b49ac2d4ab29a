"""A group's plan for the team: its sessions by week, what changed and why, and what is closed."""

from __future__ import annotations

import datetime as dt

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from groupkit.documents.grid import Cell, Rule, grid, padded
from groupkit.documents.lettering import LATO, marked_up
from groupkit.documents.masthead import masthead
from groupkit.documents.sheet import Sheet, bound
from groupkit.documents.type_scale import ACCENT, LINE, QUIET, TINT, TypeScale
from groupkit.language import Language
from groupkit.usecases.papers import ClosedLine, PlanLine, PlanPaper

_NUMBER, _WEEK, _DAY = 12 * mm, 18 * mm, 62 * mm


def plan(paper: PlanPaper) -> bytes:
    """Return the plan as PDF."""
    language = Language(paper.language)
    scale = TypeScale(LATO, 10.5, 1.36, paper.language)

    def story() -> list[Flowable]:
        return [_head(paper, scale, language, sheet.width), _table(paper, scale, sheet.width)]

    sheet = Sheet(language.say("Plan"), paper.language, LATO, story, paper.house)
    return bound(sheet)


def _head(paper: PlanPaper, scale: TypeScale, language: Language, width: float) -> Flowable:
    say = language.say
    going = [line for line in paper.lines if not line.cancelled]
    sessions = language.count("{n} session", "{n} sessions", len(going))
    if cancelled := len(paper.lines) - len(going):
        left_out = language.count("{n} cancelled", "{n} cancelled", cancelled)
        sessions += f" ({left_out})"
    if paper.lines:
        first, last = paper.lines[0].day, paper.lines[-1].day
        days = f"{language.date_short(first)} – {language.date_short(last)}"
        sessions = " · ".join((sessions, days, language.span(paper.starts, paper.ends)))
    where = " · ".join(filter(None, (paper.place, language.listed(paper.facilitators))))
    return masthead(say("Plan"), paper.group, [sessions, where], say("For the team"), scale, width)


def _table(paper: PlanPaper, scale: TypeScale, width: float) -> Flowable:
    language = Language(paper.language)
    say = language.say
    heads = (say("No."), say("Week"), say("Date"), say("Topic"))
    rows: list[list[Cell]] = [[Paragraph(marked_up(word, LATO), scale.small) for word in heads]]
    rules: list[Rule] = [
        *padded(4, 4, 6, 7),
        ("LINEBELOW", (0, 0), (-1, 0), 1, ACCENT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.6, LINE),
    ]
    for line in _in_order(paper):
        if isinstance(line, ClosedLine):
            at = len(rows)
            rules += [
                ("BACKGROUND", (0, at), (-1, at), TINT),
                ("TOPPADDING", (0, at), (-1, at), 2),
                ("BOTTOMPADDING", (0, at), (-1, at), 4),
            ]
            rows.append(_closed_row(line, scale, language))
        else:
            rows.append(_row(line, scale, language))
    columns = [_NUMBER, _WEEK, _DAY, width - _NUMBER - _WEEK - _DAY]
    return grid(rows, columns, rules, LATO, heads=1)


def _in_order(paper: PlanPaper) -> list[PlanLine | ClosedLine]:
    """Return sessions and closed days by day; a session cancelled within closed days follows."""
    placed: list[tuple[dt.date, int, PlanLine | ClosedLine]] = [
        *((closed.first, 0, closed) for closed in paper.closed),
        *((line.day, 1, line) for line in paper.lines),
    ]
    return [line for _, _, line in sorted(placed, key=lambda each: each[:2])]


def _closed_row(closed: ClosedLine, scale: TypeScale, language: Language) -> list[Cell]:
    weeks = dict.fromkeys(str(day.isocalendar().week) for day in (closed.first, closed.last))
    days = dict.fromkeys(language.date_day(day) for day in (closed.first, closed.last))
    return [
        "",
        Paragraph("–".join(weeks), scale.small),
        Paragraph(marked_up(language.start(" – ".join(days)), LATO), scale.small),
        Paragraph(marked_up(closed.name, LATO), scale.small),
    ]


def _row(line: PlanLine, scale: TypeScale, language: Language) -> list[Cell]:
    day = marked_up(language.start(language.date_long(line.day)), LATO)
    topic = marked_up(line.topic or "–", LATO)
    if line.cancelled:
        day, topic = (
            f'<font color="{QUIET.hexval()}"><strike>{words}</strike></font>'
            for words in (day, topic)
        )
    cells: list[Flowable] = []
    if line.cancelled:
        said = marked_up(language.pick("session", "Cancelled"), LATO)
        cells.append(Paragraph(said, scale.strong))
    notes = _notes(line, language)
    if line.topic or not (line.cancelled or notes):
        cells.append(Paragraph(topic, scale.tight))
    cells += [Paragraph(marked_up(note, LATO), scale.small) for note in notes]
    return [
        Paragraph("–" if line.cancelled else str(line.number), scale.strong),
        Paragraph(str(line.day.isocalendar().week), scale.tight),
        Paragraph(day, scale.tight),
        cells,
    ]


def _notes(line: PlanLine, language: Language) -> list[str]:
    """Return what is not as the group's plan says, a line each."""
    say = language.say
    notes = []
    if line.moved_from:
        moved = say("Moved from {day}", day=language.date_day(line.moved_from))
        notes.append(f"{moved} – {line.reason}" if line.reason else moved)
    if line.span:
        notes.append(say("At {span}", span=language.span(*line.span)))
    if line.leaders:
        notes.append(say("Led by {names}", names=language.listed(line.leaders)))
    if line.place:
        notes.append(say("Place: {place}", place=line.place))
    why = [line.why] if line.why else []
    # Who would have led a cancelled session, and where, is of no use any more.
    return why if line.cancelled else notes + why
