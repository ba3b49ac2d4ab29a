"""A sentence of the group's note moved to the note of the woman whom it names."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.refusal import Field, NotesChangedSince, Refused
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_living, get_session
from groupkit.usecases.ports import OpenStore, UnitOfWork
from groupkit.usecases.recording import check_member


@dataclass(frozen=True)
class Notes:
    """The group's note of a session, and one woman's own."""

    of_group: str
    hers: str


@dataclass(frozen=True)
class Moved:
    """Both notes with the sentence in the group's, and as the move left them."""

    session_id: UUID
    participant_id: UUID
    before: Notes
    after: Notes


def move_to_her_note(
    store: OpenStore,
    session_id: UUID,
    participant_id: UUID,
    sentence: str,
    *,
    typed: str,
    rest: str,
) -> Done[Moved]:
    """Keep the group's note without a sentence, and the sentence at the end of her own note.

    ``typed`` is the group's note with the sentence, ``rest`` without it. Both notes change in one
    piece of work.

    Raises:
        Refused: NotAMember, ParticipantErased, TextTooLong.
    """
    whole, left = text.prose(typed, Field.NOTE), text.prose(rest, Field.NOTE)
    with store.work() as work:
        check_member(work, get_session(work, session_id), participant_id)
        get_living(work, participant_id)
        hers = work.notes.of_women(session_id).get(participant_id, "")
        joined = text.prose("\n".join(filter(None, (hers, sentence))), Field.NOTE)
        moved = Moved(session_id, participant_id, Notes(whole, hers), Notes(left, joined))
        _put(work, moved, moved.after)
        work.commit()
    return done(moved, Kind.NOTE, ids=(session_id, participant_id))


def put_notes_back(store: OpenStore, moved: Moved) -> Done[Moved]:
    """Put the sentence back into the group's note, while neither note was written on since.

    Raises:
        Refused: NotesChangedSince, ParticipantErased.
    """
    with store.work() as work:
        check_member(work, get_session(work, moved.session_id), moved.participant_id)
        get_living(work, moved.participant_id)
        hers = work.notes.of_women(moved.session_id).get(moved.participant_id, "")
        if Notes(work.notes.of_group(moved.session_id), hers) != moved.after:
            raise Refused(NotesChangedSince())
        _put(work, moved, moved.before)
        work.commit()
    return done(moved, Kind.NOTE, ids=(moved.session_id, moved.participant_id))


def _put(work: UnitOfWork, moved: Moved, notes: Notes) -> None:
    work.notes.put_of_group(moved.session_id, notes.of_group)
    work.notes.put_of_women(moved.session_id, {moved.participant_id: notes.hers})
    work.log.note(Deed.CHANGED, Subject.GROUP_NOTE, moved.session_id)
    work.log.note(Deed.CHANGED, Subject.OWN_NOTE, moved.session_id, moved.participant_id)
