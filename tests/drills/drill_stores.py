"""Stores to be drilled on: made, filled, opened quickly, and read row by row."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from groupkit.crypto import sidecar
from groupkit.crypto.derive import CHEAPEST
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.locking import Stretching
from groupkit.crypto.sidecar import Unlocked
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.attendance import Mark, Status
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.group import Group
from groupkit.domain.house import House
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.schedule import Course
from groupkit.domain.session import Session
from groupkit.store.clock import Clock, utc_now
from groupkit.store.connection import connect
from groupkit.usecases.ports import OpenStore, UnitOfWork
from groupkit.wiring.hold import Hold
from groupkit.wiring.open_store import OpenedStore
from groupkit.wiring.unlocking import hold_of
from groupkit.wiring.vault import StoreVault

OWNER, OWNERS_OWN = "Anna Opdigtet", "lampe gravko fjord syltet"
TODAY = dt.date.today()  # noqa: DTZ011 - the laptop's own day
EVENING = dt.time(17, 0)
SESSIONS = 8
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
Rows = dict[str, tuple[tuple[object, ...], ...]]
Sized = Callable[[int, int], int]
"""Gives the first number in full, the second otherwise."""


class Keyhole:
    """Opens stores by the way the program takes, but derives each passphrase's key only once."""

    def __init__(self) -> None:
        self._stretched: dict[str, Stretching] = {}

    def keys_of(self, typed: str = OWNERS_OWN) -> Callable[[Sidecar], Unlocked]:
        """Return what opens a sidecar with the passphrase."""
        stretching = self._stretched.setdefault(typed, Stretching())
        return lambda keys: sidecar.unlock(keys, typed, stretching)

    def hold(self, folder: Path, typed: str = OWNERS_OWN, now: Clock = utc_now) -> Hold:
        """Take the store in hand; nothing but a lock and the mark of being open is written."""
        return hold_of(folder, self.keys_of(typed), CHEAPEST, now)

    def open(self, folder: Path, typed: str = OWNERS_OWN, now: Clock = utc_now) -> OpenedStore:
        """Open the store; nobody is greeted, so the log doesn't grow."""
        return OpenedStore(self.hold(folder, typed, now))

    @contextmanager
    def ring(self, folder: Path, typed: str = OWNERS_OWN) -> Iterator[KeyRing]:
        """Lend the keys without opening the database."""
        ring = self.keys_of(typed)(sidecar.read(folder)).ring
        try:
            yield ring
        finally:
            ring.wipe()


def put_down(hold: Hold) -> None:
    """Close and seal without a backup."""
    hold.store.close(hold.seal)
    hold.ring.wipe()


def made(folder: Path, now: Clock = utc_now) -> tuple[OpenStore, tuple[str, ...]]:
    """Make a store; return it open, with the words of its sheet."""
    return StoreVault(CHEAPEST, now).create(folder, OWNERS_OWN, House("Huset Ærø"), OWNER)


@dataclass(frozen=True)
class Furnished:
    """What :func:`furnish` put into a store."""

    group: Group
    sessions: tuple[Session, ...]
    members: tuple[Membership, ...]


def furnish(
    store: OpenStore, women: int = 4, notes: tuple[str, ...] = ("En rolig aften.",)
) -> Furnished:
    """Put a group into the store, its women and, in turn, the notes on them."""
    names = tuple(f"Kvinde {number} Æblegård" for number in range(1, women + 1))
    return furnish_with(store, names, notes)


def furnish_with(
    store: OpenStore,
    names: tuple[str, ...],
    notes: tuple[str, ...],
    group_name: str = "Onsdag",
    first_number: int = 1,
) -> Furnished:
    """Put a group with women of these names into the store, and the notes, in turn on them."""
    start = TODAY - dt.timedelta(weeks=2 * SESSIONS)
    group = Group(uuid4(), group_name, Course(start, 14), EVENING, 120, "Stuen", ("Åse", "Bodil"))
    sessions = tuple(
        Session(uuid4(), group.id, n + 1, start + dt.timedelta(weeks=2 * n), EVENING, 120)
        for n in range(SESSIONS)
    )
    members = tuple(
        Membership(uuid4(), group.id, Participant(uuid4(), name, f"27-{n:03d}"), start)
        for n, name in enumerate(names, first_number)
    )
    with store.work() as work:
        work.groups.add(group)
        work.log.note(Deed.ADDED, Subject.GROUP, group.id)
        work.sessions.add_all(sessions)
        work.members.add_all(members)
        _record(work, sessions, members, notes)
        for session in sessions:
            work.log.note(Deed.CHANGED, Subject.SESSION, session.id)
        work.commit()
    return Furnished(group, sessions, members)


def _record(
    work: UnitOfWork,
    sessions: tuple[Session, ...],
    members: tuple[Membership, ...],
    notes: tuple[str, ...],
) -> None:
    for number, session in enumerate(sessions):
        status = tuple(Status)[number % len(tuple(Status))]
        work.attendance.put_all(
            Mark(session.id, member.participant.id, status) for member in members
        )
        work.agendas.put(session.id, an_agenda(number))
        work.notes.put_of_group(session.id, notes[number % len(notes)])
    for number, note in enumerate(notes):
        member = members[number // SESSIONS % len(members)]
        session = sessions[number % SESSIONS]
        work.notes.put_of_women(session.id, {member.participant.id: note})


def an_agenda(number: int) -> Agenda:
    """Return an agenda that differs from that of any other number."""
    kinds = tuple(ItemKind)
    return Agenda(
        tuple(
            AgendaItem(
                UUID(int=number * 10 + n + 1), kinds[n % len(kinds)], f"Punkt {number}.{n}", 5 + n
            )
            for n in range(3)
        )
    )


def rows_of(database: Path, ring: KeyRing) -> Rows:
    """Return every row of every table of a closed database."""
    with closing(connect(database, ring)) as connection:
        return rows_in(connection)


def rows_in(connection: object) -> Rows:
    """Return every row of every table behind a connection."""
    names = [name for (name,) in connection.execute(TABLES).fetchall()]  # type: ignore[attr-defined]
    return {
        name: tuple(connection.execute(f'SELECT * FROM "{name}"').fetchall())  # type: ignore[attr-defined] # noqa: S608
        for name in names
    }


def copy_of(folder: Path, to: Path) -> Path:
    """Copy a store's folder, in place of what is there."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to)
    return to


def long_text(chance: random.Random, letters: int) -> str:
    """Return words that nobody else writes."""
    letters_in_order = (chance.choice("abcdefghijklmnopqrstuvæøå ") for _ in range(letters))
    return " ".join("".join(letters_in_order).split())
