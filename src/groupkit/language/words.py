"""The names of values: statuses, kinds of agenda items, reasons of closed days."""

from __future__ import annotations

import datetime as dt

from groupkit.domain.agenda import ItemKind
from groupkit.domain.attendance import Status
from groupkit.domain.closed import ClosedDay, Why, read_steps
from groupkit.domain.damage import Area
from groupkit.domain.roles import Role
from groupkit.domain.schedule import Dropped, Placed
from groupkit.domain.session import Session
from groupkit.language.holiday_words import holiday_word
from groupkit.language.language import Language


def status_word(status: Status | None, language: Language) -> str:
    """Return the name of ``status``; None is 'not recorded'."""
    pick = language.pick
    words = {
        Status.PRESENT: pick("attendance", "Present"),
        Status.LATE: pick("attendance", "Late"),
        Status.LEFT_EARLY: pick("attendance", "Left early"),
        Status.ABSENT_NOTICE: pick("attendance", "Absent with notice"),
        Status.ABSENT_NO_NOTICE: pick("attendance", "Absent without notice"),
        Status.NOT_INVITED: pick("attendance", "Not invited"),
        None: pick("attendance", "Not recorded"),
    }
    return words[status]


def item_kind_word(kind: ItemKind, language: Language) -> str:
    """Return the name of a kind of agenda item."""
    pick = language.pick
    words = {
        ItemKind.OPENING: pick("agenda item", "Opening round"),
        ItemKind.TOPIC: pick("agenda item", "Topic"),
        ItemKind.EXERCISE: pick("agenda item", "Exercise"),
        ItemKind.BREAK: pick("agenda item", "Break"),
        ItemKind.CLOSING: pick("agenda item", "Closing round"),
        ItemKind.OTHER: pick("agenda item", "Other"),
    }
    return words[kind]


def closed_day_word(closed: ClosedDay, language: Language) -> str:
    """Return why a day is closed: the holiday's name, or that the house is closed.

    A day that was a holiday when the group was planned, and has been abolished since, has no name.
    """
    if closed.why is Why.PUBLIC_HOLIDAY:
        return holiday_word(closed.name, language) or language.say("public holiday")
    plain = {
        Why.SCHOOL_HOLIDAY: language.say("school holiday"),
        Why.HOUSE_CLOSED: language.say("the house is closed"),
        Why.GROUP_EXCEPTION: language.say("the group doesn't meet"),
    }
    return closed.name or plain[closed.why]


def reason_moved(placed: Placed, language: Language) -> str:
    """Return why a session does not fall on the day of its rhythm, '' when it does."""
    return _moved(placed.moved_from, placed.steps, language)


def session_moved(session: Session, language: Language) -> str:
    """Return why a planned session left the rhythm, '' when it did not."""
    return _moved(session.moved_from, read_steps(session.reason), language)


def _moved(moved_from: dt.date | None, steps: tuple[ClosedDay, ...], language: Language) -> str:
    if moved_from is None:
        return ""
    if not steps:
        return language.say("the session before it had to move")
    return _steps(steps, language)


def reason_dropped(dropped: Dropped, language: Language) -> str:
    """Return why a session of the rhythm fell away."""
    if not dropped.steps:
        return language.say("no week is left before the course ends")
    return language.say(
        "{closed}, and no open week is left before the course ends",
        closed=_steps(dropped.steps, language),
    )


def _steps(steps: tuple[ClosedDay, ...], language: Language) -> str:
    return "; ".join(
        language.say(
            "{why}, {day}", day=language.date_day(step.day), why=closed_day_word(step, language)
        )
        for step in steps
    )


def role_word(role: Role, language: Language) -> str:
    """Return a role's name."""
    pick = language.pick
    words = {
        Role.FACILITATOR: pick("role", "Facilitator"),
        Role.COORDINATOR: pick("role", "Coordinator"),
        Role.PEDAGOGUE: pick("role", "Pedagogue"),
    }
    return words[role]


def area_word(area: Area, language: Language) -> str:
    """Return what a damaged part of the store is called, as it stands in a sentence."""
    pick = language.pick
    words = {
        Area.KEYS: pick("area", "the keys"),
        Area.GROUPS: pick("area", "groups and sessions"),
        Area.AGENDAS: pick("area", "agendas"),
        Area.PARTICIPANTS: pick("area", "participants"),
        Area.ATTENDANCE: pick("area", "attendance"),
        Area.NOTES: pick("area", "notes"),
        Area.HOUSE: pick("area", "settings"),
        Area.USERS: pick("area", "who has access"),
        Area.LOG: pick("area", "the change log"),
    }
    return words[area]
