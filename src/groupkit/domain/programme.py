"""A programme: the topics of a course in their order, fitted to the sessions that there are.

The first and the last topic open and close a course; what has to give way stands before the last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.refusal import Field, ProgrammeEmpty, Refused, TooManySessions

MOST_TOPICS = 40


@dataclass(frozen=True)
class Programme:
    """Topics (slugs, '' for a session without one) under a name of its own."""

    id: UUID
    name: str
    topics: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", text.line(self.name, Field.PROGRAMME))
        if not any(self.topics):
            raise Refused(ProgrammeEmpty())
        if len(self.topics) > MOST_TOPICS:
            raise Refused(TooManySessions(MOST_TOPICS))


def fitted(topics: tuple[str, ...], sessions: int) -> tuple[str, ...]:
    """Return ``topics`` for as many sessions: the last stays last, '' fills what is free.

    What does not fit falls away from before the last topic.
    """
    if sessions <= 0 or not topics:
        return ("",) * max(sessions, 0)
    if sessions == 1:
        return topics[:1]
    *others, last = topics
    kept = others[: sessions - 1]
    return (*kept, *("",) * (sessions - 1 - len(kept)), last)


def left_over(topics: tuple[str, ...], sessions: int) -> tuple[str, ...]:
    """Return the topics that :func:`fitted` leaves out."""
    kept = list(fitted(topics, sessions))
    rest = []
    for topic in topics:
        if topic in kept:
            kept.remove(topic)
        elif topic:
            rest.append(topic)
    return tuple(rest)


def nearest(programmes: Iterable[tuple[str, ...]], sessions: int) -> tuple[str, ...]:
    """Return the shortest of ``programmes`` with a topic for every session, or the longest."""
    by_length = sorted(programmes, key=len)
    return next((each for each in by_length if len(each) >= sessions), (by_length or [()])[-1])
