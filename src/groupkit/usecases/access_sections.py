"""What is kept of one woman, in words and in sections, for her own paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar
from uuid import UUID

from groupkit.domain.follow_up import FollowUp, Step
from groupkit.domain.nomination import Nomination
from groupkit.domain.profile import ProfileField
from groupkit.domain.safe_contact import SafeContact
from groupkit.language import Language
from groupkit.language.care_words import (
    age_word,
    answer_word,
    channel_word,
    decision_word,
    kind_word,
    leaving_word,
    matter_word,
    may_leave_word,
    moment_word,
    offer_word,
    outcome_word,
    precision_word,
    profile_field_word,
    step_word,
    told_word,
    way_word,
)
from groupkit.language.words import status_word
from groupkit.usecases.her_page import Attended, Course, HerPage
from groupkit.usecases.papers import AccessRow, AccessSection

Word = TypeVar("Word", bound=Enum)


@dataclass(frozen=True)
class Known:
    """What is kept of her; ``contact`` with the number, ``follow_ups`` with their histories."""

    page: HerPage
    contact: SafeContact
    follow_ups: tuple[tuple[FollowUp, tuple[Step, ...]], ...]
    topics: Mapping[str, str]
    """The titles of topics by slug."""
    groups: Mapping[UUID, str]


def sections_of(known: Known, language: Language) -> tuple[AccessSection, ...]:
    """Return every section, also those in which nothing is kept."""
    say, page = language.say, known.page
    return (
        AccessSection("needs", say("What you need"), _needs(page, language)),
        AccessSection("contact", say("How you can be contacted"), _contact(known, language)),
        AccessSection("consent", say("What you agreed to"), _consents(page, language)),
        AccessSection("groups", say("Groups"), _memberships(page.courses, language)),
        AccessSection("sessions", say("Sessions"), _sessions(known, language)),
        AccessSection("nominations", say("Nominations"), _nominations(known, language)),
        AccessSection("incidents", say("New incidents"), _incidents(page, language)),
        AccessSection("safety", say("Safety answers"), _answers(page, language)),
        AccessSection("follow_ups", say("Follow-ups"), _follow_ups(known, language)),
    )


def _filled(rows: Iterable[tuple[str, str, dt.date | None]]) -> tuple[AccessRow, ...]:
    return tuple(AccessRow(label, words, day) for label, words, day in rows if words)


def _needs(page: HerPage, language: Language) -> tuple[AccessRow, ...]:
    needs, yes = page.profile, language.say("Yes")
    said = {
        ProfileField.CONTACT_PERSON: needs.contact_person,
        ProfileField.LANGUAGE: needs.language,
        ProfileField.INTERPRETER: yes if needs.interpreter else "",
        ProfileField.CHILDCARE: yes if needs.childcare else "",
        ProfileField.NEAR_DOOR: yes if needs.near_door else "",
        ProfileField.OTHER_NEEDS: needs.other_needs,
        ProfileField.CHILDREN: "" if needs.children is None else str(needs.children),
    }
    rows = [(profile_field_word(part, language), words, None) for part, words in said.items()]
    ages = [age_word(band, language) for band in _in_order(needs.ages)]
    return _filled([*rows, (language.say("Their ages"), ", ".join(ages), None)])


def _contact(known: Known, language: Language) -> tuple[AccessRow, ...]:
    say, rule = language.say, known.contact
    if rule == SafeContact():
        return ()
    return _filled(
        (
            (say("The way that you called safe"), channel_word(rule.channel, language), None),
            (say("Number or address"), rule.reach, None),
            (say("Hours"), rule.hours, None),
            (say("Leaving a message"), may_leave_word(rule.may_leave, language), None),
            (say("The words of the message"), rule.message, None),
            (say("Who else might see it"), rule.who_sees, None),
            (say("You confirmed it"), _day(rule.confirmed, language), None),
        )
    )


def _consents(page: HerPage, language: Language) -> tuple[AccessRow, ...]:
    say = language.say
    rows: list[tuple[str, str, dt.date | None]] = []
    for each in page.consents:
        rows.append((say("You agreed"), each.purpose, each.given))
        if each.withdrawn:
            rows.append((say("You took it back"), each.purpose, each.withdrawn))
    return _filled(rows)


def _memberships(courses: Sequence[Course], language: Language) -> tuple[AccessRow, ...]:
    say = language.say
    rows: list[tuple[str, str, dt.date | None]] = []
    for course in courses:
        for each in course.memberships:
            rows.append((say("You joined"), course.group.name, each.joined))
            for pause in each.pauses:
                until = say("until {day}", day=_day(pause.last, language)) if pause.last else "–"
                rows.append((say("A pause by agreement"), until, pause.first))
            if each.left:
                why = leaving_word(each.why_left, language) if each.why_left else ""
                words = " · ".join(filter(None, (course.group.name, why)))
                rows.append((say("You left"), words, each.left))
    return _filled(rows)


def _sessions(known: Known, language: Language) -> tuple[AccessRow, ...]:
    return _filled(
        row
        for course in known.page.courses
        for one in course.attended
        for row in _of_session(one, known.topics, language)
    )


def _of_session(
    one: Attended, topics: Mapping[str, str], language: Language
) -> list[tuple[str, str, dt.date | None]]:
    say, mark = language.say, one.mark
    sheets = dict.fromkeys(topics.get(slug, slug) for slug, _ in sorted(one.sheets))
    rows = (
        (say("Attendance"), status_word(mark.status, language) if mark else ""),
        (say("Reason"), mark.reason if mark else ""),
        (say("Handed out"), ", ".join(sheets)),
        (say("Note about you"), one.note),
    )
    return [(label, words, one.session.day) for label, words in rows]


def _nominations(known: Known, language: Language) -> tuple[AccessRow, ...]:
    return _filled(
        row for each in known.page.nominations for row in _of_nomination(each, known, language)
    )


def _of_nomination(
    each: Nomination, known: Known, language: Language
) -> list[tuple[str, str, dt.date | None]]:
    say, made = language.say, each.made
    considered = (
        (say("Language"), each.language),
        (say("Situation"), each.situation),
        (say("State of mind"), each.mental_state),
    )
    rows: list[tuple[str, str, dt.date | None]] = [
        (say("Nominated by"), each.contact_person or "–", made),
        *(
            (label, " · ".join(filter(None, (answer_word(c.answer, language), c.words))), made)
            for label, c in considered
        ),
        (say("What speaks for it"), each.speaks_for, made),
        (say("What speaks against it"), each.speaks_against, made),
    ]
    if each.conversation:
        talked = each.conversation_words or "–"
        rows.append((say("Conversation with you"), talked, each.conversation))
    if each.said_yes:
        rows.append((say("You said yes"), say("Yes"), each.said_yes))
    if each.verdict:
        verdict = each.verdict
        group = known.groups.get(verdict.group_id, "") if verdict.group_id else ""
        words = (
            decision_word(verdict.decision, language),
            group,
            offer_word(verdict.offer, language),
            verdict.why,
        )
        rows.append((say("Decision"), " · ".join(filter(None, words)), verdict.day))
    return rows


def _incidents(page: HerPage, language: Language) -> tuple[AccessRow, ...]:
    say = language.say
    rows: list[tuple[str, str, dt.date | None]] = []
    for each in page.incidents:
        happened = f"{precision_word(each.precision, language)}: {_day(each.happened, language)}"
        kinds = ", ".join(kind_word(kind, language) for kind in _in_order(each.kinds))
        ways = ", ".join(way_word(way, language) for way in _in_order(each.ways))
        said = (
            (say("When it happened"), happened),
            (say("Kinds"), kinds),
            (say("Through which contact"), ways),
            (say("Were children there?"), told_word(each.children_present, language)),
            (say("Immediate danger"), say("Yes") if each.danger else ""),
            (say("In a few words"), each.what),
            (say("What you wanted done"), each.wish),
        )
        rows += [(label, words, each.told) for label, words in said]
    return _filled(rows)


def _answers(page: HerPage, language: Language) -> tuple[AccessRow, ...]:
    say = language.say
    return _filled(
        (
            moment_word(each.moment, language),
            " · ".join(filter(None, (say("{value} of 7", value=each.value), each.words))),
            each.day,
        )
        for each in page.answers
    )


def _follow_ups(known: Known, language: Language) -> tuple[AccessRow, ...]:
    rows: list[tuple[str, str, dt.date | None]] = []
    for each, steps in known.follow_ups:
        word = matter_word(each.matter, language)
        due = language.say("due {day}", day=_day(each.due, language))
        rows.append((word, " · ".join(filter(None, (each.what, due))), each.opened))
        rows += [
            (step_word(step.deed, language), step.words, step.at.date())
            for step in steps
            if step.words
        ]
        if each.outcome:
            rows.append((word, outcome_word(each.outcome, language), each.closed))
    return _filled(rows)


def _in_order(found: Iterable[Word]) -> list[Word]:
    wanted = set(found)
    return [each for each in type(next(iter(wanted))) if each in wanted] if wanted else []


def _day(day: dt.date | None, language: Language) -> str:
    return language.date_long(day) if day else ""
