"""Finding backups and opening them for a look: on a copy beside the store, which goes again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from groupkit.crypto.access import ring_in
from groupkit.crypto.backup_format import BackupFile, NoBackup, extract, read
from groupkit.crypto.keyring import KeyRing
from groupkit.domain.refusal import BackupDamaged, Refused, StoreDamaged
from groupkit.store.files import part_of, remove_leftovers
from groupkit.store.looking_in import look_in
from groupkit.usecases.ports import Contents
from groupkit.wiring.places import BACKUP_ENDING, BACKUPS, ERASED


def backup_files(folder: Path) -> tuple[BackupFile, ...]:
    """Return the backups of the store in ``folder`` that are whole as far as no key tells more.

    The newest first.
    """
    found = _readable(folder / BACKUPS)
    return tuple(sorted(found, key=lambda each: (each.made, each.path.name), reverse=True))


def _readable(folder: Path) -> Iterator[BackupFile]:
    for path in folder.glob(f"*{BACKUP_ENDING}"):
        try:
            yield read(path)
        except NoBackup:
            continue


def remove_unfinished(folder: Path) -> None:
    """Remove what a crash left of backups and of the list of erased women; needs the lock."""
    remove_leftovers(folder / ERASED)
    for left in (folder / BACKUPS).glob(f".*{BACKUP_ENDING}.*.part"):
        with suppress(OSError):
            left.unlink()


def own_ring(found: BackupFile, ring: KeyRing) -> KeyRing | None:
    """Return the keys of a backup in the hand of who holds ``ring``; None if it gives her none."""
    try:
        return ring_in(found.sidecar, ring)
    except Refused:
        return None


def contents_of(backup: BackupFile, ring: KeyRing, beside: Path) -> Contents:
    """Return what a backup holds once all of it has been read and found sound.

    Raises:
        Refused: BackupDamaged, MadeByNewerProgram, DiskFull, StoreReadOnly.
        OSError: what the disk says.
    """
    with part_of(beside) as part:
        return extract_sound(backup, ring, part)


def extract_sound(backup: BackupFile, ring: KeyRing, target: Path) -> Contents:
    """Write the database in a backup to ``target``, found sound and of today's schema.

    Raises:
        Refused: as for :func:`contents_of`.
        OSError: what the disk says.
    """
    damaged = BackupDamaged(backup.path.name)
    try:
        extract(backup, ring, target)
        return look_in(target, ring)
    except NoBackup as error:
        raise Refused(damaged) from error
    except Refused as no:
        raise Refused(damaged if isinstance(no.refusal, StoreDamaged) else no.refusal) from no
