"""Saved reports opened by LibreOffice, where it is installed: dates, letters, and no formula."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from report_samples import sample
from test_reports import PREFIXES

from groupkit.documents.separated import separated
from groupkit.documents.spreadsheet import spreadsheet
from groupkit.domain.reporting.table import Report, Section

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
COMMAS, SEMICOLONS = 44, 59
QUOTE, UTF8, FIRST_LINE, DETECT = 34, 76, 1, "true"


def all_prefixes() -> Report:
    """Return one report with a table for every text that a spreadsheet could take for a formula."""
    reports = [sample(typed) for typed in (*PREFIXES, "Grønærø åÅ")]
    plain = reports[-1]
    tables = tuple(table for each in reports for table in list(each.tables())[:1])
    return Report(
        plain.language,
        plain.choice,
        plain.title,
        plain.subject,
        plain.house,
        plain.period,
        plain.made,
        plain.for_whom,
        (Section("", tables),),
    )


def opened(tmp_path: Path, name: str, data: bytes, *options: str) -> openpyxl.Workbook:
    """Return what LibreOffice makes of a file, formulas as formulas."""
    source = tmp_path / name
    source.write_bytes(data)
    assert OFFICE is not None
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [OFFICE, profile, "--headless", *options, "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", str(tmp_path / "out"), str(source)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    made = (tmp_path / "out" / f"{source.stem}.xlsx").read_bytes()
    return openpyxl.load_workbook(io.BytesIO(made))


def cells(book: openpyxl.Workbook) -> list[openpyxl.cell.Cell]:
    return [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]


def test_a_spreadsheet_opens_with_dates_letters_and_no_formula(
    tmp_path: Path, figures: Callable[[str], None]
) -> None:
    found = cells(opened(tmp_path, "rapport.xlsx", spreadsheet(all_prefixes())))
    assert not [cell.value for cell in found if cell.data_type == "f"]
    values = [cell.value for cell in found]
    day = dt.datetime(2027, 1, 13)  # noqa: DTZ001 - a spreadsheet knows no zones
    assert values.count(day) == len(PREFIXES) + 1
    assert "Grønærø åÅ" in values
    figures(f"LibreOffice: {len(found)} cells of a spreadsheet opened, none of them active")


@pytest.mark.parametrize(("danish", "separator"), [(True, SEMICOLONS), (False, COMMAS)])
def test_a_csv_opens_with_dates_letters_and_no_formula(
    tmp_path: Path, danish: bool, separator: int
) -> None:
    data = separated(all_prefixes(), danish=danish)
    tokens = f"{separator},{QUOTE},{UTF8},{FIRST_LINE},,0,false,{DETECT},false,false,false,-1,true"
    reading = f"--infilter=Text - txt - csv (StarCalc):{tokens}"
    found = cells(opened(tmp_path, "rapport.csv", data, reading))
    assert not [cell.value for cell in found if cell.data_type == "f"]
    values = [cell.value for cell in found]
    days = [value for value in values if isinstance(value, dt.datetime)]
    assert {day.date() for day in days} == {dt.date(2027, 1, 13), dt.date(2027, 1, 27)}
    assert "Grønærø åÅ" in values
