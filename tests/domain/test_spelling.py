"""Which words of a source are looked at, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.spelling import written_words


def found(source: str) -> list[str]:
    return [word.text for word in written_words(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("::: check\n- Ja\n:::", ["Ja"]),
        ("::: only discreet\n:::", []),
        ("::: help\n:::", []),
        ("::: lines 2 Min egen regel:\n:::", ["Min", "egen", "regel"]),
        ("::: scale 1 7 | Bange | Tryg", ["Bange", "Tryg"]),
        ("::: box Husk\n:::", ["Husk"]),
        ("::: picture haven-1 | En have\n:::", ["En", "have"]),
        ("Kl. 20 i 2b og 3. klasse", ["Kl", "i", "og", "klasse"]),
        ("{Vold|Ro} er ord", ["Vold", "Ro", "er", "ord"]),
        ("Vælg én dag{ og tid|, nu}.", ["Vælg", "én", "dag", "og", "tid", "nu"]),
        ("{vold|van}en", ["volden", "vanen"]),
        ("Se [siden](https://voldsramt.example/x) nu", ["Se", "siden", "nu"]),
        ("Skriv til mig@eksempel.dk eller www.eksempel.dk/ny", ["Skriv", "til", "eller"]),
        ("lev-uden-vold.dk og borger.dk", ["og"]),
        ("**Fed** og sk*rå*t", ["Fed", "og", "skråt"]),
        ("hente- og bringe-tid", ["hente", "og", "bringe-tid"]),
        ("sam\u00advær", ["samvær"]),
        ("f.eks. don't", ["f.eks", "don't"]),
        ("a_b &nbsp; <mailto:x>", []),
    ],
)
def test_words_are_those_on_paper(source: str, expected: list[str]) -> None:
    assert found(source) == expected


def test_a_word_is_placed_by_its_line_and_column_in_the_source() -> None:
    source = "Et\n- {vold|van}en, ja"
    placed = [(w.line, w.column, w.length, w.text) for w in written_words(source)]
    assert placed == [(1, 0, 2, "Et"), (2, 3, 11, "volden"), (2, 8, 6, "vanen"), (2, 16, 2, "ja")]


@given(st.lists(st.sampled_from(["{", "|", "}", "\\", "ord", " ", "::: box ", "\n", "*", "1"])))
def test_any_notation_gives_words_within_its_lines(parts: list[str]) -> None:
    lines = "".join(parts).split("\n")
    for word in written_words("\n".join(lines)):
        stretch = lines[word.line - 1][word.column : word.column + word.length]
        assert len(stretch) == word.length
        assert (stretch[0], stretch[-1]) == (word.text[0], word.text[-1])


@given(st.text(max_size=200))
def test_any_text_gives_words_without_digits(text: str) -> None:
    assert not any(letter.isdigit() for word in found(text) for letter in word)
