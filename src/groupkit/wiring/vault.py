"""A store folder: the keys in ``keys/``, the database ``store.db``, opened and closed together."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from groupkit.crypto import sidecar
from groupkit.crypto.derive import STANDARD, Cost
from groupkit.crypto.passphrase import check, estimate
from groupkit.crypto.secrets import KeyRing
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.domain.house import House
from groupkit.domain.refusal import (
    FolderNotEmpty,
    Refused,
    StoreDamaged,
    StoreExists,
    StoreInUse,
    StoreMissing,
    StoreReadOnly,
)
from groupkit.store.opened import Store
from groupkit.store.opening import create, open_store
from groupkit.usecases.ports import OpenStore, UnitOfWork

DATABASE = "store.db"


class StoreVault:
    """Makes and opens store folders; ``cost`` is what a new passphrase slot takes to derive."""

    def __init__(self, cost: Cost | None = None) -> None:
        self._cost = cost

    def check_passphrase(self, passphrase: str, words: Iterable[str]) -> None:
        """Refuse a passphrase that is too short, too long or too common."""
        check(passphrase, tuple(words))

    def strength(self, passphrase: str, words: Iterable[str]) -> int:
        """Return how hard the passphrase is to guess, from 0 to 4."""
        return estimate(passphrase, tuple(words)).score

    def create(self, folder: Path, passphrase: str, house: House) -> tuple[OpenStore, list[str]]:
        """Make the store; when anything goes wrong, the folder is as it was before."""
        made_folder = _empty_folder(folder)
        try:
            keyring, sheet = sidecar.create(folder, passphrase, self._cost or STANDARD)
            store = create(folder / DATABASE, keyring, house)
        except BaseException:
            _clear(folder, remove=made_folder)
            raise
        return _Guarded(folder, keyring, store), list(sheet.words)

    def open(self, folder: Path, passphrase: str) -> OpenStore:
        """Open the store; refused when it is missing, damaged, in use or the key is wrong."""
        return self._open(folder, lambda keys: sidecar.open_with_passphrase(keys, passphrase))

    def open_with_sheet(self, folder: Path, words: str, passphrase: str) -> OpenStore:
        """Open by the recovery sheet, and let ``passphrase`` open the store from now on."""
        opened = self._open(folder, lambda keys: sidecar.open_with_recovery(keys, words))
        try:
            cost = self._cost or STANDARD
            sidecar.change_passphrase(folder, opened.keyring, passphrase, cost)
        except BaseException:
            opened.close()
            raise
        return opened

    def _open(self, folder: Path, keys_of: Callable[[Sidecar], KeyRing]) -> _Guarded:
        if not folder.is_dir() or not any(folder.iterdir()):
            raise Refused(StoreMissing(str(folder)))
        found = sidecar.read(folder)
        keyring = keys_of(found)
        database = folder / DATABASE
        if not database.is_file():
            raise Refused(StoreDamaged(1))
        # Read before SQLite opens the file: closing our own handle later would drop its lock.
        digest = _digest(database)
        store = open_store(database, keyring)
        try:
            if sidecar.read(folder).generation != found.generation:
                raise Refused(StoreInUse())
            if sidecar.closed_cleanly(found, keyring, digest) is False:
                raise Refused(StoreDamaged(1))
            sidecar.mark_open(folder)
        except BaseException:
            store.close()
            raise
        return _Guarded(folder, keyring, store)


class _Guarded:
    """An open store that seals itself when it is closed."""

    def __init__(self, folder: Path, keyring: KeyRing, store: Store) -> None:
        self._folder = folder
        self._store = store
        self._is_open = True
        self.keyring = keyring

    def work(self) -> UnitOfWork:
        """Return a new unit of work."""
        return self._store.work()

    def findings(self) -> int:
        """Return the number of faults found by reading everything."""
        return self._store.findings()

    def close(self) -> None:
        """Close the database, record that it was closed whole, and overwrite the keys."""
        if not self._is_open:
            return
        self._is_open = False
        self._store.close(while_locked=self._seal)
        self.keyring.wipe()

    def _seal(self) -> None:
        # Without the seal the next opening checks every page, so a full disk does no harm here.
        with contextlib.suppress(Refused, OSError):
            sidecar.write_seal(self._folder, self.keyring, _digest(self._folder / DATABASE))


def _digest(file: Path) -> bytes:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").digest()


def _empty_folder(folder: Path) -> bool:
    """Make ``folder`` where it is missing; return whether it had to be made."""
    try:
        if folder.exists():
            if (folder / "keys").exists() or (folder / DATABASE).exists():
                raise Refused(StoreExists(str(folder)))
            if not folder.is_dir() or any(folder.iterdir()):
                raise Refused(FolderNotEmpty(str(folder)))
            return False
        folder.mkdir(parents=True, mode=0o700)
    except OSError:
        raise Refused(StoreReadOnly()) from None
    return True


def _clear(folder: Path, *, remove: bool) -> None:
    for made in (folder / "keys", folder / DATABASE, folder / f"{DATABASE}-journal"):
        if made.is_dir():
            shutil.rmtree(made, ignore_errors=True)
        else:
            made.unlink(missing_ok=True)
    if remove:
        with contextlib.suppress(OSError):
            folder.rmdir()
