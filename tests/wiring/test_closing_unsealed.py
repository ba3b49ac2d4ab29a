"""A store that could not be sealed when it was closed: it opens again, with all that was kept."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain.house import House
from groupkit.domain.refusal import Refused, StoreDamaged
from groupkit.usecases.ports import OpenStore
from groupkit.wiring.vault import StoreVault

PASSPHRASE = "seks bolde under broen"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a limit of file sizes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store that was closed whole once."""
    folder = tmp_path / "store"
    store, _sheet = StoreVault(CHEAPEST).create(folder, PASSPHRASE, House("Huset"), "Anna Opdigtet")
    store.close()
    return folder


def test_a_full_disk_at_closing(folder: Path) -> None:
    import resource

    store = changed(folder)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        store.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert name_shown(folder) == "Andet hus"


def test_killed_after_looking_it_over(folder: Path) -> None:
    child = os.fork()
    if not child:
        changed(folder).findings()
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert name_shown(folder) == "Andet hus"


def test_a_journal_taken_away_after_a_crash(folder: Path) -> None:
    child = os.fork()
    if not child:
        changed(folder)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    (folder / "store.db-journal").unlink()
    with pytest.raises(Refused) as caught:
        StoreVault(CHEAPEST).open(folder, PASSPHRASE)
    assert isinstance(caught.value.refusal, StoreDamaged)


def changed(folder: Path) -> OpenStore:
    store = StoreVault(CHEAPEST).open(folder, PASSPHRASE)
    with store.work() as work:
        work.house.put(House("Andet hus"))
        work.commit()
    return store


def name_shown(folder: Path) -> str:
    store = StoreVault(CHEAPEST).open(folder, PASSPHRASE)
    try:
        with store.work() as work:
            return work.house.get().name
    finally:
        store.close()
