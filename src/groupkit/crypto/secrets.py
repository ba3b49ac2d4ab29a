"""Secret bytes in buffers that can be overwritten."""

from __future__ import annotations

import os

KEY_BYTES = 32
SALT_BYTES = 16


def random_buffer(length: int) -> bytearray:
    """Return ``length`` bytes from the operating system's generator."""
    return bytearray(os.urandom(length))


def wipe(buffer: bytearray) -> None:
    """Overwrite ``buffer`` in place; copies made elsewhere are out of reach."""
    buffer[:] = bytes(len(buffer))
