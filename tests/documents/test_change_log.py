"""The change log and its head on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from paper_samples import GROUP, HEAD, HOSTILE, HOUSE, change_log_paper, log_head_paper
from pdf_reading import everything, page_texts, reader, text

from groupkit.documents.press import PdfPress
from groupkit.language import Language
from groupkit.usecases.change_log import read_head

PRESS = PdfPress()
BOTH = pytest.mark.parametrize("language", ["da", "en"])


@BOTH
def test_the_list_says_who_did_what_when_under_heads_on_each_page(language: str) -> None:
    spoken = Language(language)
    paper = change_log_paper(language)
    pages = page_texts(PRESS.change_log(paper))
    assert len(pages) > 1
    when = f"{spoken.date_short(paper.printed)} {spoken.time(paper.lines[0].at.time())}"
    whole = " ".join(pages)
    for line in paper.lines:
        assert f"{line.number} {when} Åse Ændret: Gruppens note · session {line.number}" in whole
    assert all(spoken.say("Who") in page for page in pages)
    assert spoken.say("For owners only") in pages[0]
    assert paper.chosen in pages[0]


@BOTH
def test_the_head_stands_in_groups_of_four_and_can_be_typed_in_again(language: str) -> None:
    for said in (
        text(PRESS.change_log(change_log_paper(language))),
        text(PRESS.log_head(log_head_paper(language))),
    ):
        assert " ".join(HEAD) in said
    typed = f"{Language(language).say('No. {number}', number=812)} {' '.join(HEAD)}"
    assert typed in text(PRESS.log_head(log_head_paper(language)))
    assert read_head(typed).groups == HEAD


@BOTH
def test_the_head_alone_is_one_page_that_tells_nothing_of_the_house(language: str) -> None:
    pdf = PRESS.log_head(log_head_paper(language))
    assert len(reader(pdf).pages) == 1
    assert HOUSE not in everything(pdf)
    assert Language(language).date_long(log_head_paper().printed) in text(pdf)


def test_the_metadata_say_change_log_and_no_more() -> None:
    metadata = reader(PRESS.change_log(change_log_paper("en"))).metadata
    assert metadata is not None
    assert dict(metadata) == {"/Title": "Change log"}
    assert GROUP not in str(metadata)


def test_no_lines_are_said_to_be_none() -> None:
    paper = replace(change_log_paper("en"), lines=(), chosen="")
    assert "No lines were found." in text(PRESS.change_log(paper))


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_whatever_is_named_in_it_the_list_is_made(name: str) -> None:
    paper = change_log_paper("da", lines=2)
    hostile = replace(paper.lines[0], who=HOSTILE[name][:80], record=HOSTILE[name])
    pdf = PRESS.change_log(replace(paper, lines=(hostile, paper.lines[1])))
    assert "Gruppens note · session 1" in text(pdf)
