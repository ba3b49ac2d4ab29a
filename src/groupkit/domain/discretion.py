"""One source, two forms: what a sheet says plainly, and what it says when it may be found.

``{plain|neutral}`` holds both wordings of a phrase within one line; ``\\{`` is a brace. Blocks are
fenced by three or more colons; those named ``only plain`` and ``only discreet`` stand in one form
alone and may hold other blocks when they are fenced with more colons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from groupkit.domain.refusal import Fault, NotationTrouble, Refused

BLOCKS = frozenset(
    {"box", "lines", "check", "scale", "help", "columns", "column", "picture", "only"}
)
_FORMS = frozenset({"plain", "discreet"})
_FENCE = re.compile(r" {0,3}(:{3,}+)(.*)")
_CHOICE = re.compile(r"(?<!\\)\{((?:[^{}|\\]|\\.)*)\|((?:[^{}|\\]|\\.)*)\}")
_LONE_BRACE = re.compile(r"(?<!\\)[{}]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class _Open:
    """A block that has begun: its fence, its first line, and the form it keeps to."""

    colons: int
    line: int
    form: str


def resolve(source: str, *, discreet: bool) -> str:
    """Return ``source`` as one form shows it, with as many lines as before.

    What belongs to the other form leaves empty lines, so that a line keeps its number.

    Raises:
        Refused: NotationTrouble, for unbalanced braces, and for a block that is unknown, misused,
            not begun or not ended.
    """
    form, side = ("discreet", 2) if discreet else ("plain", 1)
    stack: list[_Open] = []
    kept: list[str] = []
    for number, line in enumerate(_lines(source), start=1):
        if _LONE_BRACE.search(_CHOICE.sub("", line)):
            raise Refused(NotationTrouble(Fault.BRACES_UNBALANCED, number))
        is_form_fence = _follow(line, number, stack)
        shown = not is_form_fence and all(block.form in ("", form) for block in stack)
        kept.append(_CHOICE.sub(lambda found: found[side], line) if shown else "")
    if stack:
        raise Refused(NotationTrouble(Fault.BLOCK_NOT_ENDED, stack[-1].line))
    return "\n".join(kept)


def _lines(source: str) -> list[str]:
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _follow(line: str, number: int, stack: list[_Open]) -> bool:
    """Open or close a block; return whether ``line`` fences an ``only`` block."""
    fence = _FENCE.fullmatch(line)
    if not fence:
        return False
    colons, opening = len(fence[1]), fence[2].strip(" \t")
    if opening:
        block = _opened(opening, colons, number)
        if stack and stack[-1].colons <= colons:
            raise Refused(NotationTrouble(Fault.FENCE_TOO_LONG, number))
        stack.append(block)
        return bool(block.form)
    if not stack or stack[-1].colons != colons:
        raise Refused(NotationTrouble(Fault.BLOCK_NOT_BEGUN, number))
    return bool(stack.pop().form)


def _opened(text: str, colons: int, number: int) -> _Open:
    name, _, rest = text.partition(" ")
    if name not in BLOCKS:
        raise Refused(NotationTrouble(Fault.BLOCK_UNKNOWN, number))
    form = rest.strip() if name == "only" else ""
    if name == "only" and form not in _FORMS:
        raise Refused(NotationTrouble(Fault.BLOCK_MISUSED, number))
    return _Open(colons, number, form)


def telling_words(text: str, stems: Iterable[str]) -> tuple[str, ...]:
    """Return the words of ``text`` in which a stem occurs, in any case, each once, in order."""
    folded = tuple(stem.casefold() for stem in stems)
    words = dict.fromkeys(word.casefold() for word in _WORD.findall(text))
    return tuple(word for word in words if any(stem in word for stem in folded))
