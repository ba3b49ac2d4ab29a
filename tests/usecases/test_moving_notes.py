"""A sentence about one woman on its way from the group's note into her own, and back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from groupkit.domain.refusal import NotAMember, NotesChangedSince, Refused
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.usecases.moving_notes import move_to_her_note, put_notes_back
from groupkit.usecases.recording import write_group_note, write_own_note

LetIn = Callable[..., UUID]
WHOLE = "Kage til alle. Ærna fortalte om sin søster."
REST = "Kage til alle."
SENTENCE = "Ærna fortalte om sin søster."


def notes(store: Store, session_id: UUID, her: UUID) -> tuple[str, str]:
    with store.work() as work:
        return work.notes.of_group(session_id), work.notes.of_women(session_id).get(her, "")


def test_a_sentence_moves_in_one_piece_and_back(
    store: Store, sessions: tuple[Session, ...], women: LetIn
) -> None:
    here, her = sessions[0].id, women("Ærna")
    write_own_note(store, here, her, "Kom lidt sent.")
    moved = move_to_her_note(store, here, her, SENTENCE, typed=WHOLE, rest=REST).value
    assert notes(store, here, her) == (REST, f"Kom lidt sent.\n{SENTENCE}")
    put_notes_back(store, moved)
    assert notes(store, here, her) == (WHOLE, "Kom lidt sent.")


@pytest.mark.parametrize("whose", ["the group's", "hers"])
def test_what_was_written_after_the_move_is_never_put_aside(
    store: Store, sessions: tuple[Session, ...], women: LetIn, whose: str
) -> None:
    here, her = sessions[0].id, women("Ærna")
    moved = move_to_her_note(store, here, her, SENTENCE, typed=WHOLE, rest=REST).value
    if whose == "hers":
        write_own_note(store, here, her, f"{SENTENCE} Hun ringer i morgen.")
    else:
        write_group_note(store, here, f"{REST} God stemning.")
    written = notes(store, here, her)
    with pytest.raises(Refused) as refused:
        put_notes_back(store, moved)
    assert refused.value.refusal == NotesChangedSince()
    assert notes(store, here, her) == written


def test_a_sentence_goes_to_nobody_who_is_not_in_the_group(
    store: Store, sessions: tuple[Session, ...]
) -> None:
    here = sessions[0].id
    write_group_note(store, here, WHOLE)
    with pytest.raises(Refused) as refused:
        move_to_her_note(store, here, UUID(int=7), SENTENCE, typed=WHOLE, rest=REST)
    assert isinstance(refused.value.refusal, NotAMember)
    with store.work() as work:
        assert work.notes.of_group(here) == WHOLE
