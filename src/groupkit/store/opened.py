"""A store that is open: hands out units of work, looks itself over, closes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlcipher3 import dbapi2

from groupkit.domain.change_log import Head, LogCheck
from groupkit.domain.refusal import Refused, StoreDamaged
from groupkit.domain.roles import Part
from groupkit.store.clock import Clock, utc_now
from groupkit.store.connection import connect
from groupkit.store.engine import engine_over
from groupkit.store.examination import faults
from groupkit.store.journal import put_away
from groupkit.store.lock import StoreLock
from groupkit.store.log_check import check_log
from groupkit.store.renewing import renew_into
from groupkit.store.sealed import SEALED
from groupkit.store.snapshot import contents, copy_to
from groupkit.store.trouble import refusing
from groupkit.store.unit_of_work import Work
from groupkit.usecases.ports import Contents, StoreKeys


class Store:
    """Implements ``usecases.ports.OpenStore``.

    All calls come from the thread that opened it; SQLite refuses any other.
    """

    def __init__(
        self,
        path: Path,
        keys: StoreKeys,
        connection: Any,
        lock: StoreLock,
        now: Clock = utc_now,
    ) -> None:
        self._path = path
        self._now = now
        self._keys: StoreKeys | None = keys
        self._connection: Any = connection
        self._lock = lock
        self._engine = engine_over(connection)
        self._settled = self._writes()

    def work(self) -> Work:
        """Return a new unit of work, to be entered with ``with``; only one at a time.

        Raises:
            RuntimeError: the store is closed.
            Refused: StoreDamaged when an examination left nothing that could be opened.
        """
        keys = self._keys_at_hand()
        if self._connection is None:
            raise Refused(StoreDamaged(1))
        return Work(self._engine, keys, self._now)

    def may(self, part: Part) -> bool:
        """Return whether the key of ``part`` is in hand."""
        return self._keys_at_hand().may(part)

    def findings(self) -> int:
        """Read all pages, rules and sealed texts; return the number of faults (0: sound)."""
        keys = self._keys_at_hand()
        if not self._reopen(keys):
            return 1
        found = faults(self._connection, self._path)
        with suppress(dbapi2.DatabaseError, Refused), self._engine.connect() as connection:
            found += sum(
                column.of(keys).count_broken(connection, keys.user_id) for column in SEALED
            )
        return found

    @property
    def changed(self) -> bool:
        """Whether anything was kept since :meth:`settle`."""
        return bool(self._connection is not None and self._writes() != self._settled)

    def settle(self) -> None:
        """Count what was kept so far as unchanged, as after unlocking or a backup."""
        self._settled = self._writes()

    def copy_to(self, part: Path) -> None:
        """Copy the database into the empty file ``part``, under the same key, and check it.

        Raises:
            Refused: StoreDamaged, DiskFull, StoreReadOnly.
        """
        with refusing():
            copy_to(part, self._connection, self._keys_at_hand())

    def renew_into(self, part: Path, new: StoreKeys, leaving: tuple[UUID, dt.date] | None) -> None:
        """Copy the database into the empty file ``part``, under ``new`` keys, and compare.

        Raises:
            Refused: StoreDamaged, DiskFull, StoreReadOnly.
        """
        with refusing():
            renew_into(
                part, self._connection, self._keys_at_hand(), new, self._now, leaving=leaving
            )

    def contents(self) -> Contents:
        """Return what the store holds, in numbers."""
        self._keys_at_hand()
        with self._engine.connect() as connection:
            return contents(connection)

    def check_log(self, head: Head | None = None) -> LogCheck:
        """Verify the change log, against a printed head if given."""
        keys = self._keys_at_hand()
        with self._engine.connect() as connection:
            return check_log(connection, keys, head)

    def close(self, seal: Callable[[], bool] | None = None, *, keep_lock: bool = False) -> None:
        """Close the database, let go of the lock and of the keys; again: nothing happens.

        ``seal`` is called when nothing will be written any more and nobody else can open the file
        yet, and says if it sealed it. Unless it did, the zeroed journal stays, by which the next
        opening sees that the last change was finished. ``keep_lock`` leaves the lock to the caller.
        """
        if self._keys is None:
            return
        self._keys = None
        try:
            if self._connection is not None:
                self._let_go(is_sealed=seal is not None and seal())
        finally:
            if not keep_lock:
                self._lock.release()

    def _let_go(self, *, is_sealed: bool) -> None:
        if not is_sealed:
            with suppress(dbapi2.DatabaseError):
                self._connection.rollback()
                self._connection.execute("PRAGMA journal_mode = PERSIST")
        self._connection.close()
        if is_sealed:
            put_away(self._path)

    def _writes(self) -> int:
        return int(self._connection.total_changes)

    def _keys_at_hand(self) -> StoreKeys:
        if self._keys is None:
            raise RuntimeError("the store is closed")
        return self._keys

    def _reopen(self, keys: StoreKeys) -> bool:
        was_changed = self.changed
        # What the connection holds in memory would not be read from the disk again.
        if self._connection is not None:
            self._let_go(is_sealed=False)
        try:
            self._connection = connect(self._path, keys)
            self._connection.execute("BEGIN EXCLUSIVE")
            self._connection.execute("COMMIT")
        except dbapi2.DatabaseError:
            self._connection = None
            return False
        self._engine = engine_over(self._connection)
        self._settled = self._writes() if not was_changed else -1
        return True
