"""Backups put back: what was in the store then is in it again, row by row."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from drill_stores import (
    OWNERS_OWN,
    TODAY,
    Keyhole,
    Rows,
    Sized,
    furnish_with,
    long_text,
    made,
    put_down,
    rows_of,
)

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain.roles import Rights, Role
from groupkit.store.clock import Clock, utc_now
from groupkit.wiring.open_store import OpenedStore
from groupkit.wiring.opened_backup import backup_files
from groupkit.wiring.renewal import renew_keys
from groupkit.wiring.restoring import gather
from groupkit.wiring.vault import StoreVault

IN_A_STORE = 5
VOUCHED = {"upkeep": 4, "user": -1}
"""Tables with the one column that restoring may write: a renewal that is due, the owners' word."""
GROWING = {"log_entry", "hand"}
"""Tables to which restoring adds."""


@dataclass(frozen=True)
class Kept:
    """A backup, and what the store held when it was made."""

    file: Path | str
    rows: Rows


def test_backups_are_restored_row_by_row(
    tmp_path: Path,
    keyhole: Keyhole,
    sized: Sized,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    wanted, restored, rows = sized(50, 6), 0, 0
    while restored < wanted:
        folder = tmp_path / f"arkiv-{restored}"
        is_renewed = restored // IN_A_STORE % 2 == 1
        backups = _a_store_with_backups(folder, keyhole, chance, outside=not is_renewed)
        if is_renewed:
            hold = keyhole.hold(folder)
            person = next(
                user for user in OpenedStore(hold).access.users() if user.id != hold.ring.user_id
            )
            leaving = (person.id, TODAY)
            renew_keys(hold, OpenedStore(hold).backups, leaving=leaving, rights={})
            put_down(hold)
        for number, backup in enumerate(chance.sample(backups, len(backups))):
            _restore(folder, backup, keyhole, damaged=number % 2 == 1)
            with keyhole.ring(folder) as ring:
                rows += _same(backup.rows, rows_of(folder / "store.db", ring))
            restored += 1
    figures(f"restoring: {restored} backups put back and compared, {rows} rows, 0 differ")


def _a_store_with_backups(
    folder: Path, keyhole: Keyhole, chance: random.Random, *, outside: bool
) -> list[Kept]:
    start = utc_now() - dt.timedelta(days=IN_A_STORE + 1)
    store, _ = made(folder, _at(start))
    rights = Rights(frozenset({Role.COORDINATOR}))
    store.access.add(OWNERS_OWN, "Bo", rights, "bos egen sætning", start.date())
    store.close()
    stick = folder.with_name(f"{folder.name}-stick")
    stick.mkdir()
    kept = []
    for day in range(1, IN_A_STORE + 1):
        now = _at(start + dt.timedelta(days=day))
        hold = keyhole.hold(folder, now=now)
        names = tuple(f"{long_text(chance, 12)} {day}" for _ in range(3))
        notes = tuple(long_text(chance, chance.randint(20, 900)) for _ in range(6))
        _renumbered(OpenedStore(hold), names, notes, day)
        put_down(hold)
        with keyhole.ring(folder) as ring:
            rows = rows_of(folder / "store.db", ring)
        hold = keyhole.hold(folder, now=now)
        backups = OpenedStore(hold).backups
        if outside and day % 2:
            kept.append(Kept(stick / backups.make_in(stick).name, rows))
        else:
            kept.append(Kept(backups.make().name, rows))
        put_down(hold)
    return kept


def _renumbered(
    store: OpenedStore, names: tuple[str, ...], notes: tuple[str, ...], day: int
) -> None:
    furnish_with(store, names, notes, f"Gruppe {day}", first_number=day * 10)


def _restore(folder: Path, backup: Kept, keyhole: Keyhole, *, damaged: bool) -> None:
    if damaged and isinstance(backup.file, str):
        (folder / "store.db").write_bytes(b"no database")
        StoreVault(CHEAPEST).restore(folder, backup.file, OWNERS_OWN)
        return
    hold = keyhole.hold(folder)
    store = OpenedStore(hold)
    store.backups.restore(backup.file)
    assert store.findings() == 0
    assert store.check_log().whole
    put_down(hold)


def _same(then: Rows, now: Rows) -> int:
    assert then.keys() == now.keys()
    for table, rows in then.items():
        found = now[table]
        if table == "hand":  # its last column is the word of the owners of now
            assert {row[:-1] for row in rows} <= {row[:-1] for row in found}
        elif table in GROWING:
            assert set(rows) <= set(found)
        elif table in VOUCHED:
            assert _without(rows, VOUCHED[table]) == _without(found, VOUCHED[table])
        else:
            assert rows == found, table
    return sum(len(rows) for rows in then.values())


def _without(rows: list[tuple[object, ...]], column: int) -> list[list[object]]:
    plain = [list(row) for row in rows]
    for row in plain:
        del row[column]
    return plain


def _at(moment: dt.datetime) -> Clock:
    return lambda: moment


@pytest.mark.parametrize("moved", [0, 1, 2])
def test_a_store_put_aside_stays_together_whatever_comes_in_between(
    tmp_path: Path, keyhole: Keyhole, moved: int
) -> None:
    folder = tmp_path / "arkiv"
    made(folder)[0].close()
    before = (folder / "store.db").read_bytes()
    with keyhole.ring(folder) as ring:
        gather(folder, backup_files(folder)[0], ring)
    aside = folder / "aside-2026-01-02-030405"
    if moved:
        aside.mkdir()
        (folder / "store.db").rename(aside / "store.db")
    if moved == 2:
        (folder / ".restorable" / "store.db").rename(folder / "store.db")
    put_down(keyhole.hold(folder))
    (kept,) = folder.glob("aside-*")
    assert (kept / "store.db").read_bytes() == before
    assert {path.name for path in (kept / "keys").iterdir()} == {"a", "b"}
    assert not (folder / ".restorable").exists()
