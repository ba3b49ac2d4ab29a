"""What is noted of looking: a woman's page opened, notes searched, a telling paper printed."""

from __future__ import annotations

from uuid import UUID

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.refusal import NotForYourRole, Refused
from groupkit.domain.roles import Part
from groupkit.usecases.ports import OpenStore


def note_reading(store: OpenStore, participant_id: UUID, session_id: UUID | None) -> None:
    """Note that a woman's own note of a session was opened; without a session, her page."""
    with store.work() as work:
        if session_id is None:
            work.log.note(Deed.READ, Subject.PARTICIPANT, participant_id, spell=True)
        else:
            work.log.note(Deed.READ, Subject.OWN_NOTE, session_id, participant_id, spell=True)
        work.commit()


def note_search(store: OpenStore) -> None:
    """Note that a search has shown words out of women's own notes."""
    with store.work() as work:
        work.log.note(Deed.READ, Subject.OWN_NOTE, spell=True)
        work.commit()


def note_attendance_printed(store: OpenStore, group_id: UUID) -> None:
    """Note that a group's attendance, woman by woman, was put on paper."""
    with store.work() as work:
        work.log.note(Deed.PRINTED, Subject.ATTENDANCE, group_id)
        work.commit()


def note_log_printed(store: OpenStore) -> None:
    """Note that the change log or its head was put on paper.

    Raises:
        Refused: NotForYourRole for who is no owner.
    """
    if not store.may(Part.ACCESS):
        raise Refused(NotForYourRole(Part.ACCESS))
    with store.work() as work:
        work.log.note(Deed.PRINTED, Subject.LOG)
        work.commit()
