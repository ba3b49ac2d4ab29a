"""The change log: each entry's hash covers the one before, and its writer signs the hash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, insert, select

from groupkit.domain.change_log import Deed, Entry, Head, Subject
from groupkit.store.columns import moment_text
from groupkit.store.tables import log_entry
from groupkit.usecases.ports import StoreKeys

_SPELL = dt.timedelta(minutes=10)
BEGINNING = bytes(32)
"""What the first entry follows."""


class LogRows:
    """Implements ``usecases.ports.ChangeLog``; ``now`` gives the moment, with its zone."""

    def __init__(
        self, connection: Connection, keys: StoreKeys, now: Callable[[], dt.datetime]
    ) -> None:
        self._connection = connection
        self._keys = keys
        self._now = now

    def note(
        self,
        deed: Deed,
        subject: Subject,
        record: UUID | None = None,
        also: UUID | None = None,
        *,
        spell: bool = False,
        was: str = "",
    ) -> None:
        """Note a deed of the keys' holder; a ``spell`` of typing once."""
        number, before = self._last()
        moment = self._now().astimezone(dt.UTC)
        at = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
        user_id = self._keys.user_id
        entry = Entry(number + 1, at, user_id, deed, subject, record, also, was)
        if spell and self._goes_on(entry):
            return
        digest = digest_of(entry, before)
        row = {
            "number": entry.number,
            "at": entry.at,
            "user_id": entry.user_id,
            "hand": self._keys.signer.public,
            "deed": entry.deed.value,
            "subject": entry.subject.value,
            "record": entry.record,
            "also": entry.also,
            "was": entry.was or None,
            "digest": digest,
            "signature": self._keys.signer.sign(digest),
        }
        self._connection.execute(insert(log_entry), row)

    def entries(self, *, newest: int | None = None) -> tuple[Entry, ...]:
        """Return the entries, the newest first, at most ``newest`` of them."""
        wanted = select(log_entry).order_by(log_entry.c.number.desc()).limit(newest)
        return tuple(entry_of(row) for row in self._connection.execute(wanted))

    def head(self) -> Head:
        """Return the newest entry's number and hash."""
        number, digest = self._last()
        return Head(number, digest.hex())

    def _goes_on(self, entry: Entry) -> bool:
        newest = next(iter(self.entries(newest=1)), None)
        if newest is None:
            return False
        same = replace(newest, number=entry.number, at=entry.at) == entry
        return same and dt.timedelta(0) <= entry.at - newest.at < _SPELL

    def _last(self) -> tuple[int, bytes]:
        row = self._connection.execute(
            select(log_entry.c.number, log_entry.c.digest)
            .order_by(log_entry.c.number.desc())
            .limit(1)
        ).one_or_none()
        return (row.number, row.digest) if row else (0, BEGINNING)


def entry_of(row: Row[Any]) -> Entry:
    """Return a row of the log as an entry."""
    return Entry(
        row.number,
        row.at,
        row.user_id,
        Deed(row.deed),
        Subject(row.subject),
        row.record,
        row.also,
        row.was or "",
    )


def digest_of(entry: Entry, before: bytes) -> bytes:
    """Return the hash of ``entry`` after the entry whose hash is ``before`` (SHA-256).

    Fields are joined each behind its length in four bytes, so that none can flow into another.
    """
    fields = (
        str(entry.number),
        moment_text(entry.at),
        str(entry.user_id),
        entry.deed.value,
        entry.subject.value,
        str(entry.record or ""),
        str(entry.also or ""),
        entry.was,
    )
    parts = (b"groupkit log entry 1", before, *(field.encode() for field in fields))
    return sha256(b"".join(len(part).to_bytes(4, "big") + part for part in parts)).digest()
