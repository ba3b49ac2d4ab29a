"""How the library's texts stand, what a source is looked over for, and the house's own words."""

from __future__ import annotations

import datetime as dt

import pytest

from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.documents.spelling import HunspellSpelling
from groupkit.domain.form import DISCREET, PLAIN
from groupkit.domain.house import House
from groupkit.domain.material import HANDOUT, Sharing, TextKey
from groupkit.domain.refusal import (
    ApprovingNotForYourRole,
    Fault,
    NotationTrouble,
    Refused,
    TopicUnknown,
)
from groupkit.domain.roles import Rights, Role
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.library_view import view_library, view_topic
from groupkit.usecases.looking_over import Desktop, look_over, reading_minutes
from groupkit.usecases.own_words import forget_word, learn_word, own_words
from groupkit.usecases.sheet_papers import SheetSource
from groupkit.usecases.writing import approve, keep_own, view_text, write_draft

SHIPPED = ShippedLibrary()
KEY = TextKey("co-parenting", HANDOUT, "da")


def now() -> dt.datetime:
    return dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC)


def library(store: Store) -> HouseLibrary:
    return HouseLibrary(SHIPPED, own_material(store, SHIPPED))


def desktop() -> Desktop:
    spelling = HunspellSpelling()
    spelling.prepare("da")
    house = House("Huset", "da")
    return Desktop(PdfPress(), HouseLibrary(SHIPPED), Language("da"), house, spelling)


def sheet(source: str, sharing: Sharing = Sharing.TAKE_HOME) -> SheetSource:
    return SheetSource(KEY, sharing, source)


def test_an_untouched_library_stands_as_shipped(store: Store) -> None:
    views = view_library(store, library(store), "da")
    assert [view.topic.slug for view in views] == [t.slug for t in SHIPPED.topics("da")]
    assert not any(v.is_adapted or v.has_draft or v.newer_shipped or v.is_outdated for v in views)
    view = view_topic(store, library(store), "co-parenting", "da")
    assert view.sheets[0].languages == ("da", "en")
    with pytest.raises(Refused) as refused:
        view_topic(store, library(store), "ukendt", "da")
    assert refused.value.refusal == TopicUnknown("ukendt")


def test_a_shipped_translation_of_an_adapted_text_is_outdated(store: Store) -> None:
    write_draft(store, library(store), KEY, "# Vores", now)
    approve(store, KEY, now)
    view = view_topic(store, library(store), "co-parenting", "da")
    assert view.sheets[0].title == "Vores"
    assert view.sheets[0].standing("en").is_outdated
    english = TextKey("co-parenting", HANDOUT, "en")
    assert view_text(store, library(store), english).outdated
    keep_own(store, library(store), KEY)
    assert view_text(store, library(store), KEY).in_force == "# Vores"


def test_a_source_is_looked_over_in_its_form() -> None:
    found = look_over(desktop(), sheet("# Titel\n\nOm vold og goood mad."), DISCREET)
    assert found.pdf is not None
    assert found.fault is None
    assert found.reading is not None
    assert found.reading.words == 6
    assert list(found.telling) == list(found.misspelt or {}) == ["Om vold og goood mad."]
    assert look_over(desktop(), sheet("Om vold"), PLAIN).telling == {}
    for_us = sheet("Om vold", Sharing.FACILITATORS)
    assert look_over(desktop(), for_us, DISCREET).telling == {}


def test_a_fault_is_told_with_what_can_still_be_said() -> None:
    found = look_over(desktop(), sheet("Goood\n::: boks\n"), DISCREET)
    assert found.pdf is None
    assert found.fault == NotationTrouble(Fault.BLOCK_UNKNOWN, 2)
    assert list(found.misspelt or {}) == ["Goood"]
    assert look_over(desktop(), sheet(" \n"), DISCREET).pdf is None


def test_the_house_teaches_words_and_takes_them_back(store: Store) -> None:
    learn_word(store, " Zumbaqa ")
    assert own_words(store) == {"Zumbaqa"}
    known = look_over(desktop(), sheet("Zumbaqa"), DISCREET, own_words(store))
    assert known.misspelt == {}
    forget_word(store, "Zumbaqa")
    assert own_words(store) == frozenset()


def test_a_short_text_still_takes_a_minute() -> None:
    assert [reading_minutes(words) for words in (0, 150, 400)] == [1, 1, 3]


def test_coordinators_do_not_approve(store: Store) -> None:
    write_draft(store, library(store), KEY, "# Vores", now)
    with pytest.raises(Refused) as refused:
        approve(store, KEY, now, Rights(frozenset({Role.COORDINATOR})))
    assert refused.value.refusal == ApprovingNotForYourRole()
    approve(store, KEY, now, Rights(frozenset({Role.PEDAGOGUE})))
    assert view_text(store, library(store), KEY).in_force == "# Vores"
