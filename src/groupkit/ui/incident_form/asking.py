"""Opens the form once what it offers has been read."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from groupkit.domain.incident import Incident
from groupkit.ui.desk import Desk
from groupkit.ui.incident_form.form import Around, IncidentForm
from groupkit.usecases.incidents import steps_due
from groupkit.usecases.practice import practice_of
from groupkit.usecases.taking_on import owners


def ask_incident(
    desk: Desk,
    participant_id: UUID,
    over: QWidget,
    take: Callable[[IncidentForm], None],
    *,
    incident: Incident | None = None,
    session_id: UUID | None = None,
    reopen: Callable[[], None] | None = None,
) -> None:
    """Lay the form over ``over``; ``take`` hears of it when it is there."""

    def again() -> None:
        ask_incident(
            desk, participant_id, over, take, incident=incident, session_id=session_id,
            reopen=reopen,
        )  # fmt: skip

    def read() -> Around:
        due = steps_due(desk.store, participant_id, desk.today())
        return Around(owners(desk.store), due, practice_of(desk.store).danger)

    def opened(around: Around) -> None:
        take(
            IncidentForm(
                desk, over, reopen or again, participant_id, around,
                session_id=session_id, incident=incident,
            )
        )  # fmt: skip

    desk.ask(over, read, opened)
