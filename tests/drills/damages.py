"""Damage done to one file of a store, and what the program makes of it."""

from __future__ import annotations

import multiprocessing
import os
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from drill_stores import Keyhole, Rows, copy_of, put_down, rows_in

from groupkit.domain.refusal import Refused
from groupkit.language import Language
from groupkit.language.sentences import sentence
from groupkit.wiring.hold import Hold
from groupkit.wiring.open_store import OpenedStore

PAGE = 4096
WORTH_TWO = 400
"""How many damages are worth a second process."""


@dataclass(frozen=True)
class Damage:
    """One change to the bytes of ``file``: from ``at`` on stands ``put``, or nothing if None."""

    file: str
    at: int
    put: bytes | None

    def done_to(self, content: bytes) -> bytes:
        """Return the damaged content."""
        if self.put is None:
            return content[: self.at]
        return content[: self.at] + self.put + content[self.at + len(self.put) :]


def flips(file: str, content: bytes, places: Iterable[int], chance: random.Random) -> list[Damage]:
    """Return one flipped bit for each of the ``places``."""
    return [Damage(file, at, bytes([content[at] ^ (1 << chance.randrange(8))])) for at in places]


def cuts(file: str, content: bytes, many: int, chance: random.Random) -> list[Damage]:
    """Return cuts anywhere, some of them between pages."""
    places = [chance.randrange(len(content)) for _ in range(many)]
    return [Damage(file, at - at % PAGE if n % 3 == 0 else at, None) for n, at in enumerate(places)]


def stale(
    file: str, content: bytes, older: bytes, block: int, many: int, chance: random.Random
) -> list[Damage]:
    """Return blocks as they once stood in the same place, and differ now."""
    places = range(0, min(len(content), len(older)), block)
    other = [at for at in places if content[at : at + block] != older[at : at + block]]
    chosen = [chance.choice(other) for _ in range(many)]
    return [Damage(file, at, older[at : at + block]) for at in chosen]


@dataclass(frozen=True)
class Target:
    """A store's folder, what it holds, and how it is left: everything is put back each time."""

    folder: Path
    rows: Rows
    keyhole: Keyhole
    files: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.files.update(
            {
                path.relative_to(self.folder).as_posix(): path.read_bytes()
                for path in sorted(self.folder.rglob("*"))
                if path.is_file()
            }
        )

    def moved(self, to: Path) -> Target:
        """Return a copy of the target elsewhere."""
        return Target(copy_of(self.folder, to), self.rows, self.keyhole)

    def outcome(self, damage: Damage) -> str:
        """Return 'detected', 'harmless' or 'silent', with the store as it was before."""
        damaged = damage.done_to(self.files[damage.file])
        (self.folder / damage.file).write_bytes(damaged)
        try:
            hold = self.keyhole.hold(self.folder)
        except Refused as no:
            self._put_back(damage.file)
            return "detected" if sentence(no.refusal, Language("en")) else "untold"
        shown = rows_in(hold.store._connection)
        put_down(hold)
        self._put_back(*self.files)
        return "harmless" if shown == self.rows else "silent"

    def backup_outcome(self, hold: Hold, damage: Damage) -> str:
        """The same for a backup of the store, which is open."""
        file = self.folder / damage.file
        file.write_bytes(damage.done_to(self.files[damage.file]))
        try:
            OpenedStore(hold).backups.look_into(file.name)
        except Refused as no:
            return "detected" if sentence(no.refusal, Language("en")) else "untold"
        finally:
            file.write_bytes(self.files[damage.file])
        return "silent"

    def _put_back(self, *names: str) -> None:
        for path in self.folder.iterdir():
            if path.is_file() and path.name not in self.files:
                path.unlink()
        for name in names:
            (self.folder / name).write_bytes(self.files[name])


def outcomes(target: Target, damages: Sequence[Damage], scratch: Path) -> Counter[str]:
    """Do each damage to a copy of the target; count what became of them.

    What was silent is counted by its place, too.
    """
    many = min(os.cpu_count() or 1, 8) if len(damages) >= WORTH_TWO else 1
    if many == 1:
        return _outcomes(target.moved(scratch / "0"), damages)
    context = multiprocessing.get_context("fork")
    with context.Pool(many) as pool:
        shares = [(target.moved(scratch / str(n)), damages[n::many]) for n in range(many)]
        return sum(pool.starmap(_outcomes, shares), Counter[str]())


def _outcomes(target: Target, damages: Sequence[Damage]) -> Counter[str]:
    counted = Counter[str]()
    in_backups = [damage for damage in damages if damage.file.startswith("backups/")]
    for damage in damages:
        if not damage.file.startswith("backups/"):
            _count(counted, target.outcome(damage), damage)
    if in_backups:
        hold = target.keyhole.hold(target.folder)
        for damage in in_backups:
            _count(counted, target.backup_outcome(hold, damage), damage)
        put_down(hold)
    return counted


def _count(counted: Counter[str], outcome: str, damage: Damage) -> None:
    counted[outcome] += 1
    if outcome == "silent":
        kind = "cut" if damage.put is None else f"{len(damage.put)} bytes"
        counted[f"{damage.file} at {damage.at}, {kind}"] += 1
