"""A consistent copy of an open store under the same key, and what a store holds in numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, select

from groupkit.store.connection import connect
from groupkit.store.tables import group, group_note, log_entry, own_note, participant, session, user
from groupkit.store.upgrading import check_made
from groupkit.usecases.ports import Contents, StoreKeys


def copy_to(part: Path, connection: Any, keys: StoreKeys) -> None:
    """Copy the database behind ``connection`` into the empty file ``part``, and open it to check.

    Raises:
        Refused: StoreDamaged when the copy is not sound.
        dbapi2.Error, OSError: what the disk says.
    """
    copy = connect(part, keys)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    check_made(part, keys)


def contents(connection: Connection) -> Contents:
    """Return what the store holds, in numbers."""
    recorded = select(func.count()).select_from(session).where(session.c.recorded == 1)
    newest = select(func.max(log_entry.c.at))
    names = select(user.c.name).where(user.c.removed.is_(None)).order_by(user.c.name_key)
    return Contents(
        groups=_count(connection, group),
        sessions=_count(connection, session),
        recorded=int(connection.execute(recorded).scalar_one()),
        participants=_count(connection, participant),
        notes=_count(connection, group_note) + _count(connection, own_note),
        newest_entry=connection.execute(newest).scalar_one(),
        users=tuple(connection.execute(names).scalars()),
    )


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
