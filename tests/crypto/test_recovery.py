"""A sheet read back is the sheet; anything else is refused."""

from __future__ import annotations

import hashlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.crypto.recovery import (
    SECRET_BYTES,
    RecoverySheet,
    new_sheet,
    read_sheet,
    sheet_of,
    word_list,
)
from groupkit.domain.refusal import Refused, WrongRecoverySheet

SHEETS = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES).map(sheet_of)


def is_refused(typed: str) -> bool:
    try:
        read_sheet(typed)
    except Refused as refused:
        return refused.refusal == WrongRecoverySheet()
    return False


def test_the_list_never_changes() -> None:
    digest = hashlib.sha256(" ".join(word_list()).encode()).hexdigest()
    assert digest == "395a39bed3940bbac26fe4845529272d381c40268b3151bd21ec597ed6cb9b80"


def test_words_are_told_apart_by_four_letters_and_by_two_anywhere() -> None:
    words = word_list()
    assert len({word[:4] for word in words}) == len(words) == 4096
    known = set(words)
    for word in words:
        for place in range(5):
            near = {word[:place] + letter + word[place + 1 :] for letter in "abdefghijklmnoprstuv"}
            assert near & known == {word}


@given(SHEETS)
def test_a_sheet_reads_back(sheet: RecoverySheet) -> None:
    assert read_sheet(" ".join(sheet.words)).secret == sheet.secret
    assert len(sheet.words) == 16
    assert [len(row) for row in sheet.rows()] == [4, 4, 4, 4]


@given(SHEETS, st.randoms(use_true_random=False))
def test_slips_of_typing_are_put_right(sheet: RecoverySheet, chance: random.Random) -> None:
    typed = ""
    for number, word in enumerate(sheet.words, 1):
        word = chance.choice([word, word[:4]])
        word = chance.choice([word, word.upper(), word.capitalize()])
        number_before = chance.choice(["", f"{number}. ", f"{number}) "])
        typed += number_before + word + chance.choice([" ", "  ", "\r\n", "-", " – ", ", ", "\t"])
    assert read_sheet(typed).secret == sheet.secret


@given(SHEETS)
def test_words_written_together_or_broken_at_a_line_are_put_right(sheet: RecoverySheet) -> None:
    together = "".join(sheet.words)
    assert read_sheet(together).secret == sheet.secret
    assert read_sheet(together[:7] + "-\n" + together[7:]).secret == sheet.secret
    assert read_sheet("".join(word[:4] for word in sheet.words)).secret == sheet.secret


def test_every_single_changed_word_is_refused() -> None:
    sheet = new_sheet()
    chance = random.Random(1)  # noqa: S311 - the same cases each time
    for place in range(16):
        others = chance.sample([word for word in word_list() if word != sheet.words[place]], 40)
        for other in others:
            assert is_refused(" ".join((*sheet.words[:place], other, *sheet.words[place + 1 :])))


@given(SHEETS, st.lists(st.integers(0, 15), min_size=2, max_size=2, unique=True))
def test_two_swapped_words_are_refused(sheet: RecoverySheet, places: list[int]) -> None:
    words = list(sheet.words)
    one, other = places
    words[one], words[other] = words[other], words[one]
    assert is_refused(" ".join(words)) or words == list(sheet.words)


@given(SHEETS, st.integers(0, 79), st.sampled_from("abdefghijklmnoprstuvxyz"))
def test_one_mistyped_letter_is_refused(sheet: RecoverySheet, place: int, letter: str) -> None:
    typed = "".join(sheet.words)
    changed = typed[:place] + letter + typed[place + 1 :]
    spaced = " ".join(changed[at : at + 5] for at in range(0, 80, 5))
    assert is_refused(spaced) or changed == typed


def test_a_thousand_mistyped_sheets_are_refused() -> None:
    chance = random.Random(2)  # noqa: S311 - the same cases each time
    words = word_list()
    for _ in range(1000):
        assert is_refused(" ".join(chance.choices(words, k=16)))


@pytest.mark.parametrize(
    "typed",
    ["", "bab", "1 2 3 4", "x" * 80, "x" * 5_000_000, " ".join([word_list()[0]] * 16), "æ" * 80],
)
def test_what_is_no_sheet_is_refused(typed: str) -> None:
    assert is_refused(typed)


def test_missing_and_extra_words_are_refused() -> None:
    words = new_sheet().words
    assert is_refused(" ".join(words[:15]))
    assert is_refused(" ".join((*words, words[0])))


def test_a_sheet_shows_no_word() -> None:
    sheet = new_sheet()
    assert not any(word in f"{sheet} {sheet!r}" for word in sheet.words)


def test_sheets_are_random_and_large_enough() -> None:
    assert SECRET_BYTES * 8 >= 160
    assert len({new_sheet().secret for _ in range(100)}) == 100
