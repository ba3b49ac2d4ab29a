"""SQLite's rollback journal, judged before SQLite acts on it.

SQLite rolls a journal back as far as its checksums hold and then stops without a word, and takes a
database whose journal was removed for a finished one. Either way rows that nobody kept are shown,
and no check of the database finds them. Hence this look beforehand, at the bytes alone: the
checksums are made over encrypted pages, so no key is needed.

The format is https://www.sqlite.org/fileformat2.html#the_rollback_journal. Beyond it, from SQLite's
pager.c: a header's first twelve bytes stay zero until its records are synced, and only then is the
database written to; with ``locking_mode=EXCLUSIVE`` a transaction ends by zeroing 28 bytes, so that
what an earlier, longer one left stays behind the records of the present one.
"""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO, NamedTuple

from groupkit.domain.refusal import Refused, StoreDamaged
from groupkit.store.files import digest_of, journal_of

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = struct.Struct(">8sIIIII")
_PAGE = 4096
"""SQLCipher 4's page size, which our stores keep."""
_SECTOR = 512
"""What SQLite takes for a sector, whatever the disk says, unless it was built otherwise."""
_RECORD = struct.Struct(f">I{_PAGE}sI")
_UNSYNCED = bytes(12)
_LOCK_PAGE = 2**30 // _PAGE + 1
"""Never holds content; SQLite ends a rollback when it meets this number."""


class Journal(Enum):
    """What a journal says of the database beside it."""

    ABSENT = auto()
    EMPTY = auto()
    """Made and not written yet."""
    COMMITTED = auto()
    """Its header is zeroed: the database is as the last transaction left it."""
    UNSYNCED = auto()
    """Of a transaction that had not reached the database."""
    HOT = auto()
    """Whole: rolling it back gives what was committed before."""
    DAMAGED = auto()


class _Header(NamedTuple):
    magic: bytes
    records: int
    nonce: int
    initial: int
    sector: int
    page: int

    @property
    def fits(self) -> bool:
        return (self.sector, self.page) == (_SECTOR, _PAGE)


def unfinished(path: Path, opened_from: bytes | None, *, closed_whole: bool = False) -> Journal:
    """Return what the journal of the database at ``path`` is; both files are only read.

    ``opened_from`` is the SHA-256 that the database had when it was opened last, None when that
    isn't known; ``closed_whole`` whether a seal says that it was closed since. The store's lock
    must be held and the database not be open.

    Raises:
        Refused: StoreDamaged when it can't be shown that rolling back gives what was committed
            last: the journal is damaged, it is missing although something was written, or it lies
            beside a store that was closed whole and so isn't this store's.
    """
    found = state_of(journal_of(path), path)
    refused = found is Journal.DAMAGED or (found is Journal.HOT and closed_whole)
    if found in (Journal.ABSENT, Journal.EMPTY) and opened_from is not None:
        # From the first commit to the seal there is always a journal, if only a zeroed one.
        refused = digest_of(path) != opened_from
    if refused:
        raise Refused(StoreDamaged(1))
    return found


def put_away(path: Path) -> None:
    """Remove what an earlier session left of a journal beside a database closed and sealed.

    SQLite itself removes the one it wrote to, but not one that it only found.
    """
    if state_of(journal_of(path), path) is Journal.COMMITTED:
        with suppress(OSError):
            journal_of(path).unlink()


def state_of(journal: Path, database: Path) -> Journal:
    """Return what the file ``journal`` says of ``database``; both are only read.

    Raises:
        OSError: a file can't be read.
    """
    if not os.path.lexists(journal):
        return Journal.ABSENT
    if not journal.is_file():
        return Journal.DAMAGED
    with journal.open("rb") as file:
        head = file.read(_HEADER.size)
        if not head:
            return Journal.EMPTY
        if not any(head[: len(_UNSYNCED)]):
            whole = len(head) == _HEADER.size
            return Journal.COMMITTED if whole and not any(head) else Journal.UNSYNCED
        pages_now = database.stat().st_size // _PAGE
        return Journal.HOT if _rolls_back(file, pages_now) else Journal.DAMAGED


def _rolls_back(file: BinaryIO, pages_now: int) -> bool:
    first = _header_at(file, 0)
    if first is None or not first.fits or not first.records:
        return False
    seen: set[int] = set()
    place = 0
    while (header := _header_at(file, place)) is not None:
        if header.magic != _MAGIC:
            if not place or _is_spoilt(header):
                return False
            break
        if not header.fits or header.initial != first.initial:
            return False
        if not _reads_whole(file, header, seen):
            return False
        place += _SECTOR + header.records * _RECORD.size
        place += -place % _SECTOR
    # What the database lacks of its former length must come out of the journal.
    missing = first.initial - pages_now
    return missing <= len(seen) and seen.issuperset(range(pages_now + 1, first.initial + 1))


def _header_at(file: BinaryIO, place: int) -> _Header | None:
    """Return the header that begins at ``place``, None where the file has no room for one."""
    file.seek(place)
    sector = file.read(_SECTOR)
    return _Header(*_HEADER.unpack_from(sector)) if len(sector) == _SECTOR else None


def _is_spoilt(header: _Header) -> bool:
    # Where a header may follow, SQLite itself leaves zeros before syncing, or an old header whose
    # first byte it zeroed. Anything else with the sizes of a header was one before it was damaged;
    # so was anything that begins almost as one.
    ends_here = (bytes(len(_MAGIC)), b"\0" + _MAGIC[1:])
    if header.magic in ends_here:
        return False
    alike = sum(a == b for a, b in zip(header.magic, _MAGIC, strict=True))
    return header.fits or alike > len(_MAGIC) // 2


def _reads_whole(file: BinaryIO, header: _Header, seen: set[int]) -> bool:
    """Read the records behind ``header``, add their pages to ``seen``; return if all hold."""
    for _ in range(header.records):
        number = _next_page(file, header)
        if number is None or number in seen:
            return False
        seen.add(number)
    # A record that would hold, behind the last one counted: the number was larger.
    behind = _next_page(file, header)
    return behind is None or behind in seen


def _next_page(file: BinaryIO, header: _Header) -> int | None:
    """Return the number of the page in the next record, None when it is not one of this header."""
    record = file.read(_RECORD.size)
    if len(record) < _RECORD.size:
        return None
    number, page, checksum = _RECORD.unpack(record)
    if not 1 <= number <= header.initial or number == _LOCK_PAGE:
        return None
    # Every 200th byte counted from the end, the first one left out.
    sampled = sum(page[_PAGE % 200 :: 200])
    return number if (header.nonce + sampled) % 2**32 == checksum else None
