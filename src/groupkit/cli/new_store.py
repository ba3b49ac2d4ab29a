"""A new store that is there whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from groupkit.domain.refusal import (
    FileNotWritten,
    FolderNotEmpty,
    Refused,
    StoreExists,
    StoreReadOnly,
)
from groupkit.usecases.ports import Vault
from groupkit.usecases.unlock import FirstStart, Opened, first_start


def check_free(folder: Path) -> None:
    """Refuse a folder that holds anything, before anybody is asked for a passphrase.

    Raises:
        Refused: StoreExists, FolderNotEmpty, StoreReadOnly, or FileNotWritten for a name that no
            folder can have.
    """
    try:
        if not folder.exists():
            return
        if (folder / "keys").exists() or (folder / "store.db").exists():
            raise Refused(StoreExists(str(folder)))
        if not folder.is_dir() or any(folder.iterdir()):
            raise Refused(FolderNotEmpty(str(folder)))
    except PermissionError:
        raise Refused(StoreReadOnly()) from None
    except OSError:
        raise Refused(FileNotWritten(str(folder)[:80])) from None


@contextmanager
def new_store(vault: Vault, folder: Path, wanted: FirstStart) -> Iterator[Opened]:
    """Make a store in ``folder`` and give it open; it is closed at the end.

    Whatever goes wrong meanwhile, the folder and those above it are as before.
    """
    check_free(folder)
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        opened = first_start(vault, folder, wanted)
        try:
            yield opened
        except BaseException:
            opened.store.close()
            _empty(folder)
            raise
        opened.store.close()
    except BaseException:
        for path in missing:
            with suppress(OSError):
                path.rmdir()
        raise


def _empty(folder: Path) -> None:
    for child in folder.iterdir():
        if child.is_dir():
            shutil.rmtree(child, ignore_errors=True)
        else:
            with suppress(OSError):
                child.unlink()
