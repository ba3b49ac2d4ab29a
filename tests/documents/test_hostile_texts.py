"""Texts that nobody should write and somebody will paste."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest
from paper_samples import (
    HOSTILE,
    attendance_paper,
    own_handout,
    plan_paper,
    recovery_paper,
    run_sheet_paper,
)
from pdf_reading import fonts, placed, reader, text

from groupkit.documents.press import PdfPress
from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.form import PLAIN, Form, Layout
from groupkit.domain.house import HelpLine
from groupkit.domain.refusal import Refused
from groupkit.usecases.papers import ClosedLine, HandoutPaper

PRESS = PdfPress()
EACH = pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
SOURCES = {
    "nothing": "",
    "a heading without an end": "# " + "y" * 10_000,
    "headings out of step": "### c\n\n# a\n\n#### d\n\n## b",
    "a box without an end": "::: box " + "h " * 2_000 + "\n" + "p " * 4_000 + "\n:::",
    "a cell without an end": "| a | b |\n|--|--|\n| " + "c " * 5_000 + " | d |",
    "an item without an end": "- " + "z" * 9_000,
    "a deep list": "\n".join("  " * depth + "- x" for depth in range(40)),
    "empty marks": "# **\n\n- \n\n> \n\n1.\n\n| a |\n|--|",
    "raw markup": "<b>x</b> <img src='file:///etc/passwd'/> ![i](/etc/passwd) [l](http://x.dk)",
    "brackets": "(" * 3_000 + "[" * 3_000 + "*" * 3_000,
    "many lines": "::: lines 20\n:::\n" * 30,
}


@EACH
def test_team_papers_take_any_name(words: str) -> None:
    name = words[:2_000]
    named = {"house": name, "group": name, "facilitators": (name,)}
    sheet = replace(run_sheet_paper(), place=name, topic=name, items=(), **named)
    plan = plan_paper()
    lines = tuple(
        replace(line, topic=name, reason=name, why=name, place=name, leaders=(name,))
        for line in plan.lines
    )
    closed = (ClosedLine(lines[0].day, lines[0].day, name),)
    table = attendance_paper("en", women=3, label=name.replace("{", "") + "{}")
    for pdf in (
        PRESS.run_sheet(sheet),
        PRESS.plan(replace(plan, place=name, lines=lines, closed=closed, **named)),
        PRESS.attendance(replace(table, **named)),
    ):
        assert reader(pdf).pages
        assert all(one.right <= 842 for one in placed(pdf))


@EACH
def test_a_run_sheet_takes_any_leader_material_and_room(words: str) -> None:
    said = words.strip() or "x"
    try:
        item = AgendaItem(
            UUID(int=1), ItemKind.TOPIC, "T", 20, said, said[:80], said[:400], said[:200], 0
        )
    except Refused:
        return
    items = Agenda((item,)).timed(dt.time(17))
    pdf = PRESS.run_sheet(replace(run_sheet_paper("en"), items=items, substitutes=(said[:80],)))
    assert all(one.right <= 595 for one in placed(pdf))


@pytest.mark.parametrize("sign", ["W", "ø", "(", "-", ","])
def test_the_longest_words_stay_on_the_run_sheet(sign: str) -> None:
    item = AgendaItem(
        UUID(int=1), ItemKind.TOPIC, "T", 20, "", sign * 80, sign * 400, sign * 200, 5
    )
    items = Agenda((item,) * 3).timed(dt.time(17))
    pdf = PRESS.run_sheet(replace(run_sheet_paper("en"), items=items))
    assert all(one.left >= 0 and one.right <= 595 for one in placed(pdf))


@EACH
def test_words_of_a_recovery_sheet_may_be_anything(words: str) -> None:
    pdf = PRESS.recovery_sheet(replace(recovery_paper(), words=(words[:60],) * 16))
    assert len(reader(pdf).pages) >= 1


@EACH
def test_a_handout_takes_any_text(words: str) -> None:
    pdf = PRESS.handout(own_handout(f"# {words}\n\n{words}\n\n- {words}"))
    width = float(reader(pdf).pages[0].mediabox.width)
    assert all(one.right < width - 40 for one in placed(pdf))


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_source_may_be_anything_that_is_well_fenced(source: str) -> None:
    pdf = PRESS.handout(own_handout(source))
    assert len(reader(pdf).pages) >= 1
    assert all(one.right < 560 for one in placed(pdf))


def test_markup_in_names_is_only_letters() -> None:
    said = text(PRESS.plan(replace(plan_paper(), group="<b>A</b> & <i>B")))
    assert "<b>A</b> & <i>B" in said


def test_nothing_of_a_link_or_picture_but_its_words_is_kept() -> None:
    pdf = PRESS.handout(own_handout("[ord](https://example.org/x) ![billede](/etc/passwd)"))
    page = reader(pdf).pages[0]
    assert "ord billede" in text(pdf)
    assert "example.org" not in text(pdf)
    assert "/Annots" not in page


def test_other_scripts_come_from_the_fallback_and_stay_searchable() -> None:
    pdf = PRESS.plan(replace(plan_paper(), group="Gruppe שלום مرحبا Ελλάς Україна"))
    # As the file holds them: readers order what runs from right to left themselves.
    said = "".join(one.text for one in placed(pdf))
    assert "/AAAAAA+DejaVuSans" in fonts(pdf)
    for words in ("שלום", "مرحبا", "Ελλάς", "Україна"):
        assert words in said


def test_what_no_font_has_is_shown_by_a_mark() -> None:
    said = text(PRESS.plan(replace(plan_paper(), group="Gruppe 🙂中")))
    assert "Gruppe \ufffd\ufffd" in said


def test_decomposed_letters_are_set_whole() -> None:
    assert "Åse é" in text(PRESS.plan(replace(plan_paper(), group="A\u030ase e\u0301")))


def test_a_help_line_takes_any_words() -> None:
    lines = tuple(HelpLine("1" * 20, words) for words in ("x" * 80, "ord " * 19, "<b>&"))
    paper = HandoutPaper("da", "::: help\n:::", PLAIN, lines, "H")
    letters = placed(PRESS.handout(paper))
    assert "<b>&" in "".join(one.text for one in letters)
    assert all(one.right < 560 for one in letters)


def test_a_foot_too_long_for_its_line_is_cut_with_an_ellipsis() -> None:
    pdf = PRESS.handout(replace(own_handout("# Ark"), house="Et langt navn " * 40))
    foot = min(placed(pdf), key=lambda one: (one.baseline, one.left))
    assert foot.text.endswith("…")
    assert foot.right < 480


def test_a_date_far_away_is_a_date() -> None:
    paper = replace(recovery_paper("en"), made=dt.date(2100, 12, 31))
    assert "31 December 2100" in text(PRESS.recovery_sheet(paper))


@pytest.mark.parametrize("layout", list(Layout))
def test_as_many_lines_as_there_can_be_find_room_in_any_form(layout: Layout) -> None:
    lines = "::: lines 20 Skriv her\n:::\n"
    source = f"# Ark\n\n{lines}\n\n:::: box Ro\n{lines}::::\n"
    paper = own_handout(source, Form(large=True, layout=layout))
    assert "Skriv her" in text(PRESS.handout(paper))


@pytest.mark.parametrize("form", [PLAIN, Form(layout=Layout.BOOKLET), Form(large=True)])
def test_what_leads_to_nothing_comes_to_an_end(form: Form) -> None:
    source = "# Ark\n\n~~~\n" + "ord\n\n" * 60 + "slut:"
    assert "ord" in text(PRESS.handout(own_handout(source, form)))
