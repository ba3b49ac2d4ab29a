"""Backups as a person uses them: made, copied out, looked into, restored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from groupkit.crypto.derive import CHEAPEST
from groupkit.documents.library import ShippedLibrary
from groupkit.domain import refusal as no
from groupkit.domain.house import House
from groupkit.domain.refusal import Refused
from groupkit.domain.roles import Rights, Role
from groupkit.usecases.access import NewPassphrase, add_person, people, remove_person
from groupkit.usecases.backing_up import back_up, back_up_to, backups, compare, restore
from groupkit.usecases.changes import Kind
from groupkit.usecases.demonstrating import Demonstration, Size, fill
from groupkit.usecases.housekeeping import change_house, house
from groupkit.usecases.planning import PlanRequest, group_cards, plan_group
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.upkeep import upkeep
from groupkit.wiring.vault import StoreVault

PASSPHRASE, HERS = "lampe gravko fjord syltet", "kedel månestof ribs trappe"
TODAY = dt.date(2027, 1, 27)
NOON = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)


class Laptop:
    """A store with one group, on a laptop whose clock stands still until it is turned."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, NOON
        self.vault = StoreVault(CHEAPEST, lambda: self.now)
        self.store: OpenStore
        self.store, _ = self.vault.create(folder, PASSPHRASE, House("Huset"), "Anna Opdigtet")
        wanted = Demonstration(Size.SMALL, 3, "da", TODAY)
        fill(self.store, ShippedLibrary(), wanted, lambda *_: None)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "arkiv")
    yield made
    made.store.close()


def test_a_store_without_backup_says_so(laptop: Laptop) -> None:
    found = backups(laptop.store)
    assert (found.backups, found.newest, found.kept_days) == ((), None, 35)


def test_the_newest_backup_counts_wherever_it_was_written(laptop: Laptop, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = back_up(laptop.store)
    assert made.changes.touches(Kind.BACKUP)
    assert backups(laptop.store).newest == NOON
    laptop.now += dt.timedelta(hours=1)
    copied = back_up_to(laptop.store, stick)
    assert copied.changes.touches(Kind.BACKUP)
    found = backups(laptop.store)
    assert (found.newest, found.copied_out) == (laptop.now, laptop.now)
    assert found.backups == (made.value,)
    assert [file.name for file in stick.iterdir()] == [copied.value.name]


def test_a_stick_that_is_gone_is_told(laptop: Laptop, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        back_up_to(laptop.store, tmp_path / "missing")
    assert backups(laptop.store).newest is None


def test_a_backup_is_compared_and_restored_whole(laptop: Laptop) -> None:
    store = laptop.store
    then = store.backups.contents_now()
    made = back_up(store).value
    change_house(store, House("Et andet hus", "en"))
    laptop.now += dt.timedelta(minutes=5)
    plan_group(store, PlanRequest("Efterår", TODAY, dt.time(17), 120, 14))
    compared = compare(store, made.name)
    assert compared.then == then
    assert compared.now.groups == then.groups + 1
    restored = restore(store, made.name)
    assert restored.value.name == "Huset"
    assert restored.changes.touches(*Kind)
    assert house(store) == restored.value
    assert len(group_cards(store, TODAY)) == then.groups
    assert store.findings() == 0
    assert len(list(laptop.folder.glob("aside-*"))) == 1


@pytest.mark.parametrize("content", [b"", b"letter", b"x" * 100_000])
def test_what_is_no_backup_changes_nothing(laptop: Laptop, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "brev.backup"
    file.write_bytes(content)
    before = laptop.store.backups.contents_now()
    for deed in (compare, restore):
        with pytest.raises(Refused) as refused:
            deed(laptop.store, file)
        assert refused.value.refusal == no.BackupDamaged("brev.backup")
    assert laptop.store.backups.contents_now() == before


def test_a_backup_of_another_store_is_not_opened(laptop: Laptop, tmp_path: Path) -> None:
    other = Laptop(tmp_path / "andet")
    made = back_up(other.store).value
    other.store.close()
    file = tmp_path / "andet" / "backups" / made.name
    with pytest.raises(Refused) as refused:
        restore(laptop.store, file)
    assert refused.value.refusal == no.BackupNotOpened(made.name)


def test_restoring_from_before_a_removal_asks_for_new_keys(laptop: Laptop, tmp_path: Path) -> None:
    store = laptop.store
    rights, typed = Rights(frozenset({Role.PEDAGOGUE})), NewPassphrase(HERS, HERS)
    bo = add_person(store, PASSPHRASE, "Bo Påfund", rights, typed, TODAY).value
    made, on_stick = back_up(store).value, tmp_path / back_up_to(store, tmp_path).value.name
    remove_person(store, PASSPHRASE, bo.id, TODAY)
    with pytest.raises(Refused) as refused:
        compare(store, on_stick)
    assert refused.value.refusal == no.BackupNotOpened(on_stick.name)
    compared = compare(store, made.name)
    assert set(compared.then.users) - set(compared.now.users) == {"Bo Påfund"}
    restore(store, made.name)
    assert upkeep(store).renewal_due
    assert [person.name for person in people(store)] == ["Anna Opdigtet"]
