"""What lies where in a store's folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

DATABASE = "store.db"
KEYS = "keys"
NEXT = "store.db.next"
"""The database under renewed keys, until it takes over."""
BACKUPS = "backups"
BACKUP_ENDING = ".backup"
RESTORING, RESTORABLE = ".restoring", ".restorable"
"""What is to be restored: while it is gathered, and once it is whole."""
ASIDE = "aside-"
"""Begins the name of a folder with a store that was replaced by a backup."""
ERASED = "erased"
"""Who was erased: random ids and days."""
_STAMP = "%Y-%m-%d-%H%M%S"


def stamp(moment: dt.datetime) -> str:
    """Return a moment as it stands in names of files: UTC, and nothing else told."""
    return moment.astimezone(dt.UTC).strftime(_STAMP)


def moment_of(stamped: str) -> dt.datetime | None:
    """Return the moment that a stamp tells, or None."""
    try:
        return dt.datetime.strptime(stamped, _STAMP).replace(tzinfo=dt.UTC)
    except ValueError:
        return None


def backup_name(moment: dt.datetime) -> str:
    """Return the name of a backup made at ``moment``."""
    return stamp(moment) + BACKUP_ENDING


def database_in(folder: Path) -> Path:
    """Return where the database of the store in ``folder`` lies."""
    return folder / DATABASE
