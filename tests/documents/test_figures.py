"""Pictures on paper: where they stand, how large, what is told of them, and the house's logo."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper_samples import HOUSE, own_handout
from pdf_reading import everything, reader
from PIL import Image

from groupkit.documents.blocks import Figure, Width
from groupkit.documents.figures import within
from groupkit.documents.press import PdfPress
from groupkit.documents.reading import read
from groupkit.domain.form import DISCREET, PLAIN, Form, Layout
from groupkit.domain.picture import LOGO, Picture, named_in
from groupkit.domain.refusal import Fault, NotationTrouble, Refused
from groupkit.usecases.papers import GuidePaper

PRESS = PdfPress()
SOURCE = "# Ro\n\n::: picture havn half | En båd i havn\n:::\n"
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    b'<path d="M0 0 L40 20" stroke="#f00" fill="none"/><circle cx="9" cy="9" r="4" fill="#0a0"/>'
    b"</svg>"
)


def photo(name: str = "havn", width: int = 80, height: int = 60) -> Picture:
    written = BytesIO()
    Image.new("RGB", (width, height), (200, 60, 20)).save(written, "JPEG")
    return PRESS.taken_in(name, written.getvalue())


def drawn(name: str = "havn") -> Picture:
    return PRESS.taken_in(name, DRAWING)


def pdf_of(source: str, picture: Picture, form: Form = PLAIN) -> bytes:
    return PRESS.handout(replace(own_handout(source, form), pictures=(picture,)))


def operators(pdf: bytes) -> bytes:
    contents = (page.get_contents() for page in reader(pdf).pages)
    return b"".join(content.get_data() for content in contents if content is not None)


def is_grey(image: Image.Image) -> bool:
    red, green, blue = image.convert("RGB").split()
    return red.tobytes() == green.tobytes() == blue.tobytes()


def images(pdf: bytes) -> list[Image.Image]:
    shown = [image.image for page in reader(pdf).pages for image in page.images]
    return [image for image in shown if image]


@pytest.mark.parametrize("form", [PLAIN, DISCREET, Form(large=True), Form(layout=Layout.BOOKLET)])
def test_a_photograph_stands_on_the_page_in_every_form(form: Form) -> None:
    (image,) = images(pdf_of(SOURCE, photo(), form))
    assert image.size == (80, 60)
    assert not is_grey(image)


def test_a_sheet_to_copy_shows_it_in_grey() -> None:
    (image,) = images(pdf_of(SOURCE, photo(), Form(black=True)))
    assert is_grey(image)
    assert b"1 0 0 RG" not in operators(pdf_of(SOURCE, drawn(), Form(black=True)))
    assert b"1 0 0 RG" in operators(pdf_of(SOURCE, drawn()))


def test_a_drawing_stays_lines_and_brings_no_font() -> None:
    pdf = pdf_of(SOURCE, drawn())
    assert images(pdf) == []
    assert "Helvetica" not in everything(pdf)


def test_who_cannot_see_it_hears_what_it_shows() -> None:
    tree = everything(pdf_of(SOURCE, photo()))
    assert "/Figure" in tree
    assert "En båd i havn" in tree


def test_a_picture_that_is_not_there_is_named_by_its_line() -> None:
    with pytest.raises(Refused) as caught:
        pdf_of(SOURCE, photo("andet"))
    assert caught.value.refusal == NotationTrouble(Fault.PICTURE_UNKNOWN, 3)


@pytest.mark.parametrize(
    "words", ["", "havn", "havn |", "havn huge | x", "Havn | x", "../x | x", "a b c | x"]
)
def test_a_picture_needs_its_name_and_what_it_shows(words: str) -> None:
    with pytest.raises(Refused) as caught:
        read(f"# A\n\n::: picture {words}\n:::\n", discreet=False)
    assert caught.value.refusal == NotationTrouble(Fault.BLOCK_MISUSED, 3)


def test_a_picture_holds_nothing() -> None:
    with pytest.raises(Refused):
        read("::: picture havn | Havn\nord\n:::\n", discreet=False)


def test_the_width_is_half_a_line_unless_said() -> None:
    assert read("::: picture havn | Havn\n:::\n", discreet=False) == (
        Figure("havn", Width.HALF, "Havn", 1),
    )


def test_the_names_in_a_source_are_those_that_are_read() -> None:
    source = ":::: box A\n::: picture en | 1\n:::\n::: picture to small | 2\n:::\n::::\n" * 2
    assert named_in(source) == ("en", "to")


@given(st.integers(1, 2000), st.integers(1, 2000), st.floats(10, 500), st.floats(10, 500))
def test_a_picture_keeps_its_proportions_and_its_place(
    wide: int, high: int, width: float, height: float
) -> None:
    shown = within(Picture("a", "png", wide, high, b""), width, height)
    assert shown[0] <= width * 1.000001
    assert shown[1] <= height * 1.000001
    assert shown[0] * high == pytest.approx(shown[1] * wide)


@pytest.mark.parametrize("width", [1, 2000])
def test_the_narrowest_and_the_widest_picture_find_room(width: int) -> None:
    tall = photo(width=width, height=2001 - width)
    for form in (PLAIN, Form(large=True, layout=Layout.BOOKLET)):
        for share in Width:
            source = f"::: box A\n\n:::\n\n::: picture havn {share} | Havn\n:::\n"
            assert len(images(pdf_of(source, tall, form))) == 1


def test_the_logo_stands_on_plain_sheets_alone() -> None:
    paper = replace(own_handout(SOURCE), pictures=(drawn(),), logo=photo(LOGO))
    assert HOUSE in "".join(page.extract_text() for page in reader(PRESS.handout(paper)).pages)
    assert len(images(PRESS.handout(paper))) == 1
    assert images(PRESS.handout(replace(paper, form=DISCREET, house=""))) == []


def test_the_logo_stands_on_every_page_of_a_booklet() -> None:
    source = "# A\n\n" + "Ord i en linje. " * 2500
    paper = replace(own_handout(source, Form(layout=Layout.BOOKLET)), logo=photo(LOGO))
    sides = reader(PRESS.handout(paper)).pages
    assert len(sides) > 2
    assert all(side.images for side in sides)


def test_a_guide_shows_pictures_too() -> None:
    pdf = PRESS.guide(GuidePaper("da", SOURCE, HOUSE, (photo(),)))
    assert len(images(pdf)) == 1


def test_the_same_pictures_give_the_same_bytes() -> None:
    for picture in (photo(), drawn()):
        assert pdf_of(SOURCE, picture) == pdf_of(SOURCE, picture)
