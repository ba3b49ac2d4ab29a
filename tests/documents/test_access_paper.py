"""A woman's own paper: everything on it, long notes over pages, nothing in its metadata."""

from __future__ import annotations

import pytest
from paper_samples import HOUSE, access_paper
from pdf_reading import page_texts, reader, text

from groupkit.documents.press import PdfPress
from groupkit.language import Language

PRESS = PdfPress()


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_row_stands_on_it_and_a_long_note_goes_on_over_pages(language: str) -> None:
    paper = access_paper(language)
    pdf = PRESS.access_paper(paper)
    said, spoken = text(pdf), Language(language)
    assert len(page_texts(pdf)) > 1
    for section in paper.sections:
        assert section.title in said
        for row in section.rows:
            assert " ".join(row.words.split()) in _without_page_ends(pdf, spoken)
    assert spoken.say("Nothing is kept.") in said
    assert f"{paper.alias} · {paper.number}" in said


def test_the_metadata_name_neither_her_nor_the_house() -> None:
    metadata = str(reader(PRESS.access_paper(access_paper())).metadata)
    assert "Ærna" not in metadata
    assert HOUSE not in metadata


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert PRESS.access_paper(access_paper()) == PRESS.access_paper(access_paper())


def _without_page_ends(pdf: bytes, spoken: Language) -> str:
    pages = page_texts(pdf)
    foots = [f"{HOUSE} {at} / {len(pages)}" for at in range(1, len(pages) + 1)]
    cut = [page.replace(foot, "") for page, foot in zip(pages, foots, strict=True)]
    return " ".join(" ".join(cut).split())
