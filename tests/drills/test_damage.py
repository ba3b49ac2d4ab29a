"""Flipped bits, cut files and stale pages: detected before anything is shown, or harmless."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from damages import PAGE, Damage, Target, cuts, flips, outcomes, stale
from drill_stores import (
    Furnished,
    Keyhole,
    Sized,
    copy_of,
    furnish,
    long_text,
    made,
    put_down,
    rows_of,
)

from groupkit.domain.attendance import Mark, Status
from groupkit.wiring.open_store import OpenedStore

SECTOR = 512
IN_CI = 5_000
"""Every how manieth byte is flipped when not all are."""

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="needs fork and limits")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, keyhole: Keyhole) -> Path:
    """A store with little in it, closed, and one backup."""
    folder = tmp_path_factory.mktemp("small") / "arkiv"
    store, _ = made(folder)
    furnish(store, women=2)
    store.close()
    return folder


@pytest.fixture(scope="module")
def large(
    tmp_path_factory: pytest.TempPathFactory, keyhole: Keyhole, sized: Sized
) -> tuple[Path, Path]:
    """A store with much in it, and the same as it was some changes earlier."""
    chance = random.Random(7)  # noqa: S311
    earlier = tmp_path_factory.mktemp("large") / "earlier"
    store, _ = made(earlier)
    notes = tuple(long_text(chance, 1_500) for _ in range(sized(240, 60)))
    furnished = furnish(store, women=sized(30, 9), notes=notes)
    store.close()
    folder = copy_of(earlier, earlier.with_name("arkiv"))
    hold = keyhole.hold(folder)
    _change(OpenedStore(hold), furnished, chance)
    put_down(hold)
    (backup,) = (folder / "backups").iterdir()
    hold = keyhole.hold(folder)
    made_now = OpenedStore(hold).backups._make_in(backup.parent)
    (backup.parent / made_now.name).replace(backup)
    put_down(hold)
    return folder, earlier


def _change(store: OpenedStore, furnished: Furnished, chance: random.Random) -> None:
    with store.work() as work:
        for session in furnished.sessions[::2]:
            work.notes.put_of_group(session.id, long_text(chance, 900))
            for member in furnished.members[::3]:
                work.attendance.put_all([Mark(session.id, member.participant.id, Status.LATE)])
                notes = {member.participant.id: long_text(chance, 1_200)}
                work.notes.put_of_women(session.id, notes)
        work.commit()


def crashed(folder: Path, keyhole: Keyhole, seed: int) -> Target:
    """Let a process die while it writes into the store; return it with what was kept."""
    before = (folder / "store.db").read_bytes()
    child = os.fork()
    if not child:
        _die_writing(folder, keyhole, seed)
    os.waitpid(child, 0)
    look = copy_of(folder, folder.with_name(f"{folder.name}-look"))
    put_down(keyhole.hold(look))
    with keyhole.ring(look) as ring:
        target = Target(folder, rows_of(look / "store.db", ring), keyhole)
    assert any(target.files["store.db-journal"][:28])
    assert target.files["store.db"] != before
    return target


def _die_writing(folder: Path, keyhole: Keyhole, seed: int) -> None:
    import resource

    try:
        chance, hold = random.Random(seed), keyhole.hold(folder)  # noqa: S311
        raw, database = hold.store._connection, folder / "store.db"
        raw.execute("UPDATE house SET name = 'Andet hus'")
        # The system ends the process at the first page that would make the file longer: by then,
        # what is written of the change stands in the earlier pages.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (database.stat().st_size,) * 2)
        raw.execute("BEGIN IMMEDIATE")
        longer = chance.randint(2_000, 3_000)
        raw.execute("UPDATE own_note SET text = randomblob(length(text) + ?)", (longer,))
        raw.execute("UPDATE group_note SET text = randomblob(length(text) + ?)", (longer,))
        raw.execute("UPDATE participant SET alias = randomblob(?)", (chance.randint(60, 200),))
        raw.execute("COMMIT")
    finally:
        os.kill(os.getpid(), signal.SIGKILL)


def closed(folder: Path, keyhole: Keyhole) -> Target:
    """Return a store that was closed, with what is in it."""
    with keyhole.ring(folder) as ring:
        return Target(folder, rows_of(folder / "store.db", ring), keyhole)


def test_every_byte_of_a_small_store(
    tmp_path: Path,
    small: Path,
    keyhole: Keyhole,
    full: bool,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    step = int(os.environ.get("GROUPKIT_DRILL_STEP", "1" if full else str(IN_CI)))
    targets = {
        "closed": closed(copy_of(small, tmp_path / "closed"), keyhole),
        "crashed": crashed(copy_of(small, tmp_path / "crashed"), keyhole, 1),
    }
    for name, target in targets.items():
        damages = [
            damage
            for file, content in target.files.items()
            if file in {"store.db", "store.db-journal", "keys/a", "keys/b"}
            or (file.startswith("backups/") and name == "closed")
            for damage in _each_byte(file, content, step, chance)
        ]
        counted = outcomes(target, damages, tmp_path / name)
        figures(
            f"{name} small store, a bit flipped in every {step}. byte of its files: {len(damages)},"
            f" {counted['detected']} detected, {counted['harmless']} harmless,"
            f" {counted['silent']} silent"
        )
        assert counted["silent"] == 0, counted
        assert counted["detected"] + counted["harmless"] == len(damages)


def _each_byte(file: str, content: bytes, step: int, chance: random.Random) -> list[Damage]:
    # The sidecar and the journal's headers are short; of them more than of pages.
    near = max(1, step // 20) if file.startswith("keys/") else step
    first = chance.randrange(min(near, len(content)))
    return flips(file, content, range(first, len(content), near), chance)


def test_a_larger_closed_store(
    tmp_path: Path,
    large: tuple[Path, Path],
    keyhole: Keyhole,
    sized: Sized,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    folder, earlier = large
    target = closed(copy_of(folder, tmp_path / "closed"), keyhole)
    older = _files(earlier)
    shares = {"store.db": 1_500, "keys/a": 250, "keys/b": 250, _backup(target): 1_000}
    flipped = _flipped(target, shares, sized(1, 70), chance)
    cut, spliced = [], []
    for file in shares:
        cut += cuts(file, target.files[file], sized(30, 4), chance)
        block = PAGE if file == "store.db" else SECTOR
        before = older.get(file) or older[_backup_in(older)]
        spliced += stale(file, target.files[file], before, block, sized(40, 6), chance)
    _play(target, {"flips": flipped, "cuts": cut, "stale blocks": spliced}, tmp_path, figures)


def test_a_larger_store_that_crashed(
    tmp_path: Path,
    large: tuple[Path, Path],
    keyhole: Keyhole,
    sized: Sized,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    folder, _ = large
    before = crashed(copy_of(folder, tmp_path / "before"), keyhole, 2)
    target = crashed(copy_of(folder, tmp_path / "crashed"), keyhole, 3)
    shares = {"store.db": 1_000, "store.db-journal": 700, "keys/a": 150, "keys/b": 150}
    flipped = _flipped(target, shares, sized(1, 70), chance)
    cut = [
        damage for file in shares for damage in cuts(file, target.files[file], sized(20, 4), chance)
    ]
    name = "store.db-journal"
    spliced = stale(name, target.files[name], before.files[name], SECTOR, sized(40, 6), chance)
    _play(target, {"flips": flipped, "cuts": cut, "stale blocks": spliced}, tmp_path, figures)


def _flipped(
    target: Target, shares: dict[str, int], fewer: int, chance: random.Random
) -> list[Damage]:
    return [
        damage
        for file, many in shares.items()
        for damage in flips(
            file,
            target.files[file],
            [chance.randrange(len(target.files[file])) for _ in range(max(many // fewer, 4))],
            chance,
        )
    ]


def _play(
    target: Target,
    damages: dict[str, list[Damage]],
    scratch: Path,
    figures: Callable[[str], None],
) -> None:
    for kind, done in damages.items():
        counted = outcomes(target, done, scratch / kind)
        figures(
            f"{target.folder.name} larger store ({len(target.files['store.db']) // 1_024} KiB),"
            f" {len(done)} {kind}: {counted['detected']} detected, {counted['harmless']} harmless,"
            f" {counted['silent']} silent"
        )
        assert counted["silent"] == 0, counted
        assert counted["detected"] + counted["harmless"] == len(done)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _backup(target: Target) -> str:
    return _backup_in(target.files)


def _backup_in(files: dict[str, bytes]) -> str:
    (name,) = (name for name in files if name.endswith(".backup"))
    return name
