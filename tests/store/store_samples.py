"""Values for the store's tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from groupkit.domain.attendance import Mark, Status
from groupkit.domain.group import Group
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.schedule import Course
from groupkit.domain.session import Session
from groupkit.store.opened import Store

START = dt.date(2027, 1, 13)
LAST = START + dt.timedelta(weeks=14)
EVENING = dt.time(17, 0)

Limit = Callable[[int], AbstractContextManager[None]]
"""Lets no file grow beyond so many bytes, as a quota or a full disk would."""


@dataclass(frozen=True)
class Filled:
    """What :func:`fill` put into a store: one group, three sessions, two women."""

    group: Group
    sessions: tuple[Session, ...]
    members: tuple[Membership, ...]


def a_group(name: str = "Onsdagsgruppen") -> Group:
    return Group(uuid4(), name, Course(START, 14), EVENING, 120, "Stuen", ("Åse", "Bodil"))


def a_session(group: Group, number: int = 1) -> Session:
    day = group.course.start + dt.timedelta(weeks=2 * (number - 1))
    return Session(uuid4(), group.id, number, day, EVENING, 120)


def a_member(group: Group, alias: str = "Æblet", number: str = "27-01") -> Membership:
    return Membership(uuid4(), group.id, Participant(uuid4(), alias, number), group.course.start)


def fill(store: Store) -> Filled:
    group = a_group()
    sessions = tuple(a_session(group, number) for number in (1, 2, 3))
    members = (a_member(group), a_member(group, "Øjvind-Sofie", "27-02"))
    with store.work() as work:
        work.groups.add(group)
        work.sessions.add_all(sessions)
        work.members.add_all(members)
        work.attendance.put_all(
            [
                Mark(sessions[0].id, members[0].participant.id, Status.PRESENT),
                Mark(sessions[0].id, members[1].participant.id, Status.ABSENT_NOTICE, "Syg"),
            ]
        )
        work.notes.put_of_group(sessions[0].id, "En rolig aften.")
        work.notes.put_of_women(sessions[0].id, {members[0].participant.id: "Ringer på mandag."})
        work.drafts.put("somewhere", {"note": "halvt skrevet"})
        work.commit()
    return Filled(group, sessions, members)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every file of ``folder`` with its bytes."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
