"""The list of erased women: what a crash, an older store or somebody's hand may do to it."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from drill_stores import OWNERS_OWN, TODAY, Keyhole, made, put_down
from test_erasing import Planted, left_in, plant

from groupkit.domain.roles import Rights, Role
from groupkit.usecases.erasing import doubted, erase, keep_doubted
from groupkit.wiring.erased_list import read_list
from groupkit.wiring.open_store import OpenedStore

ERASED = "erased"
PEDAGOGUES_OWN = "kaktus violin tagsten ørred"


@dataclass
class Closed:
    """A store that is closed between the deeds, with eight women and a backup beside it."""

    folder: Path
    keyhole: Keyhole
    women: list[UUID]
    planted: Planted
    stick: Path

    def open(self, typed: str = OWNERS_OWN) -> OpenedStore:
        """Open as the program does: with whom the list names erased again."""
        store = self.keyhole.open(self.folder, typed)
        store.backups.erase_again()
        return store

    def erased(self) -> set[UUID]:
        store = self.open()
        with store.work() as work:
            found = set(work.erasures.days())
        put_down(store._hold)
        return found

    def write(self, women: list[UUID]) -> None:
        """Write a list as somebody would who has no key."""
        days = {str(her): TODAY.isoformat() for her in women}
        plain = {"women": days, "doubted": {}, "owed": True}
        (self.folder / ERASED).write_text(json.dumps({"list": plain, "seals": ["00" * 32]}))

    def copied(self) -> dict[Path, bytes]:
        """Return the database and the keys."""
        files = (self.folder / "store.db", *(self.folder / "keys").iterdir())
        return {path: path.read_bytes() for path in files}

    def put_back(self, files: dict[Path, bytes]) -> None:
        """Put an older database and older keys in place of what is there, as somebody might."""
        for path in (self.folder / "keys").iterdir():
            path.unlink()
        for path, data in files.items():
            path.write_bytes(data)

    def backups(self) -> set[str]:
        return {each.name for each in (self.folder / "backups").iterdir()}


@pytest.fixture
def closed(tmp_path: Path, keyhole: Keyhole, chance: random.Random) -> Closed:
    folder, planted, stick = tmp_path / "arkiv", Planted(chance), tmp_path / "stick"
    store, _ = made(folder)
    assert isinstance(store, OpenedStore)
    women = plant(store, 1, planted)
    store.backups.add()
    stick.mkdir()
    outside = store.backups.make_in(stick)
    put_down(store._hold)
    return Closed(folder, keyhole, women, planted, stick / outside.name)


def test_a_crash_before_the_list_is_made_good_at_the_next_opening(
    closed: Closed, tmp_path: Path
) -> None:
    store = closed.open()
    with store.work() as work:  # as far as erasing comes before it writes the list
        for her in closed.women:
            work.erasures.erase(her, TODAY)
        work.commit()
    put_down(store._hold)
    whole = left_in(closed.folder, closed.keyhole, tmp_path / "before", closed.planted)
    assert whole == set(closed.planted.texts)
    assert closed.erased() == set(closed.women)
    left = left_in(closed.folder, closed.keyhole, tmp_path / "after", closed.planted)
    assert left == set()


def test_a_list_that_nobody_vouches_for_erases_nobody(closed: Closed) -> None:
    closed.write(closed.women[:2])
    kept = closed.backups()
    assert closed.erased() == set()
    assert closed.backups() == kept
    store = closed.open()
    assert {woman.id for woman in doubted(store)} == set(closed.women[:2])
    erase(store, closed.women[:1], TODAY)
    assert [woman.id for woman in doubted(store)] == [closed.women[1]]
    keep_doubted(store)
    assert doubted(store) == ()
    put_down(store._hold)
    assert closed.erased() == {closed.women[0]}


def test_a_woman_added_to_a_sealed_list_is_asked_about(closed: Closed) -> None:
    store = closed.open()
    erase(store, closed.women[:1], TODAY)
    put_down(store._hold)
    whole = json.loads((closed.folder / ERASED).read_text())
    whole["list"]["women"][str(closed.women[1])] = TODAY.isoformat()
    (closed.folder / ERASED).write_text(json.dumps(whole))
    assert closed.erased() == {closed.women[0]}
    store = closed.open()
    assert [woman.id for woman in doubted(store)] == [closed.women[1]]
    put_down(store._hold)


@pytest.mark.parametrize("list_is", ["there", "gone", "no list at all"])
def test_an_older_backup_brings_nobody_back_while_the_store_knows(
    closed: Closed, list_is: str
) -> None:
    store = closed.open()
    erase(store, closed.women, TODAY)
    if list_is == "gone":
        (closed.folder / ERASED).unlink()
    elif list_is == "no list at all":
        (closed.folder / ERASED).write_bytes(b"\xff{{{{")
    store.backups.restore(closed.stick)
    with store.work() as work:
        assert set(work.erasures.days()) == set(closed.women)
    put_down(store._hold)
    assert closed.erased() == set(closed.women)


def test_the_list_is_believed_under_renewed_keys_and_under_those_before(closed: Closed) -> None:
    store = closed.open()
    erase(store, closed.women, TODAY)
    store.access.renew(OWNERS_OWN)
    assert read_list(closed.folder, store._hold.ring).vouched
    oldest = store.backups.all()[-1]  # of before the renewal
    store.backups.restore(oldest.name)
    assert read_list(closed.folder, store._hold.ring).vouched
    assert set(read_list(closed.folder, store._hold.ring).women) == set(closed.women)
    assert doubted(store) == ()
    put_down(store._hold)


def test_an_older_store_of_before_the_last_renewal_loses_them_again(closed: Closed) -> None:
    before = closed.copied()
    store = closed.open()
    erase(store, closed.women[:3], TODAY)
    store.access.renew(OWNERS_OWN)
    put_down(store._hold)
    closed.put_back(before)
    assert closed.erased() == set(closed.women[:3])


def test_an_older_store_put_there_by_hand_is_asked_about(closed: Closed) -> None:
    before = closed.copied()
    store = closed.open()
    store.access.renew(OWNERS_OWN)
    erase(store, closed.women[:3], TODAY)
    put_down(store._hold)
    closed.put_back(before)
    assert closed.erased() == set()
    store = closed.open()
    assert {woman.id for woman in doubted(store)} == set(closed.women[:3])
    put_down(store._hold)


def test_a_backup_that_nobody_can_read_goes_when_a_woman_is_erased(closed: Closed) -> None:
    store = closed.open()
    backup = next((closed.folder / "backups").iterdir())
    backup.write_bytes(backup.read_bytes() + b"x")
    assert erase(store, closed.women[:1], TODAY).value == 1
    assert not backup.exists()
    put_down(store._hold)


def test_who_may_not_erase_leaves_list_and_backups_as_they_are(closed: Closed) -> None:
    store, rights = closed.open(), Rights(frozenset({Role.PEDAGOGUE}))
    store.access.add(OWNERS_OWN, "Petra Påfund", rights, PEDAGOGUES_OWN, TODAY)
    put_down(store._hold)
    closed.write(closed.women)
    written, kept = (closed.folder / ERASED).read_bytes(), closed.backups()
    store = closed.open(PEDAGOGUES_OWN)
    assert doubted(store) == ()
    put_down(store._hold)
    assert (closed.folder / ERASED).read_bytes() == written
    assert closed.backups() == kept
