"""The laws of an agenda: nothing is lost in moving, and times add up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain import refusal as no
from groupkit.domain.agenda import (
    MOST_ITEMS,
    Agenda,
    AgendaItem,
    ItemKind,
    minutes_if_short,
    with_minutes,
)
from groupkit.domain.refusal import Field, Refused

LEADERS = ("Lærke", "Stær", "Anna Opdigtet", "En gæst fra kommunen", "Lærke og Stær", "")


@st.composite
def items(draw: st.DrawFn) -> AgendaItem:
    minutes = draw(st.integers(1, 240))
    return AgendaItem(
        draw(st.uuids()),
        draw(st.sampled_from(ItemKind)),
        draw(st.sampled_from(["Åbning", "Øvelse", "Pause", "مجموعة"])),
        minutes,
        leader=draw(st.sampled_from(LEADERS)),
        short=draw(st.none() | st.integers(0, minutes)),
    )


ITEMS = items()
AGENDAS = st.lists(ITEMS, max_size=12, unique_by=lambda item: item.id).map(
    lambda items: Agenda(tuple(items))
)


@given(AGENDAS, st.integers(-3, 15), st.data())
def test_moving_keeps_every_item(agenda: Agenda, to: int, data: st.DataObject) -> None:
    if not agenda.items:
        assert agenda.moved(uuid4(), to) == agenda
        return
    item = data.draw(st.sampled_from(agenda.items))
    moved = agenda.moved(item.id, to)
    assert sorted(i.id for i in moved.items) == sorted(i.id for i in agenda.items)
    assert moved.items.index(item) == max(0, min(to, len(agenda.items) - 1))
    assert moved.without(item.id) == agenda.without(item.id)
    assert moved.minutes == agenda.minutes


@given(AGENDAS, ITEMS, st.integers(0, 12))
def test_taking_out_undoes_putting_in(agenda: Agenda, item: AgendaItem, at: int) -> None:
    assert agenda.with_item(item, at).without(item.id) == agenda.without(item.id)


@given(AGENDAS, st.times())
def test_times_are_contiguous_and_add_up(agenda: Agenda, starts: dt.time) -> None:
    begins = starts.replace(second=0, microsecond=0)
    timed = agenda.timed(begins)
    assert [each.item for each in timed] == list(agenda.items)
    assert all(sooner.ends == later.starts for sooner, later in pairwise(timed))
    if timed:
        assert timed[0].starts == begins
        end = dt.datetime.combine(dt.date(2000, 1, 1), begins) + dt.timedelta(
            minutes=agenda.minutes
        )
        assert timed[-1].ends == end.time()


@given(AGENDAS, st.integers(30, 300))
def test_spare_and_sum_make_the_length(agenda: Agenda, length: int) -> None:
    assert agenda.spare(length) + agenda.minutes == length


@pytest.mark.parametrize("minutes", [-5, 0, 241, 999])
def test_minutes_out_of_range_are_refused(minutes: int) -> None:
    with pytest.raises(Refused) as refused:
        AgendaItem(uuid4(), ItemKind.OTHER, "Pause", minutes)
    assert refused.value.refusal == no.ItemMinutesOutOfRange(minutes, 1, 240)


def test_an_item_needs_a_title() -> None:
    with pytest.raises(Refused) as refused:
        AgendaItem(uuid4(), ItemKind.OTHER, "  ", 10)
    assert refused.value.refusal == no.TextEmpty(Field.ITEM)


def test_an_agenda_holds_only_so_many_items() -> None:
    items = tuple(AgendaItem(uuid4(), ItemKind.OTHER, "x", 1) for _ in range(MOST_ITEMS))
    with pytest.raises(Refused) as refused:
        Agenda(items).with_item(AgendaItem(uuid4(), ItemKind.OTHER, "y", 1))
    assert refused.value.refusal == no.TooManyItems(MOST_ITEMS)


@given(AGENDAS)
def test_a_copy_says_the_same_under_ids_of_its_own(agenda: Agenda) -> None:
    copy = agenda.copied(uuid4)
    ids = [item.id for item in copy.items]
    assert len(set(ids)) == len(ids)
    assert not {item.id for item in agenda.items} & set(ids)
    restored = [replace(new, id=old.id) for new, old in zip(copy.items, agenda.items, strict=True)]
    assert restored == list(agenda.items)
    assert (copy.minutes, copy.short_minutes) == (agenda.minutes, agenda.short_minutes)


@given(AGENDAS, AGENDAS)
def test_what_is_put_behind_can_be_taken_out_again(agenda: Agenda, other: Agenda) -> None:
    copy = other.copied(uuid4)
    both = agenda.followed_by(copy)
    assert both.minutes == agenda.minutes + other.minutes
    assert both.short_minutes == agenda.short_minutes + other.short_minutes
    assert both.without_all(item.id for item in copy.items) == agenda


@given(AGENDAS)
def test_short_of_time_is_never_longer_and_leaves_out_nothing_unasked(agenda: Agenda) -> None:
    assert 0 <= agenda.short_minutes <= agenda.minutes
    for item in agenda.items:
        assert 0 <= minutes_if_short(item) <= item.minutes
        assert minutes_if_short(item) == item.minutes or item.short is not None
    usual = Agenda(tuple(replace(item, short=None) for item in agenda.items))
    assert usual.short_minutes == usual.minutes == agenda.minutes


@given(ITEMS, st.integers(1, 240))
def test_other_minutes_never_contradict_the_short_ones(item: AgendaItem, minutes: int) -> None:
    changed = with_minutes(item, minutes)
    assert changed.minutes == minutes
    assert changed.short is None or changed.short < minutes
    assert minutes_if_short(changed) <= minutes
    if item.short is not None and item.short < minutes:
        assert changed.short == item.short
    assert replace(changed, minutes=item.minutes, short=item.short) == item


@given(AGENDAS, st.sets(st.sampled_from(["Lærke", "STÆR", "anna opdigtet", "Anna"])))
def test_only_who_is_named_stops_leading(agenda: Agenda, gone: set[str]) -> None:
    left = agenda.without_leaders(gone)
    for before, after in zip(agenda.items, left.items, strict=True):
        assert after in {before, replace(before, leader="")}
    folded = {name.casefold() for name in gone}
    for item in left.items:
        assert item.leader.casefold() not in folded
        if "lærke" in folded:
            assert "Lærke" not in item.leader
    kept = [item for item in agenda.items if "gæst" in item.leader]
    assert [item for item in left.items if "gæst" in item.leader] == kept


def test_one_name_inside_another_is_not_that_person() -> None:
    item = AgendaItem(uuid4(), ItemKind.OTHER, "Pause", 10, leader="Annabella & Bo")
    assert Agenda((item,)).without_leaders(["Anna"]).items == (item,)
    assert Agenda((item,)).without_leaders(["Bo"]).items[0].leader == ""


@pytest.mark.parametrize("short", [-1, 11])
def test_minutes_if_short_lie_within_the_usual_ones(short: int) -> None:
    with pytest.raises(Refused) as refused:
        AgendaItem(uuid4(), ItemKind.OTHER, "Pause", 10, short=short)
    assert refused.value.refusal == no.ShortMinutesOutOfRange(short, 10)
