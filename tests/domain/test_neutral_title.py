"""A title of one's own for calendars: what it may not hold."""

from __future__ import annotations

import pytest

from groupkit.domain.neutral_title import LONGEST_TITLE, neutral_title
from groupkit.domain.refusal import Refused, TextTooLong, TitleTells

STEMS = ("vold", "krisecent", "violen", "shelter")
HOUSE = "Huset på Ærøhavn, Krise Øst 2"


@pytest.mark.parametrize("typed", ["", "Møde", "  Kaffe  og snak ", "Hold 4", "Havn", "På 2"])
def test_a_plain_title_is_kept_clean(typed: str) -> None:
    assert neutral_title(typed, STEMS, HOUSE) == " ".join(typed.split())


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Voldsramte kvinder", "voldsramte"),
        ("ANTIVOLD", "antivold"),
        ("Møde på Krisecentret", "krisecentret"),
        ("Shelter group", "shelter"),
        ("Ærøhavn tirsdag", "ærøhavn"),
        ("Møde i ærøhavns stue", "ærøhavns"),
        ("A\u0308røhavn, vo\u200bld", "vold"),
        ("Kriseholdet", "kriseholdet"),
        ("Møde i øst", "øst"),
    ],
)
def test_a_telling_word_is_refused_and_named(typed: str, word: str) -> None:
    with pytest.raises(Refused) as refused:
        neutral_title(typed, STEMS, HOUSE)
    assert refused.value.refusal == TitleTells(word)


@pytest.mark.parametrize(("house", "word"), [("112", "112"), ("Bo", "BO"), ("7-9-13", "7-9-13")])
def test_a_short_name_of_a_house_is_refused_as_a_whole(house: str, word: str) -> None:
    with pytest.raises(Refused) as refused:
        neutral_title(f"Møde i {house.upper()}", STEMS, house)
    assert refused.value.refusal == TitleTells(word)


def test_a_title_has_room_for_so_much() -> None:
    assert neutral_title("x" * LONGEST_TITLE, STEMS, HOUSE)
    with pytest.raises(Refused) as refused:
        neutral_title("x" * (LONGEST_TITLE + 1), STEMS, HOUSE)
    assert isinstance(refused.value.refusal, TextTooLong)
