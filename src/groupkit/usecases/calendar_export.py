"""Sessions for the calendars of facilitators, which others see: neutral, and under lasting ids."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.booking import leaders_of
from groupkit.domain.group import Group
from groupkit.domain.neutral_title import neutral_title
from groupkit.domain.refusal import NotFound, Refused
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.usecases.finding import get_group
from groupkit.usecases.papers import CalendarEvent, CalendarFile, CalendarPaper
from groupkit.usecases.ports import Library, OpenStore, Press, UnitOfWork


@dataclass(frozen=True)
class Calendars:
    """Makes calendar files in one language."""

    library: Library
    press: Press
    language: Language

    def of_group(self, store: OpenStore, group_id: UUID, title: str = "") -> CalendarFile:
        """Return a group's whole course; ``title`` is typed by the user, '' for the neutral one.

        Raises:
            Refused: TitleTells, TextTooLong, NotFound.
        """
        with store.work() as work:
            own = self._checked(work, title)
            get_group(work, group_id)
            events = tuple(event_of(session) for session in work.sessions.of_group(group_id))
        return self._file(events, own)

    def of_facilitator(
        self, store: OpenStore, name: str, since: dt.date, title: str = ""
    ) -> CalendarFile:
        """Return the sessions that ``name`` leads in any group, from the day ``since`` on.

        A session of her group that others lead is in it as cancelled, so that it leaves her
        calendar where it was there before.

        Raises:
            Refused: TitleTells, TextTooLong; NotFound when there is none that she leads.
        """
        with store.work() as work:
            own = self._checked(work, title)
            found = [
                (session, _is_among(name, leaders_of(session, group)))
                for group in work.groups.all()
                for session in work.sessions.of_group(group.id)
                if session.day >= since and _concerns(session, group, name)
            ]
        if not any(leads for _, leads in found):
            raise Refused(NotFound("facilitator", name.strip()[:80]))
        return self._file(tuple(event_of(each, leads=leads) for each, leads in found), own)

    def _checked(self, work: UnitOfWork, title: str) -> str:
        return neutral_title(title, self.library.telling_stems(), work.house.get().name)

    def _file(self, events: tuple[CalendarEvent, ...], title: str) -> CalendarFile:
        paper = CalendarPaper(self.language.code, events, title)
        name = self.press.file_name(self.language.say("Calendar"), ".ics")
        return CalendarFile(name, self.press.calendar(paper))


def event_of(session: Session, *, leads: bool = True) -> CalendarEvent:
    """Return a session for a calendar; without ``leads`` it is cancelled there."""
    return CalendarEvent(
        session.id,
        session.revision,
        session.number,
        session.day,
        session.starts,
        session.minutes,
        session.cancelled or not leads,
    )


def facilitators(store: OpenStore) -> tuple[str, ...]:
    """Return everyone who leads a group or a session, by name, each once."""
    with store.work() as work:
        groups = work.groups.all()
        named = [name for group in groups for name in group.facilitators]
        for group in groups:
            named += [n for session in work.sessions.of_group(group.id) for n in session.leaders]
    unique = {_key(name): name for name in reversed(named)}
    return tuple(unique[key] for key in sorted(unique))


def _concerns(session: Session, group: Group, name: str) -> bool:
    return _is_among(name, (*group.facilitators, *session.leaders))


def _is_among(name: str, names: Iterable[str]) -> bool:
    return _key(name) in {_key(each) for each in names}


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip()).casefold()
