"""Women joining and leaving, in a real store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest

from groupkit.domain import refusal as no
from groupkit.domain.attendance import Status
from groupkit.domain.group import Group
from groupkit.domain.refusal import Refused
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.usecases.joining import Person, change_membership, circle, join, undo_join
from groupkit.usecases.recording import mark

START = dt.date(2027, 1, 13)
LATER = dt.date(2027, 12, 1)
LetIn = Callable[..., UUID]


def test_the_circle_offers_the_next_number(store: Store, group: Group) -> None:
    assert circle(store, group.id, LATER).next_number == "27-01"
    join(store, group.id, Person("Anemone", "27-01", START))
    found = circle(store, group.id, LATER)
    assert found.next_number == "27-02"
    assert found.first_day == START
    assert [m.participant.alias for m in found.memberships] == ["Anemone"]


@pytest.mark.parametrize(
    ("person", "kind"),
    [
        (Person("Bellis", "27-01", START), no.NumberTaken),
        (Person("anemone", "27-02", START), no.AliasTaken),
        (Person("", "27-02", START), no.TextEmpty),
        (Person("x" * 41, "27-02", START), no.TextTooLong),
        (Person("Bellis", "27-02", START, START - dt.timedelta(days=1)), no.LeftBeforeJoining),
        (Person("Bellis", "27-02", dt.date(1999, 1, 1)), no.DateOutOfReach),
    ],
)
def test_what_breaks_a_rule_lets_nobody_in(
    store: Store, group: Group, person: Person, kind: type[no.Refusal]
) -> None:
    join(store, group.id, Person("Anemone", "27-01", START))
    before = circle(store, group.id, LATER)
    with pytest.raises(Refused) as refused:
        join(store, group.id, person)
    assert isinstance(refused.value.refusal, kind)
    assert circle(store, group.id, LATER) == before


def test_leaving_changes_nothing_that_was_recorded(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    membership = join(store, group.id, Person("Anemone", "27-01", START)).value
    woman = membership.participant.id
    mark(store, sessions[2].id, woman, Status.PRESENT, today=LATER)
    with pytest.raises(Refused) as refused:
        change_membership(store, membership.id, Person("Anemone", "27-01", START, sessions[1].day))
    assert refused.value.refusal == no.LeftBeforeLastMark(sessions[1].day, sessions[2].day)
    left = change_membership(
        store, membership.id, Person("Anemone B", "27-07", START, sessions[2].day)
    )
    assert left.value.participant.id == woman
    assert circle(store, group.id, LATER).memberships == (left.value,)


def test_her_own_alias_and_number_are_not_taken(store: Store, group: Group) -> None:
    membership = join(store, group.id, Person("Anemone", "27-01", START)).value
    same = Person("ANEMONE", "27-01", START)
    assert change_membership(store, membership.id, same).value.participant.alias == "ANEMONE"


def test_a_joining_can_be_undone_until_something_is_recorded(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    first = join(store, group.id, Person("Anemone", "27-01", START)).value
    undo_join(store, first.id)
    assert circle(store, group.id, LATER).memberships == ()
    again = join(store, group.id, Person("Anemone", "27-01", START)).value
    mark(store, sessions[0].id, again.participant.id, Status.PRESENT, today=LATER)
    with pytest.raises(Refused):
        undo_join(store, again.id)
    assert len(circle(store, group.id, LATER).memberships) == 1
