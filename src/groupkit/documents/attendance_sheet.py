"""The group's attendance for the team: who came when, every count with its denominator.

A mark is a letter in a shape, so that it reads without colour: round came, square stayed away,
and the solid square is an absence without a word. Not recorded is never counted as absent.
"""

from __future__ import annotations

from itertools import zip_longest

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from groupkit.documents.attendance_marks import Legend, MarkOf, code, in_legend
from groupkit.documents.grid import EVERYWHERE, Cell, Rule, grid, padded
from groupkit.documents.lettering import LATO, marked_up, width_of
from groupkit.documents.masthead import masthead
from groupkit.documents.sheet import Margins, Sheet, bound
from groupkit.documents.type_scale import ACCENT, LINE, TypeScale
from groupkit.domain.attendance import Tally
from groupkit.language import Language
from groupkit.usecases.papers import AttendancePaper, AttendanceRow, SessionColumn

_MARGINS = Margins(left=14 * mm, right=14 * mm, top=14 * mm, bottom=15 * mm)
_CAME = 25 * mm
_NARROWEST, _WIDEST = 23.5, 20 * mm
_NARROWEST_NAME, _WIDEST_NAME = 30 * mm, 70 * mm
_LABEL, _SMALLEST = 9, 7.4
_NOT_MEMBER = HexColor("#ECE9E4")
_LEGEND_COLUMNS = 4


def attendance(paper: AttendancePaper) -> bytes:
    """Return the attendance summary as PDF, its heads repeated on every page."""
    language = Language(paper.language)
    scale = TypeScale(LATO, 9.5, 1.28, paper.language)

    def story() -> list[Flowable]:
        return [
            _head(paper, scale, language, sheet.width),
            _Table(paper, scale, language).on(sheet.width),
            _below(paper, scale, language, sheet.width),
        ]

    printed = language.say("Printed {day}", day=language.date_short(paper.printed))
    foot = " · ".join(filter(None, (paper.house, printed)))
    title = language.say("Attendance")
    sheet = Sheet(title, paper.language, LATO, story, foot, landscape(A4), _MARGINS)
    return bound(sheet)


def _head(paper: AttendancePaper, scale: TypeScale, language: Language, width: float) -> Flowable:
    say = language.say
    held = sum(column.held for column in paper.columns)
    sessions = say("{held} of {total} sessions held", held=held, total=len(paper.columns))
    if paper.columns:
        first, last = paper.columns[0].day, paper.columns[-1].day
        days = " – ".join(dict.fromkeys((language.date_short(first), language.date_short(last))))
        sessions = f"{sessions} · {days}"
    led = language.listed(paper.facilitators)
    facts = [sessions, say("Facilitators: {names}", names=led) if led else ""]
    mark = say("For the team only – keep locked")
    return masthead(say("Attendance"), paper.group, facts, mark, scale, width)


class _Table:
    """The table of marks: a row for each woman, a column for each session."""

    def __init__(self, paper: AttendancePaper, scale: TypeScale, language: Language) -> None:
        self._paper = paper
        self._scale = scale
        self._language = language
        self._cell = ParagraphStyle("cell", scale.small_centred, fontSize=_SMALLEST, leading=9)
        self._bold = ParagraphStyle("bold", self._cell, fontName=LATO.bold, fontSize=9, leading=11)
        self._label = ParagraphStyle("label", scale.tight, fontSize=_LABEL, leading=10.8)
        self._count = ParagraphStyle("count", scale.tight, fontSize=9, leading=10.8)

    def on(self, width: float) -> Flowable:
        """Return the table ``width`` points wide."""
        if not self._paper.rows:
            words = self._language.say("Nobody is in the group yet.")
            return Paragraph(marked_up(words, LATO), self._scale.text)
        rows = [self._heads(), *(self._row(row) for row in self._paper.rows), self._totals()]
        after = self._scale.gap * 1.6
        return grid(rows, self._columns(width), self._rules(len(rows)), LATO, heads=1, after=after)

    def _columns(self, width: float) -> list[float]:
        """Return the widths of name, sessions and count; long names get what sessions can spare."""
        sessions = max(1, len(self._paper.columns))
        names = [width_of(row.label, LATO.regular, _LABEL) for row in self._paper.rows]
        name = min(max([*names, _NARROWEST_NAME]) + 8, _WIDEST_NAME)
        each = max(_NARROWEST, min(_WIDEST, (width - name - _CAME) / sessions))
        spread = [each] * len(self._paper.columns)
        rest = min(width - sum(spread) - _CAME, max(name, _WIDEST_NAME))
        return [max(_NARROWEST_NAME, rest), *spread, _CAME]

    def _rules(self, rows: int) -> list[Rule]:
        rules: list[Rule] = [
            *padded(1, 3, 1, 3.5),
            ("VALIGN", *EVERYWHERE, "MIDDLE"),
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("LEFTPADDING", (0, 0), (0, -1), 4),
            ("LEFTPADDING", (-1, 0), (-1, -1), 6),
            ("LINEBELOW", (0, 0), (-1, 0), 1, ACCENT),
            ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
            ("LINEABOVE", (0, rows - 1), (-1, rows - 1), 1, ACCENT),
            ("LINEBEFORE", (1, 0), (-1, -1), 0.4, LINE),
        ]
        return rules + [
            ("BACKGROUND", (column, row), (column, row), _NOT_MEMBER)
            for row, woman in enumerate(self._paper.rows, start=1)
            for column, cell in enumerate(woman.cells, start=1)
            if not cell.member
        ]

    def _heads(self) -> list[Cell]:
        say = self._language.say
        who = say("Name") if self._paper.by_alias else say("Number")
        return [
            Paragraph(marked_up(who, LATO), self._scale.small),
            *(self._session(column) for column in self._paper.columns),
            Paragraph(marked_up(say("Came"), LATO), self._scale.small),
        ]

    def _session(self, column: SessionColumn) -> Flowable:
        week = self._language.say("wk {week}", week=column.day.isocalendar().week)
        day = self._language.date_tiny(column.day)
        words = f'<font name="{LATO.bold}" size="9">{column.number}</font><br/>'
        return Paragraph(f"{words}{marked_up(day, LATO)}<br/>{marked_up(week, LATO)}", self._cell)

    def _row(self, row: AttendanceRow) -> list[Cell]:
        cells: list[Cell] = []
        for cell, column in zip_longest(row.cells, self._paper.columns):
            expected = bool(cell and cell.member and column and column.held)
            is_shown = expected or bool(cell and cell.status)
            cells.append(MarkOf(cell.status, self._language) if is_shown else Spacer(0, 11))
        label = Paragraph(marked_up(row.label, LATO), self._label)
        return [label, *cells, self._came(row.tally)]

    def _totals(self) -> list[Cell]:
        total = self._paper.total
        bold = ParagraphStyle("total", self._label, fontName=LATO.bold)
        came = self._came_of(total)
        if total.unrecorded:
            missing = self._language.say("{missing} not recorded", missing=total.unrecorded)
            came += f'<br/><font size="{_SMALLEST}">{marked_up(missing, LATO)}</font>'
        return [
            Paragraph(marked_up(self._language.say("Came"), LATO), bold),
            *(self._came_to(column) for column in self._paper.columns),
            Paragraph(came, self._count),
        ]

    def _came_to(self, column: SessionColumn) -> Flowable:
        tally = column.tally
        if not tally.invited:
            return Paragraph("–" if column.held else "", self._cell)
        among = self._language.say("of {invited}", invited=tally.invited)
        lines = [f'<font name="{LATO.bold}" size="9">{tally.came}</font>', marked_up(among, LATO)]
        return Paragraph("<br/>".join(lines), self._cell)

    def _came(self, tally: Tally) -> Flowable:
        """Return her count on one line, with a '?' for each session not recorded."""
        parts = [self._came_of(tally)] if tally.invited or not tally.unrecorded else []
        if tally.unrecorded:
            missing = f"{tally.unrecorded} {code(None, self._language)}"
            parts.append(f'<font size="{_SMALLEST}">{missing}</font>')
        return Paragraph(" + ".join(parts), self._count)

    def _came_of(self, tally: Tally) -> str:
        say = self._language.say
        words = "–"
        if tally.invited:
            words = say("{came} of {invited}", came=tally.came, invited=tally.invited)
        return f'<font name="{LATO.bold}">{marked_up(words, LATO)}</font>'


def _below(paper: AttendancePaper, scale: TypeScale, language: Language, width: float) -> Flowable:
    cells: list[Cell] = [Legend(words, mark, scale) for words, mark in in_legend(language)]
    rows = [cells[at : at + _LEGEND_COLUMNS] for at in range(0, len(cells), _LEGEND_COLUMNS)]
    columns = [width / _LEGEND_COLUMNS] * _LEGEND_COLUMNS
    note = ParagraphStyle("note", scale.small, spaceBefore=scale.gap * 0.9)
    return KeepTogether(
        [
            Paragraph(marked_up(_total(paper.total, language), LATO), scale.text),
            grid(rows, columns, padded(0, 1.5, 6, 1.5), LATO),
            Paragraph(marked_up(_meaning(language), LATO), note),
        ]
    )


def _total(total: Tally, language: Language) -> str:
    say = language.say
    if total.share is None:
        return say("Nothing is recorded yet.")
    counted = say(
        "In all {came} of {invited} came ({share}).",
        came=total.came,
        invited=total.invited,
        share=language.percent(total.share),
    )
    missing = language.count(
        "{n} mark is missing.", "{n} marks are missing.", total.unrecorded
    )  # fmt: skip
    return f"{counted} {missing}" if total.unrecorded else counted


def _meaning(language: Language) -> str:
    return language.say(
        "'Came' counts present, late and left early among those who were invited and recorded. "
        "'Not recorded' means that nobody wrote anything down: it counts neither as came nor as "
        "absent. 'Not invited' covers agreed pauses."
    )
