"""A report on paper: its tables with charts below them, and every number in words or figures."""

from __future__ import annotations

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from groupkit.documents.bars import Bar, Bars
from groupkit.documents.grid import EVERYWHERE, Cell, Rule, grid, padded
from groupkit.documents.lettering import LATO, marked_up, width_of
from groupkit.documents.masthead import masthead
from groupkit.documents.sheet import Margins, Sheet, bound, heading
from groupkit.documents.type_scale import ACCENT, LINE, TINT, TypeScale
from groupkit.domain.reporting.table import Count, Day, Report, Row, Section, Table, Words
from groupkit.language import Language
from groupkit.language.figure_words import cell_words, hidden_legend

_MARGINS = Margins(left=15 * mm, right=15 * mm, top=15 * mm, bottom=16 * mm)
_BODY, _HEAD = 9, 7.4
_NARROWEST, _ROOMY = 11.5 * mm, 15.5 * mm
_WIDEST_TABLE = 0.72
_ROWS_TOGETHER = 16
_WIDEST_TEXT = 38 * mm
"""The share of the page that a table of two columns takes at most."""


def report(paper: Report) -> bytes:
    """Return the report as PDF; heads are repeated on every page."""
    language = Language(paper.language)
    scale = TypeScale(LATO, 9.5, 1.28, paper.language)

    def story() -> list[Flowable]:
        told = [_head(paper, scale, language, sheet.width)]
        for section in paper.sections:
            told += _section(section, scale, language, sheet.width)
        return [*told, *_foot_notes(paper, scale, language)]

    printed = language.say("Printed {day}", day=language.date_short(paper.made))
    foot = " · ".join(filter(None, (paper.house, paper.for_whom, printed)))
    sheet = Sheet(paper.title, paper.language, LATO, story, foot, A4, _MARGINS)
    return bound(sheet)


def _head(paper: Report, scale: TypeScale, language: Language, width: float) -> Flowable:
    period = paper.period
    days = " – ".join(
        dict.fromkeys((language.date_short(period.first), language.date_short(period.last)))
    )
    title = paper.subject or paper.title
    return masthead(paper.title, title, [days], paper.for_whom, scale, width)


def _section(
    section: Section, scale: TypeScale, language: Language, width: float
) -> list[Flowable]:
    told: list[Flowable] = []
    if section.title:
        style = ParagraphStyle(
            "section", scale.title, fontSize=14, leading=18, spaceBefore=scale.gap, spaceAfter=4,
            keepWithNext=1,
        )  # fmt: skip
        told.append(heading(section.title, LATO, style))
    told += [Paragraph(marked_up(words, LATO), scale.text) for words in section.words]
    for table in section.tables:
        told += _table(table, scale, language, width)
    return told


def _table(table: Table, scale: TypeScale, language: Language, width: float) -> list[Flowable]:
    name = ParagraphStyle(
        "table", scale.strong, fontSize=10.5, leading=14, spaceBefore=scale.gap, spaceAfter=2
    )
    above: list[Flowable] = [heading(table.title, LATO, name)]
    if table.said:
        above.append(Paragraph(marked_up(table.said, LATO), scale.text))
    below: list[Flowable] = [
        Paragraph(marked_up(words, LATO), _note(scale)) for words in _notes(table, language)
    ]
    if not table.rows:
        return [KeepTogether([*above, *below]), Spacer(0, scale.gap)]
    laid = _grid(table, scale, language, width)
    drawn: list[Flowable] = []
    chart = _chart(table)
    if chart is not None:
        drawn = [KeepTogether([Spacer(0, 5), chart, *below])]
        below = []
    told: list[Flowable] = [*above, laid, *below]
    if len(table.rows) <= _ROWS_TOGETHER:
        told = [KeepTogether(told)]
    return [*told, *drawn, Spacer(0, scale.gap)]


def _note(scale: TypeScale) -> ParagraphStyle:
    return ParagraphStyle("note", scale.small, spaceBefore=3)


def _notes(table: Table, language: Language) -> list[str]:
    hidden = [hidden_legend(language)] if table.hides and table.rows else []
    return [*table.notes, *hidden]


def _grid(table: Table, scale: TypeScale, language: Language, width: float) -> Flowable:
    head = ParagraphStyle("head", scale.small, fontSize=_HEAD, leading=_HEAD * 1.2)
    head_right = ParagraphStyle("headright", head, alignment=TA_RIGHT)
    body = ParagraphStyle("cell", scale.tight, fontSize=_BODY, leading=_BODY * 1.25)
    bold = ParagraphStyle("sum", body, fontName=LATO.bold)
    texts = _text_columns(table)

    def line(row: Row) -> list[Cell]:
        style = bold if row.is_sum else body
        right = ParagraphStyle("number", style, alignment=TA_RIGHT)
        cells: list[Cell] = [Paragraph(marked_up(row.label, LATO), style)]
        for at, cell in enumerate(row.cells):
            words = marked_up(cell_words(cell, language), LATO)
            cells.append(Paragraph(words, style if at in texts else right))
        return cells

    heads: list[Cell] = [
        Paragraph(marked_up(words, LATO), head if not at or at - 1 in texts else head_right)
        for at, words in enumerate(table.head)
    ]
    rules: list[Rule] = [
        *padded(3, 2.5, 3, 3),
        ("VALIGN", *EVERYWHERE, "MIDDLE"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEBELOW", (0, 0), (-1, 0), 1, ACCENT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE),
    ]
    rules += [
        ("BACKGROUND", (0, at), (-1, at), TINT)
        for at, row in enumerate(table.rows, start=1)
        if row.is_sum
    ]
    rows = [heads, *(line(row) for row in table.rows)]
    return grid(rows, _widths(table, language, width), rules, LATO, heads=1, after=2)


def _text_columns(table: Table) -> frozenset[int]:
    if not table.rows:
        return frozenset()
    return frozenset(
        at
        for at in range(len(table.head) - 1)
        if any(isinstance(row.cells[at], Words | Day) for row in table.rows if not row.is_sum)
    )


def _widths(table: Table, language: Language, width: float) -> list[float]:
    """Return widths by what stands in the columns; what is left goes to the labels."""
    texts = _text_columns(table)
    least = _ROOMY if len(table.head) < 8 else _NARROWEST
    columns: list[float] = []
    for at, head in enumerate(table.head[1:]):
        longest = max((width_of(word, LATO.regular, _HEAD) for word in head.split()), default=0)
        for row in table.rows:
            said = cell_words(row.cells[at], language)
            longest = max(longest, min(width_of(said, LATO.bold, _BODY), _WIDEST_TEXT))
        columns.append(max(longest + 7, 0 if at in texts else least))
    labels = [width_of(row.label, LATO.bold, _BODY) for row in table.rows]
    wanted = max([*labels, width_of(table.head[0], LATO.regular, _HEAD)]) + 8
    room = width - sum(columns)
    if len(columns) < 4:
        return [min(max(wanted, 70 * mm), width * _WIDEST_TABLE, room), *columns]
    return [max(min(room, wanted), 12 * mm), *columns]


def _chart(table: Table) -> Flowable | None:
    if table.chart is None:
        return None
    bars = []
    for row in table.rows:
        if row.is_sum:
            continue
        cells = [row.cells[at] for at in _columns(table)]
        counts = tuple(cell.value for cell in cells if isinstance(cell, Count))
        if len(counts) != len(cells):
            return None
        bars.append(Bar(row.label, counts))
    if len(bars) < 2 or not any(sum(bar.counts) for bar in bars):
        return None
    key = [table.head[at + 1] for at in _columns(table)]
    return Bars(bars, key, LATO.regular)


def _columns(table: Table) -> tuple[int, ...]:
    return table.chart.columns if table.chart else ()


def _foot_notes(paper: Report, scale: TypeScale, language: Language) -> list[Flowable]:
    if not paper.method:
        return []
    title = ParagraphStyle("method", scale.strong, spaceBefore=scale.gap)
    said = language.say("How small numbers are protected")
    return [
        KeepTogether(
            [
                heading(said, LATO, title),
                Paragraph(marked_up(paper.method, LATO), scale.text),
            ]
        )
    ]
