"""A sentence of the group's note moved to the note of the woman whom it names."""

from __future__ import annotations

from uuid import UUID

from groupkit.domain import text
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.refusal import Field
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_session
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.recording import check_member


def move_to_her_note(
    store: OpenStore, session_id: UUID, participant_id: UUID, group_note: str, sentence: str
) -> Done[tuple[str, str]]:
    """Keep the group's note without a sentence, and the sentence at the end of her own note.

    Both in one piece of work; returns both notes as they were.

    Raises:
        Refused: NotAMember, TextTooLong.
    """
    rest = text.prose(group_note, Field.NOTE)
    with store.work() as work:
        session = get_session(work, session_id)
        check_member(work, session, participant_id)
        before = work.notes.of_group(session_id)
        hers = work.notes.of_women(session_id).get(participant_id, "")
        joined = text.prose("\n".join(filter(None, (hers, sentence))), Field.NOTE)
        work.notes.put_of_group(session_id, rest)
        work.notes.put_of_women(session_id, {participant_id: joined})
        work.log.note(Deed.CHANGED, Subject.GROUP_NOTE, session_id)
        work.log.note(Deed.CHANGED, Subject.OWN_NOTE, session_id, participant_id)
        work.commit()
    return done((before, hers), Kind.NOTE, ids=(session_id, participant_id))


def put_notes_back(
    store: OpenStore, session_id: UUID, participant_id: UUID, notes: tuple[str, str]
) -> Done[tuple[str, str]]:
    """Put the group's note and hers back as they were."""
    group_note, hers = notes
    with store.work() as work:
        check_member(work, get_session(work, session_id), participant_id)
        work.notes.put_of_group(session_id, group_note)
        work.notes.put_of_women(session_id, {participant_id: hers})
        work.log.note(Deed.CHANGED, Subject.GROUP_NOTE, session_id)
        work.log.note(Deed.CHANGED, Subject.OWN_NOTE, session_id, participant_id)
        work.commit()
    return done(notes, Kind.NOTE, ids=(session_id, participant_id))
