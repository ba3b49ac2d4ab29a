"""Our Markdown, read into blocks."""

from __future__ import annotations

import pytest

from groupkit.documents.blocks import (
    Box,
    Heading,
    Help,
    Item,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Scale,
    Table,
    WritingLines,
    plain,
)
from groupkit.documents.reading import read, title_of
from groupkit.domain.refusal import Fault, NotationTrouble, Refused


def words(*text: str) -> tuple[Run, ...]:
    return tuple(Run(one) for one in text)


def test_each_block_is_read() -> None:
    source = (
        "# Titel\n\nTekst\n\n> Sig det\n\n---\n\n"
        "::: scale 1 7 | lidt | meget\n:::\n\n::: lines 3 Skriv:\n:::\n\n::: help\n:::\n"
    )
    assert read(source, False) == (
        Heading(1, words("Titel")),
        Paragraph(words("Tekst")),
        Quote(words("Sig det")),
        Rule(),
        Scale(1, 7, words("lidt"), words("meget")),
        WritingLines(words("Skriv:"), 3),
        Help(),
    )


def test_lists_know_their_marks_numbers_and_depth() -> None:
    source = "3. tre\n   - under\n4. fire\n\n::: check\n- kryds\n:::\n"
    assert read(source, False) == (
        Item(Mark.NUMBER, 3, 0, words("tre")),
        Item(Mark.BULLET, 1, 1, words("under")),
        Item(Mark.NUMBER, 4, 0, words("fire")),
        Item(Mark.TICK, 1, 0, words("kryds")),
    )


def test_a_box_holds_blocks() -> None:
    (box,) = read(":::: box **Husk**\nTekst\n\n::: check\n- kryds\n:::\n::::\n", False)
    assert box == Box(
        (Run("Husk", bold=True),),
        (Paragraph(words("Tekst")), Item(Mark.TICK, 1, 0, words("kryds"))),
    )


def test_a_table_keeps_its_cells() -> None:
    (table,) = read("| a | b |\n|---|---|\n| c | *d* |\n", False)
    assert table == Table(((words("a"), words("b")), (words("c"), (Run("d", italic=True),))))


def test_styles_and_breaks_stand_in_the_runs() -> None:
    (paragraph,) = read("a **b *c***\nd  \ne", False)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == (
        Run("a "),
        Run("b ", bold=True),
        Run("c", bold=True, italic=True),
        Run(" "),
        Run("d"),
        Run("\n"),
        Run("e"),
    )


def test_the_title_is_the_first_heading() -> None:
    assert title_of(read("Før\n\n# **Et** ark\n\n# To", False)) == "Et ark"
    assert title_of(read("Kun tekst", False)) == ""


def test_html_is_text() -> None:
    (paragraph,) = read("<script>x</script> <b>y</b>", False)
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.text) == "<script>x</script> <b>y</b>"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("tekst\n\n::: scale 7 1\n:::", 3),
        ("::: scale 1 40\n:::", 1),
        ("::: scale et to\n:::", 1),
        ("::: lines\n:::", 1),
        ("::: lines 0\n:::", 1),
        ("::: lines 21\n:::", 1),
        ("::: lines 2 " + "x" * 300 + "\n:::", 1),
        ("\n::: lines 2\ntekst\n:::", 2),
        ("::: help mig\n:::", 1),
        ("a\n\n::: check\nikke en liste\n:::", 3),
    ],
)
def test_a_misused_block_is_named_by_its_line(source: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        read(source, False)
    assert refused.value.refusal == NotationTrouble(Fault.BLOCK_MISUSED, line)
