"""What holds for all papers: fonts, metadata, page numbers, margins, same bytes, cheap import."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from paper_samples import one_of_each
from pdf_reading import everything, fonts, page_texts, placed, reader, text

PAPERS = {
    f"{name} {language}": (pdf, language)
    for language in ("da", "en")
    for name, pdf in one_of_each(language).items()
}
MARGIN = 14 * 72 / 25.4


@pytest.fixture(params=sorted(PAPERS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def pdf(name: str) -> bytes:
    return PAPERS[name][0]


def test_fonts_are_ours_embedded_and_cut_down(pdf: bytes) -> None:
    found = fonts(pdf)
    assert found
    for font, descriptor in found.items():
        assert re.fullmatch(r"/[A-Z]{6}\+(Andika|Lato)\S*", font)
        assert len(descriptor["/FontFile2"].get_object().get_data()) < 200_000


def test_bold_is_a_font_of_its_own(pdf: bytes) -> None:
    assert any("Bold" in font for font in fonts(pdf))


def test_metadata_are_empty_but_for_a_title(pdf: bytes) -> None:
    read = reader(pdf)
    assert read.metadata is not None
    assert set(read.metadata) == {"/Title"}
    assert read.metadata["/Title"]
    assert read.xmp_metadata is None


@pytest.mark.parametrize(
    "mark", ["reportlab", "/Producer", "/Creator", "/Author", "/CreationDate", "/ModDate", "D:20"]
)
def test_nothing_tells_what_made_the_file_or_when(pdf: bytes, mark: str) -> None:
    assert mark.lower() not in everything(pdf).lower()


def test_the_language_stands_in_the_file(name: str, pdf: bytes) -> None:
    assert reader(pdf).trailer["/Root"]["/Lang"] == PAPERS[name][1]


def test_pages_are_numbered(pdf: bytes) -> None:
    pages = page_texts(pdf)
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page


def test_no_letter_stands_outside_the_margins(pdf: bytes) -> None:
    box = reader(pdf).pages[0].mediabox
    for one in placed(pdf):
        assert one.left >= MARGIN - 0.5, one
        assert one.right <= float(box.width) - MARGIN + 0.5, one
        assert 20 < one.baseline < float(box.height) - MARGIN, one


def test_every_letter_is_one_that_can_be_read(pdf: bytes) -> None:
    assert "\x00" not in "".join(one.text for one in placed(pdf))
    assert "\ufffd" not in text(pdf)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_same_value_gives_the_same_bytes(language: str) -> None:
    for name, pdf in one_of_each(language).items():
        assert pdf == PAPERS[f"{name} {language}"][0], name


def test_another_process_gives_the_same_bytes() -> None:
    program = (
        "import hashlib, paper_samples\n"
        "for name, pdf in paper_samples.one_of_each('da').items():\n"
        "    print(hashlib.sha256(pdf).hexdigest())\n"
    )
    folder = __file__.rpartition("/")[0]
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=folder,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_nothing_but_the_press_is_imported_until_a_paper_is_asked_for() -> None:
    program = (
        "import sys, groupkit.documents.press, groupkit.documents.library\n"
        "print([name for name in ('reportlab', 'markdown_it', 'icalendar', 'PySide6')"
        " if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    ).stdout
    assert said.strip() == "[]"
