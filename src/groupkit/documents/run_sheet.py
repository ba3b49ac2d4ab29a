"""The facilitators' sheet for one session, to lie on the table: clock times to see from afar."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from groupkit.documents.drawn import Hung, RestOfPage, tick_box
from groupkit.documents.grid import EVERYWHERE, Cell, Rule, grid, padded
from groupkit.documents.lettering import LATO, marked_up
from groupkit.documents.masthead import masthead
from groupkit.documents.sheet import Sheet, bound, largest
from groupkit.documents.type_scale import LINE, TINT, TypeScale
from groupkit.domain.agenda import ItemKind, TimedItem
from groupkit.language import Language
from groupkit.usecases.papers import RunSheetPaper

_BODIES = (13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9)
_LEADING = 1.36
_LEAST_LINES = 4
_TICK, _CLOCK, _MINUTES = 10 * mm, 27 * mm, 20 * mm


def run_sheet(paper: RunSheetPaper) -> bytes:
    """Return the run sheet as PDF, on one page as long as the agenda lets it."""
    sheets = [_sheet(paper, body) for body in _BODIES]
    return bound(largest(sheets, 1) or sheets[-1])


def _sheet(paper: RunSheetPaper, body: float) -> Sheet:
    language = Language(paper.language)
    scale = TypeScale(LATO, body, _LEADING, paper.language)
    title = language.say("Run sheet {number}", number=paper.number)
    foot = language.say("No woman is named on this sheet.")

    def story() -> list[Flowable]:
        return [
            _head(paper, scale, language, sheet.width),
            *_agenda(paper, scale, language, sheet.width),
            RestOfPage(marked_up(language.say("Room for notes"), LATO), _LEAST_LINES, scale),
        ]

    sheet = Sheet(title, paper.language, LATO, story, " · ".join(filter(None, (paper.house, foot))))
    return sheet


def _head(paper: RunSheetPaper, scale: TypeScale, language: Language, width: float) -> Flowable:
    say = language.say
    above = say(
        "{group} · session {number} of {sessions}",
        group=paper.group,
        number=paper.number,
        sessions=paper.sessions,
    )
    when = " · ".join(
        (
            language.date_long(paper.day),
            language.week(paper.day),
            language.span(paper.starts, paper.ends),
        )
    )
    where = " · ".join(filter(None, (paper.place, language.listed(paper.facilitators))))
    title = paper.topic or say("Run sheet")
    facts = [when[:1].upper() + when[1:], where]
    return masthead(above, title, facts, say("For facilitators only"), scale, width)


def _agenda(
    paper: RunSheetPaper, scale: TypeScale, language: Language, width: float
) -> list[Flowable]:
    if not paper.items:
        return [Paragraph(marked_up(language.say("No agenda yet."), LATO), scale.text)]
    rows = [_row(item, scale, language) for item in paper.items]
    top = scale.gap * 0.8
    rules = [
        *padded(4, top, 4, scale.gap * 0.75),
        *_on_one_baseline(scale, top),
        ("LINEBELOW", *EVERYWHERE, 0.6, LINE),
        ("LINEABOVE", (0, 0), (-1, 0), 0.6, LINE),
    ]
    rules += [
        ("BACKGROUND", (0, row), (-1, row), TINT)
        for row, timed in enumerate(paper.items)
        if timed.item.kind is ItemKind.BREAK
    ]
    columns = [_TICK, _CLOCK, width - _TICK - _CLOCK - _MINUTES, _MINUTES]
    ends = Paragraph(marked_up(_ending(paper, language), LATO), scale.small)
    return [grid(rows, columns, rules, LATO, after=4), ends]


def _on_one_baseline(scale: TypeScale, top: float) -> list[Rule]:
    """Return the paddings that let clock, title and minutes stand on one line."""
    sizes = {1: scale.display.fontSize, 3: scale.small.fontSize}
    return [
        ("TOPPADDING", (column, 0), (column, -1), top + scale.body - size)
        for column, size in sizes.items()
    ]


def _row(timed: TimedItem, scale: TypeScale, language: Language) -> list[Cell]:
    item = timed.item
    words: list[Flowable] = [Paragraph(marked_up(item.title, LATO), scale.strong)]
    if item.note:
        words.append(Paragraph("<br/>".join(_lines(item.note)), scale.note))
    minutes = language.say("{minutes} min", minutes=item.minutes)
    clock = ParagraphStyle("clock", scale.display, leading=scale.strong.leading)
    right = ParagraphStyle("minutes", scale.small_right, leading=scale.strong.leading)
    return [
        Hung(Paragraph("&nbsp;", scale.strong), scale.body * 1.5, tick_box(scale.body * 1.15)),
        Paragraph(marked_up(language.time(timed.starts), LATO), clock),
        words,
        Paragraph(marked_up(minutes, LATO), right),
    ]


def _lines(note: str) -> list[str]:
    return [marked_up(line, LATO) for line in note.split("\n")]


def _ending(paper: RunSheetPaper, language: Language) -> str:
    ends = language.say("The agenda ends at {time}", time=language.time(paper.items[-1].ends))
    if paper.spare > 0:
        rest = language.count("{n} minute to spare", "{n} minutes to spare", paper.spare)
    elif paper.spare < 0:
        rest = language.count("{n} minute too long", "{n} minutes too long", -paper.spare)
    else:
        rest = ""
    return " · ".join(filter(None, (ends, rest)))
