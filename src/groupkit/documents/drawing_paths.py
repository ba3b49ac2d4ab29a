"""Paths, points and transforms of a drawing, written out in one plain way.

Every command stands with its letter and all its numbers, parted by single blanks; as a reader of
SVG must, what follows a mistake in a path is left out.
"""

from __future__ import annotations

import math
import re
from typing import Final

_MOST = 1e7
_NUMBER = re.compile(r"[\s,]*+([+-]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][+-]?\d++)?)")
_FLAG = re.compile(r"[\s,]*+([01])")
_COMMAND = re.compile(r"[\s,]*+([MmZzLlHhVvCcSsQqTtAa])")
_COUNTS: Final = {"m": 2, "z": 0, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7}
_ARC_FLAGS: Final = (3, 4)
_TRANSFORM = re.compile(r"[\s,]*+(matrix|translate|scale|rotate|skewX|skewY)\s*+\(([^()]*+)\)")
_TRANSFORM_COUNTS: Final = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}


def plain_path(said: str) -> str | None:
    """Return a path written out, None for one that draws nothing."""
    written: list[str] = []
    at, command = 0, ""
    while True:
        if found := _COMMAND.match(said, at):
            command, at = found[1], found.end()
        elif not command or command in "Zz":
            break
        if not written and command not in "Mm":
            return None
        numbers, at = _arguments(said, at, command.lower())
        if numbers is None:
            break
        written.append(" ".join((command, *numbers)))
        # Further pairs behind a first point are lines to them.
        command = {"M": "L", "m": "l"}.get(command, command)
        if found is None and not numbers:
            break
    return " ".join(written) if len(written) > 1 else None


def plain_numbers(said: str) -> tuple[str, ...] | None:
    """Return a list of numbers, None when there is anything else in it."""
    numbers: list[str] = []
    at = 0
    while found := _NUMBER.match(said, at):
        number = _plain(found[1])
        if number is None:
            return None
        numbers.append(number)
        at = found.end()
    return None if said[at:].strip() or not numbers else tuple(numbers)


def plain_points(said: str) -> str | None:
    """Return pairs of numbers, None for fewer than two pairs or half a one."""
    numbers = plain_numbers(said)
    return None if numbers is None or len(numbers) < 4 or len(numbers) % 2 else " ".join(numbers)


def plain_transform(said: str) -> str | None:
    """Return transforms written out, None when one of them is not as it should be."""
    written: list[str] = []
    at = 0
    while found := _TRANSFORM.match(said, at):
        numbers = plain_numbers(found[2])
        if numbers is None or len(numbers) not in _TRANSFORM_COUNTS[found[1]]:
            return None
        written.append(f"{found[1]}({' '.join(numbers)})")
        at = found.end()
    return None if said[at:].strip(" \t\r\n,") or not written else " ".join(written)


def _arguments(said: str, at: int, command: str) -> tuple[tuple[str, ...] | None, int]:
    """Return a command's numbers and where they end; None when they are not all there."""
    numbers: list[str] = []
    for place in range(_COUNTS[command]):
        is_flag = command == "a" and place in _ARC_FLAGS
        found = (_FLAG if is_flag else _NUMBER).match(said, at)
        number = _plain(found[1]) if found else None
        if found is None or number is None:
            return None, at
        numbers.append(number)
        at = found.end()
    return tuple(numbers), at


def _plain(said: str) -> str | None:
    number = float(said[:40])
    return f"{number:.7g}" if math.isfinite(number) and abs(number) <= _MOST else None
