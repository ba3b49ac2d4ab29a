"""A store folder: the keys in ``keys/``, the database ``store.db``, opened and closed together."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from groupkit.crypto import access, sidecar
from groupkit.crypto.derive import STANDARD, Cost, calibrated
from groupkit.crypto.locking import Stretching
from groupkit.crypto.passphrase import check, estimate
from groupkit.crypto.sidecar import Unlocked
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.clock import doubt
from groupkit.domain.house import House
from groupkit.domain.refusal import (
    FolderNotEmpty,
    NotFound,
    Refused,
    StoreExists,
    StoreMissing,
    StoreReadOnly,
)
from groupkit.domain.roles import User
from groupkit.machine.folders import refuse_shared
from groupkit.store.clock import Clock, utc_now
from groupkit.store.files import digest_of
from groupkit.store.lock import StoreLock
from groupkit.store.opening import create
from groupkit.usecases.ports import OpenStore
from groupkit.wiring.hold import Hold
from groupkit.wiring.open_store import OpenedStore
from groupkit.wiring.places import BACKUPS, DATABASE, KEYS, database_in
from groupkit.wiring.rescue import naming_a_backup, restore_from
from groupkit.wiring.unlocking import hold_of


class StoreVault:
    """Makes and opens store folders.

    ``cost`` is what a new passphrase takes to derive, without one what suits the laptop; ``now``
    gives the moment with its zone.
    """

    def __init__(self, cost: Cost | None = None, now: Clock = utc_now) -> None:
        self._given_cost = cost
        self._cost = cost or STANDARD
        self._now = now

    def check_passphrase(self, passphrase: str, words: Iterable[str]) -> None:
        """Refuse a passphrase that is too short, too long or too common."""
        check(passphrase, tuple(words))

    def strength(self, passphrase: str, words: Iterable[str]) -> int:
        """Return how hard the passphrase is to guess, from 0 to 4."""
        return estimate(passphrase, tuple(words)).score

    def create(
        self, folder: Path, passphrase: str, house: House, owner: str
    ) -> tuple[OpenStore, tuple[str, ...]]:
        """Make the store; when anything goes wrong, the folder is as it was before."""
        refuse_shared(folder)
        made_folder = _empty_folder(folder)
        try:
            ring, sheet = sidecar.create(folder, passphrase, self._given_cost or calibrated())
            lock = StoreLock(database_in(folder))
            store = create(database_in(folder), ring, house, owner, self._now, lock=lock)
            sidecar.mark_open(folder, ring, digest_of(database_in(folder)))
        except BaseException:
            _clear(folder, remove=made_folder)
            raise
        store.settle()
        return OpenedStore(Hold(folder, ring, store, lock, self._cost, self._now)), sheet.words

    def open(self, folder: Path, passphrase: str) -> OpenStore:
        """Open the store; refused when it is missing, damaged, in use or the key is wrong."""
        return _erased_again(OpenedStore(self._open(folder, _by_passphrase(passphrase))))

    def people_on_sheet(self, folder: Path, words: str) -> tuple[User, ...]:
        """Return who has access, for who types the recovery sheet, to choose herself."""
        opened = OpenedStore(self._open(folder, _by_sheet(words), is_person=False))
        try:
            return tuple(user for user in opened.access.users() if user.has_access)
        finally:
            opened.close()

    def open_with_sheet(
        self, folder: Path, words: str, passphrase: str, user_id: UUID
    ) -> OpenStore:
        """Open by the recovery sheet and let ``passphrase`` be that person's from now on."""
        by_sheet = self._open(folder, _by_sheet(words), is_person=False)
        try:
            keys = sidecar.own_sidecar(folder, by_sheet.ring)
            rights = access.rights_by_person(keys).get(user_id)
            if rights is None:
                raise Refused(NotFound("user", str(user_id)))
            with by_sheet.store.work() as work:
                named = (work.house.get().name, work.users.names().get(user_id, ""))
            check(passphrase, tuple(" ".join(named).split()))
            slot = access.new_slot(keys, by_sheet.ring, user_id, rights, passphrase, self._cost)
            with by_sheet.store.work() as work:
                work.users.add_hand(user_id, slot.publics.sign)
                work.commit()
            sidecar.put_slots(folder, keys, (slot,))
            backups = OpenedStore(by_sheet).backups
            with contextlib.suppress(OSError):
                backups.give_again(
                    lambda then, ring: access.given_to(
                        then, ring, sidecar.own_sidecar(folder, by_sheet.ring), by_sheet.ring
                    )
                )
        finally:
            by_sheet.store.close(by_sheet.seal)
            by_sheet.ring.wipe()
        hold = self._open(folder, _by_passphrase(passphrase))
        with hold.store.work() as work:
            work.log.note(Deed.CHANGED, Subject.KEYS, user_id)
            work.commit()
        return _erased_again(OpenedStore(hold))

    def restore(
        self, folder: Path, backup: Path | str, secret: str, *, is_sheet: bool = False
    ) -> None:
        """Put a backup in place of a damaged or lost store, which is kept aside."""
        refuse_shared(folder)
        is_made = _make_sure_of(folder)
        keys_of = _by_sheet(secret) if is_sheet else _by_passphrase(secret)
        lock = StoreLock(database_in(folder))
        try:
            own = folder / BACKUPS
            file = backup if isinstance(backup, Path) else own / Path(backup).name
            restore_from(folder, file, keys_of, self._now())
        finally:
            lock.release()
            if is_made:
                with contextlib.suppress(OSError):  # it stays unless nothing was restored
                    folder.rmdir()

    def _open(
        self, folder: Path, keys_of: Callable[[Sidecar], Unlocked], *, is_person: bool = True
    ) -> Hold:
        refuse_shared(folder)
        if not folder.is_dir() or not any(folder.iterdir()):
            raise Refused(StoreMissing(str(folder)))
        with naming_a_backup(folder, keys_of):
            hold = hold_of(folder, keys_of, self._cost, self._now)
        if is_person:
            _greet(hold)
        return hold


def _erased_again(opened: OpenedStore) -> OpenedStore:
    # What stands in the way of it must not stand in the way of opening; it is tried again.
    with contextlib.suppress(Refused, OSError):
        opened.backups.erase_again()
    return opened


def _by_passphrase(passphrase: str) -> Callable[[Sidecar], Unlocked]:
    stretching = Stretching()
    return lambda keys: sidecar.unlock(keys, passphrase, stretching)


def _by_sheet(words: str) -> Callable[[Sidecar], Unlocked]:
    return lambda keys: Unlocked(sidecar.open_with_recovery(keys, words))


def _greet(hold: Hold) -> None:
    """Note who unlocked the store, and the day when it can be believed."""
    today = hold.now().astimezone().date()
    try:
        with hold.store.work() as work:
            upkeep = work.upkeep.get()
            if upkeep.last_seen < today and doubt(today, upkeep.last_seen) is None:
                work.upkeep.put(replace(upkeep, last_seen=today))
            work.users.know_own_hand()
            work.log.note(Deed.UNLOCKED, Subject.STORE)
            work.commit()
    except BaseException:
        hold.store.close()
        hold.ring.wipe()
        raise
    hold.store.settle()


def _empty_folder(folder: Path) -> bool:
    """Make ``folder`` where it is missing; return whether it had to be made."""
    try:
        if folder.exists():
            if (folder / KEYS).exists() or (folder / DATABASE).exists():
                raise Refused(StoreExists(str(folder)))
            if not folder.is_dir() or any(folder.iterdir()):
                raise Refused(FolderNotEmpty(str(folder)))
            return False
        folder.mkdir(parents=True, mode=0o700)
    except OSError:
        raise Refused(StoreReadOnly()) from None
    return True


def _make_sure_of(folder: Path) -> bool:
    """Make ``folder`` where it is missing; return whether it had to be made."""
    if folder.is_dir():
        return False
    try:
        folder.mkdir(parents=True, mode=0o700)
    except OSError:
        raise Refused(StoreReadOnly()) from None
    return True


def _clear(folder: Path, *, remove: bool) -> None:
    for made in (folder / KEYS, folder / DATABASE, folder / f"{DATABASE}-journal"):
        if made.is_dir():
            shutil.rmtree(made, ignore_errors=True)
        else:
            made.unlink(missing_ok=True)
    if remove:
        with contextlib.suppress(OSError):
            folder.rmdir()
