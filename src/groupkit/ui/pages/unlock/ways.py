"""The ways into a store; each takes its time and is run in the lane."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from groupkit.domain.roles import User
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.unlock import (
    people_on_sheet,
    restore_and_unlock,
    restore_by_sheet,
    unlock,
    unlock_with_sheet,
)
from groupkit.wiring import Program


@dataclass(frozen=True)
class Ways:
    """Into the store in ``folder``; the program's vault is imported at the first try."""

    program: Program
    folder: Path

    def by_passphrase(self, passphrase: str) -> OpenStore:
        """Open it."""
        return unlock(self.program.vault, self.folder, passphrase)

    def by_backup(self, backup: Path | str, passphrase: str) -> OpenStore:
        """Restore a backup and open it."""
        return restore_and_unlock(self.program.vault, self.folder, backup, passphrase)

    def people(self, words: str) -> tuple[User, ...]:
        """Return who may be the one that typed the sheet's words."""
        return people_on_sheet(self.program.vault, self.folder, words)

    def people_of_backup(self, backup: Path | str, words: str) -> tuple[User, ...]:
        """Restore a backup by the sheet's words; return who may be the one that typed them."""
        return restore_by_sheet(self.program.vault, self.folder, backup, words)

    def by_sheet(self, words: str, person: User, passphrase: str, again: str) -> OpenStore:
        """Open it for ``person``, who gets a new passphrase."""
        vault = self.program.vault
        return unlock_with_sheet(vault, self.folder, words, person, passphrase, again)
