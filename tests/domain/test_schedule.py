"""The laws of laying out a course, over every start from 2024 to 2040."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain import refusal as no
from groupkit.domain.closed import ClosedDays, Shut, Why, closed, read_steps, write_steps
from groupkit.domain.dates import Period
from groupkit.domain.refusal import Refused
from groupkit.domain.schedule import (
    Answer,
    Breach,
    Course,
    Keep,
    Parity,
    Plan,
    Way,
    choices,
    lay_out,
)
from groupkit.language import Language
from groupkit.language.words import closed_day_word

WEEK = dt.timedelta(weeks=1)
STARTS = st.dates(dt.date(2024, 1, 1), dt.date(2040, 12, 31))
KEEPS = st.sampled_from(Keep)
NOTHING_CLOSED = ClosedDays(country="")


@st.composite
def courses(draw: st.DrawFn) -> Course:
    start, weeks, every = draw(STARTS), draw(st.integers(14, 20)), draw(st.integers(1, 3))
    own = Parity.EVEN if start.isocalendar().week % 2 == 0 else Parity.ODD
    parity = draw(st.sampled_from([Parity.ANY, own])) if every == 2 else Parity.ANY
    return Course(start, weeks, every, parity)


COURSES = courses()


@st.composite
def courses_around_closed_days(draw: st.DrawFn) -> tuple[Course, ClosedDays]:
    course = draw(COURSES)
    periods = []
    for _ in range(draw(st.integers(0, 6))):
        first = course.start + dt.timedelta(days=draw(st.integers(-7, 150)))
        periods.append(Period(first, first + dt.timedelta(days=draw(st.integers(0, 20)))))
    return course, closed(periods, usual_house_days=draw(st.booleans()))


def planned(course: Course, days: ClosedDays, keep: Keep = Keep.WEEKS) -> Plan | None:
    """Return the plan, or None where not one of the possible days is open."""
    weeks = course.weeks if keep is Keep.WEEKS else 20
    possible = [course.start + WEEK * n for n in range(weeks + 1)]
    if all(days.find(day) for day in possible):
        with pytest.raises(Refused):
            lay_out(course, days, keep=keep)
        return None
    return lay_out(course, days, keep=keep)


@given(courses_around_closed_days(), KEEPS)
def test_sessions_keep_weekday_order_distance_and_frame(
    given_: tuple[Course, ClosedDays], keep: Keep
) -> None:
    course, days = given_
    plan = planned(course, days, keep)
    if plan is None:
        return
    dates = [placed.day for placed in plan.sessions]
    weeks = course.weeks if keep is Keep.WEEKS else 20
    assert [placed.number for placed in plan.sessions] == list(range(1, len(dates) + 1))
    assert all(date.weekday() == course.start.weekday() for date in dates)
    assert all(later - sooner >= WEEK for sooner, later in pairwise(dates))
    assert course.start <= dates[0]
    assert dates[-1] <= course.start + weeks * WEEK
    assert len(dates) <= course.most_sessions


@contextmanager
def suppress_no_open_day() -> Iterator[None]:
    try:
        yield
    except Refused as refused:
        if not isinstance(refused.refusal, no.NoOpenDay):
            raise


@st.composite
def answered(
    draw: st.DrawFn,
) -> tuple[Course, ClosedDays, dict[dt.date, Answer], Keep]:
    course, days = draw(courses_around_closed_days())
    answers = {}
    for _ in range(draw(st.integers(0, 4))):
        turn = course.start + WEEK * draw(st.integers(0, 20))
        day = turn + dt.timedelta(days=draw(st.integers(-6, 6)))
        answers[turn] = Answer(draw(st.sampled_from(Way)), day)
    return course, days, answers, draw(KEEPS)


@given(answered())
def test_whatever_is_answered_the_rules_hold_or_the_breach_is_named(
    given_: tuple[Course, ClosedDays, dict[dt.date, Answer], Keep],
) -> None:
    course, days, answers, keep = given_
    plan = None
    with suppress_no_open_day():
        plan = lay_out(course, days, answers, keep)
    if plan is None:
        return
    assert plan == lay_out(course, days, dict(reversed(answers.items())), keep)
    dates = [placed.day for placed in plan.sessions]
    assert all(days.find(day) is None for day in dates)
    assert dates == sorted(set(dates))
    asked = {answer.day for answer in answers.values() if answer.way is Way.OTHER_DAY}
    for sooner, later in pairwise(dates):
        assert later - sooner >= WEEK or asked & {sooner, later}
    weeks = (_monday(dates[-1]) - _monday(dates[0])) // WEEK
    assert weeks <= 20
    assert (Breach.FEWER in plan.breaches) == (len(dates) < course.most_sessions)
    assert (Breach.LONGER in plan.breaches) == (weeks > course.weeks)
    assert (Breach.TOO_SHORT in plan.breaches) == (weeks + course.every <= 14)
    assert plan.missing == course.most_sessions - len(dates)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


@given(courses_around_closed_days())
def test_keeping_the_number_never_costs_a_session_that_keeping_the_weeks_saves(
    given_: tuple[Course, ClosedDays],
) -> None:
    course, days = given_
    by_count, by_weeks = planned(course, days, Keep.COUNT), planned(course, days, Keep.WEEKS)
    if by_weeks is None:
        return
    assert by_count is not None
    assert by_count.sessions[: len(by_weeks.sessions)] == by_weeks.sessions


@given(COURSES)
def test_a_house_of_even_or_odd_weeks_keeps_to_them_over_week_53(course: Course) -> None:
    days = course.nominal_days
    assert all(course.parity.holds(day) for day in days)
    gaps = {(later - sooner) // WEEK for sooner, later in pairwise(days)}
    assert gaps <= {course.every, course.every + (course.parity is not Parity.ANY)}
    over_53 = any(sooner.isocalendar().week in {52, 53} for sooner in days)
    assert gaps == {course.every} or over_53


def test_odd_weeks_wait_after_week_53() -> None:
    course = Course(dt.date(2026, 12, 15), 16, 2, Parity.ODD)
    assert [day.isocalendar().week for day in course.nominal_days] == [51, 53, 3, 5, 7, 9, 11, 13]


def test_a_start_in_the_other_weeks_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        Course(dt.date(2027, 1, 13), 14, 2, Parity.ODD)
    assert refused.value.refusal == no.StartInOtherWeek(dt.date(2027, 1, 13), even=False)
    with pytest.raises(Refused) as refused:
        Course(dt.date(2027, 1, 13), 14, 1, Parity.EVEN)
    assert refused.value.refusal == no.ParityNeedsFortnight(1)


WINTER = closed([Period(dt.date(2027, 2, 8), dt.date(2027, 2, 12))])
TAKEN = dt.date(2027, 2, 9)


def test_the_choices_are_those_that_a_person_would_see() -> None:
    course = Course(dt.date(2027, 1, 12), 16)
    only_tuesday = closed([Period(TAKEN, TAKEN)])
    found = choices(course, only_tuesday, TAKEN)
    assert [(choice.answer.way, choice.day and choice.day.isoformat()) for choice in found] == [
        (Way.LATER_AND_BACK, "2027-02-16"),
        (Way.OTHER_DAY, "2027-02-08"),
        (Way.OTHER_DAY, "2027-02-10"),
        (Way.OTHER_DAY, "2027-02-11"),
        (Way.OTHER_DAY, "2027-02-12"),
        (Way.LATER_FROM_HERE, "2027-02-16"),
        (Way.LEFT_OUT, None),
    ]
    back, other, *_, on, out = found
    assert back.plan.breaches == ()
    assert on.plan.breaches == (Breach.LONGER,)
    assert [placed.day for placed in on.plan.sessions][2:4] == [
        dt.date(2027, 2, 16),
        dt.date(2027, 3, 2),
    ]
    assert [placed.day for placed in other.plan.sessions][3] == dt.date(2027, 2, 23)
    assert out.plan.breaches == (Breach.FEWER,)
    assert [dropped.on_purpose for dropped in out.plan.dropped] == [True]


def test_a_week_that_is_closed_as_a_whole_offers_no_other_day() -> None:
    found = choices(Course(dt.date(2027, 1, 12), 16), WINTER, TAKEN)
    assert {choice.answer.way for choice in found} == set(Way) - {Way.OTHER_DAY}


def test_at_twenty_weeks_the_number_gives_way() -> None:
    course = Course(dt.date(2027, 1, 12), 20)
    plan = lay_out(course, WINTER, {TAKEN: Answer(Way.LATER_FROM_HERE)})
    assert plan.breaches == (Breach.FEWER,)
    assert (len(plan.sessions), course.most_sessions) == (10, 11)


def test_below_twenty_weeks_the_length_gives_way_unless_it_is_kept() -> None:
    course = Course(dt.date(2027, 1, 12), 14)
    shut = closed([Period(course.last_day, course.last_day)])
    longer = lay_out(course, shut)
    assert (len(longer.sessions), longer.weeks, longer.breaches) == (8, 15, (Breach.LONGER,))
    shorter = lay_out(course, shut, keep=Keep.WEEKS)
    assert (len(shorter.sessions), shorter.breaches) == (7, (Breach.FEWER, Breach.TOO_SHORT))


@given(courses_around_closed_days())
def test_no_session_falls_on_a_closed_day_and_every_step_is_one(
    given_: tuple[Course, ClosedDays],
) -> None:
    course, days = given_
    plan = planned(course, days)
    if plan is None:
        return
    assert all(days.find(placed.day) is None for placed in plan.sessions)
    for steps in [*(p.steps for p in plan.sessions), *(d.steps for d in plan.dropped)]:
        assert all(days.find(step.day) == step for step in steps)


@given(courses_around_closed_days())
def test_every_session_of_the_rhythm_is_placed_or_named_as_dropped(
    given_: tuple[Course, ClosedDays],
) -> None:
    course, days = given_
    plan = planned(course, days)
    if plan is None:
        return
    nominal = set(course.nominal_days)
    kept = {placed.moved_from or placed.day for placed in plan.sessions}
    dropped = {each.day for each in plan.dropped}
    assert kept | dropped == nominal
    assert len(plan.sessions) + len(plan.dropped) == course.most_sessions
    assert plan.missing == len(plan.dropped)


@given(courses_around_closed_days())
def test_a_session_moves_only_when_it_must(given_: tuple[Course, ClosedDays]) -> None:
    course, days = given_
    plan = planned(course, days)
    if plan is None:
        return
    taken: set[dt.date] = set()
    for placed in plan.sessions:
        nominal = placed.moved_from or placed.day
        if placed.moved_from:
            assert placed.day > nominal
            passed = [nominal + WEEK * n for n in range((placed.day - nominal).days // 7)]
            assert all(days.find(day) or day <= max(taken) for day in passed)
        taken.add(placed.day)


@given(courses_around_closed_days())
def test_moved_says_whether_the_day_left_the_rhythm(given_: tuple[Course, ClosedDays]) -> None:
    course, days = given_
    plan = planned(course, days)
    origins = [placed.moved_from for placed in plan.sessions if placed.moved_from] if plan else []
    for placed in plan.sessions if plan else ():
        assert placed.moved_from != placed.day
        assert placed.moved_from in {None, *course.nominal_days}
        assert bool(placed.moved_from) or placed.day in course.nominal_days
        assert bool(placed.moved_from) or not placed.steps
    assert origins == sorted(set(origins))


@given(courses_around_closed_days())
def test_closing_another_day_never_brings_more_sessions(
    given_: tuple[Course, ClosedDays],
) -> None:
    course, days = given_
    plan = planned(course, days)
    if plan is None:
        return
    shut = plan.sessions[len(plan.sessions) // 2].day
    fewer = planned(course, ClosedDays((*days.periods, Shut(Period(shut, shut))), days.each_year))
    assert len(fewer.sessions if fewer else ()) <= len(plan.sessions)


@given(courses_around_closed_days())
def test_the_same_input_gives_the_same_plan(given_: tuple[Course, ClosedDays]) -> None:
    course, days = given_
    assert planned(course, days) == planned(course, days)


@given(COURSES)
def test_an_undisturbed_course_has_all_its_sessions_in_rhythm(course: Course) -> None:
    plan = lay_out(course, NOTHING_CLOSED)
    assert tuple(placed.day for placed in plan.sessions) == course.nominal_days
    assert plan.dropped == ()
    assert not any(placed.moved_from or placed.steps for placed in plan.sessions)


@pytest.mark.parametrize(("weeks", "usual"), [(14, 8), (15, 8), (16, 9), (18, 10), (20, 11)])
def test_every_second_week_gives_so_many(weeks: int, usual: int) -> None:
    course = Course(dt.date(2027, 1, 13), weeks)
    assert len(lay_out(course, NOTHING_CLOSED).sessions) == usual


@given(STARTS, st.sampled_from([14, 20]))
def test_one_lost_session_leaves_seven_or_ten(start: dt.date, weeks: int) -> None:
    course = Course(start, weeks)
    last = course.last_day
    plan = lay_out(course, ClosedDays((Shut(Period(last, last)),), country=""), keep=Keep.WEEKS)
    assert len(plan.sessions) == {14: 7, 20: 10}[weeks]
    assert plan.missing == 1
    assert [dropped.day for dropped in plan.dropped] == [last]


@given(STARTS, st.integers(14, 20))
def test_public_holidays_alone_keep_a_fortnightly_course_within_the_rule(
    start: dt.date, weeks: int
) -> None:
    plan = lay_out(Course(start, weeks), closed(usual_house_days=True))
    assert weeks // 2 <= len(plan.sessions) <= weeks // 2 + 1


def test_a_course_over_easter_says_why_it_moved() -> None:
    plan = lay_out(Course(dt.date(2027, 3, 25), 14), closed())
    first = plan.sessions[0]
    assert (first.day, first.moved_from) == (dt.date(2027, 4, 1), dt.date(2027, 3, 25))
    assert [step.name for step in first.steps] == ["Maundy Thursday"]


def test_two_closed_weeks_push_the_next_session_and_return_to_the_rhythm() -> None:
    course = Course(dt.date(2027, 1, 13), 14)
    shut = Period(dt.date(2027, 1, 25), dt.date(2027, 2, 7))
    days = [placed.day for placed in lay_out(course, closed([shut])).sessions]
    assert days[:4] == [
        dt.date(2027, 1, 13),
        dt.date(2027, 2, 10),
        dt.date(2027, 2, 17),
        dt.date(2027, 2, 24),
    ]
    assert days[4] == dt.date(2027, 3, 10)


def test_a_rhythm_of_three_weeks_stays_in_it_after_a_move() -> None:
    shut = Period(dt.date(2027, 2, 1), dt.date(2027, 2, 7))
    plan = lay_out(Course(dt.date(2027, 1, 13), 18, 3), closed([shut]))
    apart = [(day.day - dt.date(2027, 1, 13)).days // 7 for day in plan.sessions]
    assert apart == [0, 4, 6, 9, 12, 15, 18]


def test_every_week_a_closed_one_costs_the_last_session() -> None:
    shut = Period(dt.date(2027, 1, 18), dt.date(2027, 1, 24))
    plan = lay_out(Course(dt.date(2027, 1, 13), 14, 1), closed([shut]), keep=Keep.WEEKS)
    assert len(plan.sessions) == 14
    assert [lost.day for lost in plan.dropped] == [dt.date(2027, 4, 21)]
    assert all(later.day - sooner.day >= WEEK for sooner, later in pairwise(plan.sessions))
    assert plan.shortest_gap == 7


def test_week_53_and_the_turn_of_the_year() -> None:
    plan = lay_out(Course(dt.date(2026, 12, 2), 14), closed())
    weeks = [placed.day.isocalendar().week for placed in plan.sessions]
    assert weeks == [49, 51, 53, 2, 4, 6, 8, 10]


def test_a_course_with_every_day_closed_is_refused() -> None:
    course = Course(dt.date(2027, 1, 13), 14)
    with pytest.raises(Refused) as refused:
        lay_out(course, closed([Period(course.start, course.last_day)]), keep=Keep.WEEKS)
    assert refused.value.refusal == no.NoOpenDay(course.start, course.last_day)


@pytest.mark.parametrize("weeks", [-1, 0, 13, 21, 1000])
def test_too_few_or_too_many_weeks_are_refused(weeks: int) -> None:
    with pytest.raises(Refused) as refused:
        Course(dt.date(2027, 1, 13), weeks)
    assert refused.value.refusal == no.WeeksOutOfRange(weeks, 14, 20)


@pytest.mark.parametrize("every", [-2, 0, 4])
def test_other_rhythms_are_refused(every: int) -> None:
    with pytest.raises(Refused) as refused:
        Course(dt.date(2027, 1, 13), 14, every)
    assert refused.value.refusal == no.RhythmOutOfRange(every, 1, 3)


@pytest.mark.parametrize("start", [dt.date(1999, 12, 31), dt.date(2101, 1, 1)])
def test_starts_out_of_reach_are_refused(start: dt.date) -> None:
    with pytest.raises(Refused) as refused:
        Course(start, 14)
    assert isinstance(refused.value.refusal, no.DateOutOfReach)


def easter(year: int) -> dt.date:
    """Return Easter Sunday by Gauss and Butcher, independent of the library."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    turn = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + turn - 7 * ((a + 11 * h + 22 * turn) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


@pytest.mark.parametrize("year", range(2024, 2041))
def test_public_holidays_are_those_of_the_law(year: int) -> None:
    movable = {easter(year) + dt.timedelta(days=days) for days in (-3, -2, 0, 1, 39, 49, 50)}
    fixed = {dt.date(year, month, day) for month, day in ((1, 1), (12, 25), (12, 26))}
    days = [dt.date(year, 1, 1) + dt.timedelta(days=n) for n in range(366)]
    found = {day for day in days if day.year == year and closed().find(day)}
    assert found == movable | fixed


def test_holidays_of_2027_have_their_names() -> None:
    names = {
        (1, 1): ("Nytårsdag", "New Year's Day"),
        (3, 25): ("Skærtorsdag", "Maundy Thursday"),
        (3, 26): ("Langfredag", "Good Friday"),
        (3, 28): ("Påskedag", "Easter Sunday"),
        (3, 29): ("2. påskedag", "Easter Monday"),
        (5, 6): ("Kristi himmelfartsdag", "Ascension Day"),
        (5, 16): ("Pinsedag", "Whit Sunday"),
        (5, 17): ("2. pinsedag", "Whit Monday"),
        (12, 25): ("Juledag", "Christmas Day"),
        (12, 26): ("2. juledag", "Boxing Day"),
    }
    for (month, day), (danish, english) in names.items():
        found = closed().find(dt.date(2027, month, day))
        assert found is not None
        assert found.why is Why.PUBLIC_HOLIDAY
        assert closed_day_word(found, Language("da")) == danish
        assert closed_day_word(found, Language("en")) == english


def test_store_bededag_ended_after_2023() -> None:
    assert closed().find(dt.date(2023, 5, 5)) is not None
    for day in (dt.date(2024, 4, 26), dt.date(2025, 5, 16), dt.date(2026, 5, 1)):
        assert closed().find(day) is None


def test_the_house_days_are_closed_only_when_asked() -> None:
    for day in (dt.date(2027, 12, 24), dt.date(2027, 12, 31), dt.date(2027, 6, 5)):
        assert closed().find(day) is None
        found = closed(usual_house_days=True).find(day)
        assert found is not None
        assert found.why is Why.HOUSE_CLOSED


@given(courses_around_closed_days())
def test_steps_come_back_from_their_line(given_: tuple[Course, ClosedDays]) -> None:
    course, days = given_
    plan = planned(course, days)
    names = {Why.HOUSE_CLOSED: "Lukkeuge, »høst« & æøå"}
    for placed in plan.sessions if plan else ():
        renamed = tuple(replace(step, name=names.get(step.why, "")) for step in placed.steps)
        assert read_steps(write_steps(renamed)) == renamed
        assert read_steps(write_steps(placed.steps)) == placed.steps
