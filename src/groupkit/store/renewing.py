"""The same store under new keys: copied, sealed anew, compared, and only then fit to take over."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select, update

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.clock import NOT_KEPT_YET
from groupkit.domain.refusal import Refused, StoreDamaged
from groupkit.store.change_log import LogRows
from groupkit.store.clock import Clock
from groupkit.store.connection import connect
from groupkit.store.engine import engine_over
from groupkit.store.sealed import SEALED, SealedColumn
from groupkit.store.tables import draft, hand, user
from groupkit.store.trouble import refusing
from groupkit.store.upgrading import check_made
from groupkit.store.upkeep import UpkeepRows
from groupkit.store.users import UserRows
from groupkit.usecases.ports import StoreKeys


def renew_into(
    part: Path,
    connection: Any,
    old: StoreKeys,
    new: StoreKeys,
    now: Clock,
    *,
    leaving: tuple[UUID, dt.date] | None = None,
) -> None:
    """Copy the store behind ``connection`` into the empty file ``part``, under the ``new`` keys.

    ``leaving`` names who loses access, and the day; her drafts stay behind. Both key rings hold
    every part. The log of the copy says that the keys were renewed.

    Raises:
        Refused: StoreDamaged when the copy does not say what the store says.
        dbapi2.Error, OSError: what the disk says.
    """
    with closing(connect(part, new)) as copy:
        connection.backup(copy)
        engine = engine_over(copy)
        with engine.connect() as work:
            for column in _shared():
                _seal_anew(work, column, old, new)
            _certify_anew(work, old, new)
            _name_anew(work, old, new)
            if leaving is not None:
                _let_go(work, new, *leaving)
            care = UpkeepRows(work)
            care.put(replace(care.get(), renewal_due=False, sheet_seen=NOT_KEPT_YET))
            LogRows(work, new, now).note(Deed.RENEWED, Subject.KEYS)
            work.commit()
        # What was sealed under the old keys must not stay behind in free pages.
        copy.execute("VACUUM")
    check_made(part, new)
    with closing(connect(part, new)) as copy:
        _compare(connection, copy, old, new)


def certify_in(copy: Path, before: StoreKeys, after: StoreKeys) -> None:
    """Let the owners of ``after`` say in ``copy`` whose hand is whose, as those ``before`` did.

    Both hold the keys of ``copy``.

    Raises:
        Refused: what :func:`trouble.refusing` says.
    """
    with (
        refusing(),
        closing(connect(copy, before)) as connection,
        engine_over(connection).connect() as work,
    ):
        _certify_anew(work, before, after)
        _name_anew(work, before, after)
        work.commit()


def _shared() -> tuple[SealedColumn, ...]:
    return tuple(column for column in SEALED if column.part is not None)


def _seal_anew(work: Connection, sealed: SealedColumn, old: StoreKeys, new: StoreKeys) -> None:
    table, column = sealed.column.table, sealed.column
    before, after = sealed.of(old), sealed.of(new)
    fresh = []
    for row_id, sealed_text, *context in work.execute(sealed.wanted).all():
        try:
            text = before.open(row_id, sealed_text, *context)
            fresh.append({"row": row_id, "fresh": after.seal(row_id, text, *context)})
        except ValueError:
            continue  # It opened for nobody before, and so it will.
    if fresh:
        work.execute(
            update(table)
            .where(table.c.id == bindparam("row"))
            .values({column.name: bindparam("fresh")}),
            fresh,
        )


def _certify_anew(work: Connection, old: StoreKeys, new: StoreKeys) -> None:
    for row in work.execute(select(hand)).all():
        # Whoever holds the store's key can add a hand; it must not become somebody's by this.
        if not old.signer.is_certified(row.public, row.user_id, row.certificate):
            continue
        certificate = new.signer.certificate(row.public, row.user_id)
        work.execute(
            update(hand).where(hand.c.public == row.public).values(certificate=certificate)
        )


def _name_anew(work: Connection, old: StoreKeys, new: StoreKeys) -> None:
    for row in work.execute(select(user.c.id, user.c.name, user.c.certificate)).all():
        if old.signer.is_named(row.id, row.name, row.certificate):
            certificate = new.signer.name_certificate(row.id, row.name)
            work.execute(update(user).where(user.c.id == row.id).values(certificate=certificate))


def _let_go(work: Connection, new: StoreKeys, person: UUID, day: dt.date) -> None:
    work.execute(delete(draft).where(draft.c.user_id == person))
    UserRows(work, new).remove(person, day)


def _compare(before: Any, after: Any, old: StoreKeys, new: StoreKeys) -> None:
    with engine_over(before).connect() as was, engine_over(after).connect() as became:
        for sealed in _shared():
            if _texts(was, sealed, old) != _texts(became, sealed, new):
                raise Refused(StoreDamaged(1))


def _texts(work: Connection, sealed: SealedColumn, keys: StoreKeys) -> dict[UUID, str]:
    opened = sealed.of(keys)
    return {
        row_id: opened.open_or_broken(row_id, text, *context)
        for row_id, text, *context in work.execute(sealed.wanted)
    }
