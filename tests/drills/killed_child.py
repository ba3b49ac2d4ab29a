"""The process that is killed in the middle of things, and says what it has finished.

Started as ``killed_child.py TEMPLATE`` with the scene on its input's first line. It imports what it
needs, derives the owner's key once, and forks a worker for each line ``[folder, deed, number]``
that it reads. Said on lines of their own: ``worker PID``, ``open``, ``done ...`` for every change
that is kept, ``gone`` when the worker was killed and ``failed`` when it ended by itself.
"""

from __future__ import annotations

import base64
import json
import os
import pickle
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from deeds import CHANGES, Scene
from drill_stores import TODAY, Keyhole
from newer_version import open_newer

import groupkit.store.versions
from groupkit.usecases.ports import OpenStore
from groupkit.wiring.open_store import OpenedStore
from groupkit.wiring.renewal import renew_keys

keyhole = Keyhole()


def changes(store: OpenStore, scene: Scene, deed: str, number: int) -> None:
    """Make one change after another."""
    while True:
        getattr(scene, deed)(number).make(store)
        say(f"done {number}")
        number += 1


def backup(store: OpenStore, scene: Scene, _deed: str, number: int) -> None:
    """Change something, back up, and again."""
    while True:
        scene.recording(number).make(store)
        say(f"done {number}")
        say(f"done {store.backups.make().name}")
        number += 1


def removal(store: OpenStore, _scene: Scene, _deed: str, number: int) -> None:
    """Take access from whoever is not the owner, and renew the keys without end."""
    assert isinstance(store, OpenedStore)
    hold = store._hold
    while True:
        others = [each for each in store.access.users() if each.has_access and each != store.user]
        leaving = (others[0].id, TODAY) if others else None
        say(f"leaving {others[0].name if others else ''}")
        words = renew_keys(hold, store.backups, leaving=leaving, rights={})
        say(f"done {' '.join(words)}")


def restoring(store: OpenStore, _scene: Scene, _deed: str, number: int) -> None:
    """Put the newest backup in the store's place."""
    while True:
        store.backups.restore(store.backups.all()[0].name)
        say("done")


def closing(store: OpenStore, scene: Scene, _deed: str, number: int) -> None:
    """Change something, close and open."""
    folder = store._hold.folder  # type: ignore[attr-defined]
    while True:
        scene.recording(number).make(store)
        say(f"done {number}")
        store.close()
        store = keyhole.open(folder)
        number += 1


def upgrade(folder: Path) -> None:
    """Open the store as a newer program does."""
    with keyhole.ring(folder) as ring:
        say("open")
        open_newer(folder, ring)
        say("done")


LARGE: dict[str, Callable[[OpenStore, Scene, str, int], None]] = {
    "backup": backup,
    "removal": removal,
    "restoring": restoring,
    "closing": closing,
}


def say(line: str) -> None:
    """Tell the tester."""
    os.write(1, line.encode() + b"\n")


def work(scene: Scene, folder: Path, deed: str, number: int) -> None:
    """Do the deed until killed."""
    if deed == "upgrade":
        upgrade(folder)
        return
    store = keyhole.open(folder)
    say("open")
    (changes if deed in CHANGES else LARGE[deed])(store, scene, deed, number)


def main() -> None:
    """Fork a worker for each line that comes in."""
    scene = pickle.loads(base64.b64decode(sys.stdin.buffer.readline()))  # noqa: S301 - our parent's
    with keyhole.ring(Path(sys.argv[1])):
        assert groupkit.store.versions.STEPS
    for line in iter(sys.stdin.buffer.readline, b""):
        folder, deed, number = json.loads(line)
        worker = os.fork()
        if not worker:
            try:
                work(scene, Path(folder), deed, number)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        say(f"worker {worker}")
        _, status = os.waitpid(worker, 0)
        ended = "failed" if os.WIFEXITED(status) and os.WEXITSTATUS(status) else "gone"
        say(ended)


if __name__ == "__main__":
    main()
