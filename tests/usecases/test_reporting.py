"""What stands on paper, recomputed by another path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupkit.crypto.keyring import new_keyring
from groupkit.documents.library import ShippedLibrary
from groupkit.domain.attendance import Status
from groupkit.domain.form import DISCREET
from groupkit.domain.group import Group
from groupkit.domain.house import House
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.store.opening import create
from groupkit.usecases.joining import Person, join
from groupkit.usecases.plan_papers import plan_paper
from groupkit.usecases.planning import PlanRequest, plan_group
from groupkit.usecases.preparing import give_topic, topic_named
from groupkit.usecases.recording import finish, mark
from groupkit.usecases.reporting import attendance_paper, handout_paper, run_sheet_paper
from groupkit.usecases.today import Missing, today

START = dt.date(2027, 1, 13)
DANISH = Language("da")
LetIn = Callable[..., UUID]
CAME = {Status.PRESENT, Status.LATE, Status.LEFT_EARLY}

HISTORY = st.fixed_dictionaries(
    {
        "joins": st.integers(0, 7),
        "leaves": st.integers(0, 8),
        "marks": st.lists(st.none() | st.sampled_from(Status), min_size=8, max_size=8),
    }
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories=st.lists(HISTORY, max_size=6), held=st.integers(0, 8))
def test_attendance_is_what_the_marks_say(
    tmp_path_factory: object, library: ShippedLibrary, histories: list[dict], held: int
) -> None:
    folder: Path = tmp_path_factory.mktemp("report")  # type: ignore[attr-defined]
    store = create(folder / "store" / "store.db", new_keyring(), House("Huset"), "Anna Opdigtet")
    group = plan_group(store, PlanRequest("G", START, dt.time(17), 120, 14)).value
    with store.work() as work:
        sessions = work.sessions.of_group(group.id)
    day = sessions[held - 1].day if held else START - dt.timedelta(days=1)
    expected: dict[str, list[tuple[bool, Status | None]]] = {}
    for at, history in enumerate(histories):
        joined = sessions[history["joins"]].day
        last = max(history["joins"], history["leaves"])
        left = sessions[last].day if last < len(sessions) else None
        number = f"27-{at + 1:02d}"
        woman = join(store, group.id, Person(f"W{at}", number, joined, left)).value.participant.id
        cells = []
        for session, status in zip(sessions, history["marks"], strict=True):
            is_member = joined <= session.day and (left is None or session.day <= left)
            kept = status if is_member and session.day <= day else None
            if kept:
                mark(store, session.id, woman, kept, today=day)
            cells.append((is_member, kept))
        expected[number] = cells
    paper = attendance_paper(store, group.id, library, DANISH, today=day)
    store.close()
    assert [row.label for row in paper.rows] == sorted(expected)
    came = invited = open_ = 0
    for row in paper.rows:
        cells = expected[row.label]
        assert [(cell.member, cell.status) for cell in row.cells] == cells
        counted = [s for (m, s), ses in zip(cells, sessions, strict=True) if m and ses.day <= day]
        assert row.tally.came == sum(s in CAME for s in counted)
        assert row.tally.invited == sum(
            s is not None and s is not Status.NOT_INVITED for s in counted
        )
        assert row.tally.unrecorded == counted.count(None)
        came += row.tally.came
        invited += row.tally.invited
        open_ += row.tally.unrecorded
    assert (paper.total.came, paper.total.invited) == (came, invited)
    assert paper.total.unrecorded == open_
    for at, column in enumerate(paper.columns):
        kept = [cells[at][1] for cells in expected.values() if cells[at][0] and at < held]
        assert column.held == (at < held)
        assert column.tally.came == sum(status in CAME for status in kept)
        assert column.tally.unrecorded == kept.count(None)
        assert sum(column.tally.of(status) for status in Status) == len(kept) - kept.count(None)


def test_women_stand_by_number_unless_asked_for_aliases(
    store: Store, group: Group, women: LetIn, library: ShippedLibrary
) -> None:
    women("Anemone")
    by_number = attendance_paper(store, group.id, library, DANISH, today=START)
    by_alias = attendance_paper(store, group.id, library, DANISH, today=START, by_alias=True)
    assert "Anemone" not in repr(by_number)
    assert [row.label for row in by_alias.rows] == ["Anemone"]


def test_a_run_sheet_names_no_woman_and_adds_up(
    store: Store, group: Group, sessions: tuple[Session, ...], women: LetIn, library: ShippedLibrary
) -> None:
    women("Anemone")
    give_topic(store, sessions[1].id, topic_named(library, "new-incidents", "da"))
    paper = run_sheet_paper(store, sessions[1].id, library, DANISH)
    assert "Anemone" not in repr(paper)
    assert (paper.number, paper.sessions) == (2, 8)
    assert paper.topic == "Nye voldsepisoder"
    assert paper.items[0].starts == dt.time(17)
    assert paper.items[-1].ends == dt.time(19)
    assert paper.spare == 0
    assert plan_paper(store, group.id, library, DANISH).lines[1].topic == "Nye voldsepisoder"


def test_a_discreet_handout_carries_no_house(library: ShippedLibrary) -> None:
    topic = library.topics("da")[0]
    plain = handout_paper(topic, library, DANISH, (), "Huset Ærø")
    discreet = handout_paper(topic, library, DANISH, (), "Huset Ærø", DISCREET)
    assert plain.house == "Huset Ærø"
    assert discreet.house == ""


def test_today_says_what_is_missing_and_open(
    store: Store, group: Group, sessions: tuple[Session, ...], women: LetIn, library: ShippedLibrary
) -> None:
    first = sessions[0].day
    (coming,) = today(store, first).coming
    assert coming.missing == (Missing.TOPIC, Missing.AGENDA, Missing.PARTICIPANTS)
    woman = women("Anemone")
    give_topic(store, sessions[0].id, topic_named(library, "new-incidents", "da"))
    assert today(store, first).coming[0].missing == ()
    mark(store, sessions[0].id, woman, Status.ABSENT_NO_NOTICE, today=first)
    found = today(store, first)
    assert found.unheard == ()
    assert [w.participant and w.participant.alias for w in found.follow_ups] == ["Anemone"]
    assert [(u.marked, u.members) for u in found.unfinished] == [(1, 1)]
    finish(store, sessions[0].id, today=first)
    second = sessions[1].day
    mark(store, sessions[1].id, woman, Status.LATE, today=second)
    found = today(store, second)
    assert [u.session.number for u in found.unfinished] == [2]
    assert len(found.follow_ups) == 1  # coming again closes nothing: somebody says how it went


def test_today_is_quiet_long_before_and_after(store: Store, group: Group) -> None:
    for day in (START - dt.timedelta(days=60), START + dt.timedelta(days=400)):
        found = today(store, day)
        assert (found.coming, found.unfinished, found.unheard) == ((), (), ())
        assert found.has_groups
