"""The dates for the women: when, and nothing of what, of which group, or where.

It may lie on a kitchen table or in a pocket, so it is as plain as a list of a sports club's. As
cards to cut apart there are two or four on a paper, without a page number that would stand on one.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from groupkit.documents.grid import EVERYWHERE, Cell, Rule, grid, padded
from groupkit.documents.lettering import ANDIKA, marked_up, width_of
from groupkit.documents.sheet import Margins, Sheet, bound, heading, largest
from groupkit.documents.type_scale import LINE, QUIET, RULED, TINT, TypeScale
from groupkit.language import Language
from groupkit.usecases.papers import DatesLine, DatesPaper

_LEADING = 1.3
_ROOMY, _TIGHT = 0.6, 0.2
"""The space above and below a date, in half lines."""
_SIZES = [(body / 2, _ROOMY) for body in range(34, 21, -1)]
_SIZES += [(body / 2, _TIGHT) for body in range(22, 17, -1)]
_CARD_SIZES = [(body / 2, _ROOMY) for body in range(28, 17, -1)]
_CARD_SIZES += [(body / 2, _TIGHT) for body in range(20, 15, -1)]
"""Type in points with that space, from the one that is best to read on."""
_CARD_INSET = 12 * mm
_LANDSCAPE = (A4[1], A4[0])
_LAID_OUT = {2: (_LANDSCAPE, 2, 1), 4: (A4, 2, 2)}
"""Cards on a paper: the paper's size, how many beside each other, how many above each other."""


def dates(paper: DatesPaper) -> bytes:
    """Return the dates as PDF; cards that would not hold them all become larger ones."""
    if paper.cards > 2 and (sheet := _cards(paper, 4)):
        return bound(sheet)
    if paper.cards > 1 and (sheet := _cards(paper, 2)):
        return bound(sheet)
    sheets = [_whole(paper, *size) for size in _SIZES]
    return bound(largest(sheets, 1) or sheets[-1])


def _whole(paper: DatesPaper, body: float, space: float) -> Sheet:
    scale = TypeScale(ANDIKA, body, _LEADING, paper.language)

    def story() -> list[Flowable]:
        return _list(paper, scale, sheet.width, space)

    sheet = Sheet(Language(paper.language).say("Dates"), paper.language, ANDIKA, story)
    return sheet


def _cards(paper: DatesPaper, cards: int) -> Sheet | None:
    """Return the sheet of cards in the largest type that fits, None when none does."""
    size, across, down = _LAID_OUT[cards]
    width, height = size[0] / across, size[1] / down
    inside = (width - 2 * _CARD_INSET, height - 2 * _CARD_INSET)
    for body, space in _CARD_SIZES:
        scale = TypeScale(ANDIKA, body, _LEADING, paper.language)
        if _height(_list(paper, scale, inside[0], space), inside[0]) <= inside[1]:
            break
    else:
        return None

    def story() -> list[Flowable]:
        row = [_list(paper, scale, inside[0], space, bookmarked=False) for _ in range(across)]
        rows: list[list[Cell]] = [list(row) for _ in range(down)]
        rules: list[Rule] = [
            *padded(_CARD_INSET, _CARD_INSET, _CARD_INSET, 0),
            ("INNERGRID", *EVERYWHERE, 0.6, RULED, None, (2, 3)),
        ]
        return [grid(rows, [width] * across, rules, ANDIKA, heights=[height - 0.01] * down)]

    return Sheet(
        Language(paper.language).say("Dates"),
        paper.language,
        ANDIKA,
        story,
        size=size,
        margins=Margins(0, 0, 0, 0),
        numbered=False,
    )


def _height(flowables: Sequence[Flowable], width: float) -> float:
    heights = [flowable.wrap(width, 10_000)[1] for flowable in flowables]
    between = [
        max(above.getSpaceAfter(), below.getSpaceBefore()) for above, below in pairwise(flowables)
    ]
    return sum(heights) + sum(between)


def _list(
    paper: DatesPaper, scale: TypeScale, width: float, space: float, *, bookmarked: bool = True
) -> list[Flowable]:
    language = Language(paper.language)
    usual = _usual(paper.lines)
    title = language.say("Dates")
    flowables: list[Flowable] = [
        heading(title, ANDIKA, scale.title)
        if bookmarked
        else Paragraph(marked_up(title, ANDIKA), scale.title)
    ]
    if usual is not None:
        flowables.append(Paragraph(marked_up(_when(usual, paper, language), ANDIKA), scale.text))
        flowables.append(_table(paper, usual, scale, width, space))
    return flowables


@dataclass(frozen=True)
class _Usual:
    """What most of the dates have in common; ``example`` is one such day."""

    example: dt.date
    starts: dt.time
    ends: dt.time

    def fits(self, line: DatesLine) -> bool:
        same_day = line.day.weekday() == self.example.weekday()
        return same_day and (line.starts, line.ends) == (self.starts, self.ends)


def _usual(lines: Sequence[DatesLine]) -> _Usual | None:
    going = [line for line in lines if not line.cancelled] or list(lines)
    if not going:
        return None
    counted = Counter((line.day.weekday(), line.starts, line.ends) for line in going)
    [((weekday, starts, ends), _)] = counted.most_common(1)
    example = next(line.day for line in going if line.day.weekday() == weekday)
    return _Usual(example, starts, ends)


def _when(usual: _Usual, paper: DatesPaper, language: Language) -> str:
    when = language.say(
        "{days} at {span}",
        days=language.start(language.weekdays_plural(usual.example)),
        span=language.hours(usual.starts, usual.ends),
    )
    years = sorted({line.day.year for line in paper.lines})
    return f"{when} · {'–'.join(str(year) for year in sorted({years[0], years[-1]}))}"


def _table(
    paper: DatesPaper, usual: _Usual, scale: TypeScale, width: float, space: float
) -> Flowable:
    language = Language(paper.language)
    rows = [_row(line, usual, scale, language) for line in paper.lines]
    above = scale.gap * space
    rules: list[Rule] = [
        *padded(4, above, 4, above),
        # Week and date stand on one line.
        ("TOPPADDING", (0, 0), (0, -1), above + scale.tight.fontSize - scale.note.fontSize),
        ("LINEABOVE", *EVERYWHERE, 0.6, LINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.6, LINE),
    ]
    rules += [
        ("BACKGROUND", (0, at), (-1, at), TINT)
        for at, line in enumerate(paper.lines)
        if _exceptions(line, usual, language)
    ]
    weeks = (language.week(line.day) for line in paper.lines)
    first = max(width_of(week, ANDIKA.regular, scale.note.fontSize) for week in weeks) + 10
    return grid(rows, [first, width - first], rules, ANDIKA)


def _row(line: DatesLine, usual: _Usual, scale: TypeScale, language: Language) -> list[Cell]:
    week = ParagraphStyle("week", scale.note, leading=scale.tight.leading)
    odd = _exceptions(line, usual, language)
    day = marked_up(language.date_and_month(line.day), ANDIKA)
    if line.cancelled:
        day = f'<font color="{QUIET.hexval()}"><strike>{day}</strike></font>'
    words: list[Flowable] = [Paragraph(day, scale.strong if odd else scale.tight)]
    if odd:
        words.append(Paragraph(marked_up(" · ".join(odd), ANDIKA), scale.note))
    return [Paragraph(marked_up(language.week(line.day), ANDIKA), week), words]


def _exceptions(line: DatesLine, usual: _Usual, language: Language) -> list[str]:
    """Return what is not as usual about a date, in words, [] when all is."""
    if line.cancelled:
        return [language.pick("date", "Cancelled")]
    said = []
    if not usual.fits(line):
        said.append(
            language.say(
                "{day} at {span}",
                day=language.start(language.weekday(line.day)),
                span=language.hours(line.starts, line.ends),
            )
        )
    if line.instead_of:
        said.append(language.say("instead of {day}", day=language.date_and_month(line.instead_of)))
    return [language.start(said[0]), *said[1:]] if said else []
