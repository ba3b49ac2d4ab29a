"""A material pack: topics, texts and pictures of the library on their way to another laptop."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from hashlib import sha256
from uuid import UUID

from groupkit.domain.agenda import Agenda
from groupkit.domain.material import Sharing, TextKey
from groupkit.domain.picture import Picture

SUFFIX = ".materials"
MOST_PACK_BYTES = 50_000_000
MOST_ENTRIES = 500
MOST_ENTRY_BYTES = 5_000_000
MOST_BYTES_INFLATED = 80_000_000
MOST_TEXT_BYTES = 3_000_000
"""Of all texts together: some ten times the shipped library."""
MOST_NOTATION = 60_000
"""Signs of the notation and ends of lines in all texts; the shipped library has a fifth of it.

They are what reading a text takes its time over.
"""
MOST_PACKED_PIXELS = 60_000_000
MOST_DRAWN_BYTES = 1_000_000
"""Of all pictures together, and of all drawings among them, for the same reason."""
NAMELESS = UUID(int=0)
"""The id of an agenda's items on their way; they get their own where they are taken in."""
_GROUPS, _DIGITS = 6, 5


@dataclass(frozen=True)
class Maker:
    """Who signed a pack: its Ed25519 key (32 bytes), and what it calls itself, '' for nothing."""

    public: bytes
    name: str = ""

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """Six groups of five digits that stand for the key, to be compared over the telephone."""
        number = int.from_bytes(sha256(b"groupkit pack maker 1" + self.public).digest())
        digits = f"{number % 10 ** (_GROUPS * _DIGITS):0{_GROUPS * _DIGITS}}"
        return tuple(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))


@dataclass(frozen=True)
class PackedTopic:
    """A topic with its words by language, and the agendas that the house gave it."""

    slug: str
    titles: tuple[tuple[str, str], ...]
    summaries: tuple[tuple[str, str], ...] = ()
    agendas: tuple[tuple[str, Agenda], ...] = ()


@dataclass(frozen=True)
class PackedText:
    """An approved text; ``basis`` and ``translates`` as with :class:`Version`."""

    key: TextKey
    sharing: Sharing
    text: str
    basis: str = ""
    translates: str = ""


@dataclass(frozen=True)
class Pack:
    """What a pack holds; ``made`` is the day."""

    maker: Maker
    made: dt.date
    topics: tuple[PackedTopic, ...]
    texts: tuple[PackedText, ...]
    pictures: tuple[Picture, ...] = ()


def bare(agenda: Agenda) -> Agenda:
    """Return ``agenda`` without the names of who leads what, and without ids."""
    return Agenda(tuple(replace(item, id=NAMELESS, leader="") for item in agenda.items))
