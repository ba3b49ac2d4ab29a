"""What a change of a plan moves, in words."""

from __future__ import annotations

from groupkit.domain.plan_history import PlanChange
from groupkit.domain.replanning import Difference
from groupkit.domain.session import Session
from groupkit.language.language import Language
from groupkit.language.plan_words import plan_deed_word


def difference_said(pair: Difference, language: Language) -> str:
    """Return what becomes of one session, with the number that it had."""
    said = _difference(pair, language)
    if pair.before is None or pair.before.cancelled:
        return said
    return language.say("Session {number}: {what}", number=pair.before.number, what=said)


def _difference(pair: Difference, language: Language) -> str:
    say, before, after = language.say, pair.before, pair.after
    if before is None or before.cancelled:
        return say("New: {day}", day=_when(after, language)) if after else ""
    if pair.cancels or after is None:
        return say("{day} falls away", day=_when(before, language))
    if (before.day, before.starts) != (after.day, after.starts):
        return say("{before} becomes {after}", before=_when(before, language),
                   after=_when(after, language))  # fmt: skip
    leaders = language.listed(after.leaders) or say("the group's facilitators")
    return say("{day} is led by {names}", day=_when(before, language),
               names=leaders)  # fmt: skip


def _when(session: Session | None, language: Language) -> str:
    if session is None:
        return ""
    return language.say(
        "{day}, {time}", day=language.date_day(session.day), time=language.time(session.starts)
    )


def change_said(change: PlanChange, language: Language) -> str:
    """Return what was changed, as the history tells it."""
    step = change.step
    deed = plan_deed_word(step.deed, language)
    if step.day and step.to and step.day != step.to:
        where = language.say(
            "{day} to {to}", day=language.date_day(step.day), to=language.date_day(step.to)
        )
    else:
        day = step.day or step.to
        where = language.date_day(day) if day else ""
    many = ""
    if step.sessions > 1:
        many = language.count("{n} session changed", "{n} sessions changed", step.sessions)
    return " · ".join(filter(None, (deed, where, many, step.why)))
