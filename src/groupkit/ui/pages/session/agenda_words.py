"""An agenda in words: who leads an item, what happens to it if time is short, and the sum."""

from __future__ import annotations

from groupkit.domain.agenda import LEFT_OUT, Agenda, AgendaItem
from groupkit.language import Language


def if_short(item: AgendaItem, language: Language) -> str:
    """Return what happens to ``item`` if time is short, '' when it keeps its minutes."""
    if item.short is None:
        return ""
    if item.short == LEFT_OUT:
        return language.say("left out if short of time")
    return language.say("{minutes} min if short of time", minutes=item.short)


def short_name(leader: str, leaders: tuple[str, ...]) -> str:
    """Return the first name of one of ``leaders`` when no other of them has it, else all of it."""
    if leader not in leaders:
        return leader
    first = leader.split()[0]
    alike = [name for name in leaders if name.split()[0].casefold() == first.casefold()]
    return first if len(alike) == 1 else leader


def sum_of(agenda: Agenda, length: int, language: Language) -> str:
    """Return the agenda's minutes against a session of ``length``, and those if time is short."""
    say = language.say
    whole = say("{sum} of {length} minutes", sum=agenda.minutes, length=length)
    if all(item.short is None for item in agenda.items):
        return whole
    short = say("{sum} if short of time", sum=agenda.short_minutes)
    return f"{whole} · {short}"
