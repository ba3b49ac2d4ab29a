"""Verifying the change log: is the chain whole, and did everybody sign what stands as hers?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Table, Text, select, type_coerce

from groupkit.domain.change_log import Deed, Entry, Head, LogCheck, Subject
from groupkit.store.change_log import BEGINNING, digest_of
from groupkit.store.columns import IdText, MomentText
from groupkit.store.tables import hand, log_entry, user
from groupkit.usecases.ports import StoreKeys

_MOST_MISSING = 1_000
"""Missing numbers that are named in a row; a number can be changed to any other."""


def check_log(connection: Connection, keys: StoreKeys, head: Head | None) -> LogCheck:
    """Read the whole log; return the numbers at which it is broken.

    With a printed ``head``, the entry of that number must have that hash. Without one, entries
    taken from the end cannot be missed: nothing after them tells of them.
    """
    hands = _certified_hands(connection, keys)
    number, before, breaks = 0, BEGINNING, list[int]()
    agrees = None if head is None else (head.number, head.digest) == (0, BEGINNING.hex())
    for row in connection.execute(select(*_as_it_stands(log_entry)).order_by("number")):
        breaks += range(number + 1, min(row.number, number + 1 + _MOST_MISSING))
        number = row.number
        if not _is_whole(row, before, hands, keys):
            breaks.append(number)
        before = row.digest
        if head is not None and head.number == number:
            agrees = head.digest == before.hex()
    return LogCheck(number, Head(number, before.hex()), tuple(sorted(set(breaks))), agrees)


def _is_whole(row: Row[Any], before: bytes, hands: dict[bytes, UUID], keys: StoreKeys) -> bool:
    try:
        digest = digest_of(_entry_of(row), before)
        user_id = UUID(row.user_id)
    except ValueError:
        return False
    return (
        digest == row.digest
        and hands.get(row.hand) == user_id
        and keys.signer.verifies(row.hand, row.signature, row.digest)
    )


def _certified_hands(connection: Connection, keys: StoreKeys) -> dict[bytes, UUID]:
    named = set(_named(connection, keys))
    return {public: person for public, person in _hands(connection, keys) if person in named}


def _named(connection: Connection, keys: StoreKeys) -> Iterator[UUID]:
    # A name that was moved to another person would let the log speak of the wrong one.
    for row in connection.execute(select(*_as_it_stands(user))):
        with suppress(ValueError):
            user_id = UUID(row.id)
            if keys.signer.is_named(user_id, row.name, row.certificate):
                yield user_id


def _hands(connection: Connection, keys: StoreKeys) -> Iterator[tuple[bytes, UUID]]:
    for row in connection.execute(select(*_as_it_stands(hand))):
        with suppress(ValueError):
            user_id = UUID(row.user_id)
            if keys.signer.is_certified(row.public, user_id, row.certificate):
                yield row.public, user_id


def _as_it_stands(table: Table) -> Iterator[ColumnElement[Any]]:
    # Whoever holds the store's key can write what is no id and no moment. Read as they are, such
    # rows are found one by one instead of ending the search.
    for column in table.c:
        is_read = isinstance(column.type, IdText | MomentText)
        yield type_coerce(column, Text).label(column.name) if is_read else column


def _entry_of(row: Row[Any]) -> Entry:
    record, also = (UUID(each) if each is not None else None for each in (row.record, row.also))
    return Entry(
        row.number,
        MomentText().read(row.at),
        UUID(row.user_id),
        Deed(row.deed),
        Subject(row.subject),
        record,
        also,
        row.was or "",
    )
