"""The open data of a house: its whole years, with small counts hidden."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from groupkit.domain import text
from groupkit.domain.incident import IncidentKind
from groupkit.domain.protection import Key, Standing
from groupkit.domain.refusal import Field, NotForYourRole, NothingToReport, Refused
from groupkit.domain.reporting.choice import About, Audience, Choice, Span, Unit
from groupkit.domain.reporting.open_data import MEASURES, WHOLE, Line, Measure, OpenData
from groupkit.domain.roles import Part
from groupkit.usecases.figures import attendance_facts, year_facts
from groupkit.usecases.figures.raw import never, read_raw
from groupkit.usecases.figures.report import known_of
from groupkit.usecases.figures.structure import Figures, count_all
from groupkit.usecases.figures.times import times_of
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.ports.figure_rows import Look


@dataclass(frozen=True)
class _Counted:
    figures: Figures
    year: int


def open_data(store: OpenStore, shelter: str, today: dt.date, look: Look = never) -> OpenData:
    """Return the open data of every whole year in which a group met.

    ``shelter`` is what the house is called in it: its name, or a code it was given. ``look`` is
    told how far it is, and raises to give up.

    Raises:
        Refused: NothingToReport before a year with sessions is over, NotForYourRole, and what a
            name may not be.
    """
    if not store.may(Part.PEOPLE):
        raise Refused(NotForYourRole(Part.PEOPLE))
    called = text.line(shelter, Field.HOUSE)
    with store.work() as work:
        groups = work.groups.all()
        days = [one.day for group in groups for one in work.sessions.of_group(group.id)]
    years = sorted({day.year for day in days if day.year < today.year})
    if not years:
        raise Refused(NothingToReport())
    lines: list[Line] = []
    leaving: dict[int, Standing] = {}
    for at, year in enumerate(years):
        look(at / len(years))
        counted = _counted(store, year, today)
        lines += _lines(called, counted)
        leaving[year] = counted.figures.standing
    return OpenData(called, tuple(lines), leaving)


def _counted(store: OpenStore, year: int, today: dt.date) -> _Counted:
    times = times_of(Choice(About.YEAR, Audience.OUTSIDE, Span(Unit.YEAR, year)))
    with store.work() as work:
        raw = read_raw(work, times.period, today)
        known = known_of(work, raw)
        rule = work.practices.completion()
        before = work.published.of_year(year)
    return _Counted(count_all(raw, times, known, rule, outside=True, before=before), year)


def _lines(shelter: str, counted: _Counted) -> Iterator[Line]:
    for measure in MEASURES:
        for part, value in _values(measure, counted):
            yield Line(shelter, counted.year, measure.name, part, value)


def _values(measure: Measure, counted: _Counted) -> Iterator[tuple[str, int | None]]:
    if measure.name == "groups":
        met = [g for g in counted.figures.raw.groups if any(_sessions(counted, g.id))]
        yield WHOLE, len(met)
        return
    if measure.name == "sessions":
        groups = counted.figures.raw.groups
        sums = [sum(each) for each in zip(*(_sessions(counted, g.id) for g in groups), strict=True)]
        for (part, _), value in zip(measure.parts, sums or (0, 0, 0), strict=True):
            yield part, value
        return
    numbers = counted.figures.numbers
    for part in (WHOLE, *(name for name, _ in measure.parts)):
        key = _key(measure.name, part, str(counted.year))
        if key is not None:
            yield part, numbers.value(*key)


def _sessions(counted: _Counted, group_id: object) -> tuple[int, int, int]:
    figures = counted.figures
    group = next(each.id for each in figures.raw.groups if each.id == group_id)
    planned, held, cancelled, _ = year_facts.sessions_of(figures.raw, group, figures.times)
    return planned, held, cancelled


_FLAT = frozenset({year_facts.NOMINATED, year_facts.TALKED, year_facts.BEGAN})


def _key(measure: str, part: str, year: str) -> Key | None:
    """Return the key of a count among the figures, None where the whole is not counted."""
    if measure in _FLAT:
        return (measure, year)
    if measure == attendance_facts.ATTENDANCE:
        return (measure, year, attendance_facts.RECORDED if part == WHOLE else part)
    if measure == "incident_kinds":
        if part == WHOLE:
            return None
        return (year_facts.kind_table(IncidentKind(part)), year, year_facts.ALL)
    if measure == year_facts.CHANGE:
        return (measure, year_facts.ALL if part == WHOLE else part)
    return (measure, year, year_facts.ALL if part == WHOLE else part)
