"""A store after an accident: opened, looked over, read, and closed again."""

from __future__ import annotations

from pathlib import Path

from deeds import Scene, State
from drill_stores import Keyhole
from newer_version import open_newer

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain.refusal import MadeByNewerProgram, Refused
from groupkit.store.clock import utc_now
from groupkit.wiring.hold import Hold
from groupkit.wiring.open_store import OpenedStore


def state_of(folder: Path, scene: Scene, keyhole: Keyhole) -> State:
    """Open the store, look it over, and return what stands in it; it is closed again."""
    try:
        hold = keyhole.hold(folder)
    except Refused as no:
        if not isinstance(no.refusal, MadeByNewerProgram):
            raise
        with keyhole.ring(folder) as ring:
            newer = open_newer(folder, ring)
            lock = newer._lock
            return state_in(OpenedStore(Hold(folder, ring, newer, lock, CHEAPEST, utc_now)), scene)
    return state_in(OpenedStore(hold), scene)


def state_in(store: OpenedStore, scene: Scene) -> State:
    """Look the open store over, return what stands in it, and close it."""
    try:
        assert store.findings() == 0
        assert store.check_log().whole
        assert not list(store._hold.folder.rglob(".*.part*"))
        newest = store.backups.all()[0]
        store.backups.look_into(newest.name)
        return scene.state(store)
    finally:
        store._hold.store.close(store._hold.seal)


def restored(folder: Path, scene: Scene, keyhole: Keyhole) -> State:
    """Return what stands in the store once its newest backup is in its place."""
    store = keyhole.open(folder)
    store.backups.restore(store.backups.all()[0].name)
    return state_in(store, scene)
