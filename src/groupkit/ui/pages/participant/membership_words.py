"""A membership in words: since when, until when, whether she is on a pause."""

from __future__ import annotations

import datetime as dt

from groupkit.domain.participant import Membership, Pause
from groupkit.language import Language
from groupkit.language.care_words import leaving_word
from groupkit.ui.parts.mark import StatusMark


def membership_mark(
    membership: Membership, language: Language, today: dt.date, group: str = ""
) -> StatusMark:
    """Return where she stands in the group; with ``group`` its name comes first."""
    said, tone, icon = _standing(membership, language, today)
    return StatusMark(f"{group} · {said}" if group else said, tone=tone, icon=icon)


def dates_of(membership: Membership, language: Language) -> str:
    """Return from when until when, and why she left."""
    joined = language.date_short(membership.joined)
    if membership.left is None:
        return language.say("from {joined}", joined=joined)
    left = language.date_short(membership.left)
    said = language.say("{joined} to {left}", joined=joined, left=left)
    if membership.why_left is None:
        return said
    return f"{said} · {leaving_word(membership.why_left, language)}"


def dates_of_pause(pause: Pause, language: Language) -> str:
    """Return from when until when she stays away."""
    first = language.date_short(pause.first)
    if pause.last is None:
        return language.say("from {first}, the end is open", first=first)
    return language.say("{first} to {last}", first=first, last=language.date_short(pause.last))


def _standing(membership: Membership, language: Language, today: dt.date) -> tuple[str, str, str]:
    say = language.say
    if membership.joined > today:
        day = language.date_short(membership.joined)
        return say("joins on {day}", day=day), "notice", "clock"
    if membership.left is not None and membership.left < today:
        day = language.date_short(membership.left)
        return say("left on {day}", day=day), "neutral", "arrow-right"
    if membership.is_paused(today):
        return say("on a pause"), "notice", "not-invited"
    day = language.date_short(membership.joined)
    return say("since {joined}", joined=day), "good", "check"
