"""Topics fitted to sessions: the first opens, the last closes, what falls away is named."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain import refusal as no
from groupkit.domain.programme import Programme, fitted, left_over
from groupkit.domain.refusal import Refused

TOPICS = st.lists(st.sampled_from("abcdefghij"), min_size=1, unique=True).map(tuple)


@given(TOPICS, st.integers(0, 15))
def test_fitting_keeps_order_first_and_last(topics: tuple[str, ...], sessions: int) -> None:
    found = fitted(topics, sessions)
    assert len(found) == sessions
    kept = [topic for topic in found if topic]
    assert kept == [topic for topic in topics if topic in kept]
    if sessions >= 2:
        assert (found[0] or found[-1]) == topics[0]
        assert found[-1] == topics[-1]
    assert sorted((*kept, *left_over(topics, sessions))) == sorted(topics)


@given(TOPICS)
def test_as_many_sessions_as_topics_change_nothing(topics: tuple[str, ...]) -> None:
    assert fitted(topics, len(topics)) == topics
    assert left_over(topics, len(topics)) == ()


def test_an_empty_programme_is_refused() -> None:
    for topics in ((), ("", "")):
        with pytest.raises(Refused) as refused:
            Programme(UUID(int=1), "Kort", topics)
        assert refused.value.refusal == no.ProgrammeEmpty()
