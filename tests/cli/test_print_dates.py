"""``groupkit print dates`` and ``print calendar``: what may leave the house."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from groupkit.documents.library import ShippedLibrary
from groupkit.domain.discretion import telling_words
from groupkit.usecases.demo.names import WOMEN

GROUP = "Onsdagsgruppen"


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("cards", ["1", "2", "4"])
def test_the_dates_are_printed_and_tell_nothing(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str, language: str, cards: str
) -> None:
    file = tmp_path / "dates.pdf"
    words = ("print", "dates", "--store", demo_store, "--group", GROUP, "--cards", cards)
    answer = groupkit(*words, "--language", language, "-o", file, passphrase=passphrase)
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    [page] = read(file.read_bytes()).pages
    said = page.extract_text()
    assert telling_words(said, ShippedLibrary().telling_stems()) == ()
    for name in (GROUP, "Demohuset", *WOMEN):
        assert name not in said
    assert ("uge" if language == "da" else "week") in said


def test_a_group_is_a_calendar_file_under_lasting_ids(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str
) -> None:
    first, second = tmp_path / "a.ics", tmp_path / "b.ics"
    words = ("print", "calendar", "--store", demo_store, "--group", GROUP)
    for file in (first, second):
        answer = groupkit(*words, "-o", file, passphrase=passphrase)
        assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert first.read_bytes() == second.read_bytes()
    events = Calendar.from_ical(first.read_bytes()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events][:2] == ["Møde 1", "Møde 2"]
    text = first.read_text(encoding="utf-8")
    assert telling_words(text, ShippedLibrary().telling_stems()) == ()
    assert GROUP not in text
    assert "Demohuset" not in text


def test_a_facilitator_gets_what_she_leads(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str
) -> None:
    words = ("print", "plan", "--store", demo_store, "--group", GROUP, "-o")
    assert groupkit(*words, tmp_path / "plan.pdf", passphrase=passphrase).code == 0
    head = read((tmp_path / "plan.pdf").read_bytes()).pages[0].extract_text().splitlines()[:6]
    [who] = [line for line in head if " og " in line]
    name = who.split(" · ")[-1].split(" og ")[0].split(",")[0]
    words = ("print", "calendar", "--store", demo_store, "--facilitator", f" {name.upper()} ")
    answer = groupkit(*words, "-o", tmp_path / "own.ics", passphrase=passphrase)
    assert (answer.code, answer.err) == (0, "")
    assert Calendar.from_ical((tmp_path / "own.ics").read_bytes()).walk("VEVENT")
    assert name not in (tmp_path / "own.ics").read_text(encoding="utf-8")


def test_a_title_of_ones_own_is_taken_unless_it_tells(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str
) -> None:
    file = tmp_path / "own.ics"
    words = ("print", "calendar", "--store", demo_store, "--group", GROUP, "--language", "en")
    answer = groupkit(*words, "--title", "Kaffe", "-o", file, passphrase=passphrase)
    assert answer.code == 0
    assert "SUMMARY:Kaffe 1\r\n" in file.read_bytes().decode()
    for title, word in (("Mod vold", "vold"), ("Demohuset tirsdag", "demohuset")):
        answer = groupkit(
            *words, "--title", title, "-o", tmp_path / "no.ics", passphrase=passphrase
        )
        assert f"'{word}'" in answer.sentence
    assert [found.name for found in tmp_path.iterdir()] == ["own.ics"]


@pytest.mark.parametrize("whose", ["--group", "--facilitator"])
@pytest.mark.parametrize("name", ["Ingen", "", "x" * 5_000, "\u202e\n🌷"])
def test_who_is_not_there_is_refused(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str, whose: str, name: str
) -> None:
    words = ("print", "calendar", "--store", demo_store, whose, name, "-o", tmp_path / "x.ics")
    assert groupkit(*words, passphrase=passphrase).sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("print", "dates", "--store", "x", "-o", "x"),
        ("print", "dates", "--store", "x", "--group", "y", "--cards", "3", "-o", "x"),
        ("print", "calendar", "--store", "x", "-o", "x"),
        ("print", "calendar", "--store", "x", "--group", "y"),
        ("print", "calendar", "--store", "x", "--group", "y", "--facilitator", "z", "-o", "x"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2(groupkit: Any, words: tuple[str, ...]) -> None:
    assert groupkit(*words).code == 2
