"""The shipped topics as the program reads them."""

from __future__ import annotations

import pytest

from groupkit.documents.library import ShippedLibrary, telling_stems
from groupkit.domain.agenda import ItemKind


@pytest.mark.parametrize("language", ["da", "en"])
def test_topics_come_whole_and_in_their_order(language: str) -> None:
    topics = ShippedLibrary().topics(language)
    slugs = [topic.slug for topic in topics]
    assert slugs[:3] == ["opening", "safety", "co-parenting"]
    assert slugs[-1] == "closing"
    for topic in topics:
        assert topic.title
        assert topic.summary
        assert topic.minutes == 120
        assert topic.agenda[0].kind is ItemKind.OPENING
        assert topic.guide.startswith("# ")
        assert topic.handout.startswith("# {")


def test_both_languages_hold_the_same_topics() -> None:
    library = ShippedLibrary()
    danish, english = library.topics("da"), library.topics("en")
    assert [topic.slug for topic in danish] == [topic.slug for topic in english]
    assert [topic.minutes for topic in danish] == [topic.minutes for topic in english]
    assert {topic.title for topic in danish}.isdisjoint(topic.title for topic in english)


@pytest.mark.parametrize("language", ["da", "en"])
def test_there_are_words_that_tell(language: str) -> None:
    assert len(telling_stems(language)) > 20


def test_programmes_are_made_of_topics_there_are() -> None:
    library = ShippedLibrary()
    slugs = {topic.slug for topic in library.topics("da")}
    programmes = library.programmes()
    assert [len(topics) for topics in programmes] == [7, 8, 10, 11]
    for topics in programmes:
        assert set(topics) <= slugs
        assert len(set(topics)) == len(topics)
        assert (topics[0], topics[-1]) == ("opening", "closing")
