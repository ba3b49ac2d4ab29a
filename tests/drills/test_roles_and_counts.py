"""Who holds the store's key and not that to notes cannot tell whose a counted incident is.

What is counted stands open for every role. The attacker follows every row of the database from one
id to the next; a group, a session and who works there lead to everybody and are no way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from drill_stores import OWNERS_OWN, TODAY, Furnished, Keyhole, furnish, made

from groupkit.domain.follow_up import FollowUp, Matter, Outcome
from groupkit.domain.incident import Incident, IncidentKind
from groupkit.domain.roles import Rights, Role
from groupkit.domain.safety import Moment
from groupkit.store.connection import connect
from groupkit.usecases.following_up import close, open_follow_up, put_off
from groupkit.usecases.incidents import StepWanted, change_incident, note_incident
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.safety_answers import Answered, answer

DAY = dt.timedelta(days=1)
TYPED = {
    Role.PEDAGOGUE: "pedagogens egen sætning",
    Role.COORDINATOR: "koordinatorens egen sætning",
}
OF_NOTES = ("incident", "safety_answer", "follow_up")
COUNTED = ("incident_tally", "safety_tally", "safety_change")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Furnished]:
    """A store in which one woman told of something in each quarter, and some answered."""
    folder = tmp_path_factory.mktemp("told") / "arkiv"
    store, _ = made(folder)
    furnished = furnish(store, women=6)
    for at, member in enumerate(furnished.members):
        _tell(store, member.participant.id, TODAY - at * 80 * DAY)
        for moment in tuple(Moment)[: at % 4 + 1]:
            given = Answered(member.participant.id, furnished.group.id, moment, TODAY, at + 1)
            answer(store, given, TODAY)
    for role, typed in TYPED.items():
        store.access.add(OWNERS_OWN, role, Rights(frozenset({role})), typed, TODAY)
    store.close()
    return folder, furnished


def _tell(store: OpenStore, her: UUID, day: dt.date) -> None:
    with store.work() as work:
        me = work.users.me()
    kinds = frozenset({IncidentKind.DIGITAL})
    incident = Incident(uuid4(), her, day, day, kinds, uuid4())
    steps = [StepWanted(Matter.POLICE, me, TODAY + DAY)]
    noted = note_incident(store, incident, steps, TODAY).value
    change_incident(store, incident, TODAY, steps)
    put_off(store, noted.steps[0].id, TODAY + 2 * DAY, TODAY)
    close(store, noted.steps[0].id, Outcome.DONE, TODAY)
    mine = FollowUp(uuid4(), her, Matter.OTHER, me, TODAY, TODAY + DAY, "Ring")
    open_follow_up(store, mine, TODAY)


@pytest.mark.parametrize("role", TYPED)
def test_nothing_leads_from_a_count_to_a_woman(
    told: tuple[Path, Furnished], keyhole: Keyhole, role: Role
) -> None:
    folder, furnished = told
    with (
        keyhole.ring(folder, TYPED[role]) as ring,
        closing(connect(folder / "store.db", ring)) as raw,
    ):
        assert ring.notes is None
        for table in (*OF_NOTES, *COUNTED):
            assert list(rows_of(raw, table))
        assert reached(raw, furnished, (*OF_NOTES, *COUNTED)) == set()


def test_the_attacker_follows_what_is_there(told: tuple[Path, Furnished], keyhole: Keyhole) -> None:
    folder, furnished = told
    with (
        keyhole.ring(folder, TYPED[Role.COORDINATOR]) as ring,
        closing(connect(folder / "store.db", ring)) as raw,
    ):
        raw.execute("BEGIN")
        her = str(furnished.members[2].participant.id)
        raw.execute("CREATE TABLE seen (what TEXT, whose TEXT)")
        raw.execute("INSERT INTO seen SELECT max(id), ? FROM incident_tally", (her,))
        assert reached(raw, furnished, (*OF_NOTES, *COUNTED)) == {her}
        raw.execute("ROLLBACK")


def reached(raw: Any, furnished: Furnished, tables: Iterable[str]) -> set[str]:
    """Return the women to whom some row of ``tables`` leads, over as many rows as it takes."""
    women = {str(member.participant.id) for member in furnished.members}
    hubs = {str(furnished.group.id), *(str(one.id) for one in furnished.sessions)}
    hubs |= {row[0] for row in raw.execute("SELECT id FROM user")}
    every = [row for table in tables_of(raw) for row in rows_of(raw, table)]
    known: set[str] = set().union(*(row for table in tables for row in rows_of(raw, table)))
    known -= hubs
    while fresh := set().union(*(row for row in every if row & known)) - known - hubs:
        known |= fresh
    return known & women


def tables_of(raw: Any) -> list[str]:
    found = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [name for (name,) in found if not name.startswith("sqlite_")]


def rows_of(raw: Any, table: str) -> Iterable[set[str]]:
    """Yield the ids in each row, which lead to other rows."""
    for row in raw.execute(f'SELECT * FROM "{table}"').fetchall():  # noqa: S608
        yield {each for each in row if isinstance(each, str) and _is_id(each)}


def _is_id(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4
