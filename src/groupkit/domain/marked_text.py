"""Looking into a source as it is being written, also while its notation does not come out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from groupkit.domain.discretion import resolve
from groupkit.domain.refusal import Refused

CHOICE = re.compile(r"(?<!\\)\{((?:[^{}|\\]|\\.)*)\|((?:[^{}|\\]|\\.)*)\}")
FENCE = re.compile(r" {0,3}:{3,}.*")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t#]*")
_EMPHASIS = re.compile(r"[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Span:
    """Letters of a line: from ``start`` (0 is the first) on, ``length`` of them."""

    start: int
    length: int


def plain_title(source: str) -> str:
    """Return the words of the first heading in the plain form, '' when there is none."""
    for line in source.splitlines():
        found = _HEADING.fullmatch(line)
        if found:
            return _EMPHASIS.sub("", CHOICE.sub(r"\1", found[1])).strip()
    return ""


def telling_spans(source: str, stems: Iterable[str]) -> dict[str, tuple[Span, ...]]:
    """Return where the discreet form still tells, by line of ``source``.

    A source whose notation does not come out has none: nobody knows yet what its form would say.
    """
    try:
        shown = resolve(source, discreet=True).split("\n")
    except Refused:
        return {}
    folded = tuple(stem.casefold() for stem in stems)
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found: dict[str, tuple[Span, ...]] = {}
    for line, kept in zip(lines, shown, strict=True):
        if kept.strip():
            spans = tuple(
                Span(word.start(), len(word[0]))
                for word in _WORD.finditer(_only_discreet(line))
                if any(stem in word[0].casefold() for stem in folded)
            )
            if spans:
                found[line] = spans
    return found


def _only_discreet(line: str) -> str:
    """Return ``line``, as long as before, with blanks for what the plain form alone says."""

    def hide(choice: re.Match[str]) -> str:
        return " " * (choice.start(2) - choice.start()) + choice[2] + " "

    return CHOICE.sub(hide, line)
