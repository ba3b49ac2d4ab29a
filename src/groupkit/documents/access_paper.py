"""All that is kept of one woman, on paper for herself."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer

from groupkit.documents.grid import Cell, Rule, grid, padded
from groupkit.documents.lettering import LATO, marked_up
from groupkit.documents.masthead import masthead
from groupkit.documents.sheet import Sheet, bound, heading
from groupkit.documents.type_scale import ACCENT, LINE, TypeScale
from groupkit.language import Language
from groupkit.usecases.papers import AccessPaper, AccessRow, AccessSection

_DAY, _LABEL = 24 * mm, 46 * mm
_WITH_DAYS = 3
_KEPT = 2
"""Rows that stay with their heading."""
_PIECE = 700
"""Characters of one row of a table: a longer text goes on in rows of its own, over any page."""


def access_paper(paper: AccessPaper) -> bytes:
    """Return the paper as PDF; the file's title says nothing of her or of the house."""
    language = Language(paper.language)
    scale = TypeScale(LATO, 10.5, 1.35, paper.language)

    def story() -> list[Flowable]:
        parts = [part for each in paper.sections for part in _section(each, scale, language, sheet)]
        return [_head(paper, scale, language, sheet.width), *_intro(scale, language), *parts]

    sheet = Sheet(language.say("Copy of notes"), paper.language, LATO, story, paper.house)
    return bound(sheet)


def _head(paper: AccessPaper, scale: TypeScale, language: Language, width: float) -> Flowable:
    say = language.say
    facts = [
        f"{paper.alias} · {paper.number}",
        say("Printed {day}", day=language.date_long(paper.printed)),
    ]
    mark = say("For her alone")
    return masthead("", say("What we have written about you"), facts, mark, scale, width)


def _intro(scale: TypeScale, language: Language) -> list[Flowable]:
    say = language.say
    words = (
        say(
            "This is all that the team keeps about you in its program. You may ask for something "
            "to be corrected, take back what you agreed to, or ask for it to be erased."
        ),
        say("Other women's names are not shown. Think of where you keep this paper."),
    )
    return [Paragraph(marked_up(each, LATO), scale.text) for each in words]


def _section(
    section: AccessSection, scale: TypeScale, language: Language, sheet: Sheet
) -> list[Flowable]:
    title = heading(section.title, LATO, scale.heading(2), 1)
    if not section.rows:
        return [title, Paragraph(marked_up(language.say("Nothing is kept."), LATO), scale.text)]
    has_days = any(row.day for row in section.rows)
    days = [_DAY] if has_days else []
    columns = [*days, _LABEL, sheet.width - sum(days) - _LABEL]
    # A heading keeps to the table after it, and would take a long one along to the next page.
    first, rest = section.rows[:_KEPT], section.rows[_KEPT:]
    parts = [title, _table(first, columns, scale, language, is_first=True)]
    if rest:
        parts.append(_table(rest, columns, scale, language, is_first=False))
    return [*parts, Spacer(0, scale.gap)]


def _table(
    rows: tuple[AccessRow, ...],
    columns: list[float],
    scale: TypeScale,
    language: Language,
    *,
    is_first: bool,
) -> Flowable:
    cells: list[list[Cell]] = []
    rules: list[Rule] = [*padded(3, 3, 6, 4)]
    if is_first:
        rules.append(("LINEABOVE", (0, 0), (-1, 0), 1, ACCENT))
    for row in rows:
        cells += _lines(row, scale, language, has_days=len(columns) == _WITH_DAYS)
        rules.append(("LINEBELOW", (0, len(cells) - 1), (-1, len(cells) - 1), 0.5, LINE))
    return grid(cells, columns, rules, LATO)


def _lines(
    row: AccessRow, scale: TypeScale, language: Language, *, has_days: bool
) -> list[list[Cell]]:
    day = language.date_short(row.day) if row.day else ""
    lines: list[list[Cell]] = []
    for at, piece in enumerate(_pieces(row.words)):
        words = [day, row.label, piece] if at == 0 else ["", "", piece]
        shown = words if has_days else words[1:]
        lines.append([Paragraph(marked_up(each, LATO), scale.tight) for each in shown])
    return lines


def _pieces(words: str) -> list[str]:
    """Return a text in paragraphs, a long one in pieces that end with a word."""
    pieces: list[str] = []
    for paragraph in words.split("\n"):
        rest = paragraph.strip()
        while len(rest) > _PIECE:
            cut = rest.rfind(" ", 1, _PIECE)
            cut = cut if cut > 0 else _PIECE
            pieces.append(rest[:cut])
            rest = rest[cut:].lstrip()
        if rest:
            pieces.append(rest)
    return pieces or [""]
