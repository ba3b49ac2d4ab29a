"""A report as CSV: UTF-8 with a mark for Excel, and no cell that could be a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata

from groupkit.documents.flat_table import FlatValue, Percent, flat_head, flat_rows
from groupkit.domain.reporting.table import Report
from groupkit.language import Language
from groupkit.language.figure_words import hidden_legend

BYTE_ORDER_MARK = "\ufeff"
_STARTS_A_FORMULA = frozenset("=+-@|%\u2212")
_BETWEEN_CELLS = frozenset(';,\t\r\n"')
"""What a spreadsheet may take for the end of a cell, whichever separator the file was made with."""


def separated(report: Report, *, danish: bool) -> bytes:
    """Return the tables below each other, an empty line between them.

    ``danish`` separates by semicolons and writes decimals with a comma, as Excel in Danish reads
    them; otherwise commas and points.
    """
    language = Language(report.language)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if danish else ",", lineterminator="\r\n")

    def line(*values: FlatValue) -> None:
        writer.writerow([_written(value, danish=danish) for value in values])

    for words in (report.title, report.subject, report.house, report.for_whom, report.method):
        if words:
            line(words)
    for table in report.tables():
        line()
        line(table.title)
        if table.said:
            line(table.said)
        if table.rows:
            line(*flat_head(table, language))
        for values in flat_rows(table):
            line(*values)
        for note in [*table.notes, *([hidden_legend(language)] if table.hides else [])]:
            line(note)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe stands before one.

    Spaces and invisible signs before it, and its wide forms, count as well; so does what comes
    after a sign that may end a cell, because a file can be read with another separator.
    """
    safe, is_start = "", True
    for sign in text:
        if sign in _BETWEEN_CELLS:
            is_start = True
        elif is_start and not _is_unseen(sign):
            is_start = False
            if unicodedata.normalize("NFKC", sign)[:1] in _STARTS_A_FORMULA:
                safe += "'"
        safe += sign
    return safe


def _is_unseen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in {"Cc", "Cf"}


def _written(value: FlatValue, *, danish: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    written = f"{value.rate * 100:.1f}" if isinstance(value, Percent) else str(value)
    return written.replace(".", ",") if danish else written
