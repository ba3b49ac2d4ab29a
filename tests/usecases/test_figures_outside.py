"""What of the figures leaves the house: whoever counts backwards over all of it finds nobody."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from uuid import UUID

import pytest
from attacker import attack

from groupkit.domain.attendance import Status
from groupkit.domain.group import Group
from groupkit.domain.incident import IncidentKind, IncidentTally, Phase
from groupkit.domain.nomination import Decision
from groupkit.domain.participant import Leaving
from groupkit.domain.profile import AgeBand, Profile
from groupkit.domain.protection import LEAST, Report, room_of
from groupkit.domain.reporting.choice import About, Audience, Choice, Span, Unit
from groupkit.domain.reporting.completion import CompletionRule
from groupkit.domain.reporting.table import HIDDEN
from groupkit.domain.safety import ChangeTally, Moment, SafetyTally, change_of
from groupkit.domain.schedule import Course
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.usecases.figures import year_tables
from groupkit.usecases.figures.attendance_facts import BY_THIRD
from groupkit.usecases.figures.attendance_tables import over_the_course
from groupkit.usecases.figures.raw import Raw
from groupkit.usecases.figures.structure import Figures, count_all
from groupkit.usecases.figures.times import times_of
from groupkit.usecases.figures.year_facts import Known
from groupkit.usecases.ports.figure_rows import Nominated, Stay

YEAR = 2027
TODAY = dt.date(YEAR + 1, 2, 1)
STATUSES = (*([Status.PRESENT] * 8), *Status, None)
LANGUAGES = ("dansk", "dansk", "dansk", "arabisk", "somali", "tigrinya", "")
SEEDS = range(12)


def invented(seed: int) -> Figures:
    """Return the figures of a year of a house with a few groups, for outside."""
    chance = random.Random(seed)  # noqa: S311
    groups, sessions, stays, marks = [], {}, {}, {}
    profiles: dict[UUID, Profile] = {}
    nominations = []
    for _ in range(chance.randint(1, 4)):
        start = dt.date(YEAR, 1, 4) + dt.timedelta(weeks=chance.randint(0, 30))
        group = Group(_id(chance), "G", Course(start, 14), dt.time(17), 120)
        days = [start + dt.timedelta(weeks=2 * at) for at in range(8)]
        met = tuple(
            Session(_id(chance), group.id, at, day, dt.time(17), 120)
            for at, day in enumerate(days, start=1)
        )
        women = []
        for _ in range(chance.randint(2, 14)):
            joined = chance.choice(days[:4])
            left = chance.choice([None, None, chance.choice(days[4:])])
            why = chance.choice(list(Leaving)) if left else None
            stay = Stay(group.id, _id(chance), joined, left, why)
            women.append(stay)
            profiles[stay.woman] = _profile(chance)
            made = joined - dt.timedelta(days=chance.randint(3, 140))
            talked = chance.choice([made, made, joined, None])
            nominations.append(
                Nominated(stay.woman, made, talked, talked, Decision.SEAT, joined, group.id)
            )
        for _ in range(chance.randint(0, 6)):
            made = start + dt.timedelta(days=chance.randint(0, 60))
            said = chance.choice([None, Decision.NOT_NOW, Decision.DECLINED])
            day = made + dt.timedelta(7) if said else None
            nominations.append(Nominated(_id(chance), made, day, None, said, day, None))
        for session in met:
            given = {w.woman: chance.choice(STATUSES) for w in women if w.covers(session.day)}
            marks[session.id] = {woman: status for woman, status in given.items() if status}
        groups.append(group)
        sessions[group.id], stays[group.id] = met, tuple(women)
    raw = Raw(TODAY, tuple(groups), sessions, stays, marks, tuple(nominations))
    known = Known(profiles, _incidents(chance, groups), *_safety(chance, groups))
    times = times_of(Choice(About.YEAR, Audience.OUTSIDE, Span(Unit.YEAR, YEAR)))
    return count_all(raw, times, known, CompletionRule(), outside=True)


def _id(chance: random.Random) -> UUID:
    return UUID(int=chance.getrandbits(128))


def _profile(chance: random.Random) -> Profile:
    return Profile(
        language=chance.choice(LANGUAGES),
        interpreter=chance.random() < 0.2,
        children=chance.choice([None, 0, 1, 2]),
        ages=frozenset(chance.sample(list(AgeBand), chance.randint(1, 2))),
    )


def _incidents(chance: random.Random, groups: list[Group]) -> tuple[IncidentTally, ...]:
    kinds = [IncidentKind.PSYCHOLOGICAL] * 6 + list(IncidentKind)
    tellers = [_id(chance) for _ in range(chance.randint(1, 12))]
    return tuple(
        IncidentTally(
            _id(chance), chance.choice(groups).id, YEAR, chance.randint(1, 4),
            chance.choice(list(Phase)), frozenset(chance.sample(kinds, chance.randint(1, 2))),
            chance.choice(tellers),
        )
        for _ in range(chance.randint(0, 30))
    )  # fmt: skip


def _safety(
    chance: random.Random, groups: list[Group]
) -> tuple[tuple[SafetyTally, ...], tuple[ChangeTally, ...]]:
    answers, changes = [], []
    for _ in range(chance.randint(0, 30)):
        group = chance.choice(groups).id
        said = {m: chance.randint(1, 7) for m in Moment if chance.random() < 0.8}
        answers += [SafetyTally(_id(chance), group, m, value) for m, value in said.items()]
        if Moment.START in said and Moment.END in said:
            change = change_of(said[Moment.START], said[Moment.END])
            changes.append(ChangeTally(_id(chance), group, change))
    return tuple(answers), tuple(changes)


def found(report: Report, hidden: frozenset[tuple[str, ...]]) -> list[tuple[str, ...]]:
    sums = [(relation.total, relation.parts) for relation in report.relations]
    published = {cell.key: cell.value for cell in report.cells if cell.key not in hidden}
    ranges = attack(sums, published, list(report.by_key))
    return [
        key
        for key, bounds in ranges.items()
        if bounds.is_found
        or (
            report.by_key[key].is_small(LEAST)
            and not bounds.holds(*room_of(report.value(key), LEAST))
        )
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_found_in_a_years_figures(seed: int) -> None:
    numbers = invented(seed).numbers
    assert numbers.hidden
    assert found(numbers.report, numbers.hidden) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_shown_counts_differ_by_a_few_women(seed: int) -> None:
    """What is a part of something leaves a rest: of each kind, and of those asked twice."""
    numbers = invented(seed).numbers
    for kind in IncidentKind:
        for phase in ("all", *Phase):
            time = (str(YEAR), phase)
            _rest_is_safe(
                numbers.value("incidents", *time), numbers.value(f"incidents {kind}", *time)
            )
    for moment in (Moment.START, Moment.END):
        _rest_is_safe(numbers.value(f"safety {moment}", "all"), numbers.value("change", "all"))


def test_a_small_difference_between_totals_hides_one_of_them() -> None:
    """Nine nominated and eight talked to: the ninth was not."""
    made, women = dt.date(YEAR, 3, 1), [UUID(int=n) for n in range(1, 10)]
    numbers = _year(
        Nominated(woman, made, made if talked else None, None, None, None, None)
        for woman, talked in zip(women, [True] * 8 + [False], strict=True)
    ).numbers
    time = str(YEAR)
    shown = {numbers.value("nominated", time), numbers.value("talked", time)}
    assert shown in ({9, None}, {8, None})
    equal = _year(Nominated(woman, made, made, None, None, None, None) for woman in women).numbers
    assert (equal.value("nominated", time), equal.value("talked", time)) == (9, 9)


def test_those_who_were_not_asked_at_the_start_are_not_found_by_subtracting() -> None:
    group = Group(UUID(int=1), "G", Course(dt.date(YEAR, 1, 4), 14), dt.time(17), 120)
    day = dt.date(YEAR, 4, 12)
    met = (Session(UUID(int=2), group.id, 1, day, dt.time(17), 120),)
    stays = tuple(Stay(group.id, UUID(int=n), day, None, None) for n in range(10, 19))
    raw = Raw(TODAY, (group,), {group.id: met}, {group.id: stays}, {}, ())
    answers = tuple(
        SafetyTally(UUID(int=n), group.id, Moment.START, 4) for n in range(len(stays) - 1)
    )
    numbers = _counted(raw, Known({}, (), answers)).numbers
    asked, ended = numbers.value("safety start", "all"), numbers.value("completed", "2027", "all")
    assert None in {asked, ended}


def test_six_incidents_of_one_woman_stay_in_the_house() -> None:
    def told(tellers: list[int]) -> int | None:
        tallies = tuple(
            IncidentTally(
                *(UUID(int=at), None, YEAR, 2, (Phase.START, Phase.END)[at % 2]),
                *(frozenset({(*IncidentKind,)[at % 3]}), UUID(int=teller)),
            )
            for at, teller in enumerate(tellers)
        )
        counted = _counted(Raw(TODAY, (), {}, {}, {}), Known({}, tallies, ()))
        return counted.numbers.value("incidents", str(YEAR), "all")

    assert told([1] * 36) is None
    assert told([1, 2, 3, 4] * 9) is None
    assert told([*range(36)]) == 36


def test_a_language_that_all_speak_is_not_told() -> None:
    women = {UUID(int=n): Profile(language="tigrinya") for n in range(10, 18)}
    group = Group(UUID(int=1), "G", Course(dt.date(YEAR, 1, 4), 14), dt.time(17), 120)
    joined = dt.date(YEAR, 1, 4)
    stays = tuple(Stay(group.id, woman, joined, None, None) for woman in women)
    raw = Raw(TODAY, (group,), {}, {group.id: stays}, {}, ())
    figures = _counted(raw, Known(women, (), ()))
    assert figures.numbers.value("began", str(YEAR)) == 8
    table = next(t for t in year_tables.needs(figures, Language("en")) if t.slug == "languages")
    assert {row.label for row in table.rows} == {"Other languages", "In all"}


def _year(nominations: Iterable[Nominated]) -> Figures:
    return _counted(Raw(TODAY, (), {}, {}, {}, tuple(nominations)), Known({}, (), ()))


def _counted(raw: Raw, known: Known) -> Figures:
    times = times_of(Choice(About.YEAR, Audience.OUTSIDE, Span(Unit.YEAR, YEAR)))
    return count_all(raw, times, known, CompletionRule(), outside=True)


def _rest_is_safe(whole: int | None, part: int | None) -> None:
    assert whole is None or part is None or whole - part >= LEAST


@pytest.mark.parametrize("seed", SEEDS)
def test_no_rare_language_is_named(seed: int) -> None:
    figures = invented(seed)
    table = next(t for t in year_tables.needs(figures, Language("en")) if t.slug == "languages")
    named = {row.label for row in table.rows if row.cells[0] is HIDDEN}
    assert named <= {"Other languages", "In all"}


@pytest.mark.parametrize("seed", SEEDS)
def test_thirds_of_a_course_do_not_leave_the_house_beside_quarters(seed: int) -> None:
    """Of a house's only group the calendar tells which third lies in which quarter."""
    figures = invented(seed)
    assert BY_THIRD not in {key[0] for key in figures.numbers.report.by_key}
    assert over_the_course(figures, Language("en")) is None
