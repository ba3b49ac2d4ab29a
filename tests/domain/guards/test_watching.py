"""Guards over notes: their laws, and how often they miss or cry out at nothing."""

from __future__ import annotations

import itertools
import re
import sys
from collections import Counter
from uuid import UUID

import pytest
from first_sentences import FIRST
from hypothesis import given
from hypothesis import strategies as st
from labelled_sentences import HELD_OUT, SENTENCES, WOMEN

from groupkit.domain.guards import (
    Finding,
    GuardKind,
    Named,
    sentence_around,
    watch,
    without,
)

PEOPLE = tuple(Named(UUID(int=n), (name,)) for n, name in enumerate(WOMEN, start=1))
MARK = re.compile(r"«(NAME|CPR|PHONE|EMAIL|ADDRESS):([^«»]*)»")
TEXTS = st.text(
    st.sampled_from("abeøåÆ019 .,-+@'’\n") | st.characters(codec="utf-8"), max_size=200
) | st.lists(st.sampled_from([*WOMEN, "Myntes", "12 34 56 78", "010190-1234", "Rosenvej 5", "kl."]))
LEAST_RECALL, LEAST_PRECISION, LEAST_OF_A_KIND = 0.95, 0.94, 0.85
"""A name that is a word for something else is missed in small letters, or warned of for nothing."""
Span = tuple[GuardKind, int, int]


def unmarked(sentence: str) -> tuple[str, set[Span]]:
    """Return the sentence as it was typed, and what stands in it."""
    text, spans, at = "", set[Span](), 0
    for mark in MARK.finditer(sentence):
        text += sentence[at : mark.start()]
        spans.add((GuardKind(mark[1].lower()), len(text), len(text) + len(mark[2])))
        text += mark[2]
        at = mark.end()
    return text + sentence[at:], spans


def compared(sentences: tuple[str, ...]) -> dict[GuardKind, Counter[str]]:
    """Return how often each kind was found, missed, and cried out at for nothing.

    A finding counts when it lies over a marked place of its kind: a warning only points.
    """
    counts = {kind: Counter[str]() for kind in GuardKind}
    for sentence in sentences:
        text, wanted = unmarked(sentence)
        found = {(each.kind, each.start, each.end) for each in watch(text, PEOPLE)}
        for span in wanted:
            counts[span[0]]["found" if any(over(span, f) for f in found) else "missed"] += 1
        for span in found:
            if not any(over(span, each) for each in wanted):
                counts[span[0]]["for nothing"] += 1
    return counts


def over(one: Span, other: Span) -> bool:
    return one[0] is other[0] and one[1] < other[2] and other[1] < one[2]


def recall(counted: Counter[str]) -> float:
    return counted["found"] / max(1, counted["found"] + counted["missed"])


def precision(counted: Counter[str]) -> float:
    return counted["found"] / max(1, counted["found"] + counted["for nothing"])


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        ("made with the rules", FIRST),
        ("by somebody who never saw them", SENTENCES),
        ("the last hundred of these", SENTENCES[-HELD_OUT:]),
    ],
)
def test_guards_find_what_is_there_and_little_else(
    name: str, sentences: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    counts = compared(sentences)
    whole = sum(counts.values(), Counter[str]())
    lines = [f"guards over {len(sentences)} sentences, {name}"]
    for kind, each in [*((kind.value, each) for kind, each in counts.items()), ("in all", whole)]:
        lines.append(f"  {kind:8} recall {recall(each):.3f}, precision {precision(each):.3f}")
    with capsys.disabled():
        sys.stderr.write("\n" + "\n".join(lines) + "\n")
    assert recall(whole) >= LEAST_RECALL
    assert precision(whole) >= LEAST_PRECISION
    for each in counts.values():
        assert recall(each) >= LEAST_OF_A_KIND
        assert precision(each) >= LEAST_OF_A_KIND


def test_there_are_enough_sentences_and_none_twice() -> None:
    assert len(SENTENCES) >= 300
    assert len({*SENTENCES, *FIRST}) == len(SENTENCES) + len(FIRST)
    found = compared(SENTENCES)
    assert all(each["found"] >= 20 for each in found.values())


@given(text=TEXTS.map(lambda drawn: drawn if isinstance(drawn, str) else " ".join(drawn)))
def test_findings_lie_within_the_text_in_order_and_apart(text: str) -> None:
    found = watch(text, PEOPLE)
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        assert (each.participant_id is None) == (each.kind is not GuardKind.NAME)
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start


@given(text=TEXTS.map(lambda drawn: drawn if isinstance(drawn, str) else " ".join(drawn)))
def test_a_sentence_holds_what_was_found_and_taking_it_out_loses_nothing_else(text: str) -> None:
    for each in watch(text, PEOPLE):
        start, end = sentence_around(text, each.start, each.end)
        assert start <= each.start
        assert each.end <= end
        rest = without(text, start, end)
        assert sorted("".join(rest.split())) == sorted("".join((text[:start] + text[end:]).split()))


def test_a_long_note_costs_as_much_as_its_length() -> None:
    # Work, not time: whoever goes over a text twice as long looks at twice as many places.
    line = "Vi talte om samvær kl. 17.00-19.00, og Myntes søn var med på vej 2 gange. "
    for many in (1, 40, 400):
        assert len(watch(line * many, PEOPLE)) == many


def test_a_name_is_hers() -> None:
    [found] = watch("I aften sagde Zainabs veninde noget.", PEOPLE)
    assert found == Finding(GuardKind.NAME, 14, 21, PEOPLE[WOMEN.index("Zainab")].participant_id)


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "Vi mødes i morgen. Mynte kommer f.eks. ca. 10 min. for sent. Husk kaffe."
    start = text.index("Mynte")
    begins, ends = sentence_around(text, start, start + 5)
    assert text[begins:ends].startswith("Mynte")
    assert text[begins:ends].endswith("for sent.")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Sørine", "Soerine"),
        ("Sørine", "Sörines"),
        ("Soerine", "Sørine"),
        ("Kæthe", "Kaethe"),
        ("Kæthe", "Käthe"),
        ("Åse", "Aase"),
        ("Solveig", "Sol-\nveig"),
        ("Aase", "A-\nase"),
    ],
)
def test_a_name_is_found_as_it_is_typed_elsewhere(name: str, typed: str) -> None:
    her = Named(PEOPLE[0].participant_id, (name,))
    [found] = watch(f"I aften kom {typed} for sent.", (her,))
    assert (found.start, found.end) == (12, 12 + len(typed))
