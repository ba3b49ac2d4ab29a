"""Versions of a text: one draft, one in force, history kept; what ships is never written over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain import refusal as no
from groupkit.domain.material import (
    LONGEST_TEXT,
    State,
    TextKey,
    Version,
    approve,
    back_to_shipped,
    digest,
    draft_of,
    in_force,
    is_outdated,
    is_slug,
    newer_shipped,
    slug_of,
    without_draft,
    write_draft,
)
from groupkit.domain.refusal import Refused

KEY = TextKey("safety", "handout", "da")
AT = dt.datetime(2027, 1, 13, 17, tzinfo=dt.UTC)
WHO = UUID(int=3)


def written(text: str) -> Version:
    return Version(uuid4(), KEY, 1, text, State.DRAFT, AT, WHO, digest("shipped"))


STEPS = st.lists(
    st.one_of(
        st.text(min_size=1, max_size=5).map(lambda text: ("write", text)),
        st.sampled_from([("approve", ""), ("shipped", ""), ("drop", "")]),
    ),
    max_size=12,
)


def after(steps: list[tuple[str, str]]) -> tuple[Version, ...]:
    versions: tuple[Version, ...] = ()
    for deed, text in steps:
        if deed == "write":
            versions = write_draft(versions, written(text))
        elif deed == "shipped":
            versions = back_to_shipped(versions)
        elif deed == "drop":
            versions = without_draft(versions)
        elif draft_of(versions) and draft_of(versions).text.strip():  # type: ignore[union-attr]
            versions = approve(versions, WHO, AT)
    return versions


@given(STEPS)
def test_one_draft_one_in_force_and_numbers_that_grow(steps: list[tuple[str, str]]) -> None:
    versions = after(steps)
    states = [version.state for version in versions]
    assert states.count(State.DRAFT) <= 1
    assert states.count(State.APPROVED) <= 1
    numbers = [version.number for version in versions]
    assert numbers == sorted(set(numbers))
    for version in versions:
        assert (version.approved is None) == (version.state is State.DRAFT)


@given(STEPS, st.text(min_size=1).filter(str.strip))
def test_what_is_approved_counts_and_what_counted_is_kept(
    steps: list[tuple[str, str]], text: str
) -> None:
    before = after(steps)
    now = approve(write_draft(before, written(text)), WHO, AT)
    counts = in_force(now)
    assert counts is not None
    assert counts.text == text
    kept = {version.id: version.text for version in now}
    for version in before:
        if version.state is not State.DRAFT:
            assert kept[version.id] == version.text
    assert in_force(back_to_shipped(now)) is None


def test_a_draft_written_over_keeps_its_number_and_what_it_rests_on() -> None:
    once = write_draft((), written("et"))
    twice = write_draft(once, replace(written("to"), basis=digest("newer")))
    assert [(v.number, v.text, v.basis) for v in twice] == [(1, "to", digest("shipped"))]


def test_nothing_to_approve_is_refused() -> None:
    for versions, kind in (
        ((), no.DraftMissing),
        (write_draft((), written(" ")), no.NothingToApprove),
    ):
        with pytest.raises(Refused) as refused:
            approve(versions, WHO, AT)
        assert isinstance(refused.value.refusal, kind)


def test_a_newer_shipped_text_and_an_outdated_translation_are_seen() -> None:
    version = written("adapted")
    assert not newer_shipped(version, "shipped")
    assert newer_shipped(version, "shipped anew")
    assert not newer_shipped(replace(version, basis=""), "shipped anew")
    translation = replace(version, translates=digest("dansk\r\n"))
    assert not is_outdated(translation, "dansk\n")
    assert is_outdated(translation, "dansk igen")


def test_texts_too_long_and_languages_unknown_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        written("x" * (LONGEST_TEXT + 1))
    assert isinstance(refused.value.refusal, no.TextTooLong)
    with pytest.raises(Refused) as refused:
        TextKey("safety", "handout", "xx")
    assert refused.value.refusal == no.LanguageUnknown("xx")


@given(st.text(max_size=200), st.lists(st.text(max_size=10), max_size=5))
def test_slugs_can_name_files_and_are_new(title: str, others: list[str]) -> None:
    taken = [slug_of(other, ()) for other in others]
    slug = slug_of(title, taken)
    assert is_slug(slug)
    assert slug not in taken


def test_danish_letters_in_slugs() -> None:
    assert slug_of("Økonomi & børn på ny", ()) == "oekonomi-boern-paa-ny"
    assert slug_of("Økonomi", ["oekonomi"]) == "oekonomi-2"
    assert slug_of("!!", ()) == "emne"
