"""The forms of a sheet: large print, black and white, booklet, two on a sheet."""

from __future__ import annotations

import pytest
from paper_samples import handout_paper, own_handout, topics
from pdf_reading import outline, page_texts, placed, reader, text
from pypdf.generic import ContentStream

from groupkit.documents.imposing import sides
from groupkit.documents.press import PdfPress
from groupkit.domain.form import Form, Layout

PRESS = PdfPress()
A4_SIZE, LYING = (595, 842), (842, 595)
TOPIC = topics("da")[0]
LONG = "# Langt ark\n\n" + "".join(
    f"## Del {part}\n\n{'Her står der noget at læse i ro og mag. ' * 12}\n\n" for part in range(9)
)
TWO_COLUMNS = """# Ark

:::: columns
::: column Det hjælper
- at sove
:::
::: column Det hjælper ikke
- at skynde sig
:::
::::
"""


def pdf_of(source: str, **form: object) -> bytes:
    return PRESS.handout(own_handout(source, Form(**form)))  # type: ignore[arg-type]


def size_of(pdf: bytes) -> tuple[int, int]:
    box = reader(pdf).pages[0].mediabox
    return round(float(box.width)), round(float(box.height))


@pytest.mark.parametrize(("pages", "paper"), [(1, 1), (4, 1), (5, 2), (8, 2), (9, 3)])
def test_a_booklet_folds_into_its_pages_in_order(pages: int, paper: int) -> None:
    laid = sides(pages, Layout.BOOKLET)
    assert len(laid) == 2 * paper
    folded: dict[int, int | None] = {}
    for sheet in range(paper):
        front, back = laid[2 * sheet], laid[2 * sheet + 1]
        last = 4 * paper - 1
        folded |= {2 * sheet: front[1], last - 2 * sheet: front[0]}
        folded |= {2 * sheet + 1: back[0], last - 2 * sheet - 1: back[1]}
    in_order = [folded[place] for place in range(4 * paper)]
    assert in_order == [*range(pages), *[None] * (4 * paper - pages)]


def test_a_booklet_read_from_the_right_opens_the_other_way() -> None:
    assert sides(4, Layout.BOOKLET, to_the_left=True) == [(0, 3), (2, 1)]


def test_a_booklet_has_its_pages_side_by_side_on_paper_lying_down() -> None:
    pdf = pdf_of(LONG, layout=Layout.BOOKLET)
    assert size_of(pdf) == LYING
    assert len(reader(pdf).pages) % 2 == 0
    title = next(one for one in placed(pdf) if one.text == "Langt ark")
    assert title.page == 0
    assert title.left > 421
    numbers = sorted(one.text for one in placed(pdf) if " / " in one.text)
    assert numbers == [f"{page} / {len(numbers)}" for page in range(1, len(numbers) + 1)]


def test_two_on_a_sheet_are_the_same_page_twice() -> None:
    pdf = pdf_of(LONG, layout=Layout.TWO_UP)
    assert size_of(pdf) == LYING
    letters = placed(pdf)
    left = [(one.page, one.text, round(one.left)) for one in letters if one.left < 421]
    right = [(one.page, one.text, round(one.left - 420.94)) for one in letters if one.left >= 421]
    assert left == right
    assert outline(pdf)[0] == "Langt ark"


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("language", ["da", "en"])
def test_large_print_has_no_letter_under_sixteen_points(layout: Layout, language: str) -> None:
    form = Form(large=True, layout=layout)
    pdf = PRESS.handout(handout_paper(topics(language)[1], language, form))
    assert min(one.size for one in placed(pdf)) >= 16


@pytest.mark.parametrize("layout", Layout)
def test_black_and_white_has_nothing_between(layout: Layout) -> None:
    pdf = PRESS.handout(handout_paper(TOPIC, "da", Form(black=True, layout=layout)))
    assert _colours(pdf) <= {(0, 0, 0), (1, 1, 1)}


def test_what_is_read_is_dark_on_light_when_it_is_copied() -> None:
    pdf = PRESS.handout(handout_paper(TOPIC, "da"))
    grey = [0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in _colours(pdf)]
    # Grounds are nearly white, letters nearly black; only lines to write on lie between.
    assert len([light for light in grey if 0.42 < light < 0.9]) <= 2
    assert max(light for light in grey if light < 0.42) < 0.36


def test_columns_stand_side_by_side_where_there_is_room() -> None:
    letters = {one.text: one for one in placed(pdf_of(TWO_COLUMNS))}
    one, other = letters["Det hjælper"], letters["Det hjælper ikke"]
    assert one.baseline == other.baseline
    assert other.left > one.right


@pytest.mark.parametrize("form", [{"large": True}, {"layout": Layout.BOOKLET}])
def test_columns_follow_each_other_where_there_is_none(form: dict[str, object]) -> None:
    pdf = pdf_of(TWO_COLUMNS, **form)
    letters = {one.text: one for one in placed(pdf)}
    assert letters["Det hjælper"].left == letters["Det hjælper ikke"].left
    assert text(pdf).index("at sove") < text(pdf).index("Det hjælper ikke")


def test_text_stands_on_one_rhythm() -> None:
    source = (
        "# Ark\n\nEt afsnit.\n\n- et\n- to\n\n## Under\n\n::: box Husk\nDet her.\n:::\n\nTil sidst."
    )
    letters = [one for one in placed(pdf_of(source)) if one.size == 12.0]
    quarter = 12 * 1.4 / 4
    first = letters[0].baseline
    outside = [one for one in letters if one.text not in ("Husk", "Det her.")]
    for one in outside:
        steps = (first - one.baseline) / quarter
        assert abs(steps - round(steps)) < 0.02, one


def test_a_line_or_two_are_not_left_for_a_last_page() -> None:
    for items in range(60, 69):
        source = "# Ark\n\n" + "\n".join(f"- punkt nummer {number}" for number in range(items))
        pdf = pdf_of(source)
        last = [one for one in placed(pdf) if one.text.startswith("punkt")][-1]
        assert len(page_texts(pdf)) == 2
        assert last.page == 1


def test_lines_to_write_on_have_what_room_the_last_page_can_spare() -> None:
    line = "::: lines 1 Navn:\n:::\n\n"
    apart = {}
    for lines, last_page in ((6, 0), (20, 0), (30, 1), (40, 1)):
        labels = [one for one in placed(pdf_of("# Ark\n\n" + line * lines)) if one.text == "Navn:"]
        apart[lines] = labels[0].baseline - labels[1].baseline
        assert labels[-1].page == last_page
    assert apart[6] == apart[30] > apart[20] == pytest.approx(apart[40])


def test_what_follows_a_line_to_write_on_stands_clear_of_it() -> None:
    source = "# Ark\n\n::: lines 1 Navn:\n:::\n\nNu kommer der noget andet.\n"
    letters = {one.text: one for one in placed(pdf_of(source))}
    label, following = letters["Navn:"], letters["Nu kommer der noget andet."]
    assert label.baseline - following.baseline > 1.5 * 12 * 1.4


def test_a_list_leaves_no_item_alone_on_a_page() -> None:
    for before in range(18, 34):
        source = "# Ark\n\n" + "Ord.\n\n" * before + "- en\n- to\n- tre\n- fire\n"
        items = [one for one in placed(pdf_of(source)) if one.text in ("en", "to", "tre", "fire")]
        pages = [one.page for one in items]
        assert pages[0] == pages[1]
        assert pages[2] == pages[3]


def test_words_are_parted_where_the_language_does_and_a_soft_hyphen_asks() -> None:
    long = "# Ark\n\n" + "Samarbejdsaftale børnesagkyndig Familieretshuset " * 12
    parted = [one.text for one in placed(pdf_of(long, large=True)) if one.text.endswith("-")]
    assert parted
    for line in parted:
        assert len(line.split()[-1].rstrip("-")) >= 4
    soft = "# Ark\n\n" + "kort \u00adord " + "Abra\u00adkadabra\u00adsimsalabim " * 30
    said = text(pdf_of(soft))
    assert "\u00ad" not in said
    assert "Abrakadabrasimsalabim" in said


def _colours(pdf: bytes) -> set[tuple[float, ...]]:
    read = reader(pdf)
    found: set[tuple[float, ...]] = set()
    for page in read.pages:
        for operands, operator in ContentStream(page.get_contents(), read).operations:
            if operator in (b"rg", b"RG"):
                found.add(tuple(float(one) for one in operands))
            elif operator in (b"g", b"G"):
                found.add((float(operands[0]),) * 3)
    return found
