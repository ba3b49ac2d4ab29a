"""The facilitators' sheet between their own papers and those to hand out."""

from __future__ import annotations

from reportlab.platypus import Flowable, Paragraph, Spacer

from groupkit.documents.grid import Cell, Rule, grid, padded
from groupkit.documents.lettering import LATO, marked_up, width_of
from groupkit.documents.masthead import masthead
from groupkit.documents.sheet import Sheet
from groupkit.documents.type_scale import BLACK, COLOUR, TypeScale
from groupkit.language import Language
from groupkit.usecases.papers import DividerPaper

_BODY, _LEADING = 13, 1.4


def divider_pages(paper: DividerPaper) -> Sheet:
    """Return the sheet; it says what lies below it, by the titles that anyone may see."""
    language = Language(paper.language)
    palette = BLACK if paper.black else COLOUR
    scale = TypeScale(LATO, _BODY, _LEADING, paper.language, palette=palette)
    title = language.say("To hand out")

    def story() -> list[Flowable]:
        mark = language.say("For facilitators only")
        said = language.say("These sheets lie below this one, in this order.")
        return [
            masthead("", title, [said], mark, scale, sheet.width),
            Spacer(0, scale.gap),
            _lines(paper, scale, sheet.width),
        ]

    sheet = Sheet(title, paper.language, LATO, story, numbered=False, foot_color=palette.quiet)
    return sheet


def _lines(paper: DividerPaper, scale: TypeScale, width: float) -> Flowable:
    copies = [f"{line.copies} ×" for line in paper.lines]
    first = max(width_of(each, LATO.bold, scale.display.fontSize) for each in copies) + 20
    rows: list[list[Cell]] = [
        [
            Paragraph(marked_up(each, LATO), scale.display),
            [
                Paragraph(marked_up(line.title, LATO), scale.strong),
                Paragraph(marked_up(line.said, LATO), scale.note),
            ],
        ]
        for each, line in zip(copies, paper.lines, strict=True)
    ]
    rules: list[Rule] = [
        *padded(4, scale.gap * 0.8, 4, scale.gap * 0.8),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, scale.palette.line),
        ("LINEABOVE", (0, 0), (-1, 0), 0.6, scale.palette.line),
    ]
    return grid(rows, [first, width - first], rules, LATO)
