"""Who has access: rights stand in the keys, names in the database, and both change together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from uuid import UUID, uuid4

from groupkit.crypto import access
from groupkit.crypto.identity import new_identity
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.passphrase import check
from groupkit.crypto.sidecar import own_sidecar, put_slots
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.crypto.slots import Slot
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.clock import NOT_KEPT_YET
from groupkit.domain.damage import Area
from groupkit.domain.refusal import (
    KeysDamaged,
    LastOwner,
    NotForYourRole,
    NotFound,
    Refused,
    RemovingYourself,
    StoreDamaged,
    UserNameTaken,
)
from groupkit.domain.roles import Part, Rights, User, owners, user_name
from groupkit.store.users import UserRow
from groupkit.wiring.backups import StoreBackups
from groupkit.wiring.hold import Hold
from groupkit.wiring.renewal import renew_keys


class StoreAccess:
    """Implements ``usecases.ports.Access``."""

    def __init__(self, hold: Hold, backups: StoreBackups) -> None:
        self._hold = hold
        self._backups = backups

    def users(self) -> tuple[User, ...]:
        """Return everybody who has or had access, by name, with their rights.

        Raises:
            Refused: KeysDamaged, when the keys are somebody's of whom the database knows nothing;
                StoreDamaged, when the owners do not vouch for a name.
        """
        rights = access.rights_by_person(self._sidecar())
        with self._hold.store.work() as work:
            rows = work.users.all()
        if rights.keys() - {row.id for row in rows}:  # keys that were not given here
            raise Refused(KeysDamaged())
        if not all(row.is_named for row in rows):  # names that were changed or moved
            raise Refused(StoreDamaged(1, (Area.USERS,)))
        # The keys tell who has access: what the database says of that, anybody in it can change.
        return tuple(
            User(
                row.id,
                row.name,
                rights.get(row.id),
                row.added,
                None if row.id in rights else row.removed,
            )
            for row in rows
            if row.id in rights or row.removed is not None
        )

    def add(self, own: str, name: str, rights: Rights, passphrase: str, today: dt.date) -> User:
        """Give somebody access."""
        self._confirm(own)
        wanted = UserRow(uuid4(), user_name(name), today)
        if any(user.name.casefold() == wanted.name.casefold() for user in self._with_access()):
            raise Refused(UserNameTaken(wanted.name))
        self._check(passphrase, wanted.name)
        slot = self._new_slot(wanted.id, rights, passphrase)
        with self._hold.store.work() as work:
            left_over = work.users.find_named(wanted.name)
            if left_over is not None:  # of an adding that the power was cut in
                work.users.remove(left_over.id, max(today, left_over.added))
            work.users.add(wanted, slot.publics.sign)
            work.log.note(Deed.ADDED, Subject.USER, wanted.id)
            work.commit()
        try:
            put_slots(self._hold.folder, self._sidecar(), (slot,))
        except BaseException:
            self._note_removed(wanted.id, today)
            raise
        return User(wanted.id, wanted.name, rights, today)

    def change_rights(self, own: str, user_id: UUID, rights: Rights) -> tuple[str, ...]:
        """Change what somebody may open; taking a key away renews them all."""
        self._confirm(own)
        user, held = self._get(user_id)
        if held.owner and not rights.owner:
            self._check_not_last(user)
        words: tuple[str, ...] = ()
        if held.loses(rights):
            words = renew_keys(self._hold, self._backups, rights={user_id: rights})
        else:
            access.widen_rights(self._hold.folder, self._hold.ring, user_id, rights)
        self._note(Deed.CHANGED, Subject.USER, user_id)
        return words

    def remove(self, own: str, user_id: UUID, today: dt.date) -> tuple[str, ...]:
        """Take somebody's access away: renew all keys; return the new recovery sheet's words."""
        self._confirm(own)
        user, _ = self._get(user_id)
        if user_id == self._hold.ring.user_id:
            raise Refused(RemovingYourself())
        leaving = (user_id, max(today, user.added))
        words = renew_keys(self._hold, self._backups, leaving=leaving, rights={})
        self._note(Deed.REMOVED, Subject.USER, user_id)
        return words

    def renew(self, own: str) -> tuple[str, ...]:
        """Renew all keys; return the new recovery sheet's words."""
        self._confirm(own)
        self.users()
        return renew_keys(self._hold, self._backups, rights={})

    def change_own_passphrase(self, own: str, passphrase: str) -> None:
        """Let another passphrase open the store for whoever unlocked it."""
        hold = self._hold
        access.confirm(hold.folder, hold.ring, own)
        with hold.store.work() as work:
            name = work.users.names()[hold.ring.user_id]
        self._check(passphrase, name)
        if hold.ring.may(Part.ACCESS):
            self._change_own_keys(passphrase)
            return
        access.change_passphrase(hold.folder, hold.ring, passphrase, hold.cost)
        now, person = self._sidecar(), hold.ring.user_id
        with suppress(OSError):
            self._backups.give_again(lambda then, _: access.with_own_lock(then, now, person))
        self._note(Deed.CHANGED, Subject.KEYS, person)

    def reset_passphrase(self, own: str, user_id: UUID, passphrase: str) -> None:
        """Give somebody who forgot it a new passphrase."""
        self._confirm(own)
        if user_id == self._hold.ring.user_id:
            self.change_own_passphrase(own, passphrase)
            return
        user, rights = self._get(user_id)
        self._check(passphrase, user.name)
        slot = self._new_slot(user_id, rights, passphrase)
        with self._hold.store.work() as work:
            work.users.add_hand(user_id, slot.publics.sign)
            work.log.note(Deed.CHANGED, Subject.KEYS, user_id)
            work.commit()
        put_slots(self._hold.folder, self._sidecar(), (slot,))
        self._give_backups(self._as_now())

    def new_recovery_sheet(self, own: str) -> tuple[str, ...]:
        """Return the words of a new recovery sheet; the one before opens nothing any more."""
        self._confirm(own)
        sheet = access.new_recovery_sheet(self._hold.folder, self._hold.ring)
        self._give_backups(self._as_now())
        with self._hold.store.work() as work:
            work.upkeep.put(replace(work.upkeep.get(), sheet_seen=NOT_KEPT_YET))
            work.log.note(Deed.RENEWED, Subject.RECOVERY_SHEET)
            work.commit()
        return sheet.words

    def _change_own_keys(self, passphrase: str) -> None:
        """Give an owner keys of her own that an old copy of the folder does not give away."""
        hold, identity = self._hold, new_identity()
        ring, keys = hold.ring, self._sidecar()
        slot = access.slot_of(
            keys, ring, identity, ring.user_id, ring.rights, passphrase, hold.cost
        )
        put_slots(hold.folder, keys, (slot,))
        with hold.store.work() as work:
            work.users.add_hand(ring.user_id, slot.publics.sign)
            work.drafts.seal_anew(identity.own)
            work.log.note(Deed.CHANGED, Subject.KEYS, ring.user_id)
            work.commit()
        self._give_backups(self._as_now())
        hold.hand_over(identity)

    def _confirm(self, own: str) -> None:
        if not self._hold.ring.may(Part.ACCESS):
            raise Refused(NotForYourRole(Part.ACCESS))
        access.confirm(self._hold.folder, self._hold.ring, own)

    def _sidecar(self) -> Sidecar:
        return own_sidecar(self._hold.folder, self._hold.ring)

    def _check(self, passphrase: str, name: str) -> None:
        with self._hold.store.work() as work:
            words = (*work.house.get().name.split(), *name.split())
        check(passphrase, words)

    def _new_slot(self, person: UUID, rights: Rights, passphrase: str) -> Slot:
        hold = self._hold
        return access.new_slot(self._sidecar(), hold.ring, person, rights, passphrase, hold.cost)

    def _with_access(self) -> tuple[User, ...]:
        return tuple(user for user in self.users() if user.has_access)

    def _get(self, user_id: UUID) -> tuple[User, Rights]:
        for user in self._with_access():
            if user.id == user_id and user.rights is not None:
                return user, user.rights
        raise Refused(NotFound("user", str(user_id)))

    def _check_not_last(self, user: User) -> None:
        if len(owners(self._with_access())) == 1:
            raise Refused(LastOwner(user.name))

    def _as_now(self) -> Callable[[Sidecar, KeyRing], Sidecar]:
        now, ring = self._sidecar(), self._hold.ring
        return lambda then, held: access.given_to(then, held, now, ring)

    def _give_backups(self, rewrap: Callable[[Sidecar, KeyRing], Sidecar]) -> None:
        with suppress(OSError):
            self._backups.give_again(rewrap, staying=self._sidecar())

    def _note(self, deed: Deed, subject: Subject, record: UUID) -> None:
        with self._hold.store.work() as work:
            work.log.note(deed, subject, record)
            work.commit()

    def _note_removed(self, user_id: UUID, today: dt.date) -> None:
        with suppress(Refused), self._hold.store.work() as work:
            work.users.remove(user_id, today)
            work.log.note(Deed.REMOVED, Subject.USER, user_id)
            work.commit()
