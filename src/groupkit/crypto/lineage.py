"""From the owners' public key that somebody knows to the one that is valid now.

Renewing the keys renews the owners' key, too. Whoever was not there still knows the one before;
the old key's signature under the new one leads her on, and her slot is brought up to date the next
time she unlocks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from groupkit.crypto.bound import bound
from groupkit.crypto.identity import owner_public, owner_signature, verified


@dataclass(frozen=True)
class Succession:
    """The owners' key ``before`` names the one ``after`` it."""

    before: bytes = field(repr=False)
    after: bytes = field(repr=False)
    signature: bytes = field(repr=False)


def succession(store_id: UUID, owner_key: bytearray, after: bytes) -> Succession:
    """Return the word of the holder of ``owner_key`` that ``after`` is valid from now on."""
    before = owner_public(owner_key)
    return Succession(before, after, owner_signature(owner_key, _word(store_id, before, after)))


def leads(store_id: UUID, known: bytes, lineage: Iterable[Succession], now: bytes) -> bool:
    """Return whether the lineage leads from the key ``known`` to the key valid ``now``."""
    steps = {
        step.before: step.after
        for step in lineage
        if verified(step.before, step.signature, _word(store_id, step.before, step.after))
    }
    while known != now and known in steps:
        known = steps.pop(known)
    return known == now


def _word(store_id: UUID, before: bytes, after: bytes) -> bytes:
    return bound(b"groupkit succession 1", store_id.bytes, before, after)
