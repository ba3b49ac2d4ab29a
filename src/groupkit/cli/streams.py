"""Standard output and error that take every letter, on every console and into every pipe."""

from __future__ import annotations

import contextlib
import io
import os
import sys


def speak_utf8() -> None:
    """Make standard output and error speak UTF-8; what cannot be written is spelled out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say_on_one_line(text: str) -> None:
    """Write ``text`` to standard error as one line without control characters.

    A folder's name may hold line breaks or the signs that steer a terminal.
    """
    readable = "".join(sign if sign.isprintable() else " " for sign in text)
    with contextlib.suppress(OSError):
        print(" ".join(readable.split()), file=sys.stderr, flush=True)


def drop_stdout() -> None:
    """Stop writing to a reader that has gone, also when the process ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
