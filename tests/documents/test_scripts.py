"""Sheets in the letters of other languages, right to left where they are written so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from paper_samples import HOSTILE, HOUSE, own_handout
from pdf_reading import fonts, outline, page_texts, placed, reader, structure

from groupkit.documents.blocks import plain
from groupkit.documents.press import PdfPress
from groupkit.documents.reading import read, title_of
from groupkit.domain.form import Form, Layout
from groupkit.domain.material import LANGUAGES

PRESS = PdfPress()
SHEETS = {file.stem: file.read_text("utf-8") for file in Path(__file__).parent.glob("scripts/*.md")}
TO_THE_LEFT = ("ar", "fa")
FONTS = {"ar": "NotoNaskhArabic", "fa": "NotoNaskhArabic", "ti": "NotoSansEthiopic"}
FORMS = [Form(), Form(large=True), Form(layout=Layout.BOOKLET), Form(layout=Layout.TWO_UP)]
WIDTH = 595.28


def pdf_of(language: str, form: Form = FORMS[0]) -> bytes:
    return PRESS.handout(own_handout(SHEETS[language], form, language=language))


def one_line(words: str) -> str:
    return " ".join(words.split())


def test_there_is_a_sheet_in_each_language_of_translations() -> None:
    assert set(SHEETS) == set(LANGUAGES) - {"da", "en"}


@pytest.mark.parametrize("language", sorted(SHEETS))
@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.layout}-{form.large}")
def test_every_letter_is_there_in_an_embedded_font(language: str, form: Form) -> None:
    pdf = pdf_of(language, form)
    for name, descriptor in fonts(pdf).items():
        assert descriptor["/FontFile2"].get_object().get_data(), name
    assert any(FONTS.get(language, "Andika") in name for name in fonts(pdf))
    said = "".join(one.text for one in placed(pdf))
    assert "\ufffd" not in said
    assert "\x00" not in said
    letters = {letter for letter in "".join(SHEETS[language].split()) if letter.isalpha()}
    # Names of blocks are not printed; joined letters may be told as one.
    assert letters - set("checklinesboxshp") <= set(said)


@pytest.mark.parametrize("language", sorted(SHEETS))
def test_no_glyph_is_the_one_for_missing_letters(language: str) -> None:
    for page in reader(pdf_of(language)).pages:
        for font in page["/Resources"]["/Font"].values():
            if font["/Subtype"] == "/Type0":
                numbers = [int(one) for one in font["/DescendantFonts"][0].get_object()["/W"][::2]]
                assert 0 not in numbers


@pytest.mark.parametrize("language", sorted(SHEETS))
def test_title_language_and_bookmarks_are_its_own(language: str) -> None:
    pdf = pdf_of(language)
    title = title_of(read(SHEETS[language], False))
    assert reader(pdf).trailer["/Root"]["/Lang"] == language
    assert str(reader(pdf).metadata["/Title"]) == title  # type: ignore[index]
    assert outline(pdf)[0] == title


@pytest.mark.parametrize("language", TO_THE_LEFT)
def test_who_listens_hears_the_words_as_they_are_written(language: str) -> None:
    spoken = [element.spoken for element in structure(pdf_of(language)) if element.spoken]
    blocks = read(SHEETS[language], False)
    written = [plain(block.text) for block in blocks if hasattr(block, "text")]
    heard = [words for words in spoken if words in written]
    assert heard == written


@pytest.mark.parametrize("language", TO_THE_LEFT)
def test_a_page_is_mirrored(language: str) -> None:
    letters = [one for one in placed(pdf_of(language)) if one.page == 0]
    right = max(one.right for one in letters)
    assert right == pytest.approx(WIDTH - 21 * 72 / 25.4, abs=0.6)
    title = letters[0]
    assert title.right == pytest.approx(right, abs=0.6)
    # What is read after a box to tick ends where the box begins, at the right.
    steps = [one for one in letters if one.text in ("1", "2") and one.size < 14]
    assert all(one.left > WIDTH / 2 for one in steps[:2])
    scale = [one for one in letters if one.text in "1234567" and one.font.endswith("Andika-Bold")]
    by_place = [one.text for one in sorted(scale[-7:], key=lambda one: one.left)]
    assert by_place == ["7", "6", "5", "4", "3", "2", "1"]
    assert next(one for one in letters if one.text == HOUSE).left > WIDTH / 2


@pytest.mark.parametrize("language", TO_THE_LEFT)
def test_lines_of_such_letters_are_read_back_in_order(language: str) -> None:
    said = one_line(page_texts(pdf_of(language))[0]).replace("\u200c", "").replace(" ", "")
    spoken = (element.spoken for element in structure(pdf_of(language)))
    plain_ones = [words for words in spoken if words.isprintable() and words > "\u0600"]
    alone = [words for words in plain_ones if not re.search("[A-Za-z0-9۰-۹☐.؟]", words)]
    assert len(alone) > 3
    for words in alone:
        assert words.replace("\u200c", "").replace(" ", "") in said


def test_a_paragraph_over_two_pages_leaves_no_line_alone() -> None:
    words = "هذه الورقة لك ونتمنى لك يوما هادئا. " * 14
    for before in range(12, 22):
        source = "# أهلا\n\n" + "كلمة\n\n" * before + words
        letters = placed(PRESS.handout(own_handout(source, language="ar")))
        body = [one for one in letters if len(one.text) > 20]
        counts = {page: sum(one.page == page for one in body) for page in (0, 1)}
        assert 1 not in counts.values()


def test_a_sheet_is_the_same_whatever_was_printed_before() -> None:
    program = (
        "import hashlib, sys, test_scripts\n"
        "for language in sys.argv[1:]:\n"
        "    print(language, hashlib.sha256(test_scripts.pdf_of(language)).hexdigest())\n"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", program, *order],
            cwd=Path(__file__).parent,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.splitlines()
        for seed, order in (("1", sorted(SHEETS)), ("2", sorted(SHEETS, reverse=True)))
    ]
    assert sorted(told[0]) == sorted(told[1])
    assert len(told[0]) == len(SHEETS)


@pytest.mark.parametrize("language", ["ar", "ti"])
@pytest.mark.parametrize("words", [*HOSTILE.values(), "سلام" * 2_500, "abc سلام 123 (x) " * 200])
def test_such_a_sheet_takes_any_words(language: str, words: str) -> None:
    words = words.replace("\ud800", "").replace("\x00", "")
    source = f"# {words}\n\n{words}\n\n- {words}\n\n| a | b |\n|---|---|\n| {words[:900]} | x |\n"
    pdf = PRESS.handout(own_handout(source, language=language))
    assert reader(pdf).pages
    assert all(one.left > 20 and one.right < WIDTH - 20 for one in placed(pdf))
