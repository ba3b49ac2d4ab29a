"""The forms of a plan: a table to read, JSON, and sessions for a calendar file."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from uuid import NAMESPACE_URL, UUID, uuid5

from groupkit.domain.group import Group
from groupkit.domain.schedule import Plan
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.language.plan_words import plan_breaches
from groupkit.language.words import reason_dropped, reason_moved
from groupkit.usecases.planning import sessions_of


def as_json(plan: Plan, language: Language) -> str:
    """Return the plan as a JSON object; dates are ISO dates, ``week`` is the ISO week number."""
    course = plan.course
    return json.dumps(
        {
            "start": course.start.isoformat(),
            "weeks": course.weeks,
            "every": course.every,
            "breaches": [breach.value for breach in plan.breaches],
            "sessions": [
                {
                    "number": placed.number,
                    "date": placed.day.isoformat(),
                    "week": placed.day.isocalendar().week,
                    "moved_from": placed.moved_from.isoformat() if placed.moved_from else None,
                    "reason": reason_moved(placed, language) or None,
                }
                for placed in plan.sessions
            ],
            "dropped": [
                {"date": dropped.day.isoformat(), "reason": reason_dropped(dropped, language)}
                for dropped in plan.dropped
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def as_table(plan: Plan, language: Language) -> str:
    """Return the plan as lines to read: number, date, week, and why a session moved."""
    say = language.say
    heads = (say("No."), say("Date"), say("Week"), say("Moved"))
    rows = [heads] + [
        (
            str(placed.number),
            language.date_long(placed.day),
            str(placed.day.isocalendar().week),
            _moved(placed.moved_from, reason_moved(placed, language), language),
        )
        for placed in plan.sessions
    ]
    return "\n".join([*_aligned(rows), *_below(plan, language)])


def _moved(day: dt.date | None, reason: str, language: Language) -> str:
    if day is None:
        return ""
    return language.say("from {day} ({reason})", day=language.date_day(day), reason=reason)


def _aligned(rows: list[tuple[str, str, str, str]]) -> list[str]:
    number, day, week = (max(len(row[column]) for row in rows) for column in range(3))
    return [
        f"{row[0]:>{number}}  {row[1]:<{day}}  {row[2]:>{week}}  {row[3]}".rstrip() for row in rows
    ]


def _below(plan: Plan, language: Language) -> list[str]:
    lines = [
        language.say(
            "The session on {day} is left out: {reason}.",
            day=language.date_day(dropped.day),
            reason=reason_dropped(dropped, language),
        )
        for dropped in plan.dropped
    ]
    if gave_way := plan_breaches(plan, language):
        lines.append(gave_way)
    return ["", *lines] if lines else []


def sessions_for_calendar(plan: Plan, starts: dt.time, minutes: int) -> tuple[Session, ...]:
    """Return the plan's sessions for a calendar file.

    The same start and rhythm give the same ids, so that a calendar updates what it has already.
    """
    course = plan.course
    plain = f"groupkit:plan:{course.start}:{course.every}"
    group = Group(uuid5(NAMESPACE_URL, plain), "groupkit", course, starts, minutes)
    return tuple(
        replace(session, id=_id_of(plain, session)) for session in sessions_of(group, plan)
    )


def _id_of(plain: str, session: Session) -> UUID:
    return uuid5(NAMESPACE_URL, f"{plain}:{session.number}")
