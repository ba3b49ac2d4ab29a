"""Older stores are upgraded on a copy; whatever goes wrong leaves the old one as it was."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import create_engine
from store_samples import Filled, bytes_of

from groupkit.crypto.keyring import KeyRing
from groupkit.domain.refusal import MadeByNewerProgram, Refused
from groupkit.store.connection import connect, version_of
from groupkit.store.opened import Store
from groupkit.store.opening import open_store
from groupkit.store.tables import metadata
from groupkit.store.upgrading import RowsLost
from groupkit.store.versions import STEPS, Step, take_steps

if TYPE_CHECKING:
    from alembic.operations import Operations


class AddColour:
    """Recreates a table that others refer to, as many a change of a table must."""

    def upgrade(self, operations: Operations) -> None:
        connection = operations.get_bind()
        made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'group'")
        columns = (
            made.scalar_one()
            .split("(", 1)[1]
            .replace("place TEXT", "colour TEXT NOT NULL DEFAULT 'blue', place TEXT")
        )
        names = "id, name, name_key, start, weeks, every, parity, starts, minutes, place"
        for statement in (
            f"CREATE TABLE fresh ({columns}",
            f'INSERT INTO fresh ({names}) SELECT {names} FROM "group"',  # noqa: S608
            'DROP TABLE "group"',
            'ALTER TABLE fresh RENAME TO "group"',
        ):
            connection.exec_driver_sql(statement)


class LoseMarks:
    """A step with a mistake in it."""

    def upgrade(self, operations: Operations) -> None:
        operations.get_bind().exec_driver_sql("DELETE FROM mark")


class OrphanSessions:
    """A step that leaves rows without what they refer to."""

    def upgrade(self, operations: Operations) -> None:
        connection = operations.get_bind()
        connection.exec_driver_sql("UPDATE session SET group_id = 'x' WHERE number = 3")


class Stumble:
    """A step that fails half-way."""

    def upgrade(self, operations: Operations) -> None:
        connection = operations.get_bind()
        connection.exec_driver_sql("ALTER TABLE mark ADD COLUMN half TEXT")
        connection.exec_driver_sql("SELECT * FROM nowhere")


def _shape(rows: Any) -> dict[str, str]:
    return {name: re.sub(r"\s+", "", sql) for name, sql in rows}


def test_the_steps_make_the_tables_that_the_program_knows() -> None:
    made = create_engine("sqlite://")
    known = create_engine("sqlite://")
    question = "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql <> ''"
    with made.begin() as connection:
        take_steps(connection)
        steps = _shape(connection.exec_driver_sql(question))
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == len(STEPS)
    with known.begin() as connection:
        metadata.create_all(connection)
        tables = _shape(connection.exec_driver_sql(question))
    made.dispose()
    known.dispose()
    assert steps == tables


@pytest.mark.parametrize("step", STEPS)
def test_steps_import_no_live_code(step: ModuleType) -> None:
    for file in Path(str(step.__file__)).parent.glob("*.py"):
        imported = re.findall(
            r"^\s*(?:from|import) (groupkit\S*)", file.read_text("utf-8"), re.MULTILINE
        )
        assert {name for name in imported if not name.startswith(step.__name__)} == set()


def test_an_older_store_is_upgraded_with_all_its_rows(
    store: Store, filled: Filled, path: Path, keys: KeyRing
) -> None:
    store.close()
    newer = open_store(path, keys, [*STEPS, AddColour()])
    with newer.work() as work:
        assert work.groups.all() == (filled.group,)
        assert work.sessions.of_group(filled.group.id) == filled.sessions
        assert work.members.of_group(filled.group.id) == filled.members
        assert len(work.attendance.of_session(filled.sessions[0].id)) == 2
    assert newer.findings() == 0
    newer.close(lambda: True)
    assert [file.name for file in path.parent.iterdir()] == ["store.db"]
    with closing(connect(path, keys)) as raw:
        assert version_of(raw) == len(STEPS) + 1
        assert raw.execute('SELECT colour FROM "group"').fetchall() == [("blue",)]


@pytest.mark.parametrize("step", [LoseMarks(), OrphanSessions(), Stumble()])
def test_an_upgrade_that_goes_wrong_leaves_the_old_store(
    store: Store, filled: Filled, path: Path, keys: KeyRing, step: Step
) -> None:
    store.close()
    before = bytes_of(path.parent)
    with pytest.raises(Exception, match=r"mark|StoreDamaged|nowhere"):
        open_store(path, keys, [*STEPS, step])
    assert bytes_of(path.parent) == before
    open_store(path, keys).close()


def test_lost_rows_are_named(store: Store, filled: Filled, path: Path, keys: KeyRing) -> None:
    store.close()
    with pytest.raises(RowsLost) as caught:
        open_store(path, keys, [*STEPS, LoseMarks()])
    assert caught.value.tables == ("mark",)


def test_a_store_made_by_a_newer_program_is_left_alone(
    store: Store, filled: Filled, path: Path, keys: KeyRing
) -> None:
    store.close()
    open_store(path, keys, [*STEPS, AddColour()]).close()
    before = bytes_of(path.parent)
    with pytest.raises(Refused) as caught:
        open_store(path, keys)
    assert caught.value.refusal == MadeByNewerProgram(len(STEPS) + 1)
    assert bytes_of(path.parent) == before


UPGRADING_CHILD = """
import sys
from pathlib import Path
from uuid import UUID
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.identity import Identity, owner_public
from groupkit.domain.roles import ALL_RIGHTS
from groupkit.store.opening import open_store
from groupkit.store.versions import STEPS

class Endless:
    def upgrade(self, operations):
        connection = operations.get_bind()
        connection.exec_driver_sql("PRAGMA cache_size = 2")
        connection.exec_driver_sql("CREATE TABLE filler (text TEXT)")
        for number in range(2_000):
            connection.exec_driver_sql("INSERT INTO filler VALUES (hex(randomblob(500)))")
        print("half-way", flush=True)
        sys.stdin.read()

raw = bytearray(sys.stdin.buffer.read(192))
keys = KeyRing(
    UUID(int=0), 1, raw[:32], raw[32:48], raw[48:80], raw[80:112], raw[112:144],
    owner_public(raw[112:144]), UUID(bytes=bytes(raw[176:])), ALL_RIGHTS, Identity(raw[144:176]),
)
open_store(Path(sys.argv[1]), keys, [*STEPS, Endless()])
"""


def test_killed_in_the_middle_of_an_upgrade(
    store: Store, filled: Filled, path: Path, keys: KeyRing
) -> None:
    store.close()
    before = path.read_bytes()
    assert keys.people_key is not None
    assert keys.notes_key is not None
    assert keys.owner_key is not None
    with subprocess.Popen(
        [sys.executable, "-c", UPGRADING_CHILD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        shared = keys.store_key + keys.store_salt + keys.people_key + keys.notes_key
        own = keys.owner_key + keys.identity.seed
        child.stdin.write(shared + own + keys.user_id.bytes)
        child.stdin.flush()
        assert child.stdout.readline().strip() == b"half-way"
        assert len(list(path.parent.iterdir())) > 2
        child.kill()
        child.wait()
    assert path.read_bytes() == before
    again = open_store(path, keys)
    with again.work() as work:
        assert work.groups.all() == (filled.group,)
    again.close(lambda: True)
    assert [file.name for file in path.parent.iterdir()] == ["store.db"]
