"""A running session in words: what is left, how late it is, when it ends."""

from __future__ import annotations

from groupkit.domain.running import LAST_MINUTES, Progress
from groupkit.language.language import Language


def left_said(progress: Progress, language: Language) -> str:
    """Return what the item in hand has left; '' when none is in hand."""
    if progress.left is None:
        return ""
    if progress.overruns:
        return language.count(
            "runs over by {n} minute", "runs over by {n} minutes", -(progress.left // 60)
        )
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
    """Return when the session is expected to end, '' without an agenda."""
    if progress.ends is None:
        return ""
    clock = progress.ends.astimezone().time()
    return language.say("ends at {time}", time=language.time(clock))
