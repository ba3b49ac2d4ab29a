"""Version 1: the first schema. Frozen once a released program has made stores by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groupkit.store.versions.step_0001 import (
    access,
    agendas,
    following_up,
    guards,
    house,
    library,
    nominations,
    packs,
    people,
    plan,
    reporting,
)

if TYPE_CHECKING:
    from alembic.operations import Operations

STATEMENTS = (
    *house.STATEMENTS,
    *access.STATEMENTS,
    *plan.STATEMENTS,
    *agendas.STATEMENTS,
    *people.STATEMENTS,
    *library.STATEMENTS,
    *nominations.STATEMENTS,
    *following_up.STATEMENTS,
    *reporting.STATEMENTS,
    *packs.STATEMENTS,
    *guards.STATEMENTS,
)


def upgrade(operations: Operations) -> None:
    """Make all tables, views and triggers in an empty database."""
    connection = operations.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
