"""The laws of an agenda: nothing is lost in moving, and times add up."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain import refusal as no
from groupkit.domain.agenda import MOST_ITEMS, Agenda, AgendaItem, ItemKind
from groupkit.domain.refusal import Field, Refused

ITEMS = st.builds(
    AgendaItem,
    st.uuids(),
    st.sampled_from(ItemKind),
    st.sampled_from(["Åbning", "Øvelse", "Pause", "مجموعة"]),
    st.integers(1, 240),
)
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
