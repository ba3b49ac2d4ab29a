"""A facilitator or a room in two places at once is seen, whatever way the names are written."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.booking import Booking, Taken, booking, clashes, leaders_of, substitutes
from groupkit.domain.group import Group
from groupkit.domain.schedule import Course
from groupkit.domain.session import Session

DAY = dt.date(2027, 1, 13)
NAMES = st.lists(st.sampled_from(["Åse Åsen", "Bo Bosen", "Cita Citasen"]), unique=True)


def booked(starts: int = 17, ends: int = 19, **changed: object) -> Booking:
    plain = Booking(
        uuid4(), uuid4(), "Forår", DAY, dt.time(starts), dt.time(ends), "Stuen", ("Åse Åsen",)
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def test_the_same_person_and_room_at_one_time_clash_twice() -> None:
    mine, other = booked(), booked(18, 20, leaders=("  åse åsen",), place="STUEN")
    found = clashes([mine], [other])
    assert [(clash.taken, clash.name) for clash in found] == [
        (Taken.FACILITATOR, "Åse Åsen"),
        (Taken.ROOM, "Stuen"),
    ]


def test_one_may_begin_as_the_other_ends() -> None:
    assert clashes([booked(15, 17)], [booked(17, 19)]) == ()


def test_names_are_the_same_in_another_unicode_form() -> None:
    decomposed = unicodedata.normalize("NFD", "Åse Åsen")
    assert (
        clashes([booked(place="")], [booked(leaders=(decomposed,))])[0].taken is Taken.FACILITATOR
    )


def test_a_session_until_midnight_overlaps_the_evening() -> None:
    late = booked(22, 0)
    assert clashes([late], [booked(23, 0)])
    assert not clashes([late], [booked(9, 10)])


@given(st.lists(st.tuples(st.integers(8, 20), st.integers(1, 3), NAMES), max_size=8))
def test_clashes_are_those_found_by_comparing_all_with_all(
    rows: list[tuple[int, int, list[str]]],
) -> None:
    all_booked = [
        booked(starts, starts + hours, leaders=tuple(names), place="")
        for starts, hours, names in rows
    ]
    expected = sum(
        len(set(one.leaders) & set(other.leaders))
        for number, one in enumerate(all_booked)
        for other in all_booked[number + 1 :]
        if one.starts < other.ends and other.starts < one.ends
    )
    assert len(clashes(all_booked, [])) == expected


def test_a_session_is_led_by_its_own_or_by_the_groups() -> None:
    group = Group(uuid4(), "Forår", Course(DAY, 14), dt.time(17), 120, "Stuen",
                  ("Åse Åsen", "Bo Bosen"))  # fmt: skip
    usual = Session(uuid4(), group.id, 1, DAY, dt.time(17), 120)
    other = replace(usual, leaders=("Åse Åsen", "Cita Citasen"), place="Loftet")
    assert leaders_of(usual, group) == group.facilitators
    assert substitutes(other, group) == ("Cita Citasen",)
    assert booking(other, group).place == "Loftet"
