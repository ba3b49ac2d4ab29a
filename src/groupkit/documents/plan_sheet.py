"""A group's plan: its sessions by week, and why some moved."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from groupkit.documents.grid import Cell, grid, padded
from groupkit.documents.lettering import LATO, marked_up
from groupkit.documents.masthead import masthead
from groupkit.documents.sheet import Sheet, bound
from groupkit.documents.type_scale import ACCENT, LINE, TypeScale
from groupkit.language import Language
from groupkit.usecases.papers import PlanLine, PlanPaper

_NUMBER, _WEEK, _DAY = 12 * mm, 16 * mm, 60 * mm


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
    sessions = language.count("{n} session", "{n} sessions", len(paper.lines))
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
    rows += [_row(line, scale, language) for line in paper.lines]
    rules = [
        *padded(4, 4, 6, 7),
        ("LINEBELOW", (0, 0), (-1, 0), 1, ACCENT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.6, LINE),
    ]
    columns = [_NUMBER, _WEEK, _DAY, width - _NUMBER - _WEEK - _DAY]
    return grid(rows, columns, rules, LATO, heads=1)


def _row(line: PlanLine, scale: TypeScale, language: Language) -> list[Cell]:
    day = language.date_long(line.day)
    topic: list[Flowable] = []
    if line.topic or not line.moved_from:
        topic.append(Paragraph(marked_up(line.topic or "–", LATO), scale.tight))
    if line.moved_from:
        moved = language.say("Moved from {day}", day=language.date_day(line.moved_from))
        because = f" – {line.reason}" if line.reason else ""
        topic.append(Paragraph(marked_up(moved + because, LATO), scale.small))
    return [
        Paragraph(str(line.number), scale.strong),
        Paragraph(str(line.day.isocalendar().week), scale.tight),
        Paragraph(marked_up(day[:1].upper() + day[1:], LATO), scale.tight),
        topic,
    ]
