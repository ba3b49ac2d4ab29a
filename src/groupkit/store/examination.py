"""Reading everything once: is the database whole, and does it keep its rules?"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from groupkit.store.connection import read_pragma, version_of
from groupkit.store.versions import SCHEMAS


def faults(connection: Any, path: Path) -> int:
    """Return the number of faults in the database at ``path`` (0: sound).

    ``connection`` has just been opened: a page that it already holds in memory would not be read
    from the disk again. SQLCipher's check finds changed pages but not pages cut off at the end,
    SQLite's own finds lost pages but not what was added behind them, and the file's size finds
    both; hence all three. An older page put back in its place passes them all.

    Whoever holds the store's key can add to the schema: a trigger that swallows the log's entries,
    a view that never ends. So it is compared first, and nothing else of it is run.
    """
    if _is_altered(connection):
        return 1
    return (
        _rows(connection, "PRAGMA cipher_integrity_check")
        + _rows(connection, "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
        + _rows(connection, "PRAGMA foreign_key_check")
        + _rows(connection, "SELECT * FROM stray")
        + _wrong_size(connection, path)
    )


def schema_digest(connection: Any, tables: Collection[str]) -> str:
    """Return the SHA-256 (hex) of these tables and of every index, view and trigger, as written.

    Another table does nothing by itself.
    """
    found = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    )
    kept = [row for row in found.fetchall() if row[0] != "table" or row[1] in tables]
    return hashlib.sha256(repr(kept).encode()).hexdigest()


def _is_altered(connection: Any) -> bool:
    try:
        made = SCHEMAS.get(version_of(connection))
        return made is not None and schema_digest(connection, made.tables) != made.digest
    except dbapi2.DatabaseError:
        return True


def _rows(connection: Any, question: str) -> int:
    try:
        return len(connection.execute(question).fetchall())
    except dbapi2.DatabaseError:
        return 1


def _wrong_size(connection: Any, path: Path) -> int:
    try:
        pages = int(str(read_pragma(connection, "page_count")))
        page_size = int(str(read_pragma(connection, "page_size")))
    except dbapi2.DatabaseError:
        return 1
    # Asking for the size does not open the file, which would drop SQLite's lock on POSIX.
    return int(path.stat().st_size != pages * page_size)
