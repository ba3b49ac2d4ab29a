"""How far a long command is, on one line of a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from groupkit.language import Language
from groupkit.usecases.demonstrating import Progress

_WIDTH = 40


@contextmanager
def shown_progress(language: Language) -> Iterator[Progress]:
    """Give a function to be told of progress; a file or pipe instead of a terminal stays clean."""
    is_terminal = sys.stderr is not None and sys.stderr.isatty()

    def tell(done: int, total: int) -> None:
        if is_terminal:
            line = language.say("{done} of {total} groups", done=done, total=total)
            print(f"\r{line:<{_WIDTH}}", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if is_terminal:
            print("\r" + " " * _WIDTH + "\r", end="", file=sys.stderr, flush=True)
