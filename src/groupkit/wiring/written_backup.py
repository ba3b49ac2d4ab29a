"""Writing a backup file: under a name of its own first, in its place in one step."""

from __future__ import annotations

import datetime as dt
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from groupkit.crypto.backup_format import write
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.store.files import put_in_place


def write_backup(
    target: Path,
    made: dt.datetime,
    keys: Sidecar,
    ring: KeyRing,
    database: Path,
    check: Callable[[Path], None] = lambda _: None,
) -> None:
    """Write ``database`` with its ``keys`` to ``target``, once ``check`` found nothing wrong.

    Raises:
        OSError: what the disk says; and whatever ``check`` raises. What was there then stays.
    """
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with part.open("wb") as file:
            write(file, made, keys, ring, database)
            file.flush()
            os.fsync(file.fileno())
        check(part)
        put_in_place(part, target)
    finally:
        part.unlink(missing_ok=True)
