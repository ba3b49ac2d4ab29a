"""Laws of the differences between two versions of a text."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.differences import (
    Change,
    around_changes,
    differences,
    new_text,
    old_text,
)

LONGEST_TEXT = 200_000
LINES = st.sampled_from(["", "a", "en linje", "en anden linje", "# Ro i hverdagen", "\r", "æøå"])
TEXTS = st.lists(LINES, max_size=15).map("\n".join) | st.text(max_size=80)


def changes(old: str, new: str) -> list[tuple[Change, str]]:
    return [(p.change, p.text) for row in differences(old, new) for p in row.pieces]


@given(TEXTS, TEXTS)
def test_the_differences_lead_from_the_old_text_to_the_new(old: str, new: str) -> None:
    rows = differences(old, new)
    assert old_text(rows) == old
    assert new_text(rows) == new


@given(TEXTS, TEXTS)
def test_lines_are_numbered_in_order_without_a_gap(old: str, new: str) -> None:
    rows = differences(old, new)
    assert [row.old_line for row in rows if row.old_line] == list(range(1, old.count("\n") + 2))
    assert [row.new_line for row in rows if row.new_line] == list(range(1, new.count("\n") + 2))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    rows = differences(text, text)
    assert not any(row.changed for row in rows)
    assert around_changes(rows) == ()


@given(TEXTS, TEXTS, st.integers(0, 4))
def test_the_stretches_around_changes_hold_every_change_once(
    old: str, new: str, context: int
) -> None:
    rows = differences(old, new)
    shown = [row for stretch in around_changes(rows, context) for row in stretch]
    assert [row for row in shown if row.changed] == [row for row in rows if row.changed]
    places = [rows.index(row) for row in shown if row.changed]
    assert places == sorted(places)
    assert len(shown) <= len(rows)


def test_a_changed_word_is_shown_within_its_line() -> None:
    assert changes("Ring til din kontaktperson.", "Ring til din rådgiver.") == [
        (Change.KEPT, "Ring til din "),
        (Change.REMOVED, "kontaktperson"),
        (Change.ADDED, "rådgiver"),
        (Change.KEPT, "."),
    ]


def test_lines_with_little_in_common_are_removed_and_added_whole() -> None:
    old = "Først\nJeg siger nej tak.\nSidst"
    new = "Først\nDe nye planer lægges om mandagen klokken ti\nSidst"
    assert changes(old, new) == [
        (Change.KEPT, "Først"),
        (Change.REMOVED, "Jeg siger nej tak."),
        (Change.ADDED, "De nye planer lægges om mandagen klokken ti"),
        (Change.KEPT, "Sidst"),
    ]


def test_a_moved_paragraph_leaves_what_stood_around_it() -> None:
    old, new = "a\n\nb\n\nc\n\nd", "a\n\nc\n\nb\n\nd"
    kept = [row.old() for row in differences(old, new) if not row.changed]
    assert [line for line in kept if line] in (["a", "b", "d"], ["a", "c", "d"])


def test_an_added_empty_line_is_a_change() -> None:
    (stretch,) = around_changes(differences("a\nb", "a\n\nb"), context=0)
    assert [(row.old_line, row.new_line) for row in stretch] == [(0, 2)]


NUMBERED = [f"linje nummer {number}" for number in range(LONGEST_TEXT // 20)]


def shuffled(seed: int) -> str:
    lines = [f"linje nummer {number:06}" for number in range(LONGEST_TEXT // 20)]
    random.Random(seed).shuffle(lines)  # noqa: S311 - any order does
    return "\n".join(lines)[:LONGEST_TEXT]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (shuffled(1), shuffled(2)),
        ("\n".join(NUMBERED), "\n\n".join(NUMBERED)),
        ("a\n" * 100_000, "b\na\n" * 50_000),
        ("ord " * 50_000, "ord et " * 28_000),
        ("x" * LONGEST_TEXT, "y" * LONGEST_TEXT),
        ("\n" * LONGEST_TEXT, ""),
        ("\n".join("abcdefgh" * 25_000), "\n".join("hgfdecba" * 25_000)),
    ],
    ids=["shuffled", "parted", "two lines", "one long line", "one word", "empty lines", "letters"],
)
def test_long_texts_are_compared_in_bounded_time(old: str, new: str) -> None:
    begun = time.process_time()
    rows = differences(old, new)
    assert time.process_time() - begun < 5
    assert new_text(rows) == new
