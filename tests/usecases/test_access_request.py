"""What one woman may see of herself, and what a human looks at before it leaves."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.composition import Bond, Tie
from groupkit.domain.consent import Consent
from groupkit.domain.refusal import NotFound, ParticipantErased, Refused
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.access_request import (
    AccessReview,
    Wishes,
    access_file,
    access_paper,
    note_access_given,
    review_access,
)

TODAY = dt.date(2027, 3, 1)
LetIn = Callable[..., UUID]
LIBRARY, ENGLISH, PRESS = ShippedLibrary(), Language("en"), PdfPress()


def review(store: Store, her: UUID, wishes: Wishes | None = None) -> AccessReview:
    return review_access(store, LIBRARY, ENGLISH, her, TODAY, wishes)


def words_of(found: AccessReview) -> str:
    return "\n".join(row.words for section in found.paper.sections for row in section.rows)


@pytest.fixture
def her(store: Store, sessions: tuple[Session, ...], women: LetIn) -> UUID:
    """Let in Ærna and Solveig; Ærna's note names the other, the group's note names her."""
    mine, other = women("Ærna"), women("Solveig")
    with store.work() as work:
        work.notes.put_of_women(sessions[0].id, {mine: "Solveigs bil holdt der. Ærna så den."})
        work.notes.put_of_women(sessions[0].id, {other: "Det om en anden."})
        work.notes.put_of_group(sessions[0].id, "Ærnas idé var god.")
        work.notes.put_of_group(sessions[1].id, "En rolig aften.")
        work.consents.put(Consent(uuid4(), mine, "Fotos af hænder", TODAY))
        work.ties.put(Tie(uuid4(), mine, other, Bond.SAME_ABUSER))
        work.log.note(Deed.CHANGED, Subject.PARTICIPANT, mine)
        work.commit()
    return mine


def test_another_womans_name_is_replaced_and_listed(store: Store, her: UUID) -> None:
    found = review(store, her)
    assert "another woman's bil holdt der. Ærna så den." in words_of(found)
    (taken,) = found.taken
    assert taken.replaced.found == "Solveigs"
    assert taken.section == "Sessions"


def test_the_paper_tells_what_is_hers_and_not_that_she_is_tied_to_anybody(
    store: Store, her: UUID
) -> None:
    said = words_of(review(store, her))
    assert "Fotos af hænder" in said
    assert "abuser" not in said
    assert "Det om en anden" not in said
    assert "Ærnas idé" not in said


def test_the_group_notes_that_name_her_are_given_for_a_human_to_look_at(
    store: Store, her: UUID, sessions: tuple[Session, ...]
) -> None:
    assert review(store, her).named_in == (sessions[0].id,)


def test_a_human_can_replace_more_and_let_a_word_stand(store: Store, her: UUID) -> None:
    wishes = Wishes(frozenset({"bil"}), frozenset({"Solveigs"}))
    assert "Solveigs another woman holdt der." in words_of(review(store, her, wishes))


def test_paper_and_file_say_the_same_under_a_name_that_anyone_may_see(
    store: Store, her: UUID
) -> None:
    found = review(store, her)
    paper = access_paper(PRESS, ENGLISH, found.paper)
    file = access_file(PRESS, ENGLISH, found.paper)
    assert (paper.file_name, file.file_name) == ("Copy of notes.pdf", "Copy of notes.json")
    told = json.loads(file.data)
    rows = [row["words"] for section in told["sections"] for row in section["rows"]]
    assert "\n".join(rows) == words_of(found)


def test_handing_it_out_is_noted(store: Store, her: UUID) -> None:
    note_access_given(store, her)
    with store.work() as work:
        entry = work.log.entries()[0]
    assert (entry.deed, entry.subject, entry.record) == (Deed.PRINTED, Subject.ACCESS_PAPER, her)


def test_of_who_was_erased_or_never_there_nothing_is_told(store: Store, her: UUID) -> None:
    with store.work() as work:
        work.erasures.erase(her, TODAY)
        work.log.note(Deed.ERASED, Subject.PARTICIPANT, her)
        work.commit()
    for who, wanted in ((her, ParticipantErased), (uuid4(), NotFound)):
        with pytest.raises(Refused) as caught:
            review(store, who)
        assert isinstance(caught.value.refusal, wanted)
