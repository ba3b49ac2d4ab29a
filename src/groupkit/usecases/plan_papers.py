"""The plan on paper: for the team with all that matters, for the women as dates alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from uuid import UUID

from groupkit.domain.closed import ClosedDay, ClosedDays, Why
from groupkit.domain.group import Group
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.language.words import closed_day_word, session_moved
from groupkit.usecases.calendar_keeping import closed_days
from groupkit.usecases.finding import get_group
from groupkit.usecases.papers import ClosedLine, DatesLine, DatesPaper, PlanLine, PlanPaper
from groupkit.usecases.ports import Library, OpenStore
from groupkit.usecases.reporting import topic_title

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


def plan_paper(store: OpenStore, group_id: UUID, library: Library, language: Language) -> PlanPaper:
    """Return the group's plan, with what is closed between its first and its last session."""
    with store.work() as work:
        group = get_group(work, group_id)
        sessions = work.sessions.of_group(group_id)
        return PlanPaper(
            language.code,
            work.house.get().name,
            group.name,
            group.place,
            group.facilitators,
            group.starts,
            group.ends,
            tuple(
                _plan_line(session, group, topic_title(library, session.topic, language), language)
                for session in sessions
            ),
            closed_between(
                closed_days(work, group_id), [session.day for session in sessions], language
            ),
        )


def _plan_line(session: Session, group: Group, topic: str, language: Language) -> PlanLine:
    span = (session.starts, session.ends)
    return PlanLine(
        session.number,
        session.day,
        topic,
        session.moved_from,
        session_moved(session, language),
        session.cancelled,
        session.why,
        None if span == (group.starts, group.ends) else span,
        "" if session.place == group.place else session.place,
        () if set(session.leaders) == set(group.facilitators) else session.leaders,
    )


def closed_between(
    shut: ClosedDays, days: Iterable[dt.date], language: Language
) -> tuple[ClosedLine, ...]:
    """Return what is closed between the first and the last of ``days``, by its first day.

    Weekends count only for a group that meets then. Public holidays that follow each other make
    one line.
    """
    met = sorted(days)
    if not met:
        return ()
    weekends = any(day.weekday() >= _SATURDAY for day in met)
    runs: list[list[ClosedDay]] = []
    before: ClosedDay | None = None
    for day in _days(met[0], met[-1], weekends=weekends):
        found = shut.find(day)
        if found and before and _belong_together(before, found):
            runs[-1].append(found)
        elif found:
            runs.append([found])
        before = found
    return tuple(_closed_line(run, language) for run in runs)


def _days(first: dt.date, last: dt.date, *, weekends: bool) -> Iterator[dt.date]:
    day = first
    while day <= last:
        if weekends or day.weekday() < _SATURDAY:
            yield day
        day += _DAY


def _belong_together(one: ClosedDay, other: ClosedDay) -> bool:
    if one.why is Why.PUBLIC_HOLIDAY:
        return other.why is Why.PUBLIC_HOLIDAY
    return (one.why, one.name) == (other.why, other.name)


def _closed_line(run: list[ClosedDay], language: Language) -> ClosedLine:
    names = dict.fromkeys(language.start(closed_day_word(each, language)) for each in run)
    return ClosedLine(run[0].day, run[-1].day, ", ".join(names))


def _told(session: Session) -> dt.date | None:
    """Return the day that people were told before, None when it still holds."""
    return session.planned if session.planned != session.day else None


def dates_paper(
    store: OpenStore, group_id: UUID, language: Language, *, since: dt.date, cards: int = 1
) -> DatesPaper:
    """Return a group's dates from the day ``since`` on, or all when there are none by then."""
    with store.work() as work:
        get_group(work, group_id)
        sessions = work.sessions.of_group(group_id)
    coming = [session for session in sessions if session.day >= since]
    lines = (
        DatesLine(each.day, each.starts, each.ends, each.cancelled, _told(each))
        for each in coming or sessions
    )
    return DatesPaper(language.code, tuple(lines), cards)
