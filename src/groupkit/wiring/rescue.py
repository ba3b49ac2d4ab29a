"""When a store is damaged: which backup is the newest sound one, and putting it in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from groupkit.crypto.backup_format import BackupFile, NoBackup, read
from groupkit.domain.damage import Area
from groupkit.domain.refusal import (
    BackupDamaged,
    KeysDamaged,
    KeysMissing,
    Refused,
    StoreDamaged,
)
from groupkit.store.trouble import refusing
from groupkit.wiring.opened_backup import backup_files, contents_of
from groupkit.wiring.places import database_in
from groupkit.wiring.restoring import gather, put_in_place
from groupkit.wiring.unlocking import KeysOf


@contextmanager
def naming_a_backup(folder: Path, keys_of: KeysOf) -> Iterator[None]:
    """Add to a refusal for damage which backup is the newest that is sound.

    Every backup is really opened, the newest first, with what was typed.
    """
    try:
        yield
    except Refused as no:
        damage = _damage(no)
        if damage is None:
            raise
        sound = _newest_sound(folder, keys_of)
        if sound is None:
            raise
        raise Refused(replace(damage, backup=sound.path.name, made=sound.made)) from no


def restore_from(folder: Path, path: Path, keys_of: KeysOf, now: dt.datetime) -> None:
    """Put the backup at ``path`` in the store's place; the lock is held.

    Raises:
        Refused: BackupDamaged, MadeByNewerProgram, DiskFull, StoreReadOnly; WrongPassphrase or
            WrongRecoverySheet when it was made under other ones.
    """
    try:
        backup = read(path)
    except NoBackup as error:
        raise Refused(BackupDamaged(path.name)) from error
    ring = keys_of(backup.sidecar).ring
    try:
        with refusing():
            gather(folder, backup, ring)
            put_in_place(folder, now)
    finally:
        ring.wipe()


def _damage(no: Refused) -> StoreDamaged | None:
    if isinstance(no.refusal, KeysDamaged | KeysMissing):
        return StoreDamaged(1, (Area.KEYS,))
    return no.refusal if isinstance(no.refusal, StoreDamaged) else None


def _newest_sound(folder: Path, keys_of: KeysOf) -> BackupFile | None:
    for backup in backup_files(folder):
        try:
            ring = keys_of(backup.sidecar).ring
        except Refused:
            continue
        try:
            contents_of(backup, ring, database_in(folder))
        except (Refused, OSError):
            continue
        finally:
            ring.wipe()
        return backup
    return None
