"""What the store asks for its own care, and when it keeps quiet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.clock import ClockDoubt
from groupkit.domain.house import House
from groupkit.domain.roles import Rights, Role
from groupkit.usecases.housekeeping import change_house
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.upkeep import care, confirm_date, last_backup, sheet_found
from groupkit.wiring.vault import StoreVault

PASSPHRASE, OTHER = "lampe gravko fjord syltet", "violet skovsti over kanten"
MADE = dt.date(2027, 1, 13)


class Laptop:
    """A store on a laptop whose clock can be turned."""

    def __init__(self, folder: Path) -> None:
        self.moment = dt.datetime.combine(MADE, dt.time(12), tzinfo=dt.UTC)
        self.vault = StoreVault(CHEAPEST, lambda: self.moment)
        self._folder = folder
        self.store: OpenStore
        self.store, _ = self.vault.create(folder, PASSPHRASE, House("Huset"), "Anna Opdigtet")

    @property
    def today(self) -> dt.date:
        return self.moment.date()

    def on(self, day: dt.date, passphrase: str = PASSPHRASE) -> OpenStore:
        """Close the store and open it on another day."""
        self.store.close()
        self.moment = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)
        self.store = self.vault.open(self._folder, passphrase)
        return self.store

    def newest(self) -> tuple[Deed, Subject]:
        with self.store.work() as work:
            (entry,) = work.log.entries(newest=1)
        return entry.deed, entry.subject


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "arkiv")
    yield made
    made.store.close()


def later(days: int) -> dt.date:
    return MADE + dt.timedelta(days=days)


def test_a_new_store_asks_for_nothing(laptop: Laptop) -> None:
    found = care(laptop.store, laptop.today)
    assert (found.clock, found.asks_for_sheet, found.backup_is_old) == (None, False, False)
    assert found.backed_up is None


@pytest.mark.parametrize("days", [-2, -3650, 15, 3650])
def test_a_date_far_off_is_asked_about_and_nothing_else(laptop: Laptop, days: int) -> None:
    store = laptop.on(later(days))
    found = care(store, laptop.today)
    assert found.clock == ClockDoubt(later(days), MADE)
    assert not found.asks_for_sheet
    assert not found.backup_is_old


@pytest.mark.parametrize("days", [-2, 15])
def test_a_confirmed_date_is_believed_and_noted(laptop: Laptop, days: int) -> None:
    laptop.on(later(days))
    confirm_date(laptop.store, laptop.today)
    assert care(laptop.store, laptop.today).clock is None
    assert laptop.newest() == (Deed.CONFIRMED, Subject.CLOCK)
    assert care(laptop.on(later(days)), laptop.today).clock is None


@pytest.mark.parametrize("days", [-1, 0, 14])
def test_a_likely_date_is_not_asked_about(laptop: Laptop, days: int) -> None:
    assert care(laptop.on(later(days)), laptop.today).clock is None


def a_year_on(laptop: Laptop, passphrase: str = PASSPHRASE) -> None:
    """Use the store every fortnight until a year has gone."""
    for days in (*range(14, 364, 14), 364):
        laptop.on(later(days))
        assert not care(laptop.store, laptop.today).asks_for_sheet
    laptop.on(later(365), passphrase)


def test_the_sheet_is_asked_for_once_a_year(laptop: Laptop) -> None:
    a_year_on(laptop)
    assert care(laptop.store, laptop.today).asks_for_sheet
    sheet_found(laptop.store, laptop.today)
    assert laptop.newest() == (Deed.CONFIRMED, Subject.RECOVERY_SHEET)
    assert not care(laptop.on(later(400)), laptop.today).asks_for_sheet


def test_only_owners_are_asked_for_the_sheet(laptop: Laptop) -> None:
    coordinator = Rights(frozenset({Role.COORDINATOR}))
    laptop.store.access.add(PASSPHRASE, "Berit", coordinator, OTHER, MADE)
    a_year_on(laptop, OTHER)
    assert not care(laptop.store, laptop.today).asks_for_sheet


def test_the_last_backup_is_the_newest_here_or_elsewhere(laptop: Laptop, tmp_path: Path) -> None:
    made = laptop.store.backups.make()
    assert last_backup(laptop.store) == made.made
    laptop.moment += dt.timedelta(hours=3)
    stick = tmp_path / "stick"
    stick.mkdir()
    copied = laptop.store.backups.make_in(stick)
    assert last_backup(laptop.store) == copied.made > made.made


def test_an_old_backup_that_lacks_something_is_worth_a_word(laptop: Laptop) -> None:
    laptop.store.backups.make()
    laptop.on(later(8))
    assert not care(laptop.store, laptop.today).backup_is_old  # nothing was done since
    change_house(laptop.store, House("Andet hus"))
    assert not care(laptop.store, later(7)).backup_is_old
    assert care(laptop.store, later(8)).backup_is_old
    laptop.store.backups.make()
    assert not care(laptop.store, later(8)).backup_is_old


def test_a_store_without_any_backup_is_worth_a_word_after_a_week(
    laptop: Laptop,
) -> None:
    laptop.moment += dt.timedelta(hours=1)
    change_house(laptop.store, House("Andet hus"))
    assert not care(laptop.store, later(7)).backup_is_old
    assert care(laptop.store, later(8)).backup_is_old
