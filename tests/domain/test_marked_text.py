"""Titles and telling words of a source as it is being written."""

from __future__ import annotations

from groupkit.domain.marked_text import Span, plain_title, telling_spans


def test_the_title_is_the_first_heading_as_the_plain_form_says_it() -> None:
    assert plain_title("Før\n\n## {Efter **vold**|Hverdagen} ##\n# Anden") == "Efter vold"
    assert plain_title("Ingen overskrift") == ""
    assert plain_title("# {Uden ende") == "{Uden ende"


def test_only_what_the_discreet_form_says_tells() -> None:
    source = "Om vold.\n{Om vold.|Om regn.}\n{Regn|Vold} igen\n::: only plain\nVold\n:::"
    assert telling_spans(source, ["vold"]) == {
        "Om vold.": (Span(3, 4),),
        "{Regn|Vold} igen": (Span(6, 4),),
    }


def test_a_source_that_does_not_come_out_has_no_marks() -> None:
    assert telling_spans("Om vold.\n::: boks\n", ["vold"]) == {}
