"""A real encrypted store without the cost of a passphrase, and a group in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from groupkit.crypto.keyring import new_keyring
from groupkit.documents.library import ShippedLibrary
from groupkit.domain.group import Group
from groupkit.domain.house import House
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.store.opening import create
from groupkit.usecases.joining import Person, join
from groupkit.usecases.planning import PlanRequest, plan_group

START = dt.date(2027, 1, 13)
LATER = dt.date(2027, 12, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = create(
        tmp_path / "store" / "store.db", new_keyring(), House("Huset Ærø"), "Anna Opdigtet"
    )
    yield made
    made.close()


@pytest.fixture(scope="session")
def library() -> ShippedLibrary:
    return ShippedLibrary()


@pytest.fixture
def group(store: Store) -> Group:
    wanted = PlanRequest("Forår 2027", START, dt.time(17), 120, 14, facilitators=("Lærke", "Stær"))
    return plan_group(store, wanted).value


@pytest.fixture
def sessions(store: Store, group: Group) -> tuple[Session, ...]:
    with store.work() as work:
        return work.sessions.of_group(group.id)


@pytest.fixture
def women(store: Store, group: Group) -> Callable[..., UUID]:
    """Return a function that lets a woman in and gives her participant id."""

    def let_in(alias: str, joined: dt.date = START, left: dt.date | None = None) -> UUID:
        number = f"27-{sum(alias.encode()) % 90 + 10}"
        return join(store, group.id, Person(alias, number, joined, left)).value.participant.id

    return let_in
