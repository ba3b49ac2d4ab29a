"""From what a person types to the secret that locks the inner half of her slot."""

from __future__ import annotations

import os
from collections.abc import Iterable

from groupkit.crypto.derive import SLOT_SALT_BYTES, Cost, from_passphrase, from_secret
from groupkit.crypto.passphrase import normalised
from groupkit.crypto.recovery import RecoverySheet
from groupkit.crypto.secrets import wipe
from groupkit.crypto.slots import Lock, SlotKind
from groupkit.domain.refusal import KeysDamaged, Refused


class Stretching:
    """Derives secrets from one passphrase, each salt and cost once; forget it after use."""

    def __init__(self) -> None:
        self._known: dict[tuple[bytes, Cost], bytearray] = {}

    def of(self, passphrase: str, lock: Lock) -> bytearray:
        """Return the secret that ``passphrase`` gives with the salt and cost of ``lock``.

        Raises:
            Refused: PassphraseTooLong, KeysDamaged for a lock without a cost.
        """
        if lock.cost is None:
            raise Refused(KeysDamaged())
        made_of = (lock.salt, lock.cost)
        if made_of not in self._known:
            typed = normalised(passphrase)
            try:
                self._known[made_of] = from_passphrase(typed, lock.salt, lock.cost)
            finally:
                wipe(typed)
        return self._known[made_of]

    def new(self, passphrase: str, among: Iterable[Lock], least: Cost) -> tuple[Lock, bytearray]:
        """Return a lock for a new passphrase, and its secret.

        It shares the salt of the locks ``among`` which it comes, where these cost ``least`` or
        more, so that one derivation serves all.
        """
        for lock in among:
            cost = lock.cost
            if cost is None or cost.memory < least.memory or cost.passes < least.passes:
                continue
            return lock, self.of(passphrase, lock)
        fresh = Lock(SlotKind.PASSPHRASE, least, os.urandom(SLOT_SALT_BYTES))
        return fresh, self.of(passphrase, fresh)


def sheet_lock() -> Lock:
    """Return a lock for a recovery sheet."""
    return Lock(SlotKind.RECOVERY, None, os.urandom(SLOT_SALT_BYTES))


def stretched_sheet(sheet: RecoverySheet, lock: Lock) -> bytearray:
    """Return the secret of ``sheet`` for ``lock``; its 168 bits need no stretching."""
    return from_secret(sheet.secret, lock.salt, b"groupkit recovery slot 2")
