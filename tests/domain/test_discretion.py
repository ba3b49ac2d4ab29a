"""Two wordings in one source, and the words that tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.discretion import resolve, telling_words
from groupkit.domain.refusal import Fault, NotationTrouble, Refused


def test_each_form_takes_its_words() -> None:
    source = "# {Vold|Hverdag}\n\nDu {kan|må}{.|, hvis du vil.}"
    assert resolve(source, discreet=False) == "# Vold\n\nDu kan."
    assert resolve(source, discreet=True) == "# Hverdag\n\nDu må, hvis du vil."


def test_a_block_of_one_form_leaves_empty_lines_in_the_other() -> None:
    source = "a\n:::: only plain\n::: box {x|y}\nb\n:::\n::::\nc"
    assert resolve(source, discreet=False) == "a\n\n::: box x\nb\n:::\n\nc"
    assert resolve(source, discreet=True) == "a\n\n\n\n\n\nc"


def test_a_brace_can_be_written() -> None:
    assert resolve(r"\{a\} {b\}|c}", discreet=False) == r"\{a\} b\}"


@pytest.mark.parametrize(
    ("source", "fault", "line"),
    [
        ("ok\n{a|b", Fault.BRACES_UNBALANCED, 2),
        ("a}", Fault.BRACES_UNBALANCED, 1),
        ("{ingen streg}", Fault.BRACES_UNBALANCED, 1),
        ("{a|b|c}", Fault.BRACES_UNBALANCED, 1),
        ("{a|{b|c}}", Fault.BRACES_UNBALANCED, 1),
        ("{a\n|b}", Fault.BRACES_UNBALANCED, 1),
        ("x\r\n\r\n::: kasse\r\n:::", Fault.BLOCK_UNKNOWN, 3),
        ("::: only secret\n:::", Fault.BLOCK_MISUSED, 1),
        ("::: only\n:::", Fault.BLOCK_MISUSED, 1),
        ("a\n:::", Fault.BLOCK_NOT_BEGUN, 2),
        (":::: box\n:::", Fault.BLOCK_NOT_BEGUN, 2),
        ("a\n\n::: box\nb", Fault.BLOCK_NOT_ENDED, 3),
        ("::: box\n::: check\n:::\n:::", Fault.FENCE_TOO_LONG, 2),
    ],
)
@pytest.mark.parametrize("discreet", [False, True])
def test_trouble_names_its_line(source: str, fault: Fault, line: int, discreet: bool) -> None:
    with pytest.raises(Refused) as refused:
        resolve(source, discreet=discreet)
    assert refused.value.refusal == NotationTrouble(fault, line)


@given(st.text(alphabet="ab {|}\\\n:ony plaibx", max_size=80), st.booleans())
def test_a_source_resolves_line_by_line_or_is_refused(source: str, discreet: bool) -> None:
    lines = source.count("\n") + 1
    try:
        found = resolve(source, discreet=discreet).count("\n") + 1
    except Refused as refused:
        trouble = refused.refusal
        is_within = isinstance(trouble, NotationTrouble) and 1 <= trouble.line <= lines
        found = lines if is_within else 0
    assert found == lines


def test_a_stem_tells_in_any_case_and_inside_a_word() -> None:
    text = "PARTNERVOLDEN fylder. Efterværn; vold, vold"
    assert telling_words(text, ["vold", "efterværn"]) == ("partnervolden", "efterværn", "vold")
    assert telling_words("En volt er ingen trussel mod folden.", ["vold"]) == ()
