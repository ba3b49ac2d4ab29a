"""What changed between two versions of a text, line by line and, within a line, word by word.

The new text is what is kept and added, the old one what is kept and removed, to the letter. Where
two texts have next to nothing in common, or repeat themselves so much that comparing would take
seconds, whole lines are shown as removed and added.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"[^\W_]+|\s+|[\W_]")
_MOST_WORK = 100_000
"""Pairs of equal lines, or words, that are looked at; more of them are compared coarsely."""
_MOST_COMPARED = 2_000
"""Lines, or words, between two anchors that are compared closely."""
_MOST_TOKENS = 4_000
_MOST_PAIRS = 500
"""Lines in place of others that are looked into word by word."""
_ALIKE_ENOUGH = 0.4
"""Share of a line's letters that must be kept for it to be shown as changed."""

_Stretch = tuple[bool, int, int, int, int]


class Change(StrEnum):
    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Piece:
    """Letters within a line with one fate."""

    change: Change
    text: str


@dataclass(frozen=True)
class Row:
    """A line of either text, or one line of both; the numbers count from 1, 0 for 'not there'."""

    old_line: int
    new_line: int
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        return any(piece.change is not Change.KEPT for piece in self.pieces) or not (
            self.old_line and self.new_line
        )

    def old(self) -> str:
        """Return the line as it was."""
        return "".join(piece.text for piece in self.pieces if piece.change is not Change.ADDED)

    def new(self) -> str:
        """Return the line as it is now."""
        return "".join(piece.text for piece in self.pieces if piece.change is not Change.REMOVED)


def differences(old: str, new: str) -> tuple[Row, ...]:
    """Return every line of both texts in reading order, what was removed before what was added."""
    before, after = old.split("\n"), new.split("\n")
    rows: list[Row] = []
    for same, a, a_end, b, b_end in _compared(before, after):
        if same:
            rows.extend(
                Row(a + step + 1, b + step + 1, (Piece(Change.KEPT, before[a + step]),))
                for step in range(a_end - a)
            )
        else:
            rows.extend(_replaced(before[a:a_end], after[b:b_end], a + 1, b + 1))
    return tuple(rows)


def old_text(rows: Sequence[Row]) -> str:
    """Return the text that the differences start from."""
    return "\n".join(row.old() for row in rows if row.old_line)


def new_text(rows: Sequence[Row]) -> str:
    """Return the text that the differences lead to."""
    return "\n".join(row.new() for row in rows if row.new_line)


def around_changes(rows: Sequence[Row], context: int = 2) -> tuple[tuple[Row, ...], ...]:
    """Return the stretches of ``rows`` that hold changes, with ``context`` rows about each."""
    near: list[int] = []
    for at, row in enumerate(rows):
        if row.changed:
            first = max(at - context, near[-1] + 1 if near else 0)
            near.extend(range(first, min(at + context + 1, len(rows))))
    stretches: list[list[Row]] = []
    for place, at in enumerate(near):
        if place == 0 or at != near[place - 1] + 1:
            stretches.append([])
        stretches[-1].append(rows[at])
    return tuple(tuple(stretch) for stretch in stretches)


def _replaced(old: list[str], new: list[str], first_old: int, first_new: int) -> Iterator[Row]:
    """Yield the rows for lines in place of others: changed in pairs, then removed, then added."""
    removed: list[Row] = []
    added: list[Row] = []
    looked_into = min(len(old), len(new), _MOST_PAIRS)
    for step in range(max(len(old), len(new))):
        was = old[step] if step < len(old) else None
        now = new[step] if step < len(new) else None
        pieces = _pieces(old[step], new[step]) if step < looked_into else None
        if pieces:
            yield from (*removed, *added)
            removed, added = [], []
            yield Row(first_old + step, first_new + step, pieces)
            continue
        if was is not None:
            removed.append(Row(first_old + step, 0, (Piece(Change.REMOVED, was),)))
        if now is not None:
            added.append(Row(0, first_new + step, (Piece(Change.ADDED, now),)))
    yield from (*removed, *added)


def _pieces(old: str, new: str) -> tuple[Piece, ...] | None:
    """Return one line's pieces, None when the two lines have too little in common."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) + len(after) > _MOST_TOKENS:
        return None
    pieces: list[Piece] = []
    for same, a, a_end, b, b_end in _compared(before, after):
        if same:
            pieces.append(Piece(Change.KEPT, "".join(before[a:a_end])))
            continue
        if a < a_end:
            pieces.append(Piece(Change.REMOVED, "".join(before[a:a_end])))
        if b < b_end:
            pieces.append(Piece(Change.ADDED, "".join(after[b:b_end])))
    kept = sum(len(piece.text.strip()) for piece in pieces if piece.change is Change.KEPT)
    longer = max(len(old.strip()), len(new.strip()))
    return tuple(pieces) if kept and kept >= _ALIKE_ENOUGH * longer else None


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    """Yield stretches: whether they are the same, and where they lie in both."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    a_end, b_end = len(old) - tail, len(new) - tail
    if head:
        yield True, 0, head, 0, head
    for same, a, a_to, b, b_to in _middle(old[head:a_end], new[head:b_end]):
        yield same, a + head, a_to + head, b + head, b_to + head
    if tail:
        yield True, a_end, len(old), b_end, len(new)


def _middle(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    """Compare between the anchors: what stands once in both, and in the same order."""
    a = b = 0
    for next_a, next_b in (*_anchors(old, new), (len(old), len(new))):
        for same, start, end, new_start, new_end in _between(old[a:next_a], new[b:next_b]):
            yield same, start + a, end + a, new_start + b, new_end + b
        if next_a < len(old):
            yield True, next_a, next_a + 1, next_b, next_b + 1
        a, b = next_a + 1, next_b + 1


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest row of places, rising in both, of what stands once in each."""
    once_old, once_new = _standing_once(old), _standing_once(new)
    ends: list[int] = []
    best: list[tuple[int, int]] = []
    chain: dict[tuple[int, int], tuple[int, int] | None] = {}
    for word, a in once_old.items():
        if word not in once_new:
            continue
        pair = (a, once_new[word])
        length = bisect_left(ends, pair[1])
        chain[pair] = best[length - 1] if length else None
        ends[length : length + 1] = [pair[1]]
        best[length : length + 1] = [pair]
    found: list[tuple[int, int]] = []
    last = best[-1] if best else None
    while last is not None:
        found.append(last)
        last = chain[last]
    return found[::-1]


def _standing_once(sequence: Sequence[str]) -> dict[str, int]:
    counted = Counter(sequence)
    return {each: at for at, each in enumerate(sequence) if counted[each] == 1}


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    if not old and not new:
        return
    counted = Counter(new)
    too_long = len(old) + len(new) > _MOST_COMPARED
    if too_long or sum(counted[each] for each in old) > _MOST_WORK:
        yield False, 0, len(old), 0, len(new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, a_to, b, b_to in matcher.get_opcodes():
        yield tag == "equal", a, a_to, b, b_to
