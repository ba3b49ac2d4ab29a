"""Which passphrases a new store takes."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.crypto.passphrase import LEAST, MOST, check, estimate, normalised
from groupkit.domain.refusal import (
    PassphraseTooCommon,
    PassphraseTooLong,
    PassphraseTooShort,
    Refusal,
    Refused,
)

HOUSE = ("Krisecentret Solsikken",)


def refusal_of(passphrase: str) -> Refusal | None:
    try:
        check(passphrase, HOUSE)
    except Refused as refused:
        return refused.refusal
    return None


@pytest.mark.parametrize(
    "passphrase",
    [
        "korrekt hest batteri hæfteklamme",
        "lampe gravko fjord syltet",
        "Vi mødes hver anden onsdag klokken ti",
        "x7#Kq2!mZ9@pL4$w",
        "شمس وقمر ونجوم كثيرة",
        "👩‍👧 løber 🌧 hjem 🚲 efter 🍞 og mælk",
        "83910274650182739",
    ],
)
def test_long_and_uncommon_is_enough(passphrase: str) -> None:
    assert refusal_of(passphrase) is None


@pytest.mark.parametrize(
    "passphrase",
    [
        "aaaaaaaaaaaaaaa",
        " " * 20,
        "abcabcabcabcabcabc",
        "1234567890123456",
        "qwertyuiopåasdfghjkl",
        "password1234567",
        "P@ssw0rd!P@ssw0rd!",
        "kodeordkodeord1",
        "det er mit kodeord",
        "København2026!!",
        "Krisecentret Solsikken",
        "Solsikken Solsikken 2027",
        "correct horse battery staple",
        "Roser er røde, violer er blå!",
        unicodedata.normalize("NFD", "Roser er røde, violer er blå!"),
        "😀" * 15,
    ],
)
def test_what_a_guesser_tries_first_is_refused(passphrase: str) -> None:
    assert refusal_of(passphrase) == PassphraseTooCommon()


@pytest.mark.parametrize("passphrase", ["", "kort", "x7#Kq2!mZ9@pL4"])
def test_short_is_refused_with_its_length(passphrase: str) -> None:
    assert refusal_of(passphrase) == PassphraseTooShort(len(passphrase), 15)


def test_length_counts_letters_as_typed_on_any_platform() -> None:
    typed = unicodedata.normalize("NFD", "æblegrød på ås")
    assert len(typed) > LEAST - 1
    assert refusal_of(typed) == PassphraseTooShort(14, 15)


def test_the_longest_is_taken_and_one_more_is_not() -> None:
    longest = ("lampe gravko fjord syltet hylde " * 40)[:MOST]
    assert refusal_of(longest) is None
    assert refusal_of(longest + "x") == PassphraseTooLong(1024)


def test_ten_megabytes_are_refused_at_once() -> None:
    pasted = "å" * 10_000_000
    started = time.process_time()
    assert refusal_of(pasted) == PassphraseTooLong(1024)
    with pytest.raises(Refused):
        normalised(pasted)
    estimate(pasted, HOUSE)
    assert time.process_time() - started < 0.5


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_the_same_letters_are_the_same_bytes_in_every_form(text: str) -> None:
    assert normalised(unicodedata.normalize("NFD", text)) == normalised(
        unicodedata.normalize("NFC", text)
    )


def test_no_rule_of_composition() -> None:
    assert refusal_of("lampegravkofjordsyltet") is None


def test_the_estimate_grows_with_what_is_typed() -> None:
    typed = "lampe gravko fjord syltet"
    powers = [estimate(typed[:length]).guesses_log10 for length in range(0, len(typed) + 1, 5)]
    assert powers == sorted(powers)
    assert (estimate("").score, estimate(typed).score) == (0, 4)


def test_the_house_makes_its_own_name_weaker() -> None:
    assert (
        estimate("Solsikkevang 2027 huset", ["Solsikkevang"]).guesses_log10
        < estimate("Solsikkevang 2027 huset").guesses_log10
    )


@pytest.mark.parametrize(
    "typed",
    ["lampe gravko fjord syltet", "4@8({[<369!1|0$5+7%2" * 50, "0123456789" * 30, "aA4@" * 99],
)
def test_an_estimate_keeps_up_with_typing(typed: str) -> None:
    estimate("warm")
    started = time.process_time()
    estimate(typed, HOUSE)
    assert time.process_time() - started < 0.2
