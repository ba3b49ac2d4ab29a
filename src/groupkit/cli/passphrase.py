"""Getting the passphrase: typed without echo, or from a file descriptor.

Never from an argument or the environment, which other programs on the machine can read.
"""

from __future__ import annotations

import getpass
import os
import sys
import warnings
from typing import Final

from groupkit.cli.declined import Declined
from groupkit.language import Language

MOST_BYTES: Final = 10_000


def passphrase(language: Language, descriptor: int | None) -> str:
    """Return the passphrase of an existing store.

    Raises:
        Declined: nobody can be asked, or the descriptor holds no passphrase.
    """
    if descriptor is None or _is_terminal(descriptor):
        return _typed(language.say("Passphrase: "), language)
    return _read_line(descriptor, language)


def new_passphrase(language: Language, descriptor: int | None) -> tuple[str, str]:
    """Return the passphrase of a new store and its repetition; a descriptor gives it once.

    Raises:
        Declined: as for :func:`passphrase`.
    """
    if descriptor is None or _is_terminal(descriptor):
        first = _typed(language.say("New passphrase: "), language)
        return first, _typed(language.say("The same again: "), language)
    given = _read_line(descriptor, language)
    return given, given


def _is_terminal(descriptor: int) -> bool:
    # What is typed at a terminal would be echoed if it were read as a file.
    try:
        return os.isatty(descriptor)
    except OverflowError:
        return False


def _typed(prompt: str, language: Language) -> str:
    if sys.stdin is None or sys.stdin.closed or not sys.stdin.isatty():
        raise Declined(
            language.say(
                "There is no terminal to type the passphrase at; "
                "give it with --passphrase-fd, for example --passphrase-fd 0."
            )
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(prompt)
    except EOFError:
        raise Declined(language.say("No passphrase was typed; nothing was opened.")) from None
    except getpass.GetPassWarning:
        raise Declined(
            language.say("This terminal would show the passphrase; use --passphrase-fd instead.")
        ) from None


def _read_line(descriptor: int, language: Language) -> str:
    line = _bytes_of_line(descriptor, language)
    if len(line) > MOST_BYTES:
        raise Declined(
            language.say(
                "The first line of file descriptor {number} is too long for a passphrase.",
                number=descriptor,
            )
        )
    try:
        typed = line.decode("utf-8")
    except UnicodeDecodeError:
        raise Declined(
            language.say(
                "The passphrase from file descriptor {number} is not UTF-8 text.",
                number=descriptor,
            )
        ) from None
    if not typed:
        raise Declined(
            language.say(
                "No passphrase came from file descriptor {number}; it has to be its first line.",
                number=descriptor,
            )
        )
    return typed


def _bytes_of_line(descriptor: int, language: Language) -> bytes:
    # Byte by byte, so that whatever follows the line is left for its own reader.
    line = bytearray()
    try:
        while len(line) <= MOST_BYTES:
            byte = os.read(descriptor, 1)
            if byte in {b"", b"\n"}:
                break
            line += byte
    except (OSError, OverflowError):
        raise Declined(
            language.say(
                "File descriptor {number} cannot be read; give one that is open for reading.",
                number=descriptor,
            )
        ) from None
    return bytes(line.removesuffix(b"\r"))
