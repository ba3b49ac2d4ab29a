"""The sheet to take home, in both forms."""

from __future__ import annotations

from collections import Counter

import pytest
from paper_samples import GROUP, HOUSE, handout_paper, own_handout, topics
from pdf_reading import everything, outline, page_texts, placed, reader, text

from groupkit.documents.library import telling_stems
from groupkit.documents.press import PdfPress
from groupkit.domain.discretion import telling_words
from groupkit.domain.form import DISCREET as DISCREET_FORM
from groupkit.domain.house import HelpLine
from groupkit.usecases.papers import HandoutPaper

PRESS = PdfPress()
SHIPPED = [
    pytest.param(topic, language, discreet, id=f"{topic.slug}-{language}-{form}")
    for language in ("da", "en")
    for topic in topics(language)
    for discreet, form in ((False, "plain"), (True, "discreet"))
]
DISCREET = [param for param in SHIPPED if param.values[2]]
STRESS = """# {Samværsafgørelser|Aftaler} og æbler

Et afsnit med **fed**, *kursiv* og ***begge***, å, ø og `kode`.

::: box Husk **det**
Tekst i boksen.

- punkt i boksen
:::

::: check
- sæt kryds
- også her
:::

1. først
   - under først
2. så

> En sætning, der kan siges.

| Hvem | Hvad |
|---|---|
| Skolen | møde & samtale |

::: scale 1 7 | {bange|dårligt} | trygt
:::

::: lines 2 Det vil jeg gøre:
:::

::: help
:::

:::: only plain
::: box Kun i den ene form
Der står det.
:::
::::

## Til sidst

Farvel.
"""


@pytest.mark.parametrize(("topic", "language", "discreet"), SHIPPED)
def test_a_shipped_sheet_fits_on_two_pages_in_readable_type(topic, language, discreet) -> None:
    pdf = PRESS.handout(handout_paper(topic, language, discreet=discreet))
    sizes = Counter(one.size for one in placed(pdf) if one.font.endswith("+Andika"))
    assert len(reader(pdf).pages) <= 2
    assert sizes.most_common(1)[0][0] >= 11


@pytest.mark.parametrize(("topic", "language", "discreet"), SHIPPED)
def test_no_heading_is_the_last_thing_on_a_page(topic, language, discreet) -> None:
    pdf = PRESS.handout(handout_paper(topic, language, discreet=discreet))
    headings = set(outline(pdf))
    assert len(headings) > 3
    for page in range(len(reader(pdf).pages)):
        body = [one for one in placed(pdf) if one.page == page and one.baseline > 54]
        assert min(body, key=lambda one: one.baseline).text not in headings


@pytest.mark.parametrize(("topic", "language", "discreet"), DISCREET)
def test_the_discreet_form_tells_nothing(topic, language, discreet) -> None:
    paper = handout_paper(topic, language, discreet=discreet)
    pdf = PRESS.handout(paper)
    stems = telling_stems(language)
    told = "\n".join(
        [
            text(pdf),
            *outline(pdf),
            str(reader(pdf).metadata),
            PRESS.handout_title(paper),
            PRESS.file_name(PRESS.handout_title(paper)),
        ]
    )
    assert telling_words(told, stems) == ()
    assert "1888" not in told
    for name in (HOUSE, "Krisecenter", "Ærøhavn", GROUP, "groupkit"):
        assert name.casefold() not in everything(pdf).casefold()


@pytest.mark.parametrize(("topic", "language", "discreet"), DISCREET)
def test_the_plain_form_holds_house_and_numbers(topic, language, discreet) -> None:
    pdf = PRESS.handout(handout_paper(topic, language, discreet=False))
    assert telling_words(text(pdf), telling_stems(language))
    for words in (HOUSE, "112", "114", "1888", "116 111"):
        assert words in text(pdf)


def test_every_block_is_set_in_its_order() -> None:
    said = text(PRESS.handout(own_handout(STRESS)))
    order = [
        "Samværsafgørelser og æbler",
        "Et afsnit med fed, kursiv og begge, å, ø og kode.",
        "Husk det",
        "Tekst i boksen.",
        "punkt i boksen",
        "sæt kryds",
        "1.",
        "først",
        "under først",
        "2.",
        "En sætning, der kan siges.",
        "Hvem",
        "Hvad",
        "Skolen",
        "møde & samtale",
        "1 2 3 4 5 6 7",
        "bange",
        "trygt",
        "Det vil jeg gøre:",
        "112",
        "Kun i den ene form",
        "Der står det.",
        "Til sidst",
        "Farvel.",
    ]
    at = -1
    for words in order:
        found = said.find(words, at + 1)
        assert found > at, words
        at = found


def test_bold_and_italic_are_true() -> None:
    letters = placed(PRESS.handout(own_handout(STRESS)))
    fonts = {one.text.strip(): one.font.partition("+")[2] for one in letters}
    assert fonts["fed"] == "Andika-Bold"
    assert fonts["kursiv"] == "Andika-Italic"
    assert fonts["begge"] == "Andika-BoldItalic"


def test_headings_are_bookmarks() -> None:
    assert outline(PRESS.handout(own_handout(STRESS))) == [
        "Samværsafgørelser og æbler",
        "Til sidst",
    ]


def test_the_other_form_takes_the_other_words() -> None:
    pdf = PRESS.handout(own_handout(STRESS, discreet=True))
    said = text(pdf)
    assert "Aftaler og æbler" in said
    assert "dårligt" in said
    for words in ("Samvær", "bange", "Kun i den ene form", HOUSE, "1888", "{", "|"):
        assert words not in said


def test_discreet_help_lines_take_their_neutral_words_or_go() -> None:
    lines = (
        HelpLine("112", "Alarm", "Akut hjælp"),
        HelpLine("1888", "Hotline mod vold"),
        HelpLine("70 20 30 40", "Krisecentret", "Krisecentret i byen"),
    )
    paper = HandoutPaper("da", "# Ark\n\n::: help\n:::\n", DISCREET_FORM, lines, HOUSE)
    said = text(PRESS.handout(paper))
    assert "112" in said
    assert "Akut hjælp" in said
    for words in ("Alarm", "1888", "Hotline", "70", "Krisecent"):
        assert words not in said


def test_a_long_sheet_keeps_its_size_and_takes_more_pages() -> None:
    paragraph = "Der er meget at sige. " * 60 + "\n\n"
    pdf = PRESS.handout(own_handout("# Langt\n\n" + paragraph))
    longer = PRESS.handout(own_handout("# Langt\n\n" + paragraph * 9))
    sizes = {one.size for one in placed(longer) if len(one.text) > 40}
    assert len(reader(pdf).pages) == 1
    assert len(page_texts(longer)) > 2
    assert sizes == {12.0}


def test_a_little_too_much_is_set_smaller_rather_than_on_a_third_page() -> None:
    source = "# Ark\n\n" + "\n".join(f"- punkt nummer {number}" for number in range(72))
    pdf = PRESS.handout(own_handout(source))
    sizes = {one.size for one in placed(pdf) if one.text.startswith("punkt")}
    assert len(reader(pdf).pages) == 2
    assert max(sizes) < 12


def test_the_title_is_that_of_the_form() -> None:
    plain, discreet = own_handout(STRESS), own_handout(STRESS, discreet=True)
    assert PRESS.handout_title(plain) == "Samværsafgørelser og æbler"
    assert PRESS.handout_title(discreet) == "Aftaler og æbler"
    metadata = reader(PRESS.handout(discreet)).metadata
    assert metadata is not None
    assert metadata.title == "Aftaler og æbler"
