"""From a folder and what somebody typed to a store in hand; refused unless it is sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from groupkit.crypto import sidecar
from groupkit.crypto.derive import Cost
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.sidecar import Unlocked
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.domain.refusal import Refused, StoreDamaged
from groupkit.store.casualties import EVERYTHING, affected
from groupkit.store.clock import Clock
from groupkit.store.files import digest_of
from groupkit.store.journal import unfinished
from groupkit.store.lock import StoreLock
from groupkit.store.opened import Store
from groupkit.store.opening import open_store
from groupkit.store.trouble import refusing
from groupkit.wiring.hold import Hold
from groupkit.wiring.opened_backup import remove_unfinished
from groupkit.wiring.places import database_in
from groupkit.wiring.renewal import finish_renewal
from groupkit.wiring.restoring import put_in_place

KeysOf = Callable[[Sidecar], Unlocked]
"""From a sidecar to the keys that a passphrase, or a sheet, opens in it."""


def hold_of(folder: Path, keys_of: KeysOf, cost: Cost, now: Clock) -> Hold:
    """Return the store in ``folder`` in hand, marked as open, nothing written to it yet.

    What a crash left of a renewal or a restoring is finished first.

    Raises:
        Refused: what opening a store says; StoreDamaged names the areas affected.
    """
    lock = StoreLock(database_in(folder))
    try:
        with refusing():
            put_in_place(folder, now())
            remove_unfinished(folder)
            found = sidecar.read(folder)
            unlocked = keys_of(found)
            finish_renewal(folder, unlocked.ring)
            store = _examined(folder, found, unlocked, lock, now)
    except BaseException:
        lock.release()
        raise
    return Hold(folder, unlocked.ring, store, lock, cost, now)


def _examined(
    folder: Path, found: Sidecar, unlocked: Unlocked, lock: StoreLock, now: Clock
) -> Store:
    ring, database = unlocked.ring, database_in(folder)
    if not database.is_file():
        raise Refused(StoreDamaged(1, EVERYTHING))
    try:
        closed_whole = sidecar.closed_cleanly(found, ring, digest_of(database))
        if closed_whole is False:
            raise Refused(StoreDamaged(1))
        opened_from = sidecar.opened_from(found, ring)
        unfinished(database, opened_from, closed_whole=closed_whole is True)
        store = open_store(
            database,
            ring,
            now=now,
            lock=lock,
            before_change=lambda following: sidecar.mark_open(folder, ring, following),
        )
    except Refused as no:
        raise Refused(_placed(no, database, ring)) from no
    try:
        sidecar.mark_open(folder, ring, digest_of(database), unlocked.slot)
    except BaseException:
        store.close()
        raise
    return store


def _placed(no: Refused, database: Path, ring: KeyRing) -> StoreDamaged:
    if not isinstance(no.refusal, StoreDamaged):
        raise no
    return replace(no.refusal, affected=affected(database, ring))
