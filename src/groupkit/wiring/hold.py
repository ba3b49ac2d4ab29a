"""A store in hand: its folder, its keys, the open database, and the lock on all of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from groupkit.crypto import sidecar
from groupkit.crypto.derive import Cost
from groupkit.crypto.identity import Identity
from groupkit.crypto.keyring import KeyRing
from groupkit.domain.refusal import Refused
from groupkit.store.clock import Clock
from groupkit.store.files import digest_of
from groupkit.store.lock import StoreLock
from groupkit.store.opened import Store
from groupkit.store.opening import open_store
from groupkit.wiring.places import database_in


@dataclass
class Hold:
    """Keys and database change together, when keys are renewed or a backup is restored."""

    folder: Path
    ring: KeyRing
    store: Store
    lock: StoreLock
    cost: Cost
    now: Clock
    is_new: bool = False
    """Whether keys or database are others than when the store was opened."""

    @property
    def changed(self) -> bool:
        """Whether there is anything that no backup holds yet."""
        return self.is_new or self.store.changed

    def settle(self) -> None:
        """Count what there is as backed up."""
        self.is_new = False
        self.store.settle()

    @property
    def database(self) -> Path:
        """The database file."""
        return database_in(self.folder)

    def let_go(self) -> None:
        """Close the database and keep the lock."""
        self.store.close(keep_lock=True)

    def take_up(self, ring: KeyRing) -> None:
        """Open the database again, perhaps with other keys; those before are overwritten.

        Raises:
            Refused: what opening says; the store is then closed and the lock let go.
        """
        self.store = open_store(self.database, ring, now=self.now, lock=self.lock)
        self.is_new = True
        if ring is not self.ring:
            old, self.ring = self.ring, ring
            old.wipe_keys()
        sidecar.mark_open(self.folder, ring, digest_of(self.database))

    def hand_over(self, identity: Identity) -> None:
        """Go on with the same keys of the store in the hand of new keys of the holder's own.

        Raises:
            Refused: what opening says; the store is then closed and the lock let go.
        """
        old = self.ring
        self.let_go()
        self.take_up(old.held_by(old.user_id, old.rights, identity))
        old.wipe()

    def seal(self) -> bool:
        """Record that the database is closed as it is now; return whether that could be done."""
        # Without the seal the next opening checks every page, so a full disk does no harm here.
        try:
            sidecar.write_seal(self.folder, self.ring, digest_of(self.database))
        except (Refused, OSError):
            return False
        return True
