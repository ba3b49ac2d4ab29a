"""Writing a file whole or not at all, and reading one that may be of any size."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path


def write_whole(target: Path, content: bytes) -> None:
    """Write ``content`` beside ``target``, sync it, and put it in place in one step.

    Raises:
        OSError: the folder cannot be written to, or the disk is full; ``target`` is as before.
    """
    part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def read_at_most(file: Path, most: int) -> bytes:
    """Return what ``file`` holds, at most ``most`` bytes and one more, by which one can tell.

    Raises:
        OSError: it is not there, cannot be read, or is no ordinary file, which might never end.
    """
    if not file.is_file():
        raise FileNotFoundError(file)
    with file.open("rb") as opened:
        return opened.read(most + 1)
