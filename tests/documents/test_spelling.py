"""The spell check over real dictionaries."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from groupkit.documents.spelling import HunspellSpelling
from groupkit.shipped import shipped

TOPICS = sorted(shipped("topics").glob("*/*.md"))


@pytest.fixture(scope="module")
def spelling() -> HunspellSpelling:
    return HunspellSpelling()


def wrong(spelling: HunspellSpelling, text: str, language: str = "da") -> list[str]:
    return [word.text for word in spelling.misspelt(text, language)]


@pytest.mark.parametrize("path", TOPICS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_shipped_texts_are_spelt_right(spelling: HunspellSpelling, path: Path) -> None:
    language = path.suffixes[0].strip(".")
    assert wrong(spelling, path.read_text("utf-8"), language) == []


@pytest.mark.parametrize(
    "word",
    [
        "partnervold",
        "samværsaftale",
        "krisecentret",
        "sikkerhedsplan",
        "Familieretshuset",
        "kontaktpersonens",
        "forældremyndighedssag",
        "hverdagsplanlægning",
        "ud-af-huset",
    ],
)
def test_danish_compounds_are_known(spelling: HunspellSpelling, word: str) -> None:
    assert wrong(spelling, word) == []


@pytest.mark.parametrize("word", ["samvæersaftale", "kontaktpersn", "idag", "følelsr", "voldn"])
def test_slips_are_found(spelling: HunspellSpelling, word: str) -> None:
    assert wrong(spelling, f"Det her er {word} nu.") == [word]


def test_half_words_initials_and_shortened_words_are_known(spelling: HunspellSpelling) -> None:
    assert wrong(spelling, "Samværs- og børnesager kl. 20, f.eks. om PTSD, osv. OG VOLD.") == []


def test_english_is_british(spelling: HunspellSpelling) -> None:
    assert wrong(spelling, "The women’s colour isn't grey.", "en") == []
    assert wrong(spelling, "My favorite color.", "en") == ["favorite", "color"]


def test_both_wordings_are_checked_and_placed(spelling: HunspellSpelling) -> None:
    found = spelling.misspelt("# Ro\n\nMin {volddd|hverdagg} nu", "da")
    assert [(w.line, w.column, w.length, w.text) for w in found] == [
        (3, 5, 6, "volddd"),
        (3, 12, 8, "hverdagg"),
    ]


def test_the_house_knows_words_of_its_own_in_any_case_and_genitive(
    spelling: HunspellSpelling,
) -> None:
    text = "Hos Xanthippeliv og XANTHIPPELIV, xanthippelivs vej"
    assert len(wrong(spelling, text)) == 3
    assert spelling.misspelt(text, "da", own=["Xanthippeliv"]) == ()
    assert "Xanthippeliv" in spelling.suggestions("Xantippeliv", "da", own=["Xanthippeliv"])


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("da", "kontaktpersn", "kontaktperson"),
        ("da", "Samværsaftle", "Samværsaftale"),
        ("da", "komunikasjon", "kommunikation"),
        ("da", "forældremyndighd", "forældremyndighed"),
        ("da", "idag", "i dag"),
        ("da", "iøvrigt", "i øvrigt"),
        ("da", "VOLDN", "VOLDEN"),
        ("en", "freind", "friend"),
        ("en", "womens", "women's"),
        ("en", "organisaton", "organisation"),
        ("en", "alot", "a lot"),
    ],
)
def test_what_was_meant_is_among_the_first_suggestions(
    spelling: HunspellSpelling, language: str, typed: str, meant: str
) -> None:
    found = spelling.suggestions(typed, language)
    assert meant in found[:2]
    assert len(set(found)) == len(found) <= 6


def test_no_unseemly_word_is_suggested(spelling: HunspellSpelling) -> None:
    assert wrong(spelling, "fuck", "en") == []
    assert "fuck" not in spelling.suggestions("fukc", "en")


def test_a_word_beyond_reading_is_misspelt_and_has_no_suggestions(
    spelling: HunspellSpelling,
) -> None:
    endless = "samværsaftale" * 20
    assert wrong(spelling, endless) == [endless]
    assert spelling.suggestions(endless, "da") == ()


@pytest.mark.parametrize(
    "text", ["", "\0", "æ\ud7ffø", "𝒳𝒴 ʼn ﬁ", "مرحبا привіт ሰላም", "'-.-'", "i̇İß"]
)
def test_strange_letters_are_no_trouble(spelling: HunspellSpelling, text: str) -> None:
    for language in spelling.languages():
        assert {word.line for word in spelling.misspelt(text, language)} <= {1}
        assert len(spelling.suggestions(text, language)) <= 6


def test_a_dictionary_is_loaded_once_and_when_it_is_asked_for() -> None:
    fresh = HunspellSpelling()
    assert not fresh.is_ready("da")
    askers = [threading.Thread(target=fresh.prepare, args=["da"]) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert fresh.is_ready("da")
    assert not fresh.is_ready("en")


def test_a_changed_line_is_checked_within_20_ms(spelling: HunspellSpelling) -> None:
    lines = [line for path in TOPICS for line in path.read_text("utf-8").split("\n") if line]
    spelling.misspelt("\n".join(lines), "da")
    begun = time.process_time()
    for line in lines:
        spelling.misspelt(line + " nyt", "da")
    assert (time.process_time() - begun) / len(lines) < 0.02
