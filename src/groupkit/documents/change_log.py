"""The change log on paper: its lines, and the head that proves them."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from groupkit.documents.grid import EVERYWHERE, Cell, grid, padded
from groupkit.documents.lettering import LATO, marked_up
from groupkit.documents.masthead import masthead
from groupkit.documents.sheet import Sheet, bound
from groupkit.documents.type_scale import ACCENT, EDGE, LINE, TINT, TypeScale
from groupkit.language import Language
from groupkit.usecases.papers import ChangeLogPaper, LogLine

_NUMBER, _WHEN, _WHO = 13 * mm, 33 * mm, 33 * mm


def change_log(paper: ChangeLogPaper) -> bytes:
    """Return the lines of the change log as PDF."""
    language = Language(paper.language)
    scale = TypeScale(LATO, 9.5, 1.3, paper.language)

    def story() -> list[Flowable]:
        return [
            _masthead(paper, scale, language, sheet.width),
            _head(paper, scale, language, sheet.width),
            _lines(paper, scale, language, sheet.width),
        ]

    title = language.say("Change log")
    sheet = Sheet(title, paper.language, LATO, story, paper.house)
    return bound(sheet)


def _masthead(
    paper: ChangeLogPaper, scale: TypeScale, language: Language, width: float
) -> Flowable:
    say = language.say
    printed = say("Printed {day}", day=language.date_short(paper.printed))
    lines = language.count("{n} line", "{n} lines", len(paper.lines))
    facts = [paper.chosen, f"{lines} · {printed}"]
    return masthead("", say("Change log"), facts, say("For owners only"), scale, width)


def _head(paper: ChangeLogPaper, scale: TypeScale, language: Language, width: float) -> Flowable:
    said = language.say("The log up to number {number} is proved by:", number=paper.head_number)
    content: list[Flowable] = [
        Paragraph(marked_up(said, LATO), scale.tight),
        Paragraph(
            marked_up(f"{paper.head_number}  {' '.join(paper.head_groups)}", LATO), scale.strong
        ),
    ]
    rules = [
        *padded(9, 6, 9, 8),
        ("BACKGROUND", *EVERYWHERE, TINT),
        ("BOX", *EVERYWHERE, 0.8, EDGE),
    ]
    return grid([[content]], [width], rules, LATO, after=scale.gap * 1.6)


def _lines(paper: ChangeLogPaper, scale: TypeScale, language: Language, width: float) -> Flowable:
    say = language.say
    if not paper.lines:
        return Paragraph(marked_up(say("No lines were found."), LATO), scale.text)
    words = (say("No."), say("When"), say("Who"), say("What"))
    heads: list[Cell] = [Paragraph(marked_up(word, LATO), scale.small) for word in words]
    columns = [_NUMBER, _WHEN, _WHO, width - _NUMBER - _WHEN - _WHO]
    rules = [
        *padded(3, 3, 6, 4),
        ("LINEBELOW", *EVERYWHERE, 0.5, LINE),
        ("LINEBELOW", (0, 0), (-1, 0), 1, ACCENT),
    ]
    rows = [heads, *(_row(line, scale, language) for line in paper.lines)]
    return grid(rows, columns, rules, LATO, heads=1)


def _row(line: LogLine, scale: TypeScale, language: Language) -> list[Cell]:
    when = f"{language.date_short(line.at.date())} {language.time(line.at.time())}"
    return [
        Paragraph(str(line.number), scale.tight),
        Paragraph(marked_up(when, LATO), scale.tight),
        Paragraph(marked_up(line.who, LATO), scale.tight),
        Paragraph(marked_up(f"{line.deed}: {line.record}", LATO), scale.tight),
    ]
