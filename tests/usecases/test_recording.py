"""Preparing and recording a session in a real store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from groupkit.documents.library import ShippedLibrary
from groupkit.domain import refusal as no
from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.attendance import Status
from groupkit.domain.refusal import Refused
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.usecases.changes import Kind
from groupkit.usecases.moving_notes import move_to_her_note
from groupkit.usecases.preparing import (
    give_topic,
    prepared,
    put_agenda,
    put_prepared,
    topic_named,
)
from groupkit.usecases.recording import (
    finish,
    mark,
    record,
    reopen,
    write_group_note,
    write_own_note,
)

LetIn = Callable[..., UUID]
LATER = dt.date(2027, 12, 1)


def test_a_topic_brings_its_agenda_and_can_be_taken_back(
    store: Store, sessions: tuple[Session, ...], library: ShippedLibrary
) -> None:
    own = Agenda((AgendaItem(uuid4(), ItemKind.OTHER, "Kaffe", 20),))
    put_agenda(store, sessions[0].id, own)
    before = prepared(store, sessions[0].id)
    topic = topic_named(library, "new-incidents", "da")
    done = give_topic(store, sessions[0].id, topic)
    assert done.changes.kinds == {Kind.SESSION, Kind.AGENDA}
    after = prepared(store, sessions[0].id)
    assert after == done.value
    assert after.session.topic == "new-incidents"
    assert after.agenda.minutes == topic.minutes == 120
    put_prepared(store, sessions[0].id, before.session.topic, before.agenda)
    assert prepared(store, sessions[0].id) == before


def test_a_topic_is_found_by_slug_and_title(library: ShippedLibrary) -> None:
    for topic in library.topics("da"):
        assert topic_named(library, topic.slug.upper(), "da") == topic
        assert topic_named(library, f" {topic.title} ", "da") == topic
    with pytest.raises(Refused) as refused:
        topic_named(library, "kattekillinger", "da")
    assert refused.value.refusal == no.TopicUnknown("kattekillinger")


def test_marks_and_notes_stand_in_the_record(
    store: Store, sessions: tuple[Session, ...], women: LetIn
) -> None:
    anemone, bellis = women("Anemone"), women("Bellis")
    session = sessions[0]
    done = mark(
        store, session.id, anemone, Status.ABSENT_NOTICE, today=LATER, reason=" syg \n barn"
    )
    assert done.changes.kinds == {Kind.ATTENDANCE}
    write_group_note(store, session.id, "Vi nåede øvelse 1.\r\n")
    write_own_note(store, session.id, bellis, "Vil gerne ringes op.")
    found = record(store, session.id)
    lines = {line.membership.participant.alias: line for line in found.roster}
    assert found.group_note == "Vi nåede øvelse 1."
    assert lines["Anemone"].status is Status.ABSENT_NOTICE
    assert lines["Anemone"].mark is not None
    assert lines["Anemone"].mark.reason == "syg barn"
    assert lines["Bellis"].status is None
    assert lines["Bellis"].note == "Vil gerne ringes op."
    assert found.tally.unrecorded == 1


def test_a_mark_can_be_corrected_and_taken_away(
    store: Store, sessions: tuple[Session, ...], women: LetIn
) -> None:
    woman = women("Anemone")
    for status in (Status.PRESENT, Status.LATE, None, Status.NOT_INVITED):
        mark(store, sessions[0].id, woman, status, today=LATER)
        assert record(store, sessions[0].id).roster[0].status is status


def test_nothing_is_recorded_before_its_day(
    store: Store, sessions: tuple[Session, ...], women: LetIn
) -> None:
    woman = women("Anemone")
    day_before = sessions[0].day - dt.timedelta(days=1)
    for deed in (
        lambda: mark(store, sessions[0].id, woman, Status.PRESENT, today=day_before),
        lambda: finish(store, sessions[0].id, today=day_before),
    ):
        with pytest.raises(Refused) as refused:
            deed()
        assert refused.value.refusal == no.SessionNotYet(sessions[0].day)
    assert record(store, sessions[0].id).roster[0].status is None
    assert not record(store, sessions[0].id).session.recorded


def test_only_members_of_the_day_are_recorded(
    store: Store, sessions: tuple[Session, ...], women: LetIn
) -> None:
    late = women("Sen", joined=sessions[3].day)
    gone = women("Tidlig", left=sessions[1].day)
    assert record(store, sessions[2].id).roster == ()
    for session, woman in ((sessions[2], late), (sessions[2], gone), (sessions[0], uuid4())):
        with pytest.raises(Refused) as refused:
            mark(store, session.id, woman, Status.PRESENT, today=LATER)
        assert refused.value.refusal == no.NotAMember(session.day)
        with pytest.raises(Refused):
            write_own_note(store, session.id, woman, "x")
    mark(store, sessions[3].id, late, Status.PRESENT, today=LATER)
    mark(store, sessions[1].id, gone, Status.PRESENT, today=LATER)


def test_a_note_too_long_keeps_the_earlier_one(store: Store, sessions: tuple[Session, ...]) -> None:
    write_group_note(store, sessions[0].id, "kort")
    with pytest.raises(Refused) as refused:
        write_group_note(store, sessions[0].id, "x" * 20_001)
    assert isinstance(refused.value.refusal, no.TextTooLong)
    assert record(store, sessions[0].id).group_note == "kort"
    write_group_note(store, sessions[0].id, "")
    assert record(store, sessions[0].id).group_note == ""


def test_finishing_and_reopening(store: Store, sessions: tuple[Session, ...]) -> None:
    assert finish(store, sessions[0].id, today=LATER).value.recorded
    assert record(store, sessions[0].id).session.recorded
    reopen(store, sessions[0].id, today=LATER)
    assert not record(store, sessions[0].id).session.recorded


def test_a_session_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(Refused) as refused:
        record(store, uuid4())
    assert isinstance(refused.value.refusal, no.NotFound)


def test_of_who_was_erased_only_the_status_is_corrected(
    store: Store, sessions: tuple[Session, ...], women: LetIn
) -> None:
    her, held = women("Anemone"), sessions[0]
    mark(store, held.id, her, Status.PRESENT, today=held.day)
    write_group_note(store, held.id, "Anemone kom sent.")
    with store.work() as work:
        work.erasures.erase(her, held.day)
        work.commit()
    mark(store, held.id, her, Status.ABSENT_NO_NOTICE, today=LATER)
    mark(store, held.id, her, Status.ABSENT_NOTICE, reason="Hos Opdigtet Læge", today=LATER)
    with store.work() as work:
        (kept,) = work.attendance.of_session(held.id)
        assert (kept.status, kept.reason) == (Status.ABSENT_NOTICE, "")
        assert work.follow_ups.open() == ()
    for write in (
        lambda: write_own_note(store, held.id, her, "Hun flytter til Opdigtet By."),
        lambda: move_to_her_note(
            store, held.id, her, "Anemone kom sent.", typed="Anemone kom sent.", rest=""
        ),
    ):
        with pytest.raises(Refused) as refused:
            write()
        assert refused.value.refusal == no.ParticipantErased(held.day)
    assert record(store, held.id).group_note == "Anemone kom sent."
