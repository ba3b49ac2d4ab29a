"""Bringing an older store to today's schema: on a copy, compared, checked, then put in place."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from groupkit.domain.refusal import Refused, StoreDamaged
from groupkit.store.connection import connect, version_of
from groupkit.store.engine import engine_over
from groupkit.store.examination import faults
from groupkit.store.files import part_of, put_in_place
from groupkit.store.versions import STEPS, Step, take_steps
from groupkit.usecases.ports import StoreKeys


class RowsLost(RuntimeError):  # noqa: N818 - named as the fact it reports
    """A step changed the number of rows of a table; the store was left as it was."""

    def __init__(self, lost: tuple[str, ...]) -> None:
        super().__init__(", ".join(lost))
        self.tables = lost


def upgrade(path: Path, keys: StoreKeys, steps: Sequence[Step] = STEPS) -> None:
    """Take the missing ``steps`` of the closed, sound store at ``path``; the lock must be held.

    Raises:
        RowsLost: a table would have other rows than before.
        Refused: StoreDamaged when the result is not sound; what :func:`trouble.refusing` says.
    """
    with part_of(path) as part:
        with closing(connect(path, keys)) as old, closing(connect(part, keys)) as copy:
            old.backup(copy)
        _take(part, keys, steps)
        check_made(part, keys)
        put_in_place(part, path)


def check_made(part: Path, keys: StoreKeys) -> None:
    """Open a database just made and refuse it unless it is sound and encrypted."""
    with closing(connect(part, keys)) as connection:
        found = faults(connection, part)
    with part.open("rb") as file:
        found += file.read(6) == b"SQLite"
    if found:
        raise Refused(StoreDamaged(found))


def _take(part: Path, keys: StoreKeys, steps: Sequence[Step]) -> None:
    # Recreating a parent table with foreign keys on would delete the rows of its children.
    with closing(connect(part, keys, foreign_keys=False)) as raw:
        taken = version_of(raw)
        with engine_over(raw).connect() as connection:
            before = _rows_by_table(connection)
            take_steps(connection, steps, taken=taken)
            after = _rows_by_table(connection)
            lost = tuple(name for name, rows in before.items() if after.get(name) != rows)
            if lost:
                raise RowsLost(lost)
            connection.commit()


def _rows_by_table(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).scalars()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
        for name in names.all()
    }
