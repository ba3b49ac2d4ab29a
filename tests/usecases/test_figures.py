"""Every number of a report, recomputed by another path over invented histories."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_raw import raws

from groupkit.domain.attendance import Status
from groupkit.domain.incident import IncidentKind, IncidentTally, Phase
from groupkit.domain.nomination import Decision
from groupkit.domain.reporting.choice import About, Audience, Choice, Span, Unit
from groupkit.domain.reporting.completion import CompletionRule
from groupkit.domain.reporting.table import HIDDEN, Cell, Count, Share, Table
from groupkit.language import Language
from groupkit.usecases.figures import attendance_tables, year_tables
from groupkit.usecases.figures.raw import Raw
from groupkit.usecases.figures.structure import Figures, count_all
from groupkit.usecases.figures.times import times_of
from groupkit.usecases.figures.year_facts import Known

ENGLISH = Language("en")
NOTHING = Known({}, (), ())
CAME = {Status.PRESENT, Status.LATE, Status.LEFT_EARLY}
SPANS = st.sampled_from(
    [Span(Unit.YEAR, 2026), Span(Unit.HALF, 2026, 2), Span(Unit.QUARTER, 2026, 3)]
)
SOME = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def figures_of(raw: Raw, span: Span, audience: Audience = Audience.HOUSE) -> Figures:
    times = times_of(Choice(About.PERIOD, audience, span))
    outside = audience is Audience.OUTSIDE
    return count_all(raw, times, NOTHING, CompletionRule(), outside=outside)


def every_place(raw: Raw, first: dt.date, last: dt.date) -> Iterator[tuple[UUID, dt.date, object]]:
    """Yield group, day and what was recorded of each woman at each session, the plain way."""
    for group_id, sessions in raw.sessions.items():
        for session in sessions:
            if session.cancelled or session.day > raw.today or not first <= session.day <= last:
                continue
            marked = raw.marks.get(session.id, {})
            women = {
                stay.woman
                for stay in raw.stays[group_id]
                if stay.joined <= session.day and (stay.left is None or session.day <= stay.left)
            }
            for woman in women:
                status = marked.get(woman)
                paused = any(
                    pause.first <= session.day and (pause.last is None or session.day <= pause.last)
                    for stay in raw.stays[group_id]
                    if stay.woman == woman
                    and stay.joined <= session.day
                    and (stay.left is None or session.day <= stay.left)
                    for pause in stay.pauses
                )
                if status is None and paused:
                    continue
                if status is not Status.NOT_INVITED:
                    yield group_id, session.day, status


def numbers(cells: tuple[Cell, ...]) -> list[int]:
    counts = [cell.value for cell in cells if isinstance(cell, Count)]
    share = cells[-1]
    assert isinstance(share, Share)
    return [*counts, share.part, share.whole]


def recount(statuses: list[object]) -> list[int]:
    counted = Counter(statuses)
    came = sum(counted[status] for status in CAME)
    recorded = sum(number for status, number in counted.items() if status is not None)
    return [
        len(statuses),
        counted[Status.PRESENT],
        counted[Status.LATE],
        counted[Status.LEFT_EARLY],
        counted[Status.ABSENT_NOTICE],
        counted[Status.ABSENT_NO_NOTICE],
        counted[None],
        came,
        recorded,
    ]


def sum_of(table: Table) -> tuple[Cell, ...]:
    return next(row.cells for row in table.rows if row.is_sum)


@SOME
@given(raw=raws(), span=SPANS)
def test_attendance_in_a_time_is_what_the_marks_say(raw: Raw, span: Span) -> None:
    period = span.period
    places = list(every_place(raw, period.first, period.last))
    table = attendance_tables.over_time(figures_of(raw, span), ENGLISH)
    assert numbers(sum_of(table)) == recount([status for _, _, status in places])
    by_month = Counter(day.month for _, day, _ in places)
    shown = {row.label: numbers(row.cells)[0] for row in table.rows if not row.is_sum}
    said = {ENGLISH.month(dt.date(2026, month, 1)): n for month, n in by_month.items()}
    assert {label: n for label, n in shown.items() if n} == said


@SOME
@given(raw=raws(), span=SPANS)
def test_groups_side_by_side_and_the_course_sum_to_the_whole(raw: Raw, span: Span) -> None:
    figures = figures_of(raw, span)
    period = span.period
    table = attendance_tables.by_group(figures, ENGLISH)
    for row in table.rows:
        if row.group_id is None:
            continue
        mine = [
            status
            for group, _, status in every_place(raw, period.first, period.last)
            if group == row.group_id
        ]
        assert numbers(row.cells) == recount(mine)
    course = attendance_tables.over_the_course(figures, ENGLISH)
    assert course is not None
    thirds = [numbers(row.cells) for row in course.rows]
    whole = numbers(sum_of(table))
    assert [sum(column) for column in zip(*thirds, strict=True)] == (whole if thirds else [])


@SOME
@given(raw=raws())
def test_completion_is_the_houses_rule_over_the_marks(raw: Raw) -> None:
    expected: Counter[str] = Counter()
    for group_id, sessions in raw.sessions.items():
        going = [session for session in sessions if not session.cancelled]
        if not going or going[-1].day > raw.today or going[-1].day.year != 2026:
            continue
        last = going[-1].day
        for woman in {stay.woman for stay in raw.stays[group_id]}:
            hers = [stay for stay in raw.stays[group_id] if stay.woman == woman]
            stayed = max(hers, key=lambda stay: stay.joined)
            marks = [raw.marks.get(session.id, {}).get(woman) for session in going]
            recorded = [m for m in marks if m is not None and m is not Status.NOT_INVITED]
            if not recorded:
                expected["Nothing recorded"] += 1
                continue
            often = 3 * sum(m in CAME for m in recorded) >= 2 * len(recorded)
            done = often and (stayed.left is None or stayed.left >= last)
            expected["Completed" if done else "Did not complete"] += 1
    table = year_tables.completion(figures_of(raw, Span(Unit.YEAR, 2026)), ENGLISH)
    shown = {row.label: row.cells[0] for row in table.rows if not row.is_sum}
    assert {label: cell for label, cell in shown.items() if cell != Count(0)} == {
        label: Count(number) for label, number in expected.items()
    }


@SOME
@given(raw=raws(), span=SPANS)
def test_nominations_and_reasons_are_counted_on_their_days(raw: Raw, span: Span) -> None:
    period = span.period
    figures = figures_of(raw, span)
    rows = {row.label: row.cells[0] for row in year_tables.nominations(figures, ENGLISH).rows}
    assert rows["Nominations"] == Count(sum(n.made in period for n in raw.nominations))
    talks = [n for n in raw.nominations if n.conversation and n.conversation in period]
    assert rows["Conversations with her"] == Count(len(talks))
    seats = [
        (n.decided - n.made).days
        for n in raw.nominations
        if n.decision is Decision.SEAT and n.decided and n.decided in period
    ]
    assert rows["A seat"] == Count(len(seats))
    waited = {row.label: row.cells[0] for row in year_tables.waiting(figures, ENGLISH).rows}
    assert waited["Up to 30 days"] == Count(sum(days <= 30 for days in seats))
    assert waited["More than 90 days"] == Count(sum(days > 90 for days in seats))
    members = {row.label: row.cells[0] for row in year_tables.memberships(figures, ENGLISH).rows}
    stays = [stay for those in raw.stays.values() for stay in those]
    assert members["Began in a group"] == Count(sum(s.joined in period for s in stays))
    left = [s for s in stays if s.left and s.left in period and s.left <= raw.today]
    assert members["Left a group"] == Count(len(left))


@SOME
@given(raw=raws(), quarter=st.integers(1, 4))
def test_a_quarter_and_its_year_hide_by_one_decision(raw: Raw, quarter: int) -> None:
    year = figures_of(raw, Span(Unit.YEAR, 2026), Audience.OUTSIDE)
    part = figures_of(raw, Span(Unit.QUARTER, 2026, quarter), Audience.OUTSIDE)
    assert part.numbers.hidden == year.numbers.hidden
    assert part.numbers.report.by_key == year.numbers.report.by_key


@SOME
@given(raw=raws())
def test_nothing_small_leaves_the_house(raw: Raw) -> None:
    figures = figures_of(raw, Span(Unit.YEAR, 2026), Audience.OUTSIDE)
    tables = [
        attendance_tables.over_time(figures, ENGLISH),
        year_tables.nominations(figures, ENGLISH),
        year_tables.memberships(figures, ENGLISH),
        year_tables.completion(figures, ENGLISH),
    ]
    met = {session.day.month for session in raw.held(figures.times.period)}
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                if isinstance(cell, Count) and table.slug != "attendance":
                    assert cell.value >= 5
                if isinstance(cell, Count) and met:
                    assert cell.value == 0 or cell.value >= 5
                if isinstance(cell, Share):
                    assert cell.whole == 0 or (cell.part >= 5 and cell.whole >= 5)


def test_without_a_session_everything_is_nothing_and_nothing_fails() -> None:
    raw = Raw(dt.date(2027, 1, 1), (), {}, {}, {})
    table = attendance_tables.over_time(figures_of(raw, Span(Unit.YEAR, 2026)), ENGLISH)
    assert [row.label for row in table.rows] == ["In all"]
    assert table.said == "Nothing is recorded yet."


@pytest.mark.parametrize("cell", [HIDDEN])
def test_a_table_of_hidden_counts_knows_it(cell: Cell) -> None:
    raw = Raw(dt.date(2027, 1, 1), (), {}, {}, {})
    figures = figures_of(raw, Span(Unit.YEAR, 2026), Audience.OUTSIDE)
    table = year_tables.nominations(figures, ENGLISH)
    assert table.hides_all
    assert all(each == cell for row in table.rows for each in row.cells)


def test_gbvims_counts_each_incident_once_under_the_first_type_that_applies() -> None:
    told = [
        IncidentTally(
            UUID(int=at), None, 2026, 2, Phase.START, frozenset(kinds), UUID(int=at)
        )
        for at, kinds in enumerate(
            [
                {IncidentKind.SEXUAL, IncidentKind.PHYSICAL},
                {IncidentKind.DIGITAL},
                {IncidentKind.STALKING, IncidentKind.ECONOMIC},
            ]
        )
    ]  # fmt: skip
    raw = Raw(dt.date(2027, 1, 1), (), {}, {}, {})
    times = times_of(Choice(About.YEAR, Audience.HOUSE, Span(Unit.YEAR, 2026)))
    known = Known({}, tuple(told), (), gbvims=True)
    figures = count_all(raw, times, known, CompletionRule(), outside=False)
    [table] = year_tables.incidents_by_gbvims(figures, ENGLISH)
    assert [row.cells[0] for row in table.rows] == [Count(n) for n in (1, 0, 1, 1, 3)]
    outside = figures_of(raw, Span(Unit.YEAR, 2026), Audience.OUTSIDE)
    assert year_tables.incidents_by_gbvims(outside, ENGLISH) == ()
