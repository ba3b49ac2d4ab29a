"""The house's own texts over the shipped ones, in a real store."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import uuid4

import pytest

from groupkit.documents.library import ShippedLibrary
from groupkit.domain import refusal as no
from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.material import GUIDE, HANDOUT, Sharing, State, TextKey
from groupkit.domain.refusal import Refused
from groupkit.domain.topic import Topic
from groupkit.store.opened import Store
from groupkit.usecases.changes import Kind
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.own_topics import add_sheet, add_topic, change_topic, put_topic_agenda
from groupkit.usecases.writing import (
    approve,
    back_to_shipped,
    drop_draft_of,
    put_back,
    view_text,
    write_draft,
)

SHIPPED = ShippedLibrary()
KEY = TextKey("co-parenting", HANDOUT, "da")


def now() -> dt.datetime:
    return dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC)


def library(store: Store) -> HouseLibrary:
    return HouseLibrary(SHIPPED, own_material(store, SHIPPED))


def handout(store: Store) -> str:
    topics = {topic.slug: topic for topic in library(store).topics("da")}
    return topics["co-parenting"].handout


def test_a_draft_counts_once_it_is_approved_and_undo_takes_it_back(store: Store) -> None:
    shipped = handout(store)
    done = write_draft(store, library(store), KEY, "# Vores ark", now)
    assert done.changes.kinds == {Kind.LIBRARY}
    assert handout(store) == shipped
    before = approve(store, KEY, now).value
    assert handout(store) == "# Vores ark"
    put_back(store, KEY, before)
    assert handout(store) == shipped
    view = view_text(store, library(store), KEY)
    assert view.draft is not None
    assert view.latest == "# Vores ark"


def test_history_is_kept_and_the_shipped_text_can_count_again(store: Store) -> None:
    shipped = handout(store)
    for text in ("# Et", "# To"):
        write_draft(store, library(store), KEY, text, now)
        approve(store, KEY, now)
    view = view_text(store, library(store), KEY)
    assert [(v.number, v.state) for v in view.versions] == [
        (1, State.RETIRED),
        (2, State.APPROVED),
    ]
    back_to_shipped(store, KEY)
    assert handout(store) == shipped


def test_nobody_writes_over_what_somebody_else_wrote(store: Store) -> None:
    write_draft(store, library(store), KEY, "Anna skriver", now)
    with pytest.raises(Refused) as refused:
        write_draft(store, library(store), KEY, "Bo skriver", now, expected="Gammelt")
    assert refused.value.refusal == no.DraftChangedSince()
    write_draft(store, library(store), KEY, "Anna skriver mere", now, expected="Anna skriver")
    drop_draft_of(store, KEY)
    assert view_text(store, library(store), KEY).draft is None


def test_a_newer_shipped_text_is_offered_and_never_put_over_an_adapted_one(
    store: Store,
) -> None:
    write_draft(store, library(store), KEY, "# Vores", now)
    approve(store, KEY, now)
    assert not view_text(store, library(store), KEY).newer_shipped
    newer = HouseLibrary(Newer(), library(store).own)
    view = view_text(store, newer, KEY)
    assert view.newer_shipped
    assert view.in_force == "# Vores"


class Newer(ShippedLibrary):
    def topics(self, language: str) -> tuple[Topic, ...]:
        return tuple(
            replace(topic, handout=topic.handout + "\nNyt.") for topic in super().topics(language)
        )


def test_a_translation_is_outdated_when_the_danish_text_changes(store: Store) -> None:
    english = TextKey("co-parenting", HANDOUT, "en")
    write_draft(store, library(store), english, "# Ours", now)
    approve(store, english, now)
    assert not view_text(store, library(store), english).outdated
    write_draft(store, library(store), KEY, "# Nyt dansk", now)
    approve(store, KEY, now)
    assert view_text(store, library(store), english).outdated


def test_an_own_topic_has_sheets_guide_and_agenda(store: Store) -> None:
    topic = add_topic(store, library(store), "Økonomi", "Om penge", "da").value
    sheet = add_sheet(store, topic.slug, "Mit budget", Sharing.STAYS_HERE).value
    for name, text in ((GUIDE, "# Guide"), (sheet.name, "# Mit budget")):
        write_draft(store, library(store), TextKey(topic.slug, name, "da"), text, now)
        approve(store, TextKey(topic.slug, name, "da"), now)
    agenda = Agenda((AgendaItem(uuid4(), ItemKind.TOPIC, "Penge", 30),))
    put_topic_agenda(store, topic.slug, "da", agenda)
    found = {each.slug: each for each in library(store).topics("da")}[topic.slug]
    assert (found.title, found.guide, found.minutes) == ("Økonomi", "# Guide", 30)
    assert [(each.name, each.sharing) for each in found.sheets] == [
        ("mit-budget", Sharing.STAYS_HERE)
    ]
    with pytest.raises(Refused) as refused:
        add_topic(store, library(store), "økonomi", "", "da")
    assert isinstance(refused.value.refusal, no.TopicTitleTaken)
    change_topic(store, replace(topic, retired=True))
    assert topic.slug not in {each.slug for each in library(store).topics("da")}
