"""Texts as people paste them: clean afterwards, and refused when nothing is left."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain import refusal as no
from groupkit.domain.refusal import Field, Refused
from groupkit.domain.text import LONGEST_NAME, line, optional_line, prose

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u2060\u2063\u206a\ufeff\ufffa"
FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
JOINERS = "\u200c\u200d"
DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"


@given(st.text(max_size=LONGEST_NAME // 4))
def test_a_line_cleaned_twice_is_as_cleaned_once(text: str) -> None:
    once = optional_line(text, Field.GROUP)
    assert optional_line(once, Field.GROUP) == once
    assert once == once.strip()
    assert "\n" not in once
    assert unicodedata.is_normalized("NFC", once)


TRICKY = st.text(
    DIRECTION + INVISIBLE + FILLERS + JOINERS + "aÅ \n\r\t\x00\x1c\x85\u2028\u0301\u0316\u030a🌼م"
)


@given(TRICKY)
def test_cleaning_is_settled_whatever_signs_meet(text: str) -> None:
    short = text[: LONGEST_NAME // 4]
    once = optional_line(short, Field.PLACE)
    assert optional_line(once, Field.PLACE) == once
    assert "  " not in once
    assert unicodedata.is_normalized("NFC", once)
    assert once.strip(JOINERS) == once
    whole = prose(text, Field.NOTE)
    assert prose(whole, Field.NOTE) == whole
    assert unicodedata.is_normalized("NFC", whole)
    assert not set(once + whole) & set(DIRECTION + INVISIBLE)


@given(TRICKY)
def test_a_line_is_kept_or_refused_with_the_right_reason(text: str) -> None:
    short = text[: LONGEST_NAME // 4]
    if set(short) & set("aÅ🌼م"):
        kept = unicodedata.normalize("NFD", line(short, Field.ALIAS))
        assert set(kept) & set("aA🌼م")
        return
    with pytest.raises(Refused) as refused:
        line(short, Field.ALIAS)
    kind = no.TextUnprintable if short.strip() else no.TextEmpty
    assert refused.value.refusal == kind(Field.ALIAS)


def test_invisible_signs_make_no_second_name() -> None:
    seen = {line(f"An{sign}na", Field.ALIAS) for sign in DIRECTION + INVISIBLE}
    assert seen == {"Anna"}
    assert {line(f"Anna{sign}", Field.ALIAS) for sign in JOINERS} == {"Anna"}


@given(st.text(max_size=200))
def test_no_control_or_direction_sign_survives(text: str) -> None:
    once = prose(text + DIRECTION, Field.NOTE)
    assert not set(once) & set(DIRECTION)
    assert all(sign == "\n" or unicodedata.category(sign) != "Cc" for sign in once)
    assert prose(once, Field.NOTE) == once


@pytest.mark.parametrize(
    "name",
    [
        "مريم",
        "Ærø–gruppen",
        "Łódź",
        "🌼 Forår",
        "שרה",
        "ንግስቲ",
        "می\u200cخواهم",
        "👩\u200d👧\u200d👦",
        "❤️",
        "👍🏽",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "\U0001fae8",
        "7",
        "?",
    ],
)
def test_names_of_all_scripts_are_kept(name: str) -> None:
    assert line(name, Field.ALIAS) == name


@pytest.mark.parametrize("text", ["", "   ", "\n\t", " " * 10_000, "\u00a0\u2003\u2028"])
def test_an_empty_name_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        line(text, Field.GROUP)
    assert refused.value.refusal == no.TextEmpty(Field.GROUP)


@pytest.mark.parametrize(
    "text",
    [
        "\u202e\u202e",
        "\x00\x07",
        "\u200b",
        "\ufeff \u00ad",
        "\u200d",
        "\u3164\u2800",
        "\u0301",
        "\ufe0f",
        "\U000e0041",
        "\ud83d",
    ],
)
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


@pytest.mark.parametrize("much", ["x" * 20_001, "x" * 10_000_000, "a" + "\u0301\u0316" * 1_000_000])
def test_a_note_too_long_is_refused_with_its_length(much: str) -> None:
    with pytest.raises(Refused) as refused:
        prose(much, Field.NOTE)
    assert refused.value.refusal == no.TextTooLong(Field.NOTE, len(much), 20_000)


def test_blanks_around_a_text_do_not_count() -> None:
    around = " \n" * 50_000
    assert line(around + "Forår" + around, Field.GROUP) == "Forår"
    assert prose(around + "Forår" + around, Field.NOTE) == "Forår"
    assert len(line("x" * 80, Field.GROUP)) == 80
    assert len(prose("x" * 20_000, Field.NOTE)) == 20_000


def test_lines_keep_their_breaks_in_prose_and_lose_them_in_names() -> None:
    assert prose("a\r\n\r\nb\rc  d ", Field.NOTE) == "a\n\nb\nc d"
    assert line("a\r\nb\tc", Field.PLACE) == "a b c"
