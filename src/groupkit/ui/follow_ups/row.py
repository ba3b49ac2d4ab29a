"""A follow-up as one line: for whom, what, by when, by whom, and how she may be contacted."""

from __future__ import annotations

import datetime as dt

from groupkit.domain.follow_up import Matter
from groupkit.language import Language
from groupkit.language.care_words import matter_word, outcome_word, who
from groupkit.language.contact_words import rule_in_brief
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.usecases.following_up import Waiting


def follow_up_row(
    waiting: Waiting, language: Language, today: dt.date, *, named: bool = True
) -> Row:
    """Return the row; ``named`` says whose it is, which her own page need not."""
    follow_up = waiting.follow_up
    is_in_words = follow_up.matter is Matter.OTHER and bool(follow_up.what)
    task = follow_up.what if is_in_words else matter_word(follow_up.matter, language)
    is_hers = waiting.participant is not None
    title = f"{subject(waiting, language)} – {task}" if named and is_hers else task
    row = Row(title, _facts(waiting, language), icon="person" if is_hers else "note")
    if follow_up.what and not is_in_words:
        row.add_below(_line(follow_up.what))
    if follow_up.is_open and waiting.participant is not None:
        row.add_below(_line(rule_in_brief(waiting.contact, language)))
        if waiting.contact.is_known and waiting.contact_is_old:
            said = language.say("Confirm when you meet")
            row.add_trailing(StatusMark(said, tone="notice", icon="info"))
    row.add_trailing(due_mark(waiting, language, today))
    return row


def subject(waiting: Waiting, language: Language) -> str:
    """Return for whom it is."""
    if waiting.participant is None:
        return language.say("For nobody in particular")
    return f"{who(waiting.participant, language)} · {waiting.participant.number}"


def due_mark(waiting: Waiting, language: Language, today: dt.date) -> StatusMark:
    """Return by when it is to be done, or how it ended."""
    follow_up, say = waiting.follow_up, language.say
    if follow_up.outcome is not None:
        return StatusMark(outcome_word(follow_up.outcome, language), tone="neutral", icon="check")
    day = language.date_day(follow_up.due)
    if follow_up.due < today:
        return StatusMark(say("Overdue since {day}", day=day), tone="danger", icon="warning")
    if follow_up.due == today:
        return StatusMark(say("Due today"), tone="warn", icon="clock")
    return StatusMark(say("By {day}", day=day), tone="neutral", icon="clock")


def _facts(waiting: Waiting, language: Language) -> str:
    say = language.say
    facts = []
    if waiting.group is not None and waiting.session is not None:
        facts.append(
            say(
                "{group}, session {number} on {day}",
                group=waiting.group.name,
                number=waiting.session.number,
                day=language.date_day(waiting.session.day),
            )
        )
    facts.append(say("You") if waiting.is_mine else waiting.owner)
    return " · ".join(facts)


def _line(words: str) -> PlainLabel:
    label = PlainLabel(words, role="hint")
    label.setWordWrap(True)
    label.setAccessibleName(words)
    return label
