"""Which words of a source stand on paper, and where, so that their spelling can be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_SUGGESTIONS = 6

_FENCE = re.compile(r" {0,3}:{3,}+[ \t]*+(\w*+)")
_LABELLED = frozenset({"box", "column", "lines", "scale", "picture"})
_PICTURE_NAME = re.compile(r"[^|]*+")
_CHOICE = re.compile(r"(?<!\\)\{((?:[^{}|\\]|\\.)*)\|((?:[^{}|\\]|\\.)*)\}")
_NO_WORDS = re.compile(
    r"(?<=\])\([^()\s]*+\)"  # where a link leads
    r"|https?://\S++|www\.\S++|<[^<>\s]++>"
    r"|[\w.+-]{1,64}@[\w.-]++"
    r"|\b[\w-]++(?:\.[\w-]++)*?\.(?:dk|com|org|net|eu|gov|info|uk)\b"
    r"|&\w{1,32};"
)
_UNPRINTED = frozenset("*\u00ad")
_TOKEN = re.compile(r"\w+(?:['’.-]\w+)*")


@dataclass(frozen=True)
class WrittenWord:
    """A word as printed: its line counts from 1, its column from 0, ``length`` is the source's.

    ``followed_by`` is the character after it, '' at the end of a line.
    """

    line: int
    column: int
    length: int
    text: str
    followed_by: str = ""


def written_words(source: str) -> Iterator[WrittenWord]:
    """Yield the words of ``source`` in both forms, each place once, in order.

    Left out: the names of blocks, numbers and what holds a digit, links and addresses.
    """
    for number, line in enumerate(source.split("\n"), start=1):
        found: dict[tuple[int, int, str], WrittenWord] = {}
        for side in (1, 2):
            for word in _words_of(_printed(line, side), number):
                found.setdefault((word.column, word.length, word.text), word)
            if "{" not in line:
                break
        yield from (found[place] for place in sorted(found))


def _printed(line: str, side: int) -> list[tuple[str, int]]:
    """Return the printed characters of a line in one form, each with its column."""
    begin = _begin_of_words(line)
    kept: list[tuple[str, int]] = []
    for choice in _CHOICE.finditer(line, begin):
        kept.extend((line[at], at) for at in range(begin, choice.start()))
        kept.extend((line[at], at) for at in range(*choice.span(side)))
        begin = choice.end()
    kept.extend((line[at], at) for at in range(begin, len(line)))
    return [(character, at) for character, at in kept if character not in _UNPRINTED]


def _begin_of_words(line: str) -> int:
    """Return where a line's words begin: behind a block's name, at the end when it has none."""
    fence = _FENCE.match(line)
    if not fence:
        return 0
    if fence[1] not in _LABELLED:
        return len(line)
    if fence[1] == "picture":
        named = _PICTURE_NAME.match(line, fence.end())
        return named.end() if named else len(line)
    return fence.end()


def _words_of(printed: list[tuple[str, int]], line: int) -> Iterator[WrittenWord]:
    text = "".join(character for character, _ in printed)
    bare = _NO_WORDS.sub(lambda found: " " * len(found[0]), text)
    for token in _TOKEN.finditer(bare):
        word = token[0].strip("_")
        if not word or any(map(str.isdigit, word)) or "_" in word:
            continue
        begin = token.start() + token[0].index(word)
        end = begin + len(word)
        first, last = printed[begin][1], printed[end - 1][1]
        yield WrittenWord(line, first, last + 1 - first, word, bare[end : end + 1])
