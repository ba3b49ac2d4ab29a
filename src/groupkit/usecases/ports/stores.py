"""Stores: made, opened and restored; who has access; backups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from groupkit.domain.backup import Backup
from groupkit.domain.change_log import Head, LogCheck
from groupkit.domain.house import House
from groupkit.domain.roles import Part, Rights, User
from groupkit.usecases.ports.rows import UnitOfWork


class OpenStore(Protocol):
    """A store whose keys are in hand: those that one person's passphrase opens."""

    @property
    def user(self) -> User:
        """Whoever unlocked it."""
        ...

    @property
    def access(self) -> Access:
        """Who has access."""
        ...

    @property
    def backups(self) -> Backups:
        """The store's backups."""
        ...

    def may(self, part: Part) -> bool:
        """Return whether the key of ``part`` is in hand."""
        ...

    def work(self) -> UnitOfWork:
        """Return a new unit of work, to be entered with ``with``."""
        ...

    def findings(self) -> int:
        """Read all pages and rules; return the number of faults (0: sound)."""
        ...

    def check_log(self, head: Head | None = None) -> LogCheck:
        """Verify the chain and, for an owner, every signature; against a printed head if given."""
        ...

    def close(self) -> None:
        """Back up what changed, close the database and forget the keys."""
        ...


class Access(Protocol):
    """Who has access; all but one's own passphrase is for owners.

    ``own`` is the passphrase of whoever unlocked the store, asked again. Each raises Refused:
    WrongPassphrase, NotForYourRole, and what the disk says; then nothing has changed.
    """

    def users(self) -> tuple[User, ...]:
        """Return everybody who has or had access, by name, with their rights."""
        ...

    def add(self, own: str, name: str, rights: Rights, passphrase: str, today: dt.date) -> User:
        """Give somebody access. Raises also UserNameTaken, PassphraseTaken."""
        ...

    def change_rights(self, own: str, user_id: UUID, rights: Rights) -> tuple[str, ...]:
        """Change what somebody may open; taking a key away renews them all.

        Returns the words of a new recovery sheet, () when the keys stay. Raises also LastOwner.
        """
        ...

    def remove(self, own: str, user_id: UUID, today: dt.date) -> tuple[str, ...]:
        """Take somebody's access away: renew all keys; return the new recovery sheet's words.

        Raises also LastOwner.
        """
        ...

    def renew(self, own: str) -> tuple[str, ...]:
        """Renew all keys, as after restoring a backup of before the last renewal.

        Returns the words of the new recovery sheet.
        """
        ...

    def change_own_passphrase(self, own: str, passphrase: str) -> None:
        """Let another passphrase open the store for whoever unlocked it. For everybody."""
        ...

    def reset_passphrase(self, own: str, user_id: UUID, passphrase: str) -> None:
        """Give somebody who forgot it a new passphrase."""
        ...

    def new_recovery_sheet(self, own: str) -> tuple[str, ...]:
        """Return the words of a new recovery sheet; the one before opens nothing any more."""
        ...


@dataclass(frozen=True)
class Contents:
    """What a store holds, in numbers."""

    groups: int
    sessions: int
    recorded: int
    participants: int
    notes: int
    newest_entry: dt.datetime | None
    users: tuple[str, ...] = ()


class Backups(Protocol):
    """One encrypted file each, in the store's own folder or wherever a copy is wanted."""

    def all(self) -> tuple[Backup, ...]:
        """Return the backups in the store's folder, the newest first, whole ones only."""
        ...

    def make(self) -> Backup:
        """Back up now, verify by opening it, and let go of those that have had their time."""
        ...

    def make_in(self, folder: Path) -> Backup:
        """Write a verified backup to ``folder``, on a stick or a share.

        Raises:
            Refused: DiskFull, StoreReadOnly, FileNotWritten.
        """
        ...

    def look_into(self, file: Path | str) -> Contents:
        """Open a backup (a name in the store's folder, or a file anywhere) and count.

        Raises:
            Refused: BackupDamaged, BackupNotOpened.
        """
        ...

    def contents_now(self) -> Contents:
        """Count what the store holds now."""
        ...

    def erase(self, women: Mapping[UUID, dt.date]) -> int:
        """Erase women from every backup in the store's folder, and remember them for older ones.

        A backup that cannot be opened, and stores kept aside after a restoring, are removed.
        Returns how many were removed.

        Raises:
            Refused: DiskFull, StoreReadOnly; what is left is done at the next opening.
        """
        ...

    def doubted(self) -> frozenset[UUID]:
        """Return the women in the store whom a list of the erased names that nobody vouches for."""
        ...

    def keep_doubted(self) -> None:
        """Forget that such a list named them.

        Raises:
            Refused: DiskFull, StoreReadOnly.
        """
        ...

    def restore(self, file: Path | str) -> None:
        """Put the backup in the store's place and keep the store aside; it stays open. For owners.

        Raises:
            Refused: NotForYourRole, BackupDamaged, BackupNotOpened; nothing has changed then.
        """
        ...


class Vault(Protocol):
    """Makes and opens stores: a folder with the keys and the database."""

    def check_passphrase(self, passphrase: str, words: Iterable[str]) -> None:
        """Refuse a passphrase that is too short, too long or too common."""
        ...

    def strength(self, passphrase: str, words: Iterable[str]) -> int:
        """Return how hard the passphrase is to guess, from 0 to 4."""
        ...

    def create(
        self, folder: Path, passphrase: str, house: House, owner: str
    ) -> tuple[OpenStore, tuple[str, ...]]:
        """Make a store in ``folder`` for ``owner``; return it open, with its recovery sheet."""
        ...

    def open(self, folder: Path, passphrase: str) -> OpenStore:
        """Open the store for the person whose passphrase it is.

        Raises:
            Refused: WrongPassphrase; StoreDamaged, KeysDamaged or KeysMissing, where the
                newest sound backup that the passphrase opens is named as far as there is one.
        """
        ...

    def people_on_sheet(self, folder: Path, words: str) -> tuple[User, ...]:
        """Return who has access, for who types the recovery sheet, to choose herself."""
        ...

    def open_with_sheet(
        self, folder: Path, words: str, passphrase: str, user_id: UUID
    ) -> OpenStore:
        """Open by the recovery sheet and let ``passphrase`` be that person's from now on."""
        ...

    def restore(
        self, folder: Path, backup: Path | str, secret: str, *, is_sheet: bool = False
    ) -> None:
        """Put a backup in place of a damaged or lost store, which is kept aside.

        ``backup`` is a name in the store's folder, or a file anywhere.
        ``secret`` is a passphrase that opened the store when the backup was made, or the words of
        its recovery sheet.

        Raises:
            Refused: BackupDamaged, WrongPassphrase, WrongRecoverySheet, DiskFull, StoreReadOnly.
        """
        ...
