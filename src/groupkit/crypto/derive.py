"""From a passphrase or a recovery sheet to the key of its slot.

Argon2id (RFC 9106) makes each guess of a passphrase cost time and memory. The cost stands in the
sidecar, which anyone with the laptop can edit; a :class:`Cost` outside its bounds cannot exist, so
that an edited one is refused before memory is spent:

- floor 64 MiB, 2 passes, 1 lane: RFC 9106's choice for little memory, one pass less;
- ceiling 2 GiB, 10 passes, 16 lanes: about 15 s on a laptop of 2024, no more.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, cast

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SLOT_KEY_BYTES = 32
SLOT_SALT_BYTES = 16
MIB = 1024

_MEMORY = (64 * MIB, 2048 * MIB)
_PASSES = (2, 10)
_LANES = (1, 16)
_CALIBRATED_MEMORY = 1024 * MIB
_TOO_QUICK = 0.35


@dataclass(frozen=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, lanes side by side.

    Raises:
        ValueError: a part lies outside its bounds.
    """

    memory: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        parts = ((self.memory, _MEMORY), (self.passes, _PASSES), (self.lanes, _LANES))
        if not all(least <= part <= most for part, (least, most) in parts):
            raise ValueError("cost out of bounds")


STANDARD: Final = Cost(memory=256 * MIB, passes=3, lanes=4)
CHEAPEST: Final = Cost(memory=64 * MIB, passes=2, lanes=1)


def from_passphrase(passphrase: bytes | bytearray, salt: bytes, cost: Cost) -> bytearray:
    """Return the slot key of a normalised passphrase, at the full cost."""
    key = bytearray(SLOT_KEY_BYTES)
    Argon2id(
        salt=salt,
        length=SLOT_KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    ).derive_into(cast("bytes", passphrase), key)  # takes any buffer; its types say bytes
    return key


def from_secret(secret: bytes | bytearray, salt: bytes, purpose: bytes) -> bytearray:
    """Return a key from a secret that is random enough to need no stretching (HKDF-SHA256)."""
    key = bytearray(SLOT_KEY_BYTES)
    HKDF(SHA256(), SLOT_KEY_BYTES, salt, purpose).derive_into(secret, key)
    return key


def seconds_for(cost: Cost) -> float:
    """Return how long one derivation takes on this machine, in seconds."""
    started = time.perf_counter()
    from_passphrase(os.urandom(16), os.urandom(SLOT_SALT_BYTES), cost)
    return time.perf_counter() - started


def calibrated(measure: Callable[[Cost], float] = seconds_for) -> Cost:
    """Return the standard cost, or on a fast machine more memory, never less.

    One derivation is measured; memory doubles, up to 1 GiB, while a guess would take less than
    0.35 s, so that it takes about half a second.
    """
    memory, seconds = STANDARD.memory, measure(STANDARD)
    while seconds < _TOO_QUICK and memory < _CALIBRATED_MEMORY:
        memory, seconds = memory * 2, seconds * 2
    return Cost(memory, STANDARD.passes, STANDARD.lanes)
