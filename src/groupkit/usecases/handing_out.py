"""Which sheets were handed to whom at a session."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from groupkit.domain.change_log import Deed, Subject
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_session
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.recording import check_member


def hand_out(
    store: OpenStore,
    session_id: UUID,
    handed: Mapping[UUID, frozenset[tuple[str, str]]],
) -> Done[Mapping[UUID, frozenset[tuple[str, str]]]]:
    """Keep which sheets (a topic's slug, a sheet's name) each woman was handed; returns before.

    Raises:
        Refused: NotAMember.
    """
    with store.work() as work:
        session = get_session(work, session_id)
        known = work.handed_out.of_session(session_id)
        for her, sheets in handed.items():
            check_member(work, session, her)
            work.handed_out.put(session_id, her, sheets)
            work.log.note(Deed.CHANGED, Subject.MATERIAL, session_id, her, spell=True)
        work.commit()
    before = {her: known.get(her, frozenset()) for her in handed}
    return done(before, Kind.ATTENDANCE, ids=(session_id, *handed))
