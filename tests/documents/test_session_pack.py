"""The pile as one PDF: copies, blank pages, tags, and nothing that tells more than it may."""

from __future__ import annotations

from dataclasses import replace

import pytest
from paper_samples import GROUP, HOUSE, handout_paper, run_sheet_paper, topics
from pdf_reading import everything, fonts, outline, page_texts, reader, structure, text
from pypdf.generic import ContentStream

from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.discretion import telling_words
from groupkit.domain.form import DISCREET, Form
from groupkit.usecases.papers import (
    DividerLine,
    DividerPaper,
    GuidePaper,
    HandoutPaper,
    PackPaper,
    PackPart,
)

PRESS = PdfPress()
TOPIC, ENGLISH = topics("da")[1], topics("en")[1]
RUN_SHEET = run_sheet_paper()
GUIDE = GuidePaper("da", TOPIC.guide, HOUSE)
DIVIDER = DividerPaper("da", (DividerLine(3, "Ro i hverdagen", "Neutral form"),))
HANDOUT = handout_paper(TOPIC, "da", discreet=True)
LARGE = handout_paper(ENGLISH, "en", Form(discreet=True, large=True))
SHORT = HandoutPaper("da", "# Kort\n\nEn linje.", DISCREET, (), mark="Bliver her")
PARTS = (
    PackPart(RUN_SHEET, 2),
    PackPart(GUIDE, 2),
    PackPart(DIVIDER, 1),
    PackPart(HANDOUT, 3),
    PackPart(LARGE, 1),
    PackPart(SHORT, 2),
)


def pack(*parts: PackPart, both_sides: bool = True) -> bytes:
    return PRESS.session_pack(PackPaper("da", "Papirer", parts, both_sides))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return pack(*PARTS)


def test_each_copy_begins_on_a_front_and_is_whole(pdf: bytes) -> None:
    found, at = page_texts(pdf), 0
    for part in PARTS:
        pages = PRESS.pages_of(part.paper)
        for _ in range(part.copies):
            assert at % 2 == 0
            assert all(found[at : at + pages])
            assert found[at : at + pages] == found[at_first(part, found) :][:pages]
            at += pages
            if pages % 2:
                assert found[at] == ""
                at += 1
    assert at == len(found)


def at_first(part: PackPart, found: list[str]) -> int:
    """Return where the first copy of ``part`` begins."""
    before = PARTS[: PARTS.index(part)]
    return sum(each.copies * -(-PRESS.pages_of(each.paper) // 2) * 2 for each in before)


def test_on_one_side_no_page_is_blank() -> None:
    found = page_texts(pack(*PARTS, both_sides=False))
    assert all(found)
    assert len(found) == sum(part.copies * PRESS.pages_of(part.paper) for part in PARTS)


@pytest.mark.parametrize(
    ("paper", "alone"),
    [
        (RUN_SHEET, PRESS.run_sheet(RUN_SHEET)),
        (GUIDE, PRESS.guide(GUIDE)),
        (HANDOUT, PRESS.handout(HANDOUT)),
        (LARGE, PRESS.handout(LARGE)),
    ],
    ids=["run sheet", "guide", "handout", "large print"],
)
def test_a_page_in_the_pile_says_what_it_says_alone(
    paper: HandoutPaper, alone: bytes, pdf: bytes
) -> None:
    part = next(each for each in PARTS if each.paper is paper)
    pages, start = page_texts(alone), at_first(part, page_texts(pdf))
    assert page_texts(pdf)[start : start + len(pages)] == pages
    assert PRESS.pages_of(paper) == len(pages)


def test_what_is_handed_out_carries_nothing_of_the_papers_before_it(pdf: bytes) -> None:
    found = page_texts(pdf)
    women = " ".join(found[at_first(PARTS[3], found) :])
    for name in (HOUSE, "Krisecenter", GROUP, "gruppeleder", *RUN_SHEET.facilitators):
        assert name not in women
    assert telling_words(women, ShippedLibrary().telling_stems()) == ()


def test_the_file_tells_nothing_but_a_neutral_title(pdf: bytes) -> None:
    read = reader(pdf)
    assert read.metadata == {"/Title": "Papirer"}
    assert read.xmp_metadata is None
    assert telling_words("Papirer Papers", ShippedLibrary().telling_stems()) == ()
    assert read.trailer["/Root"]["/Lang"] == "da"
    for mark in ("reportlab", "/Producer", "/CreationDate"):
        assert mark.lower() not in everything(pdf).lower()


def test_the_same_pile_gives_the_same_bytes(pdf: bytes) -> None:
    assert pack(*PARTS) == pdf


def test_fonts_are_embedded_once_for_the_whole_pile(pdf: bytes) -> None:
    found = fonts(pdf)
    assert all(font["/FontFile2"].get_object().get_data() for font in found.values())
    assert len(pack(*(replace(part, copies=1) for part in PARTS))) * 4 > len(pdf)


def test_a_reader_hears_each_paper_once_in_its_language(pdf: bytes) -> None:
    read = reader(pdf)
    whole = read.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()
    parts = [kid.get_object() for kid in whole["/K"]]
    assert [part["/S"] for part in parts] == ["/Part"] * len(PARTS)
    assert [part["/Lang"] for part in parts] == ["da", "da", "da", "da", "en", "da"]
    told = {page for element in structure(pdf) for page in element.pages}
    found = page_texts(pdf)
    firsts = {
        at_first(part, found) + page for part in PARTS for page in range(PRESS.pages_of(part.paper))
    }
    assert told == firsts
    assert all(element.marks for element in structure(pdf) if element.role == "H1")


def test_all_that_shows_is_tagged_or_an_artifact(pdf: bytes) -> None:
    read = reader(pdf)
    for number, page in enumerate(read.pages):
        depth, shows = 0, 0
        for _, operator in ContentStream(page.get_contents(), read).operations:
            depth += operator in (b"BDC", b"BMC")
            depth -= operator == b"EMC"
            assert 0 <= depth <= 1
            if operator in (b"Tj", b"TJ", b"S", b"f", b"B", b"Do"):
                shows += 1
                assert depth == 1
        assert int(page["/StructParents"]) == number
        assert bool(shows) is bool(page_texts(pdf)[number])


def test_bookmarks_lead_to_each_paper_once(pdf: bytes) -> None:
    titles = outline(pdf)
    assert titles.count("Ro i hverdagen") == 1
    assert titles[0] == RUN_SHEET.topic


def test_black_ink_alone_where_a_copier_has_no_colour() -> None:
    parts = (
        PackPart(replace(RUN_SHEET, black=True), 1),
        PackPart(replace(GUIDE, black=True), 1),
        PackPart(replace(DIVIDER, black=True), 1),
        PackPart(replace(HANDOUT, form=Form(discreet=True, black=True)), 1),
    )
    read = reader(pack(*parts))
    for page in read.pages:
        for operands, operator in ContentStream(page.get_contents(), read).operations:
            if operator in (b"rg", b"RG"):
                assert {float(each) for each in operands} in ({0.0}, {1.0}), operands
            elif operator in (b"g", b"G"):
                assert float(operands[0]) in (0.0, 1.0)


def test_a_sheet_that_stays_says_so_at_its_foot_and_the_divider_what_lies_below() -> None:
    assert "Bliver her" in text(PRESS.handout(SHORT))
    assert "Bliver her" not in text(PRESS.handout(replace(SHORT, mark="")))
    said = text(pack(PackPart(DIVIDER, 1)))
    assert "3 ×" in said
    assert "Ro i hverdagen" in said
    assert HOUSE not in said
