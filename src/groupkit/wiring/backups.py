"""Backups: made under the store's own key, believed only once they have been opened."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from groupkit.crypto.access import people_in, ring_in
from groupkit.crypto.backup_format import BackupFile, NoBackup, extract, read
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.sidecar import own_sidecar
from groupkit.crypto.sidecar_files import COPIES, read_newest, write_next
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.domain.backup import Backup, expired
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.clock import doubt
from groupkit.domain.refusal import (
    BackupDamaged,
    BackupNotOpened,
    DiskFull,
    FileNotWritten,
    NotForYourRole,
    Refused,
    StoreReadOnly,
)
from groupkit.domain.roles import Part
from groupkit.store.files import make_folder, part_of
from groupkit.store.renewing import certify_in
from groupkit.store.trouble import refusing
from groupkit.usecases.ports import Contents
from groupkit.wiring.erased_files import erase_in_files
from groupkit.wiring.erased_list import agreed, erase_again, may_erase, read_list, write_list
from groupkit.wiring.hold import Hold
from groupkit.wiring.opened_backup import backup_files, contents_of, own_ring
from groupkit.wiring.places import ASIDE, BACKUPS, KEYS, backup_name, moment_of
from groupkit.wiring.restoring import gather, put_in_place
from groupkit.wiring.written_backup import write_backup

Rewrapping = Callable[[Sidecar, KeyRing], Sidecar]
"""From a backup's keys, and who holds them, to the same keys in other slots."""


class StoreBackups:
    """Implements ``usecases.ports.Backups``."""

    def __init__(self, hold: Hold) -> None:
        self._hold = hold

    @property
    def folder(self) -> Path:
        """Where they lie unless somebody says otherwise."""
        return self._hold.folder / BACKUPS

    def all(self) -> tuple[Backup, ...]:
        """Return the whole backups in the store's folder, the newest first."""
        return tuple(Backup(each.path.name, each.made) for each in backup_files(self._hold.folder))

    def make(self) -> Backup:
        """Back up now, verify by opening it, and let go of those that have had their time."""
        made = self.add()
        with refusing():
            self._tidy()
        return made

    def add(self) -> Backup:
        """Back up now, verify by opening it, and let go of none."""
        with refusing():
            make_folder(self.folder)
            made = self._make_in(self.folder)
            self._hold.settle()
        return made

    def make_in(self, folder: Path) -> Backup:
        """Write a verified backup to ``folder``, on a stick or a share."""
        try:
            with refusing():
                made = self._make_in(folder)
        except OSError as error:
            raise Refused(FileNotWritten(folder.name)) from error
        with self._hold.store.work() as work:
            work.upkeep.put(replace(work.upkeep.get(), copied_out=made.made))
            work.log.note(Deed.COPIED, Subject.BACKUP)
            work.commit()
        return made

    def look_into(self, file: Path | str) -> Contents:
        """Open a backup and count."""
        found = self._found(file)
        with refusing(), self._keys_of(found) as ring:
            return contents_of(found, ring, self._hold.database)

    def contents_now(self) -> Contents:
        """Count what the store holds now."""
        return self._hold.store.contents()

    def restore(self, file: Path | str) -> None:
        """Put the backup in the store's place and keep the store aside; it stays open."""
        hold = self._hold
        if not hold.ring.may(Part.ACCESS):
            raise Refused(NotForYourRole(Part.ACCESS))
        found = self._found(file)
        ring = self._ring_of(found)
        with refusing():
            listed = agreed(hold)
            gather(hold.folder, found, ring)
            # For both keys: the store that comes back has to believe it, whatever comes in between.
            write_list(hold.folder, listed, hold.ring, ring)
            hold.let_go()
            put_in_place(hold.folder, hold.now())
            hold.take_up(ring)
            if may_erase(ring):
                # The store set aside knows of them, and so do the backups if nothing was owed.
                write_list(hold.folder, replace(erase_again(hold), owed=listed.owed), ring)
        with hold.store.work() as work:
            work.users.know_own_hand()
            work.log.note(Deed.RESTORED, Subject.STORE)
            work.commit()

    def erase(self, women: Mapping[UUID, dt.date]) -> int:
        """Erase women from every backup in the store's folder, and remember them for older ones."""
        hold = self._hold
        with refusing():
            listed = replace(agreed(hold).with_erased(women), owed=True)
            # Before anything else: what comes in between is made good at the next opening.
            write_list(hold.folder, listed, hold.ring)
            removed, is_left = erase_in_files(hold, listed.women)
            write_list(hold.folder, replace(listed, owed=is_left), hold.ring)
        return removed

    def erase_again(self) -> None:
        """Erase whom an older store or backup may have brought back, there and in the backups.

        Without the keys that erasing takes it waits for who has them.
        """
        if not may_erase(self._hold.ring):
            return
        with refusing():
            listed = erase_again(self._hold)
        if listed.owed:
            self.erase(listed.women)

    def doubted(self) -> frozenset[UUID]:
        """Return the women whom a list named that nobody vouches for."""
        hold = self._hold
        return frozenset(read_list(hold.folder, hold.ring).doubted)

    def keep_doubted(self) -> None:
        """Forget that a list named them."""
        hold = self._hold
        with refusing():
            write_list(hold.folder, replace(agreed(hold), doubted={}), hold.ring)

    def give_again(self, rewrap: Rewrapping, *, staying: Sidecar | None = None) -> None:
        """Write every backup in the store's folder anew with the slots that ``rewrap`` gives it.

        One that its holder cannot open, because it is of before her time, is left as it is, unless
        somebody has a slot in it who is not among those ``staying``: it would keep an old way in.
        """
        for found in backup_files(self._hold.folder):
            ring = own_ring(found, self._hold.ring)
            if ring is None:
                if staying is not None and people_in(found.sidecar) - people_in(staying):
                    found.path.unlink()
                continue
            try:
                fresh = rewrap(found.sidecar, ring)
                self._rewrite(found, fresh, ring)
            except NoBackup:
                found.path.unlink()
            finally:
                ring.wipe()

    def give_aside_again(self, rewrap: Rewrapping) -> None:
        """Give the keys of stores kept aside new slots; keys that do not open go."""
        for aside in self._hold.folder.glob(f"{ASIDE}*"):
            try:
                then = read_newest(aside)
                ring = ring_in(then, self._hold.ring)
                if ring is None:
                    raise Refused(BackupNotOpened(aside.name))
                fresh = rewrap(then, ring)
                ring.wipe()
                for _copy in COPIES:
                    write_next(aside, fresh)
            except (Refused, ValueError) as error:
                refusal = error.refusal if isinstance(error, Refused) else None
                if not isinstance(refusal, DiskFull | StoreReadOnly):
                    shutil.rmtree(aside / KEYS, ignore_errors=True)

    def _make_in(self, folder: Path) -> Backup:
        hold, made = self._hold, self._free_moment(folder)
        name = backup_name(made)
        keys = replace(own_sidecar(hold.folder, hold.ring), seal=None, opened_from=None)
        with part_of(hold.database) as body:
            hold.store.copy_to(body)
            write_backup(folder / name, made, keys, hold.ring, body, check=self._verify)
        return Backup(name, made)

    def _free_moment(self, folder: Path) -> dt.datetime:
        moment = self._hold.now().replace(microsecond=0)
        while (folder / backup_name(moment)).exists():
            moment += dt.timedelta(seconds=1)
        return moment

    def _verify(self, part: Path) -> None:
        try:
            there = contents_of(read(part), self._hold.ring, self._hold.database)
        except NoBackup as error:
            raise Refused(BackupDamaged(part.name)) from error
        if there != self._hold.store.contents():
            raise Refused(BackupDamaged(part.name))

    def _rewrite(self, found: BackupFile, fresh: Sidecar, ring: KeyRing) -> None:
        with part_of(self._hold.database) as body:
            extract(found, ring, body)
            if fresh.owners != found.sidecar.owners:
                vouching = ring_in(fresh, self._hold.ring)
                if vouching is None:
                    raise NoBackup
                certify_in(body, ring, vouching)
            write_backup(found.path, found.made, fresh, ring, body)

    def _tidy(self) -> None:
        """Let go of what is older than the house promises, unless the clock is in doubt."""
        now = self._hold.now()
        with self._hold.store.work() as work:
            promise = work.house.get().erasure_days
            if doubt(now.astimezone().date(), work.upkeep.get().last_seen):
                return
        for backup in expired(self.all(), now, promise):
            with contextlib.suppress(OSError):
                (self.folder / backup.name).unlink()
        for aside in self._hold.folder.glob(f"{ASIDE}*"):
            since = moment_of(aside.name.removeprefix(ASIDE))
            if since is not None and aside.is_dir() and now - since > dt.timedelta(days=promise):
                shutil.rmtree(aside, ignore_errors=True)

    def _found(self, file: Path | str) -> BackupFile:
        path = file if isinstance(file, Path) else self.folder / Path(file).name
        try:
            return read(path)
        except NoBackup as error:
            raise Refused(BackupDamaged(path.name)) from error

    @contextmanager
    def _keys_of(self, found: BackupFile) -> Iterator[KeyRing]:
        ring = self._ring_of(found)
        try:
            yield ring
        finally:
            ring.wipe()

    def _ring_of(self, found: BackupFile) -> KeyRing:
        ring = own_ring(found, self._hold.ring)
        if ring is None:
            raise Refused(BackupNotOpened(found.path.name))
        return ring
