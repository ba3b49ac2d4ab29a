"""LIX over our notation, counted by hand, and its laws."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.readability import readability, words
from groupkit.domain.refusal import Refused

SIMPLE_WORDS = st.text("abcdefghijklmnopqrstuvwxyzæøå", min_size=1, max_size=14)
SENTENCES = st.lists(SIMPLE_WORDS, min_size=1, max_size=20).map(lambda each: " ".join(each) + ".")
MARKS = st.sampled_from(["", "# ", "## ", "- ", "1. ", "> ", "  - "])
LABELS = st.sampled_from(["::: lines 2 {}\n:::", "::: box {}\n:::", "::: scale 1 7 | {} |\n:::"])


def counted(source: str, *, discreet: bool = False) -> tuple[int, int, int]:
    found = readability(source, discreet=discreet)
    return found.words, found.sentences, found.long_words


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", (0, 0, 0)),
        ("# Ro i hverdagen", (3, 1, 1)),
        ("Du må godt. Det er nok!", (6, 2, 0)),
        ("En lang linje,\nder går videre.", (6, 1, 0)),
        ("- Et\n- To\n  med mere", (4, 2, 0)),
        ("**Sådan kan du sige det:**\n\n> Vil du gå med?", (9, 2, 0)),
        ("Ring kl. 20, f.eks. mandag d. 3. maj.", (7, 1, 0)),
        ("Hun sagde: Kom hjem.", (4, 2, 0)),
        ("Hvad? Nå … Ja", (3, 3, 0)),
        ("::: lines 2 Min egen regel:\n:::", (3, 1, 0)),
        ("::: scale 1 7 | Jeg er bange | Jeg er tryg\n:::", (6, 2, 0)),
        ("::: box Husk\nVi ses.\n:::", (3, 2, 0)),
        ("::: help\n:::", (0, 0, 0)),
        ("::: check\n- Et kryds\n:::", (2, 1, 0)),
        ("| En | To |\n|----|----|\n| Tre | Fire |", (4, 4, 0)),
        ("Se [arket](https://example.org/voldsramt).", (2, 1, 0)),
        ("Skriv \\{ og 112.", (2, 1, 0)),
        ("Jeg er p**æn**t glad.", (4, 1, 0)),
        ("Jeg er på arbejdet.", (4, 1, 1)),
    ],
)
def test_words_sentences_and_long_words_are_those_on_paper(
    source: str, expected: tuple[int, int, int]
) -> None:
    assert counted(source) == expected


def test_six_letters_are_short_and_seven_long_whatever_joins_them() -> None:
    assert counted("seksse syvsyvs til-at-se") == (3, 1, 2)


def test_the_index_is_words_a_sentence_and_percent_of_long_words() -> None:
    assert readability("Du må tage pausen nu. Langsomt går det.").lix == 8 / 2 + 100 * 1 / 8
    assert readability("").lix == 0


def test_each_form_is_measured_by_itself() -> None:
    source = "{Partnervold er farligt.|Ro.}\n\n::: only plain\nDet ved vi.\n:::"
    assert counted(source) == (6, 2, 2)
    assert counted(source, discreet=True) == (1, 1, 0)


def test_the_longest_sentences_and_words_are_pointed_at_by_their_lines() -> None:
    long = "Når du er træt og ikke kan sove så står du op og går ud i køkkenet lidt."
    found = readability(f"# Søvn\n\nKort.\n\n- Ja\n- {long}\n\nForældremyndighed, hverdagen.")
    (sentence,) = found.longest_sentences
    assert (sentence.line, sentence.words, sentence.text) == (6, 18, long)
    assert [(word.line, word.text) for word in found.longest_words] == [
        (8, "Forældremyndighed"),
        (8, "hverdagen"),
        (6, "køkkenet"),
    ]


def test_a_sentence_within_a_paragraph_has_the_line_that_it_begins_on() -> None:
    found = readability("Et ord.\nTo. " + "og " * 20 + "\nlangsomme ord.")
    assert [(each.line, each.words) for each in found.longest_sentences] == [(2, 23)]
    assert [(word.line, word.text) for word in found.longest_words] == [(3, "langsomme")]


def test_notation_that_does_not_come_out_is_refused() -> None:
    with pytest.raises(Refused):
        readability("::: box Uden ende")


@pytest.mark.parametrize("part", [".", ". ", "|-", "- ", "](", "a-", "*", "og ", "og\n", "|", " "])
def test_a_tedious_text_is_measured_at_once(part: str) -> None:
    begun = time.process_time()
    readability(f"::: box{' ' * 60_000}x\n:::")
    readability(part * (60_000 // len(part)) + "x")
    assert time.process_time() - begun < 1


@given(st.lists(SENTENCES, min_size=1, max_size=12))
def test_counts_add_up_over_paragraphs(sentences: list[str]) -> None:
    alone = [counted(sentence) for sentence in sentences]
    together = counted("\n\n".join(sentences))
    assert together == tuple(map(sum, zip(*alone, strict=True)))


@given(SENTENCES, MARKS)
def test_a_mark_before_a_line_changes_nothing(sentence: str, mark: str) -> None:
    assert counted(mark + sentence) == counted(sentence)


@given(SENTENCES, LABELS)
def test_a_label_is_read_like_a_line(sentence: str, label: str) -> None:
    assert counted(label.format(sentence)) == counted(sentence)


@given(st.text(alphabet=st.characters(exclude_characters="{}"), max_size=300))
def test_any_text_is_measured_within_bounds(text: str) -> None:
    try:
        found = readability(text)
    except Refused:
        return
    assert 0 <= found.long_words <= found.words
    assert found.sentences <= found.words
    assert found.lix <= found.words + 100
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for sentence in found.longest_sentences:
        assert words(sentence.text)[0] in lines[sentence.line - 1]
    for word in found.longest_words:
        assert 1 <= word.line <= len(lines)
