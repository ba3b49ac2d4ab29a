"""Writing a finished file: whole or not at all, or to standard output."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import Final

from groupkit.cli.declined import Declined
from groupkit.domain.refusal import DiskFull, FileNotWritten, Refused
from groupkit.language import Language
from groupkit.machine.files import write_whole

STANDARD_OUTPUT: Final = "-"
_LONGEST_SHOWN: Final = 80


def write(target: str, content: bytes, language: Language) -> None:
    """Write ``content`` to the file named ``target``, replacing it in one step; - is stdout.

    Raises:
        Refused: FileNotWritten or DiskFull; an existing file is as it was.
        Declined: standard output is closed.
    """
    if target == STANDARD_OUTPUT:
        write_out(content, language)
        return
    try:
        _write_file(Path(target), content)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise Refused(DiskFull()) from None
        raise Refused(FileNotWritten(target[:_LONGEST_SHOWN])) from None


def write_out(content: bytes, language: Language) -> None:
    """Write bytes to standard output as they are."""
    if sys.stdout is None:
        raise Declined(language.say("Standard output is closed; name a file with -o."))
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _write_file(file: Path, content: bytes) -> None:
    place = file.resolve()
    if place.exists() and not (place.is_file() or place.is_dir()):
        # A device or a pipe is written to; putting a file in its place would take it away.
        with place.open("wb") as device:
            device.write(content)
        return
    write_whole(place, content)
