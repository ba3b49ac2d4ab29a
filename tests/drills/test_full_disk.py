"""A disk that gets full while anything is written: told in a sentence, nothing is harmed."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from deeds import Scene, State
from drill_stores import (
    OWNER,
    OWNERS_OWN,
    TODAY,
    Keyhole,
    Sized,
    copy_of,
    furnish,
    made,
)
from full_disks import BLOCK, Disk, small_disk
from looked_over import restored, state_of
from newer_version import open_newer

from groupkit.domain.refusal import DiskFull, Refused
from groupkit.domain.roles import Rights, Role
from groupkit.language import Language
from groupkit.language.sentences import sentence
from groupkit.wiring.open_store import OpenedStore
from groupkit.wiring.renewal import renew_keys

NEEDED = {
    "recording": 24,
    "backup": 200,
    "renewal": 260,
    "upgrade": 130,
    "closing": 200,
    "restoring": 180,
    "opening": 12,
}
"""Blocks of 4 KiB that each deed takes at most, about."""

pytestmark = pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="needs POSIX")


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    with small_disk(tmp_path_factory.mktemp("disk") / "mount") as disk:
        yield disk


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Scene]:
    """A store with a colleague and a backup, and what stands in it."""
    folder = tmp_path_factory.mktemp("template") / "arkiv"
    store, _ = made(folder)
    furnished = furnish(store)
    rights = Rights(frozenset({Role.PEDAGOGUE}))
    store.access.add(OWNERS_OWN, "Bo", rights, "bos egen sætning", TODAY)
    store.close()
    return folder, Scene(furnished.group, furnished.sessions[:4], furnished.members)


def test_a_full_disk_harms_no_store(
    disk: Disk,
    template: tuple[Path, Scene],
    keyhole: Keyhole,
    sized: Sized,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    pristine, scene = template
    points, outcomes, harmed = sized(50, 3), Counter[str](), list[str]()
    folder = disk.folder / "arkiv"
    for deed, needed in NEEDED.items():
        for point in range(points):
            copy_of(pristine, folder)
            before = state_of(folder, scene, keyhole)
            after = _after(deed, folder, before, scene, keyhole)
            free = needed * BLOCK * (2 * point + chance.randrange(2)) // (2 * points)
            free = free // BLOCK * BLOCK
            outcome = _done_on_a_full_disk(disk, free, deed, folder, scene, keyhole)
            outcomes[f"{deed} {outcome}"] += 1
            found = state_of(folder, scene, keyhole)
            if found not in after or list(folder.rglob("*.part")):
                harmed.append(f"{deed} with {free} bytes left, {outcome}")
    told = ", ".join(f"{many} {what}" for what, many in sorted(outcomes.items()))
    figures(
        f"full disk ({type(disk).__name__}), {points} points in each of {len(NEEDED)} deeds:"
        f" {len(harmed)} damaged stores ({told})"
    )
    assert harmed == []
    assert sum(many for what, many in outcomes.items() if what.endswith("refused")) >= points


def _after(deed: str, folder: Path, before: State, scene: Scene, keyhole: Keyhole) -> list[State]:
    """Return what may stand in the store afterwards."""
    if deed in {"recording", "closing"}:
        states = [before]
        for number in range(8):
            states.append(scene.recording(number).applied(states[-1]))
        return states[-1:] if deed == "closing" else states
    if deed == "renewal":
        own = ("user", OWNER)
        return [before, {k: v for k, v in before.items() if k[0] != "user" or k == own}]
    if deed == "restoring":
        look = folder.with_name("look")
        states = [before, restored(copy_of(folder, look), scene, keyhole)]
        shutil.rmtree(look)
        return states
    return [before]


def _done_on_a_full_disk(
    disk: Disk, free: int, deed: str, folder: Path, scene: Scene, keyhole: Keyhole
) -> str:
    """Do the deed with so many bytes of room; return 'done' or 'refused'."""
    if deed in {"upgrade", "opening"}:
        with disk.full(free):
            return _told(lambda: _opened(deed, folder, keyhole))
    store = keyhole.open(folder)
    if deed == "closing":
        for number in range(8):
            scene.recording(number).make(store)
    with disk.full(free):
        outcome = _told(lambda: _do(deed, store, scene))
        store.close()
    return outcome


def _opened(deed: str, folder: Path, keyhole: Keyhole) -> None:
    if deed == "opening":
        keyhole.open(folder).close()
        return
    with keyhole.ring(folder) as ring:
        open_newer(folder, ring).close()


def _do(deed: str, store: OpenedStore, scene: Scene) -> None:
    hold = store._hold
    if deed == "recording":
        for number in range(8):
            scene.recording(number).make(store)
    elif deed == "backup":
        store.backups.make()
    elif deed == "renewal":
        (other,) = (user for user in store.access.users() if user != store.user)
        renew_keys(hold, store.backups, leaving=(other.id, TODAY), rights={})
    elif deed == "restoring":
        store.backups.restore(store.backups.all()[0].name)


def _told(do: Callable[[], None]) -> str:
    try:
        do()
    except Refused as no:
        told = sentence(no.refusal, Language("da"))
        return "refused" if isinstance(no.refusal, DiskFull) else f"refused: {told}"
    return "done"
