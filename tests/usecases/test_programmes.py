"""Programmes kept, given and taken back; which topic comes when, and who was there for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest

from groupkit.documents.library import ShippedLibrary
from groupkit.domain import refusal as no
from groupkit.domain.agenda import Agenda
from groupkit.domain.attendance import Status
from groupkit.domain.group import Group
from groupkit.domain.refusal import Refused
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.usecases.changes import Kind
from groupkit.usecases.planning import PlanRequest, plan_group, preview_group
from groupkit.usecases.preparing import put_prepared
from groupkit.usecases.programmes import (
    course_view,
    give_programme,
    keep_programme,
    own_programmes,
    remove_programme,
    take_programme_back,
)
from groupkit.usecases.recording import mark

START = dt.date(2027, 1, 13)
TODAY = dt.date(2027, 2, 1)
THREE = ("co-parenting", "new-relationships", "new-incidents")
LIBRARY = {topic.slug: topic for topic in ShippedLibrary().topics("da")}


def topics_of(store: Store, group: Group) -> list[str]:
    with store.work() as work:
        return [session.topic for session in work.sessions.of_group(group.id)]


def agendas_of(store: Store, group: Group) -> list[int]:
    with store.work() as work:
        return [
            work.agendas.of_session(each.id).minutes for each in work.sessions.of_group(group.id)
        ]


def test_a_programme_is_kept_changed_and_removed(store: Store) -> None:
    kept = keep_programme(store, " Kort  forløb ", THREE).value
    assert own_programmes(store) == (kept,)
    keep_programme(store, "Kort forløb", THREE[:2], kept.id)
    assert own_programmes(store)[0].topics == THREE[:2]
    with pytest.raises(Refused) as refused:
        keep_programme(store, "KORT FORLØB", THREE)
    assert refused.value.refusal == no.ProgrammeNameTaken("KORT FORLØB")
    remove_programme(store, kept)
    assert own_programmes(store) == ()


def test_a_programme_brings_topics_and_their_agendas(store: Store) -> None:
    wanted = PlanRequest("Sommer", START, dt.time(17), 120, 14, topics=THREE)
    seen = preview_group(store, wanted)
    assert seen.topics == ("co-parenting", "new-relationships", *[""] * 5, "new-incidents")
    done = plan_group(store, wanted, LIBRARY)
    assert Kind.AGENDA in done.changes.kinds
    assert topics_of(store, done.value) == list(seen.topics)
    assert agendas_of(store, done.value) == [120, 120, 0, 0, 0, 0, 0, 120]


def test_more_topics_than_sessions_name_what_is_left_over(store: Store) -> None:
    topics = (*"abcdefghij", "z")
    wanted = PlanRequest("Sommer", START, dt.time(17), 120, 14, topics=topics)
    seen = preview_group(store, wanted)
    assert seen.topics == (*"abcdefg", "z")
    assert seen.left_over == tuple("hij")


def test_giving_a_programme_leaves_what_was_held(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    put_prepared(store, sessions[0].id, "new-incidents", _empty())
    given = give_programme(store, group.id, THREE, LIBRARY, TODAY).value
    assert topics_of(store, group) == [
        "new-incidents", "", "co-parenting", "new-relationships", "", "", "", "new-incidents",
    ]  # fmt: skip
    take_programme_back(store, given)
    assert topics_of(store, group) == ["new-incidents"] + [""] * 7
    assert agendas_of(store, group) == [0] * 8


def test_a_programme_for_the_whole_course_goes_by_place(store: Store, group: Group) -> None:
    give_programme(store, group.id, tuple("abcdefgz"), LIBRARY, TODAY)
    assert topics_of(store, group) == ["", "", *"cdefgz"]


def test_a_programme_is_not_taken_back_over_later_work(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    given = give_programme(store, group.id, THREE, LIBRARY, TODAY).value
    put_prepared(store, sessions[2].id, "new-incidents", _empty())
    with pytest.raises(Refused):
        take_programme_back(store, given)
    assert topics_of(store, group)[2] == "new-incidents"


def test_the_course_tells_what_each_woman_was_present_for(
    store: Store,
    group: Group,
    sessions: tuple[Session, ...],
    women: Callable[..., UUID],
) -> None:
    anemone = women("Anemone")
    day = sessions[2].day
    mark(store, sessions[0].id, anemone, Status.LATE, today=day)
    mark(store, sessions[1].id, anemone, Status.ABSENT_NO_NOTICE, today=day)
    view = course_view(store, group.id)
    assert view.women is not None
    (woman,) = view.women
    assert [s.number for s in woman.present] == [1]
    assert [s.number for s in woman.missed] == [2]
    assert len(view.sessions) == 8


def _empty() -> Agenda:
    return Agenda()
