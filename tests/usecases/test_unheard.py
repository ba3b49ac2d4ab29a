"""An absence that a coordinator records is followed up as soon as a facilitator is at work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain.attendance import Status
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.follow_up import Matter, Outcome
from groupkit.domain.house import House
from groupkit.domain.roles import Rights, Role
from groupkit.domain.session import Session
from groupkit.usecases.access import NewPassphrase, add_person
from groupkit.usecases.following_up import close, waiting
from groupkit.usecases.joining import Person, join
from groupkit.usecases.planning import PlanRequest, plan_group
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.recording import mark
from groupkit.usecases.taking_on import owners
from groupkit.usecases.today import today
from groupkit.usecases.unheard import BEHIND, follow_the_unheard
from groupkit.wiring.vault import StoreVault

START = dt.date(2027, 1, 13)
DAY = dt.timedelta(days=1)
ANNA, BO, CARLA = "lampe gravko fjord syltet", "violet skovsti over kanten", "myre bager silkesko"


class Laptop:
    """Anna owns the store, Bo is a facilitator, Carla a coordinator; two women are in a group."""

    def __init__(self, folder: Path) -> None:
        noon = dt.datetime.combine(START, dt.time(12), dt.UTC)
        self._folder, self._vault = folder, StoreVault(CHEAPEST, lambda: noon)
        self.store: OpenStore
        self.store, _ = self._vault.create(folder, ANNA, House("Huset"), "Anna Opdigtet")
        self.bo = self._give("Bo Påfund", Role.FACILITATOR, BO)
        self._give("Carla Opspind", Role.COORDINATOR, CARLA)
        self._give("Dorte Digt", Role.PEDAGOGUE, "tallerken vindue moster")
        group = plan_group(self.store, PlanRequest("Forår", START, dt.time(17), 120, 14)).value
        self.her, self.other = (
            join(self.store, group.id, Person(alias, number, START)).value.participant.id
            for alias, number in (("Anemone", "27-01"), ("Bellis", "27-02"))
        )
        with self.store.work() as work:
            self.sessions: tuple[Session, ...] = work.sessions.of_group(group.id)

    def _give(self, name: str, role: Role, passphrase: str) -> UUID:
        typed = NewPassphrase(passphrase, passphrase)
        wanted = Rights(frozenset({role}))
        return add_person(self.store, ANNA, name, wanted, typed, START).value.id

    def opens(self, passphrase: str) -> None:
        self.store.close()
        self.store = self._vault.open(self._folder, passphrase)

    def mark(self, at: int, status: Status, her: UUID | None = None) -> None:
        session = self.sessions[at]
        mark(self.store, session.id, her or self.her, status, today=session.day)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "arkiv")
    yield made
    made.store.close()


def test_only_who_reads_notes_can_be_given_a_follow_up(laptop: Laptop) -> None:
    assert [name for _, name in owners(laptop.store)] == ["Anna Opdigtet", "Bo Påfund"]
    laptop.opens(BO)
    assert [name for _, name in owners(laptop.store)] == ["Bo Påfund", "Anna Opdigtet"]


def test_a_coordinators_absence_is_followed_up_by_the_next_facilitator(laptop: Laptop) -> None:
    day = laptop.sessions[0].day
    laptop.opens(CARLA)
    laptop.mark(0, Status.ABSENT_NO_NOTICE)
    assert follow_the_unheard(laptop.store, day).value == ()
    assert [each.participant.id for each in today(laptop.store, day).unheard] == [laptop.her]
    laptop.opens(BO)
    (made,) = follow_the_unheard(laptop.store, day + DAY).value
    assert (made.participant_id, made.session_id) == (laptop.her, laptop.sessions[0].id)
    assert (made.matter, made.owner, made.due) == (Matter.ABSENCE, laptop.bo, day + 2 * DAY)
    found = today(laptop.store, day + DAY)
    assert [each.follow_up for each in found.follow_ups] == [made]
    assert found.unheard == ()
    with laptop.store.work() as work:
        noted = work.log.entries(newest=1)[0]
    assert (noted.deed, noted.subject) == (Deed.ADDED, Subject.CARE)
    assert (noted.record, noted.also) == (None, None), "whose it is would tell whose a count is"


def test_again_nothing_is_opened_and_nothing_noted(laptop: Laptop) -> None:
    day = laptop.sessions[0].day
    laptop.opens(CARLA)
    laptop.mark(0, Status.ABSENT_NO_NOTICE)
    laptop.opens(ANNA)
    (made,) = follow_the_unheard(laptop.store, day).value
    with laptop.store.work() as work:
        before = work.log.entries(newest=1)
    again = follow_the_unheard(laptop.store, day)
    assert (again.value, again.changes.kinds) == ((), frozenset())
    close(laptop.store, made.id, Outcome.REACHED_WELL, day)
    assert follow_the_unheard(laptop.store, day).value == ()
    assert waiting(laptop.store, day) == ()
    with laptop.store.work() as work:
        assert work.log.entries(newest=2)[1] == before[0]


def test_an_absence_long_ago_is_due_today_and_a_longer_one_is_let_be(laptop: Laptop) -> None:
    laptop.opens(CARLA)
    laptop.mark(0, Status.ABSENT_NO_NOTICE)
    laptop.opens(ANNA)
    last = laptop.sessions[0].day + BEHIND
    assert follow_the_unheard(laptop.store, last + DAY).value == ()
    (made,) = follow_the_unheard(laptop.store, last).value
    assert (made.opened, made.due) == (last, last)


def test_who_came_since_is_heard_of_again(laptop: Laptop) -> None:
    laptop.opens(CARLA)
    for her in (laptop.her, laptop.other):
        laptop.mark(0, Status.ABSENT_NO_NOTICE, her)
    laptop.mark(1, Status.PRESENT)
    laptop.opens(ANNA)
    made = follow_the_unheard(laptop.store, laptop.sessions[1].day).value
    assert [each.participant_id for each in made] == [laptop.other]


def test_a_facilitators_own_absence_is_not_followed_up_twice(laptop: Laptop) -> None:
    laptop.mark(0, Status.ABSENT_NO_NOTICE)
    day = laptop.sessions[0].day
    assert follow_the_unheard(laptop.store, day).value == ()
    assert len(waiting(laptop.store, day)) == 1
