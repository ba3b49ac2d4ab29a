"""A clock two days back, or years ahead: nothing is purged, and the store asks about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from drill_stores import OWNERS_OWN, copy_of, furnish, made

from groupkit.crypto.derive import CHEAPEST
from groupkit.store.clock import Clock, utc_now
from groupkit.usecases.backing_up import back_up
from groupkit.usecases.upkeep import care, confirm_date
from groupkit.wiring.places import ASIDE
from groupkit.wiring.vault import StoreVault

DAYS = 12


def at(moment: dt.datetime) -> Clock:
    """Return a clock that stands."""
    return lambda: moment


def left(folder: Path) -> set[str]:
    """Return what could be purged: backups, and stores that were put aside."""
    asides = {path.name for path in folder.glob(f"{ASIDE}*")}
    return {path.name for path in (folder / "backups").iterdir()} | asides


@pytest.fixture
def folder(tmp_path: Path, used: Path) -> Path:
    """A copy of the store that was used daily."""
    return copy_of(used, tmp_path / "arkiv")


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store used daily until today, with as many backups as are kept, and one store aside."""
    folder = tmp_path_factory.mktemp("used") / "arkiv"
    start = utc_now() - dt.timedelta(days=DAYS)
    store, _ = made(folder, at(start))
    furnish(store)
    name = store.backups.make().name
    store.backups.restore(name)
    store.close()
    for day in range(1, DAYS + 1):
        again = StoreVault(CHEAPEST, at(start + dt.timedelta(days=day))).open(folder, OWNERS_OWN)
        back_up(again)
        again.close()
    return folder


@pytest.mark.parametrize("days", [-2, -400, 61, 3_653])
def test_nothing_is_purged_by_a_clock_in_doubt(
    folder: Path, days: int, figures: Callable[[str], None]
) -> None:
    before, now = left(folder), utc_now() + dt.timedelta(days=days)
    assert len([name for name in before if name.endswith(".backup")]) >= 7
    store = StoreVault(CHEAPEST, at(now)).open(folder, OWNERS_OWN)
    asked = care(store, now.date())
    assert asked.clock is not None
    assert (asked.clock.today - asked.clock.last_seen).days == pytest.approx(days, abs=1)
    made_now = back_up(store).value
    store.close()
    assert left(folder) >= before
    assert (folder / "backups" / made_now.name).exists()
    figures(f"clock {days:+} days: {len(before - left(folder))} of {len(before)} purged, and asked")


def test_a_right_clock_afterwards_purges_nothing_early(folder: Path) -> None:
    before = left(folder)
    for days in (3_653, 0):
        now = utc_now() + dt.timedelta(days=days)
        store = StoreVault(CHEAPEST, at(now)).open(folder, OWNERS_OWN)
        back_up(store)
        store.close()
    assert [name for name in before if name.startswith(ASIDE)]
    kept = [name for name in left(folder) & before if name.endswith(".backup")]
    assert len(kept) >= 7


def test_a_date_that_was_confirmed_is_believed(folder: Path) -> None:
    now = utc_now() + dt.timedelta(days=100)
    store = StoreVault(CHEAPEST, at(now)).open(folder, OWNERS_OWN)
    confirm_date(store, now.astimezone().date())
    back_up(store)
    assert care(store, now.astimezone().date()).clock is None
    store.close()
    assert len(left(folder)) == 1
