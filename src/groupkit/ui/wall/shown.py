"""What the wall knows and says: times and titles, and nobody's name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from groupkit.domain.agenda import Agenda, AgendaItem
from groupkit.domain.matching import folded
from groupkit.domain.running import Progress, SessionClock, end_in_sight, progress
from groupkit.language import Language
from groupkit.language.clock_words import clock_said, ends_said, late_said, left_said
from groupkit.language.words import item_kind_word
from groupkit.usecases.running import Running

_MOST = 4
"""Items to come that are shown."""


@dataclass(frozen=True)
class OnTheWall:
    """All that the wall holds in memory; ``planned`` and ``until`` are when it was to run."""

    topic: str
    agenda: Agenda
    clock: SessionClock
    planned: dt.datetime
    until: dt.datetime

    def at(self, now: dt.datetime) -> Progress:
        """Return where the session is at ``now``, with a time zone."""
        return progress(self.agenda, self.clock, self.planned, now)

    @property
    def ends(self) -> dt.datetime:
        """When the session is over, also when nobody says so."""
        if self.clock.ended is not None:
            return self.clock.ended
        return max(self.until, end_in_sight(self.agenda, self.clock, self.planned))


@dataclass(frozen=True)
class Seen:
    """What stands on the wall at one moment; ``share`` is how much of the item has gone, 0 to 1."""

    clock: str
    topic: str
    item: str
    left: str = ""
    tone: str = ""
    share: float | None = None
    coming: tuple[tuple[str, str], ...] = ()
    """Time and title of each item."""
    foot: str = ""


def on_the_wall(found: Running, topic: str, house: str, language: Language) -> OnTheWall:
    """Return what the wall may know of a session on ``topic``.

    Notes, materials and who leads stay behind. A title that names the house or one of those who
    lead gives way to the word for its kind.
    """
    people = {*found.group.facilitators, *found.session.leaders}
    people.update(item.leader for item in found.agenda.items)
    items = tuple(
        AgendaItem(
            item.id,
            item.kind,
            item_kind_word(item.kind, language)
            if _names_one_of(item.title, people, house)
            else item.title,
            item.minutes,
            short=item.short,
        )
        for item in found.agenda.items
    )
    session = found.session
    until = dt.datetime.combine(session.day, session.starts) + dt.timedelta(minutes=session.minutes)
    return OnTheWall(topic, Agenda(items), found.clock, found.planned, until.astimezone())


def seen(shown: OnTheWall, now: dt.datetime, language: Language) -> Seen:
    """Return what stands on the wall at ``now``, with a time zone."""
    found, clock, say = shown.at(now), clock_said(now, language), language.say
    if found.over:
        return Seen(clock, shown.topic, say("Thank you for today"))
    coming = tuple(
        (clock_said(each.starts, language), each.item.title) for each in found.to_come[:_MOST]
    )
    foot = " · ".join(filter(None, (late_said(found, language), ends_said(found, language))))
    if found.current is None:
        begins = say("We begin at {time}", time=clock_said(shown.planned, language))
        return Seen(clock, shown.topic, begins, coming=coming, foot=foot)
    tone = "warn" if found.overruns else "notice" if found.last_minutes else ""
    return Seen(
        clock,
        shown.topic,
        found.current.item.title,
        left_said(found, language),
        tone,
        _share(found),
        coming,
        foot,
    )


def _share(found: Progress) -> float:
    """Return how much of the item in hand has gone, in steps that a wall can show."""
    if found.current is None or found.left is None or found.left <= 0:
        return 1.0
    length = (found.current.ends - found.current.starts).total_seconds()
    return round(1 - min(found.left / length, 1.0), 3)


def _names_one_of(title: str, people: Iterable[str], house: str) -> bool:
    words = set(re.findall(r"\w+", folded(title)))
    names = {word for name in people for word in re.findall(r"\w+", folded(name)) if len(word) > 1}
    # In Danish and English 'Annas' is of Anna.
    return bool(words & {*names, *(f"{name}s" for name in names)}) or folded(house) in folded(title)
