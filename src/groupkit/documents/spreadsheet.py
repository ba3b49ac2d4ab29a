"""A report as XLSX: real numbers and dates, and no cell that does anything."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from groupkit.documents.flat_table import FlatValue, Percent, flat_head, flat_rows
from groupkit.domain.reporting.table import Report, Table
from groupkit.language import Language
from groupkit.language.figure_words import hidden_legend

_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_SHEET_NAME = 31
_WIDEST, _NARROWEST = 45, 9
_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
"""The same for every file: when it was made stands in it, in words."""


def spreadsheet(report: Report) -> bytes:
    """Return the workbook: a first sheet about the report, then a sheet for each table."""
    language = Language(report.language)
    data = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(data, options) as book:
        book.set_properties({"title": report.title, "created": _MADE})
        styles = _Styles(book, language)
        taken: set[str] = set()
        _about(book.add_worksheet(_named(report.title, taken)), report, styles, language)
        for table in report.tables():
            sheet = book.add_worksheet(_named(table.title, taken))
            _table(sheet, table, styles, language)
    return data.getvalue()


class _Styles:
    def __init__(self, book: Any, language: Language) -> None:
        day = "d. mmm yyyy" if language.code == "da" else "d mmm yyyy"
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.plain = book.add_format({})
        self.sum = book.add_format({"bold": True, "top": 1})
        self.day = book.add_format({"num_format": day, "align": "left"})
        self.percent = book.add_format({"num_format": "0 %"})
        self.percent_sum = book.add_format({"num_format": "0 %", "bold": True, "top": 1})
        self.note = book.add_format({"italic": True})


def _about(sheet: Worksheet, report: Report, styles: _Styles, language: Language) -> None:
    period = report.period
    lines = [
        report.subject,
        report.house,
        " – ".join(
            dict.fromkeys((language.date_long(period.first), language.date_long(period.last)))
        ),
        report.for_whom,
        language.say("Printed {day}", day=language.date_short(report.made)),
        report.method,
    ]
    sheet.set_column(0, 0, 90)
    sheet.write_string(0, 0, report.title, styles.title)
    wrapped = styles.plain
    wrapped.set_text_wrap()
    for at, line in enumerate(filter(None, lines), start=1):
        sheet.write_string(at, 0, line, wrapped)


def _table(sheet: Worksheet, table: Table, styles: _Styles, language: Language) -> None:
    sheet.write_string(0, 0, table.title, styles.title)
    if table.said:
        sheet.write_string(1, 0, table.said)
    heads = flat_head(table, language) if table.rows else []
    for column, head in enumerate(heads):
        sheet.write_string(3, column, head, styles.head)
    widths = [len(head.split(" ")[0]) + 2 for head in heads]
    for at, (row, values) in enumerate(zip(table.rows, flat_rows(table), strict=True), start=4):
        for column, value in enumerate(values):
            _write(sheet, at, column, value, styles, is_sum=row.is_sum)
            if isinstance(value, str):
                widths[column] = max(widths[column], len(value) + 2)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width, _NARROWEST), _WIDEST))
    below = 5 + len(table.rows)
    notes = [*table.notes, *([hidden_legend(language)] if table.hides else [])]
    for at, note in enumerate(notes, start=below):
        sheet.write_string(at, 0, note, styles.note)
    if heads:
        sheet.freeze_panes(4, 1)


def _write(
    sheet: Worksheet, row: int, column: int, value: FlatValue, styles: _Styles, *, is_sum: bool
) -> None:
    plain = styles.sum if is_sum else styles.plain
    if value is None:
        sheet.write_blank(row, column, None, plain)
    elif isinstance(value, Percent):
        sheet.write_number(
            row, column, value.rate, styles.percent_sum if is_sum else styles.percent
        )
    elif isinstance(value, dt.date):
        at = dt.datetime(value.year, value.month, value.day, tzinfo=dt.UTC).replace(tzinfo=None)
        sheet.write_datetime(row, column, at, styles.day)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, plain)
    else:
        sheet.write_number(row, column, value, plain)


def _named(title: str, taken: set[str]) -> str:
    """Return a sheet's name that every program takes, and no other sheet has."""
    base = _NO_SHEET_NAME.sub(" ", title).strip()[:_LONGEST_SHEET_NAME] or "-"
    name, number = base, 2
    while name.casefold() in taken:
        tail = f" {number}"
        name, number = base[: _LONGEST_SHEET_NAME - len(tail)] + tail, number + 1
    taken.add(name.casefold())
    return name
