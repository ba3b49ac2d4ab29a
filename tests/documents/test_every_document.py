"""Every shipped document in every form and language, checked on its pages."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from paper_samples import GROUP, HOUSE, own_handout
from pdf_reading import everything, fonts, outline, placed, reader, structure, text
from pypdf.generic import ContentStream

from groupkit.documents.blocks import Heading
from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.documents.reading import read
from groupkit.domain.discretion import telling_words
from groupkit.domain.form import Form, Layout
from groupkit.shipped import shipped
from groupkit.usecases.papers import GuidePaper

PRESS = PdfPress()
TOPICS = Path(str(shipped("topics")))
NUMBERS = ("112", "114", "1888", "116 111")
FORMS = [
    Form(discreet, large, black, layout)
    for layout, large, discreet, black in product(Layout, (False, True), (False, True), (False,))
] + [Form(black=True), Form(discreet=True, black=True, layout=Layout.BOOKLET)]
SHEETS = sorted(file for kind in ("handout", "worksheet") for file in TOPICS.glob(f"*/{kind}.*.md"))
GUIDES = sorted(TOPICS.glob("*/guide.*.md"))
SHOWS = re.compile(rb"^(Tj|TJ|S|s|f|f\*|B|b|Do)$")


def named(form: Form) -> str:
    words = [str(form.layout)]
    words += [name for name in ("discreet", "large", "black") if getattr(form, name)]
    return "-".join(words)


def language_of(file: Path) -> str:
    return file.name.split(".")[1]


@pytest.fixture(params=SHEETS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def file(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.mark.parametrize("form", FORMS, ids=named)
def test_a_sheet_in_a_form(file: Path, form: Form) -> None:
    source, language = file.read_text("utf-8"), language_of(file)
    paper = own_handout(source, form, language=language)
    pdf = PRESS.handout(paper)
    _stays_on_its_page(pdf, form)
    _has_its_letters(pdf)
    _leaves_no_heading_behind(pdf, source, form)
    _tells_what_it_is(pdf, source, language, form)
    _is_tagged_throughout(pdf)
    if form.discreet:
        _tells_nothing(pdf, PRESS.file_name(PRESS.handout_title(paper)))


@pytest.mark.parametrize("file", GUIDES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_guide(file: Path) -> None:
    source, language = file.read_text("utf-8"), language_of(file)
    pdf = PRESS.guide(GuidePaper(language, source, HOUSE))
    _stays_on_its_page(pdf, Form())
    _has_its_letters(pdf)
    _leaves_no_heading_behind(pdf, source, Form())
    _is_tagged_throughout(pdf)
    assert telling_words(str(reader(pdf).metadata), ShippedLibrary().telling_stems()) == ()


def _stays_on_its_page(pdf: bytes, form: Form) -> None:
    box = reader(pdf).pages[0].mediabox
    width, height = float(box.width), float(box.height)
    assert (width > height) is form.layout.is_small
    margin, middle = (36.0, width / 2) if form.layout.is_small else (59.0, 0.0)
    for one in placed(pdf):
        start = middle if middle and one.left > middle else 0
        assert one.left >= start + margin - 0.6, one
        assert one.right <= start + (middle or width) - margin + 0.6, one
        assert 18 < one.baseline < height - 30, one


def _has_its_letters(pdf: bytes) -> None:
    for name, descriptor in fonts(pdf).items():
        assert descriptor["/FontFile2"].get_object().get_data(), name
    said = "".join(one.text for one in placed(pdf))
    assert "\x00" not in said
    assert "\ufffd" not in said


def _leaves_no_heading_behind(pdf: bytes, source: str, form: Form) -> None:
    half = float(reader(pdf).pages[0].mediabox.width) / 2 if form.layout.is_small else 10_000
    headings = set(outline(pdf))
    assert len(headings) >= sum(isinstance(block, Heading) for block in read(source, True)) // 2
    foot = 62 if form.large and not form.layout.is_small else 54 if half > 1_000 else 38
    ends: dict[tuple[int, bool], tuple[float, str, str]] = {}
    for one in placed(pdf):
        place = (one.page, one.left > half)
        is_foot = one.baseline < foot * 0.8
        if not is_foot and (place not in ends or one.baseline < ends[place][0]):
            ends[place] = (one.baseline, one.text, one.font)
    for _, words, font in ends.values():
        is_heading = font.endswith("Bold") and words in headings
        assert not is_heading, words


def _tells_what_it_is(pdf: bytes, source: str, language: str, form: Form) -> None:
    found = reader(pdf)
    assert found.metadata is not None
    assert set(found.metadata) == {"/Title"}
    assert found.metadata["/Title"] == outline(pdf)[0]
    assert found.trailer["/Root"]["/Lang"] == language
    assert found.trailer["/Root"]["/MarkInfo"]["/Marked"]
    titles = [
        " ".join("".join(run.text for run in block.text).split())
        for block in read(source, form.discreet)
        if isinstance(block, Heading)
    ]
    # A column's or a box's headings are bookmarks, too.
    assert [title for title in outline(pdf) if title in titles] == titles


def _is_tagged_throughout(pdf: bytes) -> None:
    """Nothing is shown outside marked content, marks don't nest, and each has its element."""
    found = reader(pdf)
    marks: list[tuple[int, int]] = []
    for number, page in enumerate(found.pages):
        depth = 0
        for operands, operator in ContentStream(page.get_contents(), found).operations:
            if operator in (b"BDC", b"BMC"):
                depth += 1
                if operator == b"BDC":
                    marks.append((number, int(operands[1]["/MCID"])))
            elif operator == b"EMC":
                depth -= 1
            elif SHOWS.match(operator):
                assert depth == 1, operator
            assert depth in (0, 1)
        assert depth == 0
        assert int(page["/StructParents"]) == number
    elements = [
        (page, mark)
        for each in structure(pdf)
        for page, mark in zip(each.pages, each.marks, strict=True)
    ]
    assert sorted(elements) == sorted(marks)
    assert len(set(marks)) == len(marks)


def _tells_nothing(pdf: bytes, file_name: str) -> None:
    told = "\n".join([text(pdf), *outline(pdf), str(reader(pdf).metadata), file_name])
    told += "\n".join(element.spoken for element in structure(pdf))
    assert telling_words(told, ShippedLibrary().telling_stems()) == ()
    everywhere = everything(pdf).casefold()
    for name in (HOUSE, "Krisecenter", "Ærøhavn", GROUP, "groupkit"):
        assert name.casefold() not in everywhere
    # The number of the hotline; in the file's own tables any number may stand.
    assert "1888" not in told
