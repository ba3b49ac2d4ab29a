"""The change log's head on one page, kept where whoever has the laptop doesn't reach it."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer

from groupkit.documents.blocks import Item, Mark, Run
from groupkit.documents.grid import EVERYWHERE, Cell, grid, padded
from groupkit.documents.lettering import ANDIKA, marked_up
from groupkit.documents.setting import Setter
from groupkit.documents.sheet import Sheet, bound, heading
from groupkit.documents.type_scale import EDGE, TINT, TypeScale
from groupkit.documents.words import lines_to_write
from groupkit.language import Language
from groupkit.usecases.papers import LogHeadPaper

_ROW = 4
_GROUP_SIZE, _NUMBER_SIZE = 20, 26


def log_head(paper: LogHeadPaper) -> bytes:
    """Return the head as PDF; it says nothing of the house."""
    language = Language(paper.language)
    scale = TypeScale(ANDIKA, 11.5, 1.4, paper.language)
    say = language.say

    def story() -> list[Flowable]:
        return [
            heading(say("Head of the log"), ANDIKA, scale.title),
            _paragraph(
                say(
                    "The program's change log notes who did what, and when. Each line is chained "
                    "to all lines before it. This number and these signs belong to the newest "
                    "line on the day of printing: with them, nobody can change or take away an "
                    "earlier line without it being found."
                ),
                scale,
            ),
            Spacer(0, scale.gap * 0.6),
            _number(paper.number, scale, language),
            _grid(paper.groups, scale, sheet.width),
            *_advice(scale, language, sheet.width),
            *_signed(paper, scale, language),
        ]

    sheet = Sheet(say("Head of the log"), paper.language, ANDIKA, story)
    return bound(sheet)


def _paragraph(words: str, scale: TypeScale) -> Paragraph:
    return Paragraph(marked_up(words, ANDIKA), scale.text)


def _number(number: int, scale: TypeScale, language: Language) -> Flowable:
    size = _NUMBER_SIZE
    big = ParagraphStyle("number", scale.strong, fontSize=size, leading=size * 1.5, spaceAfter=6)
    said = language.say("No. {number}", number=number)
    return Paragraph(marked_up(said, ANDIKA), big)


def _grid(groups: tuple[str, ...], scale: TypeScale, width: float) -> Flowable:
    size = _GROUP_SIZE
    big = ParagraphStyle("group", scale.strong, fontSize=size, leading=size * 1.35)
    cells: list[Cell] = [Paragraph(group, big) for group in groups]
    rows = [cells[at : at + _ROW] for at in range(0, len(cells), _ROW)]
    rules = [
        *padded(16, 8, 4, 12),
        ("VALIGN", *EVERYWHERE, "MIDDLE"),
        ("BACKGROUND", *EVERYWHERE, TINT),
        ("GRID", *EVERYWHERE, 0.8, EDGE),
    ]
    return grid(rows, [width / _ROW] * _ROW, rules, ANDIKA, after=scale.gap)


def _advice(scale: TypeScale, language: Language, width: float) -> list[Flowable]:
    say = language.say
    advice = (
        say("Keep it away from the laptop, with somebody who does not use the program if you can."),
        say("It opens nothing and tells nothing of what is in the program."),
        say("Print a new one now and then, and keep the old ones: each proves its own time."),
        say(
            "To use it, choose '{choice}' in the change log and type the number and the signs "
            "row by row.",
            choice=say("Verify"),
        ),
    )
    items = [Item(Mark.BULLET, 1, 0, (Run(words),)) for words in advice]
    title = heading(say("What it is for"), ANDIKA, scale.heading(2), 1)
    return [title, *Setter(scale, width).flow(items)]


def _signed(paper: LogHeadPaper, scale: TypeScale, language: Language) -> list[Flowable]:
    say = language.say
    printed = say("Printed {day}", day=language.date_long(paper.printed))
    labels = (say("Printed and put away by:"), say("Date and signature:"))
    return [
        Spacer(0, scale.gap),
        _paragraph(printed, scale),
        *(part for label in labels for part in lines_to_write((Run(label),), 1, scale)),
    ]
