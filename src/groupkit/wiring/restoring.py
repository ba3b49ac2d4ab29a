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

from groupkit.crypto.backup_format import BackupFile, NoBackup, extract
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.sidecar import sealed
from groupkit.crypto.sidecar_files import COPIES, write_both
from groupkit.domain.refusal import BackupDamaged, Refused
from groupkit.store.files import digest_of, make_folder, synced_folder
from groupkit.wiring.opened_backup import contents_of
from groupkit.wiring.places import ASIDE, DATABASE, KEYS, NEXT, RESTORABLE, RESTORING, stamp

_JOURNAL = DATABASE + "-journal"


def gather(folder: Path, backup: BackupFile, ring: KeyRing) -> None:
    """Make the store of ``backup`` ready to take the place of the one in ``folder``.

    Raises:
        Refused: BackupDamaged, MadeByNewerProgram; nothing has changed then.
        OSError: what the disk says.
    """
    contents_of(backup, ring, folder / DATABASE)
    gathering = folder / RESTORING
    shutil.rmtree(gathering, ignore_errors=True)
    try:
        make_folder(gathering)
        database = gathering / DATABASE
        extract(backup, ring, database)
        keys = replace(backup.sidecar, opened_from=None)
        # Written twice, the second time as the newest: the seal is that one's.
        newest = len(COPIES)
        write_both(gathering, sealed(keys, ring, digest_of(database), newest))
        synced_folder(gathering)
        gathering.rename(folder / RESTORABLE)
        synced_folder(folder)
    except NoBackup as error:
        shutil.rmtree(gathering, ignore_errors=True)
        raise Refused(BackupDamaged(backup.path.name)) from error
    except BaseException:
        shutil.rmtree(gathering, ignore_errors=True)
        raise


def put_in_place(folder: Path, now: dt.datetime) -> None:
    """Exchange the store in ``folder`` for what was gathered; without that nothing happens.

    The lock is held and the database closed.

    Raises:
        OSError: what the disk says; the next call goes on.
    """
    shutil.rmtree(folder / RESTORING, ignore_errors=True)
    gathered = folder / RESTORABLE
    if not gathered.is_dir():
        return
    aside = _free(folder, now)
    for name in (DATABASE, KEYS):
        if not (gathered / name).exists():
            continue
        make_folder(aside)
        for old in (name, _JOURNAL, NEXT) if name == DATABASE else (name,):
            with suppress(FileNotFoundError):
                (folder / old).rename(aside / old)
        (gathered / name).rename(folder / name)
        synced_folder(folder)
    gathered.rmdir()
    synced_folder(folder)


def _free(folder: Path, now: dt.datetime) -> Path:
    while (folder / (ASIDE + stamp(now))).exists():
        now += dt.timedelta(seconds=1)
    return folder / (ASIDE + stamp(now))
