"""Copying agendas and keeping them as templates, over a real store."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupkit.documents.library import ShippedLibrary
from groupkit.domain import refusal as no
from groupkit.domain.agenda import MOST_ITEMS, Agenda, AgendaItem, ItemKind
from groupkit.domain.refusal import Refused
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.agenda_copying import (
    Origin,
    Source,
    agenda_of,
    copy_agenda,
    matching,
    sources,
    take_copy_back,
)
from groupkit.usecases.agenda_templates import (
    keep_template,
    put_template_back,
    remove_template,
    rename_template,
    templates,
)
from groupkit.usecases.changes import Kind
from groupkit.usecases.planning import PlanRequest, plan_group
from groupkit.usecases.preparing import prepared, put_agenda
from groupkit.usecases.reporting import run_sheet_paper

DANISH = Language("da")
START = dt.date(2027, 1, 13)


def item(title: str, minutes: int = 10, leader: str = "", short: int | None = None) -> AgendaItem:
    return AgendaItem(
        uuid4(), ItemKind.EXERCISE, title, minutes, "Husk", leader, "Tusser", "Rundkreds", short
    )


def said(agenda: Agenda) -> list[tuple[object, ...]]:
    return [
        (i.kind, i.title, i.minutes, i.note, i.leader, i.materials, i.room, i.short)
        for i in agenda.items
    ]


def agenda_in(store: Store, session_id: UUID) -> Agenda:
    return prepared(store, session_id).agenda


def from_session(session: Session) -> Source:
    return Source(Origin.THIS_GROUP, str(session.id), "", "", 0)


@pytest.fixture
def other(store: Store) -> tuple[Session, ...]:
    """The sessions of a second group with other facilitators, one of them the same."""
    wanted = PlanRequest(
        "Efterår", START, dt.time(10), 90, 14, facilitators=("Stær", "Solsort Sort")
    )
    made = plan_group(store, wanted).value
    with store.work() as work:
        return work.sessions.of_group(made.id)


def test_a_copy_is_the_same_agenda_with_items_of_its_own(
    store: Store, sessions: tuple[Session, ...], library: ShippedLibrary
) -> None:
    original = Agenda((item("Åbning", 10, "Lærke", 5), item("Øvelse", 40, "En gæst", 0)))
    put_agenda(store, sessions[0].id, original)
    made = copy_agenda(store, sessions[1].id, from_session(sessions[0]), library, DANISH)
    copy = agenda_in(store, sessions[1].id)
    assert made.value.after == copy
    assert made.changes.touches(Kind.AGENDA)
    assert said(copy) == said(original)
    assert not {i.id for i in copy.items} & {i.id for i in original.items}
    assert not made.value.leaders_left
    assert agenda_in(store, sessions[0].id) == original


def test_appending_keeps_what_is_there_in_front(
    store: Store, sessions: tuple[Session, ...], library: ShippedLibrary
) -> None:
    put_agenda(store, sessions[0].id, Agenda((item("Bagefter"),)))
    here = Agenda((item("Først"),))
    put_agenda(store, sessions[1].id, here)
    copied = copy_agenda(
        store, sessions[1].id, from_session(sessions[0]), library, DANISH, append=True
    ).value
    assert [i.title for i in copied.after.items] == ["Først", "Bagefter"]
    assert copied.after.items[0] == here.items[0]
    take_copy_back(store, sessions[1].id, copied)
    assert agenda_in(store, sessions[1].id) == here


def test_who_does_not_lead_here_stays_behind(
    store: Store,
    sessions: tuple[Session, ...],
    other: tuple[Session, ...],
    library: ShippedLibrary,
) -> None:
    leaders = ("Lærke", "stær", "Lærke og Stær", "En gæst", "")
    put_agenda(store, sessions[0].id, Agenda(tuple(item("P", leader=who) for who in leaders)))
    source = Source(Origin.OTHER_GROUP, str(sessions[0].id), "", "", 0)
    copied = copy_agenda(store, other[0].id, source, library, DANISH).value
    assert [i.leader for i in copied.after.items] == ["", "stær", "", "En gæst", ""]
    assert copied.leaders_left


@given(
    start=st.integers(0, 3), copied=st.integers(1, 3), since=st.integers(0, 3), append=st.booleans()
)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_taking_a_copy_back_keeps_what_was_added_since(
    store: Store,
    sessions: tuple[Session, ...],
    library: ShippedLibrary,
    start: int,
    copied: int,
    since: int,
    append: bool,
) -> None:
    before = Agenda(tuple(item(f"Før {n}") for n in range(start)))
    added = tuple(item(f"Siden {n}") for n in range(since))
    put_agenda(store, sessions[0].id, Agenda(tuple(item(f"Kopi {n}") for n in range(copied))))
    put_agenda(store, sessions[1].id, before)
    made = copy_agenda(
        store, sessions[1].id, from_session(sessions[0]), library, DANISH, append=append
    ).value
    assert len(made.after.items) == copied + (start if append else 0)
    put_agenda(store, sessions[1].id, made.after.followed_by(Agenda(added)))
    take_copy_back(store, sessions[1].id, made)
    assert agenda_in(store, sessions[1].id) == before.followed_by(Agenda(added))


def test_what_cannot_be_copied_changes_nothing(
    store: Store, sessions: tuple[Session, ...], library: ShippedLibrary
) -> None:
    full = Agenda(tuple(item(f"{n}", 1) for n in range(MOST_ITEMS)))
    put_agenda(store, sessions[1].id, full)
    with pytest.raises(Refused) as empty:
        copy_agenda(store, sessions[1].id, from_session(sessions[0]), library, DANISH)
    assert empty.value.refusal == no.AgendaEmpty()
    put_agenda(store, sessions[0].id, Agenda((item("En til"),)))
    with pytest.raises(Refused) as many:
        copy_agenda(store, sessions[1].id, from_session(sessions[0]), library, DANISH, append=True)
    assert many.value.refusal == no.TooManyItems(MOST_ITEMS)
    assert agenda_in(store, sessions[1].id) == full


def test_sources_stand_by_origin_the_nearest_first(
    store: Store,
    sessions: tuple[Session, ...],
    other: tuple[Session, ...],
    library: ShippedLibrary,
) -> None:
    for session in (sessions[0], sessions[2], sessions[3], other[4]):
        put_agenda(store, session.id, Agenda((item("Pause", 15),)))
    keep_template(store, sessions[0].id, "Kort aften")
    found = sources(store, sessions[3].id, library, DANISH)
    by = {origin: [s for s in found if s.origin is origin] for origin in Origin}
    order = [list(Origin).index(each.origin) for each in found]
    assert order == sorted(order)
    assert [s.title for s in by[Origin.TEMPLATE]] == ["Kort aften"]
    assert [s.key for s in by[Origin.THIS_GROUP]] == [str(sessions[2].id), str(sessions[0].id)]
    assert [s.key for s in by[Origin.OTHER_GROUP]] == [str(other[4].id)]
    assert "Efterår" in by[Origin.OTHER_GROUP][0].detail
    assert len(by[Origin.TOPIC]) == len(library.topics("da"))
    for source in found:
        assert agenda_of(store, source, library, DANISH).minutes == source.minutes


def test_every_word_typed_narrows_the_sources(
    store: Store,
    sessions: tuple[Session, ...],
    other: tuple[Session, ...],
    library: ShippedLibrary,
) -> None:
    put_agenda(store, other[4].id, Agenda((item("Pause", 15),)))
    found = sources(store, sessions[3].id, library, DANISH)
    assert matching(found, "") == found
    (only,) = matching(found, "EFTERÅR møde")
    assert only.key == str(other[4].id)
    assert matching(found, "efterår findes-ikke") == ()


def test_a_topic_and_a_template_are_copied_like_a_session(
    store: Store, sessions: tuple[Session, ...], library: ShippedLibrary
) -> None:
    put_agenda(store, sessions[0].id, Agenda((item("Pause", 15, "Lærke"),)))
    keep_template(store, sessions[0].id, "Kort aften")
    for source in sources(store, sessions[3].id, library, DANISH):
        wanted = agenda_of(store, source, library, DANISH)
        copied = copy_agenda(store, sessions[3].id, source, library, DANISH).value
        assert said(copied.after) == said(wanted)
    assert prepared(store, sessions[3].id).session.topic == ""


def test_a_template_names_none_of_the_facilitators(
    store: Store, sessions: tuple[Session, ...]
) -> None:
    put_agenda(
        store, sessions[0].id, Agenda((item("A", leader="Lærke"), item("B", leader="En gæst")))
    )
    kept = keep_template(store, sessions[0].id, "  Kort   aften ").value
    assert kept.template.name == "Kort aften"
    assert [i.leader for i in kept.template.agenda.items] == ["", "En gæst"]
    assert templates(store) == (kept.template,)


def test_a_taken_name_is_refused_or_replaced_and_put_back(
    store: Store, sessions: tuple[Session, ...]
) -> None:
    put_agenda(store, sessions[0].id, Agenda((item("A"),)))
    put_agenda(store, sessions[1].id, Agenda((item("B"),)))
    first = keep_template(store, sessions[0].id, "Kort aften").value.template
    with pytest.raises(Refused) as taken:
        keep_template(store, sessions[1].id, "KORT AFTEN")
    assert taken.value.refusal == no.TemplateNameTaken("Kort aften")
    kept = keep_template(store, sessions[1].id, "Kort aften", replacing=True).value
    assert kept.replaced == first
    assert [t.agenda.items[0].title for t in templates(store)] == ["B"]
    put_template_back(store, first)
    assert templates(store) == (first,)


def test_a_template_is_renamed_removed_and_put_back(
    store: Store, sessions: tuple[Session, ...]
) -> None:
    put_agenda(store, sessions[0].id, Agenda((item("A"),)))
    one = keep_template(store, sessions[0].id, "Et").value.template
    two = keep_template(store, sessions[0].id, "To").value.template
    with pytest.raises(Refused) as taken:
        rename_template(store, one.id, "to")
    assert taken.value.refusal == no.TemplateNameTaken("To")
    renamed = rename_template(store, one.id, "ET").value
    assert (renamed.name, renamed.agenda) == ("ET", one.agenda)
    gone = remove_template(store, one.id).value
    assert templates(store) == (two,)
    put_template_back(store, gone)
    assert {t.name for t in templates(store)} == {"ET", "To"}
    rename_template(store, two.id, "Tre")
    with pytest.raises(Refused):
        rename_template(store, uuid4(), "Fire")


def test_an_empty_agenda_is_no_template(store: Store, sessions: tuple[Session, ...]) -> None:
    with pytest.raises(Refused) as refused:
        keep_template(store, sessions[0].id, "Intet")
    assert refused.value.refusal == no.AgendaEmpty()
    assert templates(store) == ()


def test_the_run_sheet_is_headed_by_who_leads_this_session(
    store: Store, sessions: tuple[Session, ...], library: ShippedLibrary
) -> None:
    with store.work() as work:
        changed = replace(sessions[0], leaders=("Lærke", "Viben"), place="Kælderen")
        work.sessions.change(changed)
        work.commit()
    put_agenda(store, sessions[0].id, Agenda((item("Pause", leader="Viben"),)))
    paper = run_sheet_paper(store, sessions[0].id, library, DANISH)
    assert (paper.facilitators, paper.substitutes) == (("Lærke", "Viben"), ("Viben",))
    assert paper.place == "Kælderen"
    usual = run_sheet_paper(store, sessions[1].id, library, DANISH)
    assert (usual.facilitators, usual.substitutes) == (("Lærke", "Stær"), ())
