"""Frozen steps from one schema version to the next; they import no live code.

A step is a module with ``upgrade(operations)``, which works on alembic's operations inside the
transaction it is given. The number of steps taken is the schema version, kept in the database's
``user_version``. To change a table, a step makes a new one by plain SQL, copies and renames:
alembic's batch mode forgets every CHECK that has no name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from groupkit.store.versions import step_0001

if TYPE_CHECKING:
    from alembic.operations import Operations
    from sqlalchemy import Connection


class Step(Protocol):
    """One step."""

    def upgrade(self, operations: Operations) -> None: ...


STEPS: Sequence[Step] = (step_0001,)


@dataclass(frozen=True)
class Schema:
    """The tables after so many steps, and what ``examination.schema_digest`` says of them."""

    tables: frozenset[str]
    digest: str


_TABLES_1 = (
    "agenda_item agenda_template closed_period completion_rule consent draft facilitator follow_up"
    " follow_up_step group group_note hand handed_out help_line hidden_field house incident"
    " incident_tally item_start kept_text known_maker layout log_entry mark membership need_tally"
    " nomination own_note"
    " own_offer own_sheet own_topic own_topic_words own_word pack_key participant pause picture"
    " plan_change practice profile programme programme_topic published retention"
    " safe_contact safety_answer safety_change safety_tally session session_clock session_leader"
    " template_item text_version tie topic_agenda_item upkeep used_text user"
)
SCHEMAS: Mapping[int, Schema] = {
    1: Schema(
        frozenset(_TABLES_1.split()),
        "7bb8060c7bdcb70282882fade789019b8c9a4dcc2b0807b39665637afa2756f1",
    ),
}
"""By the number of steps taken."""


def take_steps(connection: Connection, steps: Sequence[Step] = STEPS, *, taken: int = 0) -> None:
    """Take the steps after the first ``taken`` ones and write the new version.

    All in the transaction that ``connection`` is in; the caller commits.
    """
    # Imported late: alembic takes 0.1 s, and most openings need no step.
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    operations = Operations(MigrationContext.configure(connection))
    for step in steps[taken:]:
        step.upgrade(operations)
    connection.exec_driver_sql(f"PRAGMA user_version = {len(steps)}")
