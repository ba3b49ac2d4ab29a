"""A running session in words: what is left, how late it is, when it ends."""

from __future__ import annotations

import datetime as dt

from groupkit.domain.running import LAST_MINUTES, Progress
from groupkit.language.language import Language


def left_said(progress: Progress, language: Language) -> str:
    """Return what the item in hand has left, by the minute; '' when none is in hand.

    A minute that has begun is still left; only whole ones count once the item runs over.
    """
    if progress.left is None:
        return ""
    if progress.overruns:
        over = -progress.left // 60
        if not over:
            return language.say("the time is up")
        return language.count("runs over by {n} minute", "runs over by {n} minutes", over)
    minutes = -(-progress.left // 60)
    if progress.last_minutes and minutes == LAST_MINUTES:
        return language.say("five minutes left")
    return language.count("{n} minute left", "{n} minutes left", minutes)


def late_said(progress: Progress, language: Language) -> str:
    """Return whether the session is on time, ahead or behind; '' before it began."""
    if progress.at is None:
        return ""
    if progress.late > 0:
        return language.count("{n} minute behind", "{n} minutes behind", progress.late)
    if progress.late < 0:
        return language.count("{n} minute ahead", "{n} minutes ahead", -progress.late)
    return language.say("on time")


def ends_said(progress: Progress, language: Language) -> str:
    """Return when the session is expected to end, or ended; '' without an agenda."""
    if progress.ends is None:
        return ""
    if progress.over:
        return language.say("ended at {time}", time=clock_said(progress.ends, language))
    return language.say("ends at {time}", time=clock_said(progress.ends, language))


def next_said(progress: Progress, language: Language) -> str:
    """Return what comes after the item in hand, and when; '' before the first and at the last."""
    if progress.current is None or not progress.to_come:
        return ""
    after = progress.to_come[0]
    clock = clock_said(after.starts, language)
    return language.say("then {title}, {time}", title=after.item.title, time=clock)


def clock_said(moment: dt.datetime, language: Language) -> str:
    """Return what the laptop's clock shows at ``moment``, which has a time zone: '17.00'."""
    return language.time(moment.astimezone().time())
