"""A keyed connection to the database file, with the settings that every use relies on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from groupkit.usecases.ports import StoreKeys

SALT_BYTES = 16
_SPEC = re.compile(rb"x'[0-9a-f]{96}'")
_SECONDS_FOR_OTHERS = 0.2
"""How long a virus scanner or a backup program may hold the file before it counts as in use."""

SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("cache_size", "-65536", -65536),
    ("cache_spill", "OFF", 0),
)
"""Pragma, value as set, value as read back. Foreign keys are off only while steps are taken."""


def connect(path: Path, keys: StoreKeys, *, foreign_keys: bool = True) -> Any:
    """Return a connection to the existing file ``path``, keyed, set up and without transaction.

    An empty file becomes a new encrypted database at the first write.

    Raises:
        dbapi2.DatabaseError: the key doesn't fit, the first page is damaged, or it is locked.
        RuntimeError: this SQLite doesn't encrypt, or a setting did not take.
    """
    connection = dbapi2.connect(
        path.absolute().as_uri() + "?mode=rw",
        uri=True,
        isolation_level=None,
        timeout=_SECONDS_FOR_OTHERS,
    )
    try:
        # SQLCipher would write to the terminal what it thinks of a damaged page.
        connection.execute("PRAGMA cipher_log_level = NONE")
        _give_key(connection, keys)
        _set_up(connection, foreign_keys=foreign_keys)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def read_pragma(connection: Any, name: str) -> object:
    """Return a pragma's value, None when it has none."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None


def version_of(connection: Any) -> int:
    """Return the schema version of the database."""
    return int(str(read_pragma(connection, "user_version")))


def salt_of(keys: StoreKeys) -> bytes:
    """Return the salt with which the database file begins."""
    spec = _checked(keys.spec())
    try:
        return bytes.fromhex(spec[-1 - 2 * SALT_BYTES : -1].decode())
    finally:
        _wipe(spec)


def _give_key(connection: Any, keys: StoreKeys) -> None:
    spec = _checked(keys.spec())
    try:
        connection.set_key(spec)
    finally:
        _wipe(spec)


def _checked(spec: bytearray) -> bytearray:
    # SQLCipher silently takes a raw key of another shape for a passphrase.
    if not _SPEC.fullmatch(spec):
        _wipe(spec)
        raise ValueError("the database's key is not 32 bytes of key and 16 of salt")
    return spec


def _wipe(spec: bytearray) -> None:
    spec[:] = bytes(len(spec))


def _set_up(connection: Any, *, foreign_keys: bool) -> None:
    if not read_pragma(connection, "cipher_version"):
        raise RuntimeError("this SQLite does not encrypt")
    connection.execute("PRAGMA cipher_compatibility = 4")
    wanted = "ON" if foreign_keys else "OFF"
    for name, value, expected in (*SETTINGS, ("foreign_keys", wanted, int(foreign_keys))):
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        if read_pragma(connection, name) != expected:
            raise RuntimeError(f"the setting {name} = {value} did not take")
