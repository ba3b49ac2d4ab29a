"""What stands on the plan for the team, and on the dates for the women."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.closed import ClosedPeriod, Why, closed
from groupkit.domain.dates import Period
from groupkit.domain.group import Group
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.calendar_keeping import keep_periods
from groupkit.usecases.papers import ClosedLine
from groupkit.usecases.plan_papers import closed_between, dates_paper, plan_paper
from groupkit.usecases.printing import Printer
from groupkit.usecases.replanning import Cancel, Change, Move, Swap, replan

TODAY = dt.date(2027, 1, 20)
ENGLISH = Language("en")
DAY = dt.timedelta(days=1)


def test_the_plan_says_what_became_of_each_session(
    store: Store, group: Group, sessions: tuple[Session, ...], library: ShippedLibrary
) -> None:
    replan(store, group.id, Change(Cancel(sessions[2].id), "Frost"), TODAY)
    replan(
        store, group.id, Change(Swap((sessions[3].id,), ("Lærke", "Ugle")), "Stær er væk"), TODAY
    )
    to = sessions[4].day + DAY
    replan(store, group.id, Change(Move(sessions[4].id, to, dt.time(16))), TODAY)
    lines = plan_paper(store, group.id, library, ENGLISH).lines
    assert (lines[2].cancelled, lines[2].number, lines[2].why) == (True, 0, "Frost")
    assert (lines[3].leaders, lines[3].why, lines[3].number) == (
        ("Lærke", "Ugle"),
        "Stær er væk",
        3,
    )
    assert (lines[4].day, lines[4].moved_from) == (to, sessions[4].day)
    assert lines[4].span == (dt.time(16), dt.time(18))
    for usual in (lines[0], lines[1], *lines[5:]):
        assert (usual.leaders, usual.place, usual.span, usual.cancelled) == ((), "", None, False)


def test_the_plan_names_what_is_closed_on_its_way(
    store: Store, group: Group, library: ShippedLibrary
) -> None:
    period = Period(dt.date(2027, 2, 15), dt.date(2027, 2, 21))
    keep_periods(store, (ClosedPeriod(uuid4(), Why.SCHOOL_HOLIDAY, period, "vinterferie"),))
    paper = plan_paper(store, group.id, library, ENGLISH)
    assert paper.closed == (
        ClosedLine(dt.date(2027, 2, 15), dt.date(2027, 2, 19), "Vinterferie"),
        ClosedLine(
            dt.date(2027, 3, 25),
            dt.date(2027, 3, 29),
            "Maundy Thursday, Good Friday, Easter Monday",
        ),
    )


def test_closed_weekends_matter_to_a_group_that_meets_then() -> None:
    saturdays = (dt.date(2027, 3, 20), dt.date(2027, 4, 3))
    assert [line.name for line in closed_between(closed(), saturdays, ENGLISH)] == [
        "Maundy Thursday, Good Friday",
        "Easter Sunday, Easter Monday",
    ]


def february(first: int, last: int) -> Period:
    return Period(dt.date(2027, 2, first), dt.date(2027, 2, last))


def test_closed_days_of_different_names_stand_apart() -> None:
    shut = closed(
        (
            ClosedPeriod(uuid4(), Why.SCHOOL_HOLIDAY, february(8, 10), "A"),
            ClosedPeriod(uuid4(), Why.HOUSE_CLOSED, february(11, 12)),
        )
    )
    lines = closed_between(shut, (dt.date(2027, 2, 1), dt.date(2027, 3, 1)), ENGLISH)
    assert [(line.first.day, line.last.day, line.name) for line in lines] == [
        (8, 10, "A"),
        (11, 12, "The house is closed"),
    ]
    assert closed_between(shut, (), ENGLISH) == ()


def test_dates_are_those_to_come_with_what_changed(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    replan(store, group.id, Change(Cancel(sessions[2].id), "Frost"), TODAY)
    to = sessions[3].day + DAY
    replan(store, group.id, Change(Move(sessions[3].id, to)), TODAY)
    lines = dates_paper(store, group.id, ENGLISH, since=TODAY).lines
    assert [line.day for line in lines][:3] == [sessions[1].day, sessions[2].day, to]
    assert [line.cancelled for line in lines] == [False, True] + [False] * 5
    assert lines[2].instead_of == sessions[3].day
    assert len(lines) == len(sessions) - 1


def test_a_course_that_is_over_still_has_its_dates(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    lines = dates_paper(store, group.id, ENGLISH, since=dt.date(2030, 1, 1)).lines
    assert [line.day for line in lines] == [session.day for session in sessions]


def test_the_printed_dates_hold_nothing_of_house_group_or_people(
    store: Store, group: Group, library: ShippedLibrary
) -> None:
    for cards in (1, 2, 4):
        printed = Printer(library, PdfPress(), Language("da")).dates(
            store, group.id, since=TODAY, cards=cards
        )
        raw = repr(dates_paper(store, group.id, Language("da"), since=TODAY, cards=cards))
        for words in ("Huset", "Ærø", "Forår", "Lærke", "Stær"):
            assert words not in raw
            assert words.encode() not in printed.pdf
        assert printed.file_name.endswith(".pdf")
        assert printed.title == Language("da").say("Dates")
