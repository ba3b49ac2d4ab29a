"""Putting a backup in the store's place, so that a power cut at any moment leaves one of the two.

What is to be restored is gathered in a folder of its own, which gets its final name only when it
is whole. From then on every opening finishes the exchange: what is there goes aside, piece by
piece, and what was gathered takes its place.
"""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from groupkit.crypto.backup_format import BackupFile
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.sidecar import sealed
from groupkit.crypto.sidecar_files import COPIES, read_newest, write_both
from groupkit.domain.refusal import Refused
from groupkit.store.files import digest_of, make_folder, synced_folder
from groupkit.store.looking_in import owe_renewal
from groupkit.wiring.opened_backup import extract_sound
from groupkit.wiring.places import ASIDE, DATABASE, KEYS, NEXT, RESTORABLE, RESTORING, stamp

_JOURNAL = DATABASE + "-journal"


def gather(folder: Path, backup: BackupFile, ring: KeyRing) -> None:
    """Make the store of ``backup`` ready to take the place of the one in ``folder``.

    Unless the keys there are of the same epoch, it will say that its keys are to be renewed.

    Raises:
        Refused: BackupDamaged, MadeByNewerProgram; nothing has changed then.
        OSError: what the disk says.
    """
    gathering = folder / RESTORING
    _clear_away(gathering)
    if not (folder / RESTORABLE).is_dir():
        _clear_away(folder / RESTORABLE)
    try:
        make_folder(gathering)
        database = gathering / DATABASE
        extract_sound(backup, ring, database)
        if _epoch_in(folder) != ring.epoch:
            owe_renewal(database, ring)
        keys = replace(backup.sidecar, opened_from=None)
        # Written twice, the second time as the newest: the seal is that one's.
        newest = len(COPIES)
        write_both(gathering, sealed(keys, ring, digest_of(database), newest))
        synced_folder(gathering)
        gathering.rename(folder / RESTORABLE)
        synced_folder(folder)
    except BaseException:
        _clear_away(gathering)
        raise


def put_in_place(folder: Path, now: dt.datetime) -> None:
    """Exchange the store in ``folder`` for what was gathered; without that nothing happens.

    The lock is held and the database closed.

    Raises:
        OSError: what the disk says; the next call goes on.
    """
    _clear_away(folder / RESTORING)
    gathered = folder / RESTORABLE
    if not gathered.is_dir():
        return
    aside = _begun(folder, gathered) or _free(folder, now)
    for name in (DATABASE, KEYS):
        if not (gathered / name).exists():
            continue
        make_folder(aside)
        for old in (name, _JOURNAL, NEXT) if name == DATABASE else (name,):
            with suppress(FileNotFoundError):
                (folder / old).rename(aside / old)
        (gathered / name).rename(folder / name)
        synced_folder(folder)
    # Nothing that a desktop left in there may stand in the way of every opening to come.
    shutil.rmtree(gathered, ignore_errors=True)
    synced_folder(folder)


def _epoch_in(folder: Path) -> int | None:
    try:
        return read_newest(folder).epoch
    except Refused:
        return None


def _clear_away(path: Path) -> None:
    # rmtree would open a pipe that somebody put there, and wait for ever.
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _begun(folder: Path, gathered: Path) -> Path | None:
    """Return where the store went aside in part, when something came in between; else None."""
    if (gathered / DATABASE).exists() and (folder / DATABASE).exists():
        return None
    newest = max(folder.glob(f"{ASIDE}*"), default=None)
    return newest if newest is not None and not (newest / KEYS).exists() else None


def _free(folder: Path, now: dt.datetime) -> Path:
    while (folder / (ASIDE + stamp(now))).exists():
        now += dt.timedelta(seconds=1)
    return folder / (ASIDE + stamp(now))
