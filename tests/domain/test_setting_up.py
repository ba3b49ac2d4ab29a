"""What is gathered from an agenda: nothing is forgotten, nothing stands twice."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.setting_up import set_ups, things, to_bring

THINGS = st.lists(st.sampled_from(["Tusser", "tusser", "Te", "Kort", "1,5 l vand"]), max_size=5)


def agenda_of(materials: list[str], rooms: list[str] | None = None) -> Agenda:
    set_up = rooms or [""] * len(materials)
    return Agenda(
        tuple(
            AgendaItem(UUID(int=at), ItemKind.OTHER, f"P{at}", 10, materials=said, room=room)
            for at, (said, room) in enumerate(zip(materials, set_up, strict=True))
        )
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("", ()),
        ("Post-it, tusser", ("Post-it", "tusser")),
        ("- Te\n- Kaffe.\n\n", ("Te", "Kaffe")),
        ("1,5 l vand; kopper", ("1,5 l vand", "kopper")),
        ("Flipover (ark, tusser), tape", ("Flipover (ark, tusser)", "tape")),
    ],
)
def test_things_are_read_apart(written: str, read: tuple[str, ...]) -> None:
    assert things(written) == read


@given(st.lists(THINGS, max_size=6))
def test_everything_is_brought_once_in_the_order_of_need(needed: list[list[str]]) -> None:
    found = to_bring(agenda_of([", ".join(each) for each in needed]).items)
    folded = [thing.casefold() for thing in found]
    assert len(set(folded)) == len(folded)
    wanted = [thing.casefold() for each in needed for thing in each]
    assert folded == list(dict.fromkeys(wanted))


@given(st.lists(st.sampled_from(["", "Rundkreds", "RUNDKREDS", "Borde"]), max_size=8))
def test_the_room_is_named_where_it_changes(rooms: list[str]) -> None:
    timed = agenda_of([""] * len(rooms), rooms).timed(dt.time(17))
    named = [room.casefold() for room in rooms if room]
    changes = [room for at, room in enumerate(named) if at == 0 or named[at - 1] != room]
    assert [each.item.room.casefold() for each in set_ups(timed)] == changes
