"""Making a store and opening one: refused untouched unless it is whole, ours and free."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from groupkit.domain.house import House
from groupkit.domain.refusal import (
    MadeByNewerProgram,
    Refused,
    StoreDamaged,
    StoreExists,
    StoreMissing,
)
from groupkit.store.clock import Clock, utc_now
from groupkit.store.connection import connect, version_of
from groupkit.store.examination import faults
from groupkit.store.files import (
    check_outside,
    copy_with_journal,
    digest_of,
    make_folder,
    part_of,
    put_in_place,
    remove_leftovers,
)
from groupkit.store.founding import found_store
from groupkit.store.journal import Journal, unfinished
from groupkit.store.lock import StoreLock
from groupkit.store.opened import Store
from groupkit.store.trouble import refusing
from groupkit.store.upgrading import check_made, upgrade
from groupkit.store.versions import STEPS, Step
from groupkit.usecases.ports import StoreKeys


def create(
    path: Path,
    keys: StoreKeys,
    house: House,
    owner: str,
    now: Clock = utc_now,
    *,
    lock: StoreLock | None = None,
) -> Store:
    """Make the database file ``path`` for ``house``, and its folder where missing; open it.

    ``owner`` is the name of the keys' holder. A ``lock`` that is already held passes to the store,
    or is let go of when making fails. The file is made under another name, opened afresh
    and checked, and only then put in place.

    Raises:
        Refused: StoreExists, StoreInUse, StoreReadOnly, DiskFull; nothing half-made stays.
    """
    if path.exists():
        raise Refused(StoreExists(str(path.parent)))
    with refusing():
        made_folder = make_folder(path.parent)
    try:
        with _lock_kept(path, lock) as held:
            with part_of(path) as part:
                found_store(part, keys, house, owner, now)
                check_made(part, keys)
                put_in_place(part, path)
            return Store(path, keys, _sound(path, keys, len(STEPS)), held, now)
    except BaseException:
        if made_folder:
            with suppress(OSError):
                path.parent.rmdir()
        raise


def open_store(
    path: Path,
    keys: StoreKeys,
    steps: Sequence[Step] = STEPS,
    now: Clock = utc_now,
    *,
    lock: StoreLock | None = None,
    opened_from: bytes | None = None,
    closed_whole: bool = False,
    before_change: Callable[[bytes | None], None] = lambda _: None,
) -> Store:
    """Open the database file ``path`` after reading all of it once.

    A store made by an older program is brought to the schema of ``steps`` on the way. A ``lock``
    that is already held passes to the store, or is let go of when opening fails.

    ``opened_from`` and ``closed_whole`` say what the keys record of the last opening and closing,
    as for :func:`journal.unfinished`.

    ``before_change`` is called before the file is written to, by rolling back what a crash left
    or by an upgrade: with the SHA-256 that the file will have then, or None when it can be two.

    Raises:
        Refused: StoreMissing, StoreInUse, StoreReadOnly, DiskFull, MadeByNewerProgram, or
            StoreDamaged with the number of findings; the file is then as it was.
    """
    if not path.is_file():
        if lock is not None:
            lock.release()
        raise Refused(StoreMissing(str(path.parent)))
    with _lock_kept(path, lock) as held:
        check_outside(path, keys)
        remove_leftovers(path)
        left = unfinished(path, opened_from, closed_whole=closed_whole)
        if left is Journal.HOT:
            before_change(_examine_unfinished(path, keys, len(steps)))
        connection = _sound(path, keys, len(steps))
        if version_of(connection) < len(steps):
            connection.close()
            before_change(None)
            upgrade(path, keys, steps)
            connection = _sound(path, keys, len(steps))
        return Store(path, keys, connection, held, now)


@contextmanager
def _lock_kept(path: Path, held: StoreLock | None = None) -> Iterator[StoreLock]:
    """Hold the lock, and let go of it only when the block fails."""
    lock = held or StoreLock(path)
    try:
        with refusing():
            yield lock
    except BaseException:
        lock.release()
        raise


def _examine_unfinished(path: Path, keys: StoreKeys, newest: int) -> bytes:
    # Opening a store with a hot journal rolls it back, which writes. Whether the result would be
    # sound is therefore looked at on a copy first; so is how it would begin, which no check of
    # pages covers.
    with part_of(path) as part:
        copy_with_journal(path, part)
        _sound(part, keys, newest).close()
        check_outside(part, keys)
        return digest_of(part)


def _sound(path: Path, keys: StoreKeys, newest: int) -> Any:
    """Return a connection that holds the write lock on a database found sound."""
    connection = connect(path, keys)
    try:
        version = version_of(connection)
        if version > newest:
            raise Refused(MadeByNewerProgram(version))
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        found = faults(connection, path)
        if found:
            raise Refused(StoreDamaged(found))
    except BaseException:
        connection.close()
        raise
    return connection
