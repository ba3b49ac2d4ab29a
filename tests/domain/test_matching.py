"""Words found in a text, and what is shown around them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.matching import LONGEST_QUERY, folded, holds, place_of, snippet, words_of


@pytest.mark.parametrize(
    ("one", "other"), [("ÆRØ", "ærø"), ("A\u030a", "å"), ("Straße", "STRASSE"), ("E\u0301", "é")]
)
def test_case_and_way_of_writing_do_not_matter(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("å", "a"), ("å", "aa"), ("ø", "o"), ("æ", "ae"), ("é", "e")]
)
def test_letters_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_words_are_each_looked_for_once_and_no_paste_is_endless() -> None:
    assert words_of("  Sover dårligt\nSOVER ") == ("sover", "dårligt")
    assert sum(map(len, words_of("x" * 10_000_000))) == LONGEST_QUERY


@pytest.mark.parametrize(
    ("word", "whole", "place"),
    [("7", "i 2027", -1), ("7", "i 2027, uge 7", 12), ("03", "27-03", 3), ("27", "2727 27", 0)],
)
def test_a_number_is_not_found_inside_another(word: str, whole: str, place: int) -> None:
    assert place_of(word, whole) == place


def test_every_word_must_stand_there() -> None:
    assert holds("hun sover godt", ("godt", "sov"))
    assert not holds("hun sover godt", ("godt", "spiser"))


def test_a_snippet_stands_around_the_first_place_on_one_line_in_whole_words() -> None:
    text = (
        "Hun fortalte om ugen. " * 5
        + "\n\nHun SOVER\tdårligt for tiden. "
        + "Mere følger her. " * 9
    )
    found = snippet(text, ("dårligt", "sover"))
    assert found.found == "SOVER"
    assert found.before == "… Hun fortalte om ugen. Hun fortalte om ugen. Hun "
    assert found.after == " dårligt for tiden. Mere følger her. Mere følger …"


def test_a_short_text_is_shown_whole() -> None:
    found = snippet("Hun sover godt.", ("sover",))
    assert (found.before, found.found, found.after) == ("Hun ", "sover", " godt.")


def test_a_text_without_the_words_has_no_snippet() -> None:
    with pytest.raises(ValueError, match="empty"):
        snippet("Hun sover godt.", ("dårligt",))


@given(st.text(), st.text(min_size=1, max_size=8), st.text())
def test_what_is_marked_is_what_was_looked_for(before: str, word: str, after: str) -> None:
    text = f"{before} {word} {after}"
    for wanted in words_of(word):
        if not holds(folded(" ".join(unicodedata.normalize("NFC", text).split())), (wanted,)):
            continue  # composing with a neighbour made other letters of it
        assert wanted in folded(snippet(text, (wanted,)).found)
