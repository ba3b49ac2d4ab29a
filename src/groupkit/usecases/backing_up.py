"""Backups: what there is, making one, looking into one, and restoring it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from groupkit.domain.backup import Backup
from groupkit.domain.house import House
from groupkit.usecases.changes import Changes, Done, Kind, done
from groupkit.usecases.ports import Contents, OpenStore


@dataclass(frozen=True)
class BackupsView:
    """The backups in the store's folder, the newest first, and when one was last written out."""

    backups: tuple[Backup, ...]
    copied_out: dt.datetime | None
    kept_days: int

    @property
    def newest(self) -> dt.datetime | None:
        """When the newest of all was made."""
        made = [backup.made for backup in self.backups[:1]]
        return max((*made, *([self.copied_out] if self.copied_out else [])), default=None)


@dataclass(frozen=True)
class Compared:
    """A backup's content beside what the store holds now."""

    file: Path | str
    then: Contents
    now: Contents


def backups(store: OpenStore) -> BackupsView:
    """Return what backups there are."""
    with store.work() as work:
        copied_out, kept = work.upkeep.get().copied_out, work.house.get().erasure_days
    return BackupsView(store.backups.all(), copied_out, kept)


def back_up(store: OpenStore) -> Done[Backup]:
    """Back up into the store's own folder; the backup has been opened to verify it."""
    return done(store.backups.make(), Kind.BACKUP)


def back_up_to(store: OpenStore, folder: Path) -> Done[Backup]:
    """Write a backup to a stick or a share; it has been opened to verify it."""
    return done(store.backups.make_in(folder), Kind.BACKUP, Kind.UPKEEP)


def compare(store: OpenStore, file: Path | str) -> Compared:
    """Open a backup, by its name or as a file anywhere, and count what it holds."""
    return Compared(file, store.backups.look_into(file), store.backups.contents_now())


def restore(store: OpenStore, file: Path | str) -> Done[House]:
    """Put a backup in the store's place, keep the store aside; return the house as it was then."""
    store.backups.restore(file)
    with store.work() as work:
        found = work.house.get()
    return Done(found, Changes(frozenset(Kind)))
