"""Texts as people paste them: clean afterwards, and refused when nothing is left."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain import refusal as no
from groupkit.domain.refusal import Field, Refused
from groupkit.domain.text import LONGEST_NAME, line, optional_line, prose

DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"


@given(st.text(max_size=LONGEST_NAME // 4))
def test_a_line_cleaned_twice_is_as_cleaned_once(text: str) -> None:
    once = optional_line(text, Field.GROUP)
    assert optional_line(once, Field.GROUP) == once
    assert once == once.strip()
    assert "\n" not in once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(max_size=200))
def test_no_control_or_direction_sign_survives(text: str) -> None:
    once = prose(text + DIRECTION, Field.NOTE)
    assert not set(once) & set(DIRECTION)
    assert all(sign == "\n" or unicodedata.category(sign) != "Cc" for sign in once)
    assert prose(once, Field.NOTE) == once


@pytest.mark.parametrize("name", ["مريم", "Ærø–gruppen", "Łódź", "🌼 Forår", "שרה", "ንግስቲ"])
def test_names_of_all_scripts_are_kept(name: str) -> None:
    assert line(name, Field.ALIAS) == name


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_name_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        line(text, Field.GROUP)
    assert refused.value.refusal == no.TextEmpty(Field.GROUP)


@pytest.mark.parametrize("text", ["\u202e\u202e", "\x00\x07"])
def test_a_name_of_nothing_readable_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        line(text, Field.GROUP)
    assert refused.value.refusal == no.TextUnprintable(Field.GROUP)


@pytest.mark.parametrize("text", ["x" * 81, "x" * 10_000, "x" * 10_000_000])
def test_a_name_too_long_is_refused_with_its_length(text: str) -> None:
    with pytest.raises(Refused) as refused:
        line(text, Field.GROUP)
    assert isinstance(refused.value.refusal, no.TextTooLong)
    assert refused.value.refusal.most == LONGEST_NAME
    assert refused.value.refusal.length > LONGEST_NAME


def test_lines_keep_their_breaks_in_prose_and_lose_them_in_names() -> None:
    assert prose("a\r\n\r\nb\rc  d ", Field.NOTE) == "a\n\nb\nc d"
    assert line("a\r\nb\tc", Field.PLACE) == "a b c"
