"""The part of ZIP that packs use, read in memory and nowhere else.

A pack is written by us, so whatever another program might do in a ZIP file is refused: comments,
gaps, fields of its own, encryption, folders, links, two entries of a name, entries over each other.
What an entry claims of its size is checked against what comes out, and no more than is allowed ever
comes out.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from groupkit.domain.material_pack import (
    MOST_BYTES_INFLATED,
    MOST_ENTRIES,
    MOST_ENTRY_BYTES,
    MOST_PACK_BYTES,
)
from groupkit.domain.refusal import PackFault, PackTrouble, Refused

_END: Final = struct.Struct("<4s4H2LH")
_LISTED: Final = struct.Struct("<4s6H3L5H2L")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_END_MARK, _LISTED_MARK, _LOCAL_MARK = b"PK\5\6", b"PK\1\2", b"PK\3\4"
_STORED, _DEFLATED = 0, 8
_KIND_OF_FILE, _ORDINARY = 0o170000, 0o100000
_LONGEST_NAME = 200
_NAME: Final = re.compile(rb"[a-z0-9-]+(?:/[a-z0-9-]+){0,2}(?:\.[a-z]+){1,2}")
_UNPACKABLE: Final = frozenset({".png", ".jpeg"})
_THE_FIRST: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class _Entry:
    name: bytes
    shared: tuple[int, ...]
    """What the list and the entry itself must agree on: from the version to the sizes."""
    method: int
    check: int
    packed: int
    size: int
    offset: int


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file of ``entries``; the same entries give the same bytes."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name, _THE_FIRST)
            info.create_system = 0
            is_packed = any(name.endswith(suffix) for suffix in _UNPACKABLE)
            info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return written.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the entries of a pack by name.

    Raises:
        Refused: PackTrouble (NO_PACK, TOO_LARGE, TOO_MANY_ENTRIES, STRANGE_ENTRY, TAMPERED).
    """
    if len(data) > MOST_PACK_BYTES:
        raise _no(PackFault.TOO_LARGE, MOST_PACK_BYTES)
    if not data.startswith(_LOCAL_MARK):
        raise _no(PackFault.NO_PACK)
    try:
        return _entries(data)
    except (struct.error, zlib.error, IndexError):
        raise _no(PackFault.NO_PACK) from None


def _entries(data: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    begin, left = 0, MOST_BYTES_INFLATED
    listed, start = _listed(data)
    for entry in listed:
        if entry.offset != begin:
            raise _no(PackFault.STRANGE_ENTRY)
        begin = _begin_of(data, entry) + entry.packed
        if begin > start:
            raise _no(PackFault.NO_PACK)
        name = entry.name.decode("ascii")
        if name in found:
            raise _no(PackFault.STRANGE_ENTRY)
        content = _inflated(data[begin - entry.packed : begin], entry, left)
        left -= len(content)
        found[name] = content
    if begin != start:
        raise _no(PackFault.STRANGE_ENTRY)
    return found


def _listed(data: bytes) -> tuple[list[_Entry], int]:
    """Return what the list at the end tells, and where it starts."""
    end = len(data) - _END.size
    mark, disk, list_disk, here, number, size, start, comment = _END.unpack_from(data, end)
    if mark != _END_MARK or start + size != end:
        raise _no(PackFault.NO_PACK)
    if number > MOST_ENTRIES:
        raise _no(PackFault.TOO_MANY_ENTRIES, MOST_ENTRIES)
    if disk or list_disk or comment or here != number:
        raise _no(PackFault.STRANGE_ENTRY)
    entries, at = [], start
    for _ in range(number):
        entry, at = _entry(data, at, end)
        entries.append(entry)
    if at != end:
        raise _no(PackFault.STRANGE_ENTRY)
    return entries, start


def _entry(data: bytes, at: int, end: int) -> tuple[_Entry, int]:
    mark, _, *fields, disk, _, attributes, offset = _LISTED.unpack_from(data, at)
    *shared, letters, extra, comment = fields
    _, flags, method, _, _, check, packed, size = shared
    ends = at + _LISTED.size + letters
    if mark != _LISTED_MARK or ends > end:
        raise _no(PackFault.NO_PACK)
    name = data[at + _LISTED.size : ends]
    is_file = (attributes >> 16) & _KIND_OF_FILE in (0, _ORDINARY)
    is_plain = not (flags or extra or comment or disk) and method in (_STORED, _DEFLATED)
    if not (is_file and is_plain and len(name) <= _LONGEST_NAME and _NAME.fullmatch(name)):
        raise _no(PackFault.STRANGE_ENTRY)
    return _Entry(name, tuple(shared), method, check, packed, size, offset), ends


def _begin_of(data: bytes, entry: _Entry) -> int:
    """Return where the content begins, behind a header that says what the list says."""
    mark, *shared, letters, extra = _LOCAL.unpack_from(data, entry.offset)
    begin: int = entry.offset + _LOCAL.size + letters
    name = data[entry.offset + _LOCAL.size : begin]
    if mark != _LOCAL_MARK or extra or (tuple(shared), name) != (entry.shared, entry.name):
        raise _no(PackFault.STRANGE_ENTRY)
    return begin


def _inflated(packed: bytes, entry: _Entry, left: int) -> bytes:
    most = min(MOST_ENTRY_BYTES, left)
    if entry.method == _STORED:
        content, is_whole = packed, True
    else:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        content = inflate.decompress(packed, most + 1)
        is_whole = inflate.eof and not inflate.unused_data
    if len(content) > most:
        whole = most == MOST_ENTRY_BYTES
        raise _no(PackFault.TOO_LARGE, MOST_ENTRY_BYTES if whole else MOST_BYTES_INFLATED)
    if not is_whole or len(content) != entry.size or zlib.crc32(content) != entry.check:
        raise _no(PackFault.TAMPERED)
    return content


def _no(fault: PackFault, most: int = 0) -> Refused:
    return Refused(PackTrouble(fault, most=most))
