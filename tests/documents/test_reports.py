"""Reports on paper, as spreadsheets and as CSV, read back by other programs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from pdf_reading import everything, outline, page_texts, reader, text
from report_samples import long_report, sample

from groupkit.documents.open_data import open_data_package
from groupkit.documents.report import report
from groupkit.documents.separated import harmless, separated
from groupkit.documents.spreadsheet import spreadsheet
from groupkit.domain.reporting.open_data import MEASURES, Line, OpenData

PREFIXES = [
    "=1+1", "=HYPERLINK(\"http://x\";\"y\")", "+1+1", "+cmd|' /C calc'!A0", "-1+1", "-2+3+cmd|'",
    "@SUM(1;1)", "@A1", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "  +1", "\u00a0=1+1", "\u200b=1+1",
    "\ufeff=1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(A1)",
    "=DDE(\"a\";\"b\";\"c\")", "|calc", "%0A=1",
    "=cmd|'/C calc'!A1", "==1", "=-1", "+-1", "-=1", "@=1", "\u202e=1+1", "=1;2", "=\"a\",1",
]  # fmt: skip
INSIDE = ["a;=1", "a,=1", "a\t=1", 'a";=1', "a,\n+1", "\u22121"]


def test_a_report_is_a_pdf_with_its_numbers_in_words_and_figures() -> None:
    pdf = report(sample(method="Metoden"))
    said = text(pdf)
    for words in ("Grønærø", "7 af 8 (88 %)", "3,9 (n = 9)", "13. jan. 2027", "Metoden", "•"):
        assert words in said
    assert "Årets tal" in (reader(pdf).metadata or {}).get("/Title", "")
    assert "I grupperne" in outline(pdf)
    assert report(sample(method="Metoden")) == pdf


def test_every_font_of_a_report_is_embedded() -> None:
    for page in reader(report(long_report(60))).pages:
        for font in page["/Resources"]["/Font"].values():
            kind = font.get_object()
            inner = kind.get("/DescendantFonts", [kind])[0].get_object()
            assert any(key in inner["/FontDescriptor"] for key in ("/FontFile2", "/FontFile3"))


def test_a_long_table_repeats_its_heads_and_loses_no_row() -> None:
    pages = page_texts(report(long_report(90)))
    with_rows = [page for page in pages if "Inviteret" in page]
    assert len(with_rows) >= 3
    whole = " ".join(pages)
    assert all(f"Gruppe {at} med" in whole for at in range(90))


def test_a_report_holds_nothing_of_who_made_it() -> None:
    whole = everything(report(sample()))
    assert "reportlab" not in whole.casefold()
    assert "CreationDate" not in whole


def test_a_spreadsheet_has_real_numbers_and_dates() -> None:
    data = spreadsheet(sample())
    assert data == spreadsheet(sample())
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[1]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=7)]
    day = dt.datetime(2027, 1, 13)  # noqa: DTZ001 - a spreadsheet knows no zones
    assert rows[0] == ["Grønærø", day, "Grønærø", 7, 1, 7, 8, 7 / 8]
    assert rows[2][4:] == ["•", "•", "•", "•"]
    assert sheet["B5"].is_date
    assert book.worksheets[2]["C5"].value == pytest.approx(3.89)


@pytest.mark.parametrize("typed", PREFIXES)
def test_no_cell_of_a_spreadsheet_does_anything(typed: str) -> None:
    data = spreadsheet(sample(typed))
    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = parts.namelist()
        assert not [name for name in names if "external" in name.lower() or "vba" in name.lower()]
        sheets = [parts.read(name) for name in names if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


@pytest.mark.parametrize("danish", [True, False])
@pytest.mark.parametrize("typed", PREFIXES)
def test_no_cell_of_a_csv_is_a_formula(typed: str, danish: bool) -> None:
    data = separated(sample(typed), danish=danish)
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";" if danish else ",")
    cells = [cell for row in rows for cell in row]
    assert harmless(typed) != typed
    assert cells.count(harmless(typed)) >= 6
    assert not [cell for cell in cells if begins_a_formula(cell)]


@pytest.mark.parametrize("read_with", [";", ",", "\t"])
@pytest.mark.parametrize("danish", [True, False])
@pytest.mark.parametrize("typed", [*PREFIXES, *INSIDE])
def test_a_csv_read_with_another_separator_has_no_formula_either(
    typed: str, danish: bool, read_with: str
) -> None:
    text = separated(sample(typed), danish=danish).decode("utf-8-sig")
    quoted = [
        cell
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=read_with)
        for cell in row
    ]
    bare = [cell.lstrip('"') for line in text.splitlines() for cell in line.split(read_with)]
    assert not [cell for cell in [*quoted, *bare] if begins_a_formula(cell)]


def begins_a_formula(cell: str) -> bool:
    seen = cell.strip().lstrip("\u200b\ufeff\u202e")
    return bool(seen) and seen[0] in "=+-@|%\u2212＝＋－＠"


def test_a_plain_text_stays_as_it_is() -> None:
    for words in ("Lærke", "24-03", "3. tv.", "", "æ=ø", "Familieret–øst"):
        assert harmless(words) == words


def test_danish_csv_has_semicolons_commas_and_a_mark_for_excel() -> None:
    data = separated(sample(), danish=True)
    assert data.startswith(b"\xef\xbb\xbf")
    assert "Grønærø;2027-01-13;Grønærø;7;1;7;8;87,5\r\n" in data.decode("utf-8-sig")
    plain = separated(sample(), danish=False).decode("utf-8-sig")
    assert "Grønærø,2027-01-13,Grønærø,7,1,7,8,87.5\r\n" in plain


def test_an_open_data_package_says_what_is_in_it() -> None:
    lines = [
        Line("=Hus", 2026, measure.name, "all", None if at % 2 else at + 5)
        for at, measure in enumerate(MEASURES)
    ]
    data = OpenData("=Hus", tuple(lines))
    packed = open_data_package(data)
    assert packed == open_data_package(data)
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        assert package.namelist() == [
            "figures.csv", "measures.csv", "datapackage.json", "national.sql",
        ]  # fmt: skip
        rows = list(csv.DictReader(io.StringIO(package.read("figures.csv").decode())))
        known = list(csv.DictReader(io.StringIO(package.read("measures.csv").decode())))
    assert {row["shelter"] for row in rows} == {"'=Hus"}
    assert [row["value"] for row in rows[:3]] == ["5", "", "7"]
    pairs = {(each["measure"], each["part"]) for each in known}
    assert {(row["measure"], row["part"]) for row in rows} <= pairs
