"""Erasing in what lies beside the store: its backups, and stores that a restoring set aside."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

from groupkit.crypto.backup_format import BackupFile, NoBackup
from groupkit.crypto.keyring import KeyRing
from groupkit.domain.refusal import DiskFull, Refused, StoreReadOnly
from groupkit.store.erasing import erase_in
from groupkit.store.files import part_of
from groupkit.wiring.erased_list import may_erase
from groupkit.wiring.hold import Hold
from groupkit.wiring.opened_backup import backup_files, extract_sound, own_ring
from groupkit.wiring.places import ASIDE, BACKUP_ENDING, BACKUPS
from groupkit.wiring.written_backup import write_backup


def erase_in_files(hold: Hold, women: Mapping[UUID, date]) -> tuple[int, bool]:
    """Return how many files and folders were removed, and whether a folder could not be.

    A backup that cannot be opened is removed, whatever it is: what nobody can look into may hold
    her. A store set aside always goes.

    Raises:
        Refused: DiskFull, StoreReadOnly.
        OSError: what the disk says.
    """
    removed = 0
    whole = {found.path: found for found in backup_files(hold.folder)}
    for path in sorted((hold.folder / BACKUPS).glob(f"*{BACKUP_ENDING}")):
        if path not in whole or not _erase_in_backup(hold, whole[path], women):
            path.unlink()
            removed += 1
    asides = tuple(hold.folder.glob(f"{ASIDE}*"))
    for aside in asides:
        shutil.rmtree(aside, ignore_errors=True)
    left = sum(aside.exists() for aside in asides)
    return removed + len(asides) - left, left > 0


def _erase_in_backup(hold: Hold, found: BackupFile, women: Mapping[UUID, date]) -> bool:
    """Return whether the backup could be opened; then nothing of the women is in it."""
    ring = own_ring(found, hold.ring)
    if ring is None:
        return False
    try:
        if not may_erase(ring):
            return False
        _write_without(hold.database, found, ring, women)
    except NoBackup:
        return False
    except Refused as no:
        if isinstance(no.refusal, DiskFull | StoreReadOnly):
            raise
        return False
    finally:
        ring.wipe()
    return True


def _write_without(
    beside: Path, found: BackupFile, ring: KeyRing, women: Mapping[UUID, date]
) -> None:
    with part_of(beside) as body:
        extract_sound(found, ring, body)
        erase_in(body, ring, women)
        write_backup(found.path, found.made, found.sidecar, ring, body)
