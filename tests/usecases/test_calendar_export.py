"""Calendars of a group and of a facilitator, out of a real store, through every change."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid4

import pytest
from icalendar import Calendar

from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.group import Group
from groupkit.domain.refusal import NotFound, Refused, TitleTells
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.calendar_export import Calendars, facilitators
from groupkit.usecases.papers import CalendarFile
from groupkit.usecases.planning import PlanRequest, plan_group
from groupkit.usecases.replanning import Cancel, Change, Insert, Move, Swap, replan, take_back

TODAY = dt.date(2027, 1, 20)
LONG_AGO = dt.date(2000, 1, 1)
Shown = dict[str, tuple[str, int, str, dt.datetime]]


@pytest.fixture
def calendars(library: ShippedLibrary) -> Calendars:
    return Calendars(library, PdfPress(), Language("en"))


@pytest.fixture
def other(store: Store) -> Group:
    """A second group, of which Lærke leads every session."""
    start = dt.date(2027, 2, 2)
    wanted = PlanRequest("Tirsdag", start, dt.time(10), 90, 14, facilitators=("LÆRKE", "Vibe"))
    return plan_group(store, wanted).value


def shown(file: CalendarFile) -> Shown:
    """Return status, sequence, title and start of each event by its id."""
    return {
        str(event["UID"]): (
            str(event["STATUS"]),
            event["SEQUENCE"],
            str(event["SUMMARY"]),
            event.start.replace(tzinfo=None),
        )
        for event in Calendar.from_ical(file.data).walk("VEVENT")
    }


def test_a_group_is_exported_as_a_whole_under_a_neutral_name(
    store: Store, group: Group, sessions: tuple[Session, ...], calendars: Calendars
) -> None:
    file = calendars.of_group(store, group.id)
    assert file.file_name == "Calendar.ics"
    assert list(shown(file)) == [str(session.id) for session in sessions]
    assert [title for _, _, title, _ in shown(file).values()] == [
        f"Meeting {session.number}" for session in sessions
    ]
    assert file == calendars.of_group(store, group.id)


def test_ids_last_through_move_cancel_and_undo_and_every_file_is_newer(
    store: Store, group: Group, sessions: tuple[Session, ...], calendars: Calendars
) -> None:
    first = shown(calendars.of_group(store, group.id))
    moved = sessions[2]
    replan(store, group.id, Change(Move(moved.id, moved.day + dt.timedelta(days=1))), TODAY)
    second = shown(calendars.of_group(store, group.id))
    gone = replan(store, group.id, Change(Cancel(sessions[3].id)), TODAY).value
    third = shown(calendars.of_group(store, group.id))
    take_back(store, gone)
    fourth = shown(calendars.of_group(store, group.id))

    assert set(first) == set(second) == set(third) == set(fourth)
    assert second[str(moved.id)][3] == first[str(moved.id)][3] + dt.timedelta(days=1)
    assert third[str(sessions[3].id)][0] == "CANCELLED"
    assert {status for status, *_ in fourth.values()} == {"CONFIRMED"}
    assert [event[2:] for event in fourth.values()] == [event[2:] for event in second.values()]
    for before, after in ((first, second), (second, third), (third, fourth)):
        for uid, event in after.items():
            same = (event[0], *event[2:]) == (before[uid][0], *before[uid][2:])
            assert same or event[1] > before[uid][1]


def test_an_inserted_session_comes_with_an_id_of_its_own(
    store: Store, group: Group, sessions: tuple[Session, ...], calendars: Calendars
) -> None:
    before = shown(calendars.of_group(store, group.id))
    replan(store, group.id, Change(Insert(sessions[-1].day + dt.timedelta(weeks=1))), TODAY)
    after = shown(calendars.of_group(store, group.id))
    assert len(set(after) - set(before)) == 1
    assert set(before) <= set(after)


def test_a_facilitator_gets_what_she_leads_in_all_groups(
    store: Store, group: Group, other: Group, calendars: Calendars
) -> None:
    laerke = shown(calendars.of_facilitator(store, " lærke ", LONG_AGO))
    stork = shown(calendars.of_facilitator(store, "Stær", LONG_AGO))
    vibe = shown(calendars.of_facilitator(store, "Vibe", LONG_AGO))
    assert stork == shown(calendars.of_group(store, group.id))
    assert vibe == shown(calendars.of_group(store, other.id))
    assert laerke == stork | vibe
    starts = [event[3] for event in laerke.values()]
    assert starts == sorted(starts)


def test_who_is_stood_in_for_sees_the_session_cancelled_and_the_substitute_gets_it(
    store: Store, group: Group, sessions: tuple[Session, ...], calendars: Calendars
) -> None:
    uid = str(sessions[4].id)
    before = shown(calendars.of_facilitator(store, "Stær", LONG_AGO))
    swapped = replan(
        store, group.id, Change(Swap((sessions[4].id,), ("Lærke", "Ugle"))), TODAY
    ).value
    after = shown(calendars.of_facilitator(store, "Stær", LONG_AGO))
    assert set(after) == set(before)
    assert after[uid][0] == "CANCELLED"
    assert after[uid][1] > before[uid][1]
    assert list(shown(calendars.of_facilitator(store, "Ugle", LONG_AGO))) == [uid]
    assert shown(calendars.of_facilitator(store, "Lærke", LONG_AGO))[uid][0] == "CONFIRMED"
    take_back(store, swapped)
    again = shown(calendars.of_facilitator(store, "Stær", LONG_AGO))
    assert again[uid][0] == "CONFIRMED"
    assert again[uid][1] > after[uid][1]


def test_what_is_long_over_is_not_in_her_calendar(
    store: Store, group: Group, sessions: tuple[Session, ...], calendars: Calendars
) -> None:
    since = sessions[3].day
    kept = shown(calendars.of_facilitator(store, "Stær", since))
    assert list(kept) == [str(session.id) for session in sessions[3:]]


@pytest.mark.parametrize("name", ["Nobody", "", "Forår 2027"])
def test_who_leads_nothing_is_not_found(
    store: Store, group: Group, calendars: Calendars, name: str
) -> None:
    with pytest.raises(Refused) as refused:
        calendars.of_facilitator(store, name, LONG_AGO)
    assert isinstance(refused.value.refusal, NotFound)


def test_a_group_that_is_not_there_is_not_found(store: Store, calendars: Calendars) -> None:
    with pytest.raises(Refused) as refused:
        calendars.of_group(store, uuid4())
    assert isinstance(refused.value.refusal, NotFound)


def test_a_title_of_ones_own_stands_with_the_number(
    store: Store, group: Group, sessions: tuple[Session, ...], calendars: Calendars
) -> None:
    replan(store, group.id, Change(Cancel(sessions[7].id)), TODAY)
    file = calendars.of_group(store, group.id, "  Book   club ")
    titles = [title for _, _, title, _ in shown(file).values()]
    assert titles == [*(f"Book club {n}" for n in range(1, 8)), "Book club (cancelled)"]


@pytest.mark.parametrize(
    "title", ["Women without violence", "Gruppe mod vold", "Shelter", "Huset Ærø", "på ærø"]
)
def test_a_telling_title_or_the_houses_name_is_refused(
    store: Store, group: Group, calendars: Calendars, title: str
) -> None:
    for make in (
        lambda: calendars.of_group(store, group.id, title),
        lambda: calendars.of_facilitator(store, "Stær", LONG_AGO, title),
    ):
        with pytest.raises(Refused) as refused:
            make()
        assert isinstance(refused.value.refusal, TitleTells)


def test_everyone_who_leads_is_offered_once(
    store: Store, group: Group, other: Group, sessions: tuple[Session, ...]
) -> None:
    replan(store, group.id, Change(Swap((sessions[4].id,), ("stær", "Ugle"))), TODAY)
    found = facilitators(store)
    assert [name.casefold() for name in found] == ["lærke", "stær", "ugle", "vibe"]


def test_a_new_group_has_ids_of_its_own(store: Store, group: Group, other: Group) -> None:
    with store.work() as work:
        ids: list[UUID] = [s.id for g in (group, other) for s in work.sessions.of_group(g.id)]
    assert len(set(ids)) == len(ids)
