"""Names taken out of a text, in the forms that Danish gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.veiling import Veil, terms_of


def veil(*names: str, hers: str = "Lærke", left: frozenset[str] = frozenset()) -> Veil:
    return Veil(frozenset(names), frozenset({hers}), "en anden", "en andens", left)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hun sad hos Fatima.", "Hun sad hos en anden."),
        ("FATIMA og fatima", "en anden og en anden"),
        ("Fatimas bil og Fatima's bil", "en andens bil og en andens bil"),
        ("Jens\u2019 bil", "en andens bil"),
        ("Vi kalder det Fatimasagen", "Vi kalder det en anden"),
        ("Hun kender 27-004 og ikke 27-0041", "Hun kender en anden og ikke 27-0041"),
        ("Amal  El\nHassan kom", "en anden kom"),
        ("Hassan kom", "en anden kom"),
        ("Familien kom", "Familien kom"),
        ("Lærke så Lærkes bog", "Lærke så Lærkes bog"),
        ("Zoe\u0308 kom", "en anden kom"),
        ("Zoe og Aase kom", "en anden og en anden kom"),
    ],
)
def test_a_name_goes_in_every_form(text: str, wanted: str) -> None:
    names = ("Fatima", "Jens", "27-004", "Amal El Hassan", "Mia", "Lærke", "Zoë", "Åse")
    assert veil(*names).over(text)[0] == wanted


def test_what_is_replaced_is_told_with_what_stands_around_it() -> None:
    (told,) = veil("Bo").over("I går kom Bo for sent.")[1]
    assert (told.found, told.before, told.after) == ("Bo", "I går kom ", " for sent.")


def test_a_word_that_a_human_lets_stand_stays() -> None:
    text, told = veil("Sol", left=frozenset({"sol"})).over("Der var sol, og Sols mor kom.")
    assert text == "Der var sol, og en andens mor kom."
    assert [each.found for each in told] == ["Sols"]


@pytest.mark.parametrize(
    ("alias", "text", "left"),
    [
        ("Anne-Marie", "Annemarie kom.", "en anden kom."),
        ("Bo Lind", "Bo kom, og hun bor her.", "en anden kom, og hun bor her."),
        ("Solveig", "_Solveig_ kom.", "_en anden_ kom."),
        ("Mia/Maja", "Maja kom.", "en anden kom."),
        ("Rosa2", "Rosa kom.", "en anden kom."),
        ("Ay\u015fe", "Ayse kom.", "en anden kom."),
        ("\u0130pek", "ipek kom.", "en anden kom."),
        ("27-004", "nr27\u2013004 kom.", "nren anden kom."),
    ],
)
def test_a_name_goes_when_it_is_written_in_another_way(alias: str, text: str, left: str) -> None:
    assert veil(alias).over(text)[0] == left


def test_a_name_that_two_women_have_stands_and_is_to_be_looked_at() -> None:
    two = veil("Fatima Said", hers="Fatima Noor")
    text, told = two.over("Fatima Said kom, og det er den anden Fatima.")
    assert text == "en anden kom, og det er den anden Fatima."
    assert [(each.found, each.stands) for each in told] == [
        ("Fatima Said", False),
        ("Fatima", True),
    ]
    looked = veil("Fatima Said", hers="Fatima Noor", left=frozenset({"Fatima"}))
    assert [each.found for each in looked.over("Fatima kom.")[1]] == []


def test_numbers_and_addresses_stand_and_are_to_be_looked_at() -> None:
    hers = Veil(frozenset({"Solveig"}), frozenset({"20 30 40 50"}), "en anden", "en andens")
    text, told = hers.over("Solveig har 22 44 66 88, hun selv 20 30 40 50.")
    assert text == "en anden har 22 44 66 88, hun selv 20 30 40 50."
    assert [(each.found, each.stands) for each in told] == [
        ("Solveig", False),
        ("22 44 66 88", True),
    ]


def test_without_names_nothing_is_replaced() -> None:
    assert veil().over("Hun kom.") == ("Hun kom.", ())


names = st.text("abcdeæøå ", min_size=1, max_size=12).filter(str.strip)


@given(st.lists(names, min_size=1, max_size=6), st.text("abcdeæøå .,", max_size=80))
def test_no_name_stands_as_a_word_afterwards(others: list[str], text: str) -> None:
    whole = veil(*others, hers="XX")
    said = whole.over(text)[0].replace("en andens", "").replace("en anden", "")
    words = said.casefold().replace(".", " ").replace(",", " ").split()
    assert not set(words) & set(terms_of(others, frozenset({"XX"})))
