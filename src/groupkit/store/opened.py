"""A store that is open: hands out units of work, looks itself over, closes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from groupkit.domain.refusal import Refused, StoreDamaged
from groupkit.store.clock import Clock, utc_now
from groupkit.store.connection import connect
from groupkit.store.engine import engine_over
from groupkit.store.examination import faults
from groupkit.store.lock import StoreLock
from groupkit.store.sealed import SEALED
from groupkit.store.unit_of_work import Work
from groupkit.usecases.ports import StoreKeys


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

    def close(self, while_locked: Callable[[], None] | None = None) -> None:
        """Close the database, let go of the lock and of the keys; again: nothing happens.

        ``while_locked`` is called when the file is closed and nobody else can open it yet: the
        moment to seal it.
        """
        if self._keys is None:
            return
        self._keys = None
        try:
            if self._connection is not None:
                self._connection.close()
            if while_locked is not None:
                while_locked()
        finally:
            self._lock.release()

    def _keys_at_hand(self) -> StoreKeys:
        if self._keys is None:
            raise RuntimeError("the store is closed")
        return self._keys

    def _reopen(self, keys: StoreKeys) -> bool:
        # What the connection holds in memory would not be read from the disk again.
        if self._connection is not None:
            self._connection.close()
        try:
            self._connection = connect(self._path, keys)
            self._connection.execute("BEGIN EXCLUSIVE")
            self._connection.execute("COMMIT")
        except dbapi2.DatabaseError:
            self._connection = None
            return False
        self._engine = engine_over(self._connection)
        return True
