"""Opening a store for one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from groupkit.cli.passphrase import passphrase
from groupkit.cli.setting import Setting
from groupkit.domain.refusal import Refused, StoreMissing
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.unlock import unlock


@contextmanager
def opened(folder: Path, descriptor: int | None, setting: Setting) -> Iterator[OpenStore]:
    """Ask for the passphrase, give the open store, and close it whatever happens.

    Raises:
        Refused: no store there (nothing is asked then), or it does not open.
        Declined: there is nobody to ask.
    """
    if not _is_folder(folder):
        raise Refused(StoreMissing(str(folder)[:200]))
    store = unlock(setting.program.vault, folder, passphrase(setting.language, descriptor))
    try:
        yield store
    finally:
        store.close()


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:  # a name longer than the file system takes
        return False
