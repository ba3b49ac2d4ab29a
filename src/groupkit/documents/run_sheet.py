"""The facilitators' sheet for one session, to lie on the table: clock times to see from afar."""

from __future__ import annotations

import datetime as dt

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from groupkit.documents.drawn import Hung, RestOfPage, tick_box
from groupkit.documents.grid import EVERYWHERE, Cell, Rule, grid, padded
from groupkit.documents.lettering import LATO, marked_up, width_of
from groupkit.documents.masthead import masthead
from groupkit.documents.sheet import Sheet, bound, largest
from groupkit.documents.type_scale import BLACK, COLOUR, TypeScale
from groupkit.documents.what_is_needed import what_is_needed
from groupkit.domain.agenda import LEFT_OUT, ItemKind, TimedItem, minutes_if_short
from groupkit.domain.setting_up import things
from groupkit.language import Language
from groupkit.usecases.papers import RunSheetPaper

_BODIES = (13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9)
_LEADING = 1.36
_LEAST_LINES = 4
_TICK, _MINUTES = 10 * mm, 20 * mm
_CLOCK = 3.5
"""The column of clock times, as many times as wide as its letters are high."""
_MOST_FOR_LEADER = 0.22
_NONE = "–"


def run_sheet(paper: RunSheetPaper) -> bytes:
    """Return the run sheet as PDF, on one page as long as the agenda lets it."""
    return bound(run_sheet_pages(paper))


def run_sheet_pages(paper: RunSheetPaper) -> Sheet:
    """Return the run sheet in the size of letters that it is printed in."""
    sheets = [_sheet(paper, body) for body in _BODIES]
    return largest(sheets, 1) or sheets[-1]


def _sheet(paper: RunSheetPaper, body: float) -> Sheet:
    language = Language(paper.language)
    palette = BLACK if paper.black else COLOUR
    scale = TypeScale(LATO, body, _LEADING, paper.language, palette=palette)
    title = language.say("Run sheet {number}", number=paper.number)
    foot = language.say("No woman is named on this sheet.")

    def story() -> list[Flowable]:
        return [
            _head(paper, scale, language, sheet.width),
            *_agenda(paper, scale, language, sheet.width),
            *what_is_needed(paper.items, scale, language, sheet.width),
            RestOfPage(marked_up(language.say("Room for notes"), LATO), _LEAST_LINES, scale),
        ]

    foot = " · ".join(filter(None, (paper.house, foot)))
    sheet = Sheet(title, paper.language, LATO, story, foot, foot_color=palette.quiet)
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
    where = " · ".join(filter(None, (paper.place, language.listed(_led_by(paper, language)))))
    title = paper.topic or say("Run sheet")
    facts = [when[:1].upper() + when[1:], where]
    return masthead(above, title, facts, say("For facilitators only"), scale, width)


def _led_by(paper: RunSheetPaper, language: Language) -> list[str]:
    """Return who leads, a substitute with that word."""
    return [
        language.say("{name} (substitute)", name=name) if name in paper.substitutes else name
        for name in paper.facilitators
    ]


def _agenda(
    paper: RunSheetPaper, scale: TypeScale, language: Language, width: float
) -> list[Flowable]:
    if not paper.items:
        return [Paragraph(marked_up(language.say("No agenda yet."), LATO), scale.text)]
    leader = _leader_width(paper, scale, width)
    rows = [_row(item, scale, language, has_leader=bool(leader)) for item in paper.items]
    top = scale.gap * 0.8
    rules = [
        *padded(4, top, 4, scale.gap * 0.75),
        *_on_one_baseline(scale, top),
        ("LINEBELOW", *EVERYWHERE, 0.6, scale.palette.line),
        ("LINEABOVE", (0, 0), (-1, 0), 0.6, scale.palette.line),
    ]
    rules += [
        ("BACKGROUND", (0, row), (-1, row), scale.palette.tint)
        for row, timed in enumerate(paper.items)
        if timed.item.kind is ItemKind.BREAK
    ]
    clock = scale.display.fontSize * _CLOCK
    words = width - _TICK - clock - leader - _MINUTES
    columns = [_TICK, clock, words, *([leader] if leader else []), _MINUTES]
    ends = [
        Paragraph(marked_up(line, LATO), scale.small)
        for line in (_ending(paper, language), _if_short(paper, language))
        if line
    ]
    return [grid(rows, columns, rules, LATO, after=4), *ends]


def _leader_width(paper: RunSheetPaper, scale: TypeScale, width: float) -> float:
    """Return the width of the column of names: as wide as the longest, 0 without any."""
    names = [timed.item.leader for timed in paper.items if timed.item.leader]
    if not names:
        return 0
    widest = max(width_of(name, LATO.regular, scale.small.fontSize) for name in names)
    return min(widest + 10, width * _MOST_FOR_LEADER)


def _on_one_baseline(scale: TypeScale, top: float) -> list[Rule]:
    """Return the paddings that let clock, title, leader and minutes stand on one line."""
    small = scale.small.fontSize
    sizes = {1: scale.display.fontSize, -2: small, -1: small, 2: scale.strong.fontSize}
    return [
        ("TOPPADDING", (column, 0), (column, -1), top + scale.body - size)
        for column, size in sizes.items()
    ]


def _row(timed: TimedItem, scale: TypeScale, language: Language, *, has_leader: bool) -> list[Cell]:
    item = timed.item
    clock = ParagraphStyle("clock", scale.display, leading=scale.strong.leading)
    beside = ParagraphStyle(
        "beside", scale.small, leading=scale.strong.leading, textColor=scale.palette.ink
    )
    leader = [Paragraph(marked_up(item.leader, LATO), beside)] if has_leader else []
    return [
        Hung(
            Paragraph("&nbsp;", scale.strong), scale.body * 1.5, tick_box(scale.body * 1.15, scale)
        ),
        Paragraph(marked_up(language.time(timed.starts), LATO), clock),
        _words(timed, scale, language),
        *leader,
        _minutes(timed, scale, language),
    ]


def _words(timed: TimedItem, scale: TypeScale, language: Language) -> list[Flowable]:
    item, say = timed.item, language.say
    words: list[Flowable] = [Paragraph(marked_up(item.title, LATO), scale.strong)]
    if item.note:
        words.append(Paragraph("<br/>".join(_lines(item.note)), scale.note))
    needed = ", ".join(things(item.materials))
    for label, text in ((say("Materials"), needed), (say("Room"), item.room)):
        if text:
            said = f"<b>{marked_up(label, LATO)}</b>  {marked_up(text, LATO)}"
            words.append(Paragraph(said, scale.small))
    return words


def _minutes(timed: TimedItem, scale: TypeScale, language: Language) -> list[Flowable]:
    item = timed.item
    right = ParagraphStyle("minutes", scale.small_right, leading=scale.strong.leading)
    minutes = language.say("{minutes} min", minutes=item.minutes)
    cell: list[Flowable] = [Paragraph(marked_up(minutes, LATO), right)]
    if item.short is not None:
        short = _NONE if item.short == LEFT_OUT else str(item.short)
        cell.append(Paragraph(marked_up(f"({short})", LATO), scale.small_right))
    return cell


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


def _if_short(paper: RunSheetPaper, language: Language) -> str:
    """Return what the minutes in brackets mean and when it would end, '' without any."""
    items = [timed.item for timed in paper.items]
    shorts = [item.short for item in items if item.short is not None]
    if not shorts:
        return ""
    say = language.say
    saved = sum(item.minutes - minutes_if_short(item) for item in items)
    last = dt.datetime.combine(paper.day, paper.items[-1].ends) - dt.timedelta(minutes=saved)
    brackets = say("In brackets: minutes if short of time")
    out = say("({sign}): left out", sign=_NONE) if LEFT_OUT in shorts else ""
    ends = say("it then ends at {time}", time=language.time(last.time()))
    return " · ".join(filter(None, (brackets, out, ends)))
