"""Every public holiday that the program steps around has its name in both languages."""

from __future__ import annotations

import pytest

from groupkit.domain.closed import COUNTRIES, holidays_of
from groupkit.domain.dates import EARLIEST, LATEST
from groupkit.language import DANISH, ENGLISH, LANGUAGES, Language
from groupkit.language.holiday_words import _words, holiday_word


def names(country: str) -> set[str]:
    """Return what the library of holidays calls them, from the first year to the last."""
    years = range(EARLIEST.year, LATEST.year + 1)
    days = (name for year in years for name in holidays_of(country, year).values())
    return {part for name in days for part in name.split("; ")}


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_holiday_of_the_century_is_known(country: str) -> None:
    found = names(country)
    assert len(found) >= 9
    assert found <= set(_words(Language(ENGLISH)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_kept_that_no_country_has(language: str) -> None:
    known = set(_words(Language(language)))
    assert known == {name for country in COUNTRIES for name in names(country)}


def test_danish_names_are_danish() -> None:
    danish, english = Language(DANISH), Language(ENGLISH)
    for name, there in (
        ("Maundy Thursday", "Skærtorsdag"),
        ("Good Friday", "Langfredag"),
        ("Pentecost Monday", "2. pinsedag"),
        ("Great Prayer Day", "Store bededag"),
        ("Second Day of Christmas", "2. juledag"),
    ):
        assert holiday_word(name, danish).casefold() == there.casefold()
        assert holiday_word(name, english) != holiday_word(name, danish)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_on_a_day_stand_side_by_side(language: str) -> None:
    spoken = Language(language)
    one, other = (holiday_word(name, spoken) for name in ("Ascension Day", "Labor Day"))
    assert holiday_word("Ascension Day; Labor Day", spoken) == f"{one}, {other}"


def test_a_name_that_is_not_known_stands_as_it_is() -> None:
    assert holiday_word("Day of Rest", Language(DANISH)) == "Day of Rest"
    assert holiday_word("", Language(DANISH)) == ""
