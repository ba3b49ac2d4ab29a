"""What of a damaged database can still be read, so that the loss can be named."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from sqlalchemy import Table
from sqlcipher3 import dbapi2

from groupkit.domain.damage import Area
from groupkit.store import tables
from groupkit.store.connection import connect
from groupkit.store.files import part_of
from groupkit.usecases.ports import StoreKeys

_TABLES: dict[Area, tuple[Table, ...]] = {
    Area.GROUPS: (tables.group, tables.facilitator, tables.session),
    Area.AGENDAS: (tables.agenda_item,),
    Area.PARTICIPANTS: (tables.participant, tables.membership),
    Area.ATTENDANCE: (tables.mark,),
    Area.NOTES: (tables.group_note, tables.own_note, tables.draft),
    Area.HOUSE: (tables.house, tables.help_line, tables.upkeep),
    Area.USERS: (tables.user, tables.hand),
    Area.LOG: (tables.log_entry,),
}
EVERYTHING = tuple(_TABLES)


def affected(path: Path, keys: StoreKeys) -> tuple[Area, ...]:
    """Return the areas of the closed database at ``path`` that cannot be read whole.

    Looked at on a copy without its journal; nothing is changed. When every table can be read, what
    is wrong cannot be placed (an older page put back, say), and everything is named.
    """
    try:
        with part_of(path) as part:
            shutil.copyfile(path, part)
            lost = tuple(area for area in _TABLES if not _reads(part, keys, area))
    except (dbapi2.Error, OSError, ValueError):
        return EVERYTHING
    return lost or EVERYTHING


def _reads(part: Path, keys: StoreKeys, area: Area) -> bool:
    # A connection that met one damaged page reads no other page any more.
    try:
        with closing(connect(part, keys)) as connection:
            for table in _TABLES[area]:
                connection.execute(f'SELECT * FROM "{table.name}" NOT INDEXED').fetchall()  # noqa: S608
    except dbapi2.DatabaseError:
        return False
    return True
