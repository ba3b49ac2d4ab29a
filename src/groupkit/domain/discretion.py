"""One source, two forms: what a sheet says plainly, and what it says when it may be found."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_WORD = re.compile(r"\w+", re.UNICODE)


class NotationTrouble(ValueError):
    """A source whose notation does not come out; ``line`` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"notation in line {line}")
        self.line = line


def resolve(source: str, *, discreet: bool) -> str:
    """Return ``source`` with each ``{plain|neutral}`` replaced by its side of the form.

    Raises:
        NotationTrouble: a brace is left over.
    """
    resolved = _CHOICE.sub(lambda found: found[2 if discreet else 1], source)
    for number, line in enumerate(resolved.splitlines(), start=1):
        if "{" in line or "}" in line:
            raise NotationTrouble(number)
    return resolved


def telling_words(text: str, stems: Iterable[str]) -> tuple[str, ...]:
    """Return the words of ``text`` that hold one of ``stems``, whatever their case."""
    wanted = tuple(stem.casefold() for stem in stems)
    words = (word.casefold() for word in _WORD.findall(text))
    return tuple(word for word in words if any(stem in word for stem in wanted))
