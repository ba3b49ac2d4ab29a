"""Completion by the house's own rule, counted again in fractions."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.reporting.completion import CompletionRule, LeastShare

COUNTS = st.integers(1, 30).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
RULES = st.builds(CompletionRule, st.sampled_from(LeastShare), st.booleans())


@given(RULES, COUNTS, st.booleans())
def test_she_completed_when_she_came_often_enough_and_stayed(
    rule: CompletionRule, counts: tuple[int, int], stayed: bool
) -> None:
    came, recorded = counts
    often = Fraction(came, recorded) >= Fraction(rule.least.value)
    assert rule.met(came, recorded, stayed=stayed) == (often and (stayed or not rule.to_the_end))


@given(RULES, st.booleans())
def test_without_a_record_nobody_says_that_she_did_not(rule: CompletionRule, stayed: bool) -> None:
    assert rule.met(0, 0, stayed=stayed) is None


def test_two_of_three_are_two_thirds_exactly() -> None:
    rule = CompletionRule(LeastShare.TWO_THIRDS, to_the_end=False)
    assert rule.met(4, 6, stayed=False)
    assert not rule.met(3, 5, stayed=False)
