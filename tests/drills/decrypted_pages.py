"""A store's databases and backups read page by page, and all that opens in their sealed columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from groupkit.crypto.access import ring_in
from groupkit.crypto.backup_format import extract, read
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.sealing import Sealer
from groupkit.store.connection import connect
from groupkit.store.sealed import SEALED

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16


def databases(folder: Path, ring: KeyRing, scratch: Path) -> Iterator[tuple[Path, KeyRing]]:
    """Yield the database, and that in each backup which the store key in hand or a slot opens."""
    yield folder / "store.db", ring
    for path in sorted((folder / "backups").glob("*.backup")):
        kept = read(path).sidecar
        theirs = ring_in(kept, ring) or (ring if kept.epoch == ring.epoch else None)
        if theirs is not None:
            extract(read(path), theirs, scratch)
            yield scratch, theirs


def decrypted(content: bytes, ring: KeyRing) -> bytes:
    """Return the pages of an SQLCipher 4 database in the clear, whether they are in use or not."""
    pages = []
    for at in range(0, len(content), PAGE):
        page = content[at : at + PAGE]
        iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
        reader = Cipher(AES(bytes(ring.store_key)), CBC(iv)).decryptor()
        pages.append(reader.update(page[SALT if at == 0 else 0 : PAGE - RESERVED]))
    return b"".join(pages)


def keys_in(ring: KeyRing) -> Iterator[Sealer]:
    """Yield a sealer for everything in the ring that could be a key, of this epoch and others."""
    held = [ring.people_key, ring.notes_key, ring.owner_key, ring.store_key, ring.identity.seed]
    for epoch in range(ring.epoch + 1):
        yield from (Sealer(key, epoch) for key in held if key is not None)
    yield ring.own


def opened_by(database: Path, ring: KeyRing) -> tuple[set[str], int]:
    """Return what opens in the sealed columns with any key in the ring, and how many were tried."""
    opened, tried, sealers = set[str](), 0, tuple(keys_in(ring))
    raw = connect(database, ring)
    for column in SEALED:
        table, name = column.column.table.name, column.column.name  # type: ignore[attr-defined]
        columns = ", ".join(f'"{each}"' for each in ("id", name, *_names(column.context)))
        rows = raw.execute(f'SELECT {columns} FROM "{table}" WHERE "{name}" IS NOT NULL')  # noqa: S608
        for row_id, sealed, *context in rows.fetchall():
            for sealer in sealers:
                tried += 1
                with suppress(ValueError):
                    place = "/".join((name, *context))
                    opened |= _words(sealer.open(table, UUID(row_id), place, sealed))
    raw.close()
    return opened, tried


def _names(columns: Iterable[Any]) -> list[str]:
    return [column.name for column in columns]


def _words(text: str) -> set[str]:
    # The fields of a draft are sealed together.
    return {str(v) for v in json.loads(text).values()} if text.startswith("{") else {text}
