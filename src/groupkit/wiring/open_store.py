"""An open store: units of work, who has access, backups; sealed when it is closed."""

from __future__ import annotations

import contextlib
from functools import cached_property

from groupkit.domain.change_log import Head, LogCheck
from groupkit.domain.roles import Part, User
from groupkit.usecases.ports import UnitOfWork
from groupkit.wiring.access import StoreAccess
from groupkit.wiring.backups import StoreBackups
from groupkit.wiring.hold import Hold


class OpenedStore:
    """Implements ``usecases.ports.OpenStore`` over what is held."""

    def __init__(self, hold: Hold) -> None:
        self._hold = hold
        self._is_open = True
        # Looked up once, in the thread that opened the store: the screen asks from its own.
        with hold.store.work() as work:
            rows = {row.id: row for row in work.users.all()}
        self._row = rows.get(hold.ring.user_id)

    @property
    def user(self) -> User:
        """Whoever unlocked it."""
        row = self._row
        if row is None:
            raise RuntimeError("the recovery sheet is nobody")
        return User(row.id, row.name, self._hold.ring.rights, row.added, row.removed)

    @cached_property
    def access(self) -> StoreAccess:
        """Who has access."""
        return StoreAccess(self._hold, self.backups)

    @cached_property
    def backups(self) -> StoreBackups:
        """The store's backups."""
        return StoreBackups(self._hold)

    def may(self, part: Part) -> bool:
        """Return whether the key of ``part`` is in hand."""
        return self._hold.ring.may(part)

    def work(self) -> UnitOfWork:
        """Return a new unit of work."""
        return self._hold.store.work()

    def findings(self) -> int:
        """Return the number of faults found by reading everything."""
        return self._hold.store.findings()

    def check_log(self, head: Head | None = None) -> LogCheck:
        """Verify the change log."""
        return self._hold.store.check_log(head)

    def close(self) -> None:
        """Back up what changed, close the database as it is now, and overwrite the keys."""
        if not self._is_open:
            return
        self._is_open = False
        try:
            # What stands in the way of a backup must not stand in the way of closing.
            with contextlib.suppress(Exception):
                if self._hold.changed or not self.backups.all():
                    self.backups.make()
        finally:
            self._hold.store.close(self._hold.seal)
            self._hold.ring.wipe()
