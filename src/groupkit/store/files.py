"""The store's files on the disk: who may read them, what lies beside them, and what is left."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from groupkit.domain.refusal import Refused, StoreDamaged, StoreReadOnly
from groupkit.store.connection import SALT_BYTES, salt_of
from groupkit.usecases.ports import StoreKeys

_OWNER_ONLY, _OWNER_FOLDER = 0o600, 0o700
_BESIDE = ("-journal", "-wal", "-shm")


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the rollback journal of the database at ``path``."""
    return path.with_name(path.name + "-journal")


def make_folder(folder: Path) -> bool:
    """Make ``folder`` where it is missing, readable by its owner only; return if it was missing."""
    missing = not folder.exists()
    folder.mkdir(mode=_OWNER_FOLDER, parents=True, exist_ok=True)
    if os.name != "nt":
        folder.chmod(_OWNER_FOLDER)
    return missing


@contextmanager
def part_of(path: Path) -> Iterator[Path]:
    """Give a new empty file beside ``path``; what is left of it afterwards is removed."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, _OWNER_ONLY))
    try:
        yield part
    finally:
        _remove(part)


def remove_leftovers(path: Path) -> None:
    """Remove the parts that a killed process left beside ``path``; the lock must be held."""
    for left in path.parent.glob(f".{path.name}.*.part*"):
        _remove(left)


def copy_with_journal(path: Path, part: Path) -> None:
    """Copy the database and its journal, byte by byte, to ``part`` and the journal beside it."""
    shutil.copyfile(path, part)
    os.close(os.open(journal_of(part), os.O_RDWR | os.O_CREAT | os.O_EXCL, _OWNER_ONLY))
    shutil.copyfile(journal_of(path), journal_of(part))


def begins_with_salt_of(path: Path, keys: StoreKeys) -> bool:
    """Return whether the file is a database under these keys, as far as its beginning tells."""
    try:
        with path.open("rb") as file:
            return file.read(SALT_BYTES) == salt_of(keys)
    except FileNotFoundError:
        return False


def digest_of(path: Path) -> bytes:
    """Return the SHA-256 of a file.

    Closing our own handle drops SQLite's lock on POSIX; the store's lock file holds on.
    """
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").digest()


def put_in_place(part: Path, path: Path) -> None:
    """Let ``part``, closed and synced, become ``path`` in one step that outlives a power cut."""
    part.replace(path)
    synced_folder(path.parent)


def synced_folder(folder: Path) -> None:
    """Let what was renamed in ``folder`` outlive a power cut."""
    if os.name == "nt":  # no handle to a folder there that could be synced
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def check_outside(path: Path, keys: StoreKeys) -> None:
    """Refuse what can be told without opening the database; nothing is written.

    Raises:
        Refused: StoreReadOnly, or StoreDamaged when the file is empty, begins otherwise than this
            store's files do, or has beside it a write-ahead log, which we never make, or a
            journal that is no file or a link.
    """
    if not os.access(path.parent, os.W_OK):
        raise Refused(StoreReadOnly())
    with path.open("r+b") as file:
        begins = file.read(SALT_BYTES)
    log, journal = path.with_name(path.name + "-wal"), journal_of(path)
    # A link that leads nowhere doesn't exist for Python, and yet SQLite would follow it.
    foreign_log = os.path.lexists(log)
    foreign_journal = os.path.lexists(journal) and (journal.is_symlink() or not journal.is_file())
    if begins != salt_of(keys) or foreign_log or foreign_journal:
        raise Refused(StoreDamaged(1))


def _remove(part: Path) -> None:
    for ending in ("", *_BESIDE):
        with suppress(OSError):
            part.with_name(part.name + ending).unlink()
