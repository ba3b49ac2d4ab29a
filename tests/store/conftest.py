"""A real encrypted store with real keys for every test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from store_samples import Filled, Limit, fill

from groupkit.crypto.keyring import KeyRing, new_keyring
from groupkit.domain.house import HelpLine, House
from groupkit.store.opened import Store
from groupkit.store.opening import create

HOUSE = House("Huset ved Åen", "da", (HelpLine("112", "Alarm", "Alarm"),))


@pytest.fixture
def keys() -> KeyRing:
    return new_keyring()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "store.db"


@pytest.fixture
def store(path: Path, keys: KeyRing) -> Iterator[Store]:
    made = create(path, keys, HOUSE, "Anna Opdigtet")
    yield made
    made.close()


@pytest.fixture
def filled(store: Store) -> Filled:
    return fill(store)


@pytest.fixture
def file_size_limit() -> Limit:
    resource = pytest.importorskip("resource", reason="no file size limits on this platform")

    @contextmanager
    def limited(size: int) -> Iterator[None]:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    return limited
