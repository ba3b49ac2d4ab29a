"""Verifying the change log: is the chain whole, and did everybody sign what stands as hers?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from groupkit.domain.change_log import Head, LogCheck
from groupkit.store.change_log import BEGINNING, digest_of, entry_of
from groupkit.store.tables import hand, log_entry
from groupkit.usecases.ports import StoreKeys


def check_log(connection: Connection, keys: StoreKeys, head: Head | None) -> LogCheck:
    """Read the whole log; return the numbers at which it is broken.

    With a printed ``head``, the entry of that number must have that hash. Without one, entries
    taken from the end cannot be missed: nothing after them tells of them.
    """
    hands = _certified_hands(connection, keys)
    number, before, breaks = 0, BEGINNING, list[int]()
    agrees = None if head is None else (head.number, head.digest) == (0, BEGINNING.hex())
    for row in connection.execute(select(log_entry).order_by(log_entry.c.number)):
        breaks += range(number + 1, row.number)
        number = row.number
        if not _is_whole(row, before, hands, keys):
            breaks.append(number)
        before = row.digest
        if head is not None and head.number == number:
            agrees = head.digest == before.hex()
    return LogCheck(number, Head(number, before.hex()), tuple(sorted(set(breaks))), agrees)


def _is_whole(row: Row[Any], before: bytes, hands: dict[bytes, UUID], keys: StoreKeys) -> bool:
    try:
        digest = digest_of(entry_of(row), before)
    except ValueError:
        return False
    return (
        digest == row.digest
        and hands.get(row.hand) == row.user_id
        and keys.signer.verifies(row.hand, row.signature, row.digest)
    )


def _certified_hands(connection: Connection, keys: StoreKeys) -> dict[bytes, UUID]:
    return dict(_hands(connection, keys))


def _hands(connection: Connection, keys: StoreKeys) -> Iterator[tuple[bytes, UUID]]:
    for row in connection.execute(select(hand)):
        if keys.signer.is_certified(row.public, row.user_id, row.certificate):
            yield row.public, row.user_id
