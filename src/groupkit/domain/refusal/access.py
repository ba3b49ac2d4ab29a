"""Passphrases, the recovery sheet, and who may what."""

from __future__ import annotations

from dataclasses import dataclass

from groupkit.domain.refusal.base import Refusal


@dataclass(frozen=True)
class WrongPassphrase(Refusal):
    pass


@dataclass(frozen=True)
class WrongRecoverySheet(Refusal):
    pass


@dataclass(frozen=True)
class PassphraseTooShort(Refusal):
    length: int
    least: int


@dataclass(frozen=True)
class PassphraseTooLong(Refusal):
    most: int


@dataclass(frozen=True)
class PassphraseTooCommon(Refusal):
    pass


@dataclass(frozen=True)
class PassphrasesDiffer(Refusal):
    pass


@dataclass(frozen=True)
class PassphraseTaken(Refusal):
    """A passphrase that cannot be given to one person, because it opens the store for another."""


@dataclass(frozen=True)
class RoleMissing(Refusal):
    """Somebody with access holds at least one role."""


@dataclass(frozen=True)
class OwnerNeedsAllKeys(Refusal):
    """Whoever removes people renews all keys, so an owner is a facilitator."""


@dataclass(frozen=True)
class LastOwner(Refusal):
    """Somebody must be left who may add and remove people."""

    name: str


@dataclass(frozen=True)
class RemovingYourself(Refusal):
    """Another owner has to take your access away."""


@dataclass(frozen=True)
class UserNameTaken(Refusal):
    name: str


@dataclass(frozen=True)
class NotForYourRole(Refusal):
    """The key to this part of the store is not among those that her passphrase opens."""

    part: str
