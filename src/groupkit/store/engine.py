"""SQLAlchemy over the one connection that a store has."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, StaticPool, create_engine, event
from sqlcipher3 import dbapi2

from groupkit.domain.refusal import Refused
from groupkit.store.trouble import refusal_for


def engine_over(connection: Any) -> Engine:
    """Return an engine whose pool is ``connection``; errors never show parameters.

    Each transaction takes the write lock at its beginning. What the disk or the file complains
    about comes up as :class:`Refused`; a broken constraint stays SQLAlchemy's IntegrityError,
    because a use case should have refused before.
    """
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _refuse)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _refuse(context: ExceptionContext) -> None:
    refusal = refusal_for(context.original_exception)
    if refusal is not None:
        raise Refused(refusal) from context.original_exception
