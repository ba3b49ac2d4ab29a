"""What has left the house is remembered: a count hidden once stays hidden when made again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest

from groupkit.documents.library import ShippedLibrary
from groupkit.domain.attendance import Status
from groupkit.domain.protection import Standing
from groupkit.domain.reporting.choice import About, Audience, Choice, Span, Unit
from groupkit.domain.reporting.table import HIDDEN, Cell, Count, Report
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.figures.open_data import open_data
from groupkit.usecases.figures.outputs import note_report_taken
from groupkit.usecases.figures.report import Reporter
from groupkit.usecases.recording import mark

LetIn = Callable[..., UUID]
TODAY = dt.date(2028, 2, 1)
YEAR = Choice(About.YEAR, Audience.OUTSIDE, Span(Unit.YEAR, 2027))
NAMES = ("Anemone", "Birk", "Elm", "Hassel", "Iris", "Kamille", "Lind", "Mynte")
Make = Callable[..., Report]


@pytest.fixture
def make(store: Store, library: ShippedLibrary) -> Make:
    reporter = Reporter(store, library, Language("en"), TODAY)
    return lambda choice=YEAR: reporter.report(choice)


def began(report: Report) -> Cell:
    [table] = [each for each in report.tables() if each.slug == "members"]
    if not table.rows:
        return HIDDEN
    return table.rows[0].cells[0]


def test_what_was_hidden_stays_hidden_once_it_was_given_out(
    store: Store, women: LetIn, make: Make
) -> None:
    for name in NAMES[:4]:
        women(name)
    first = make()
    assert began(first) == HIDDEN
    for name in NAMES[4:6]:
        women(name)
    assert began(make()) == Count(6), "a look gives nothing out"
    note_report_taken(store, first)
    assert began(make()) == HIDDEN
    assert make().taken_back == 0


def test_a_count_that_became_small_is_hidden_and_told_to_the_house_alone(
    store: Store, women: LetIn, make: Make
) -> None:
    added = [women(name) for name in NAMES[:6]]
    first = make()
    assert began(first) == Count(6)
    note_report_taken(store, first)
    with store.work() as work:
        for her in added[4:]:
            for membership in work.members.of_participant(her):
                work.members.remove(membership.id)
        work.commit()
    again = make()
    assert began(again) == HIDDEN
    assert again.taken_back > 0
    assert "corrected" not in again.method


def test_a_quarter_gives_out_no_more_than_its_quarter(
    store: Store, women: LetIn, sessions: tuple[Session, ...], make: Make
) -> None:
    for name in NAMES:
        her = women(name)
        for session in sessions:
            mark(store, session.id, her, Status.PRESENT, today=TODAY)
    quarter = make(Choice(About.PERIOD, Audience.OUTSIDE, Span(Unit.QUARTER, 2027, 1)))
    note_report_taken(store, quarter)
    with store.work() as work:
        kept = work.published.of_year(2027)
        assert work.published.of_year(2026) == Standing()
    assert kept.shown
    assert all("2027-Q1" in key for key in kept.shown | kept.hidden)
    note_report_taken(store, make())
    with store.work() as work:
        later = work.published.of_year(2027)
    assert later.shown > kept.shown
    assert later.hidden >= kept.hidden


def test_open_data_gives_out_every_year_in_it(store: Store, women: LetIn, make: Make) -> None:
    for name in NAMES[:4]:
        women(name)
    report, data = make(), open_data(store, "Huset", TODAY)
    assert set(data.gives_out) == {2027}
    note_report_taken(store, report, data.gives_out)
    for name in NAMES[4:6]:
        women(name)
    [line] = [one for one in open_data(store, "Huset", TODAY).lines if one.measure == "began"]
    assert line.value is None


def test_in_the_house_nothing_is_given_out(store: Store, women: LetIn, make: Make) -> None:
    women(NAMES[0])
    report = make(Choice(About.YEAR, Audience.HOUSE, Span(Unit.YEAR, 2027)))
    note_report_taken(store, report)
    assert began(report) == Count(1)
    with store.work() as work:
        assert work.published.of_year(2027) == Standing()
