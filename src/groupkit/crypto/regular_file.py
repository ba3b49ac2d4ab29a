"""Opening a file that somebody may have put something strange in the place of."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO


class NotRegularError(Exception):
    """There is a pipe, a device or a folder where a file belongs."""


def open_regular(path: Path) -> BinaryIO:
    """Open an ordinary file for reading; a pipe in its place would make opening wait for ever.

    Raises:
        NotRegularError: there is something else.
        OSError: what the disk says.
    """
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    file = os.fdopen(os.open(path, flags), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotRegularError
    return file
