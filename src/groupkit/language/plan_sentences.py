"""Refusals about plans, calendars and programmes as sentences."""

from __future__ import annotations

from groupkit.domain import refusal as no
from groupkit.domain.closed import ClosedDay, Why
from groupkit.language.language import Language
from groupkit.language.worded import sentence_for
from groupkit.language.words import closed_day_word


@sentence_for(no.ParityNeedsFortnight)
def _(_r: no.ParityNeedsFortnight, language: Language) -> str:
    return language.say(
        "Even or odd weeks can be chosen for a session every second week only. "
        "Choose that rhythm, or any weeks."
    )


@sentence_for(no.StartInOtherWeek)
def _(r: no.StartInOtherWeek, language: Language) -> str:
    week = r.start.isocalendar().week
    if r.even:
        return language.say(
            "{day} is in week {week}, an odd week. Choose a start in an even week.",
            day=language.start(language.date_day(r.start)),
            week=week,
        )
    return language.say(
        "{day} is in week {week}, an even week. Choose a start in an odd week.",
        day=language.start(language.date_day(r.start)),
        week=week,
    )


@sentence_for(no.PeriodTooLong)
def _(r: no.PeriodTooLong, language: Language) -> str:
    return language.say(
        "From {first} to {last} is more than {days} days. Please check the years.",
        first=language.date_short(r.first),
        last=language.date_short(r.last),
        days=r.most_days,
    )


@sentence_for(no.TooManyPeriods)
def _(r: no.TooManyPeriods, language: Language) -> str:
    return language.say(
        "There is room for {most} periods. Remove old ones first; nothing was added.", most=r.most
    )


@sentence_for(no.DayClosed)
def _(r: no.DayClosed, language: Language) -> str:
    closed = ClosedDay(r.day, Why(r.why), r.name) if r.why in list(Why) else None
    if closed is None:
        return language.say(
            "{day} is closed. Choose another day; the plan is as it was.",
            day=language.start(language.date_day(r.day)),
        )
    return language.say(
        "{day} is closed ({why}). Choose another day; the plan is as it was.",
        day=language.start(language.date_day(r.day)),
        why=closed_day_word(closed, language),
    )


@sentence_for(no.DayInPast)
def _(r: no.DayInPast, language: Language) -> str:
    return language.say(
        "{day} has passed. Choose today or a later day; the plan is as it was.",
        day=language.start(language.date_day(r.day)),
    )


@sentence_for(no.DayTaken)
def _(r: no.DayTaken, language: Language) -> str:
    return language.say(
        "Session {number} of this group is already on {day}. Choose another day.",
        day=language.date_day(r.day),
        number=r.number,
    )


@sentence_for(no.SessionIsPast)
def _(r: no.SessionIsPast, language: Language) -> str:
    return language.say(
        "The session on {day} is over, cancelled or being recorded. It stays as it is in the plan.",
        day=language.date_day(r.day),
    )


@sentence_for(no.SessionIsCancelled)
def _(r: no.SessionIsCancelled, language: Language) -> str:
    return language.say(
        "The session on {day} was cancelled, so nothing can be recorded of it.",
        day=language.date_day(r.day),
    )


@sentence_for(no.NoSessionAhead)
def _(_r: no.NoSessionAhead, language: Language) -> str:
    return language.say("There is no session ahead to change. The plan is as it was.")


@sentence_for(no.TooManySessions)
def _(r: no.TooManySessions, language: Language) -> str:
    return language.say(
        "There is room for {most} sessions. Plan a new group for the rest.", most=r.most
    )


@sentence_for(no.PlanChangedSince)
def _(_r: no.PlanChangedSince, language: Language) -> str:
    return language.say(
        "The plan was changed again after that, so this cannot be taken back. "
        "The plan is as you see it; change it by hand."
    )


@sentence_for(no.ProgrammeEmpty)
def _(_r: no.ProgrammeEmpty, language: Language) -> str:
    return language.say("A programme needs at least one topic. Choose topics for the sessions.")


@sentence_for(no.ProgrammeNameTaken)
def _(r: no.ProgrammeNameTaken, language: Language) -> str:
    return language.say(
        "There is already a programme called {name}. Choose another name.", name=r.name
    )


@sentence_for(no.TemplateNameTaken)
def _(r: no.TemplateNameTaken, language: Language) -> str:
    return language.say(
        "There is already an agenda kept as {name}. Choose another name.", name=r.name
    )


@sentence_for(no.CalendarUnreadable)
def _(r: no.CalendarUnreadable, language: Language) -> str:
    if r.most_bytes:
        return language.say(
            "The file is larger than {most} MB, which no calendar needs to be. Nothing was read.",
            most=r.most_bytes // 1_000_000,
        )
    return language.say(
        "The file is no calendar that can be read. Nothing was changed. "
        "Choose a file that ends in .ics."
    )


@sentence_for(no.CalendarEmpty)
def _(_r: no.CalendarEmpty, language: Language) -> str:
    return language.say("There is no whole day in that calendar. Nothing was changed.")


@sentence_for(no.TitleTells)
def _(r: no.TitleTells, language: Language) -> str:
    return language.say(
        "'{word}' tells what the meetings are, and calendars are seen by others. "
        "Choose another title.",
        word=r.word,
    )


@sentence_for(no.ShortMinutesOutOfRange)
def _(r: no.ShortMinutesOutOfRange, language: Language) -> str:
    return language.say(
        "If time is short, an item can have from 0 to {most} minutes; 0 leaves it out.",
        most=r.most,
    )


@sentence_for(no.AgendaEmpty)
def _(_r: no.AgendaEmpty, language: Language) -> str:
    return language.say("That agenda has no items yet. Nothing was changed.")
