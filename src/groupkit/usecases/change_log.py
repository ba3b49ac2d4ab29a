"""The change log for owners: its lines in words, its head, and whether it is whole."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.change_log import Entry, Head, LogCheck, Subject
from groupkit.domain.dates import Period
from groupkit.domain.refusal import HeadUnreadable, NotForYourRole, Refused
from groupkit.domain.roles import Part
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.language.log_words import deed_word, subject_word
from groupkit.usecases.papers import LogLine
from groupkit.usecases.ports import OpenStore, UnitOfWork

_DIGEST = 64
_LONGEST_TYPED = 400
_LABEL = re.compile(r"^\D+")
_BETWEEN = re.compile(r"[\s.,:;·#/|–—-]+")
_SLIPS = str.maketrans({"o": "0", "l": "1", "i": "1"})
"""Signs that look like a digit and are none of the hash's own."""


@dataclass(frozen=True)
class Sought:
    """Which lines are wanted; what is None doesn't matter. Days are local ones."""

    person: UUID | None = None
    subject: Subject | None = None
    period: Period | None = None


EVERYTHING = Sought()


@dataclass(frozen=True)
class ShownEntry:
    """An entry and its words."""

    entry: Entry
    line: LogLine


@dataclass(frozen=True)
class LogView:
    """The newest lines of those sought, and how many there are.

    ``people`` are those whom the log names, by name; ``first_day`` is that of the first entry.
    """

    shown: tuple[ShownEntry, ...]
    found: int
    entries: int
    people: tuple[tuple[UUID, str], ...]
    head: Head
    first_day: dt.date | None


def change_log(
    store: OpenStore,
    language: Language,
    sought: Sought = EVERYTHING,
    *,
    most: int | None = None,
    zone: dt.tzinfo | None = None,
) -> LogView:
    """Return the log, the newest line first, at most ``most`` lines in words.

    ``zone`` is that of the laptop when None.

    Raises:
        Refused: NotForYourRole for who is no owner.
    """
    _check_owner(store)
    with store.work() as work:
        entries = work.log.entries()
        found = tuple(entry for entry in entries if _is_sought(entry, sought, zone))
        names = _Names(work, language)
        writers = {entry.user_id for entry in entries}
        people = [(user, name) for user, name in names.users.items() if user in writers]
        return LogView(
            tuple(ShownEntry(entry, names.line(entry, zone)) for entry in found[:most]),
            len(found),
            len(entries),
            tuple(sorted(people, key=lambda person: person[1].casefold())),
            work.log.head(),
            entries[-1].at.astimezone(zone).date() if entries else None,
        )


def verify(store: OpenStore, typed: str = "") -> LogCheck:
    """Verify the chain and every signature, and the log against a printed head if one is typed.

    Raises:
        Refused: NotForYourRole for who is no owner, HeadUnreadable.
    """
    _check_owner(store)
    return store.check_log(read_head(typed) if typed.strip() else None)


def read_head(typed: str) -> Head:
    """Return the head typed from paper: a number, then the hash in groups of four.

    Case, blanks and dashes don't matter, and a letter that only looks like a digit is that digit.

    Raises:
        Refused: HeadUnreadable.
    """
    if len(typed) > _LONGEST_TYPED:
        raise Refused(HeadUnreadable())
    parts = _BETWEEN.split(_LABEL.sub("", typed.strip().lower()).translate(_SLIPS))
    number, digest = parts[0], "".join(parts[1:])
    if not number.isdecimal():  # run together with the hash
        whole = number + digest
        number, digest = whole[:-_DIGEST], whole[-_DIGEST:]
    is_number = number.isascii() and number.isdecimal() and int(number) > 0
    if not is_number or not re.fullmatch(r"[0-9a-f]{64}", digest):
        raise Refused(HeadUnreadable())
    return Head(int(number), digest)


def sought_words(sought: Sought, names: Mapping[UUID, str], language: Language) -> str:
    """Return in words what lines were filtered by, '' for all of them."""
    said = []
    if sought.person is not None:
        said.append(names.get(sought.person, _gone(language)))
    if sought.subject is not None:
        said.append(subject_word(sought.subject, language))
    if sought.period is not None:
        first, last = sought.period.first, sought.period.last
        said.append(f"{language.date_short(first)} – {language.date_short(last)}")
    return " · ".join(said)


def _check_owner(store: OpenStore) -> None:
    if not store.may(Part.ACCESS):
        raise Refused(NotForYourRole(Part.ACCESS))


def _is_sought(entry: Entry, sought: Sought, zone: dt.tzinfo | None) -> bool:
    return (
        (sought.person is None or entry.user_id == sought.person)
        and (sought.subject is None or entry.subject is sought.subject)
        and (sought.period is None or entry.at.astimezone(zone).date() in sought.period)
    )


def _gone(language: Language) -> str:
    return language.say("no longer in the store")


class _Names:
    """What records are called in the log: a woman by her number, never by her alias."""

    def __init__(self, work: UnitOfWork, language: Language) -> None:
        self._language = language
        self.users = work.users.names()
        groups = work.groups.all()
        self._groups = {group.id: group.name for group in groups}
        self._sessions = {
            session.id: session for group in groups for session in work.sessions.of_group(group.id)
        }
        self._numbers = {woman.id: woman.number for woman in work.members.all_participants()}

    def line(self, entry: Entry, zone: dt.tzinfo | None) -> LogLine:
        """Return the entry in words."""
        language = self._language
        who = language.say("The recovery sheet")
        if entry.user_id is not None:
            who = self.users.get(entry.user_id, _gone(language))
        return LogLine(
            entry.number,
            entry.at.astimezone(zone),
            who,
            deed_word(entry.deed, language),
            self._record(entry),
        )

    def _record(self, entry: Entry) -> str:
        named = [subject_word(entry.subject, self._language)]
        # Who comes before where: a woman's number before the session, a session before the group.
        for record in (entry.also, entry.record):
            if record is not None:
                named.append(self._name(record))
        if entry.subject is Subject.OWN_NOTE and entry.record is None:
            named.append(self._language.say("by searching the notes"))
        if entry.subject is Subject.PARTICIPANT:
            named[1:] = reversed(named[1:])
        return " · ".join(named)

    def _name(self, record: UUID) -> str:
        if record in self._sessions:
            return self._session(self._sessions[record])
        for names in (self._numbers, self._groups, self.users):
            if record in names:
                return names[record]
        return _gone(self._language)

    def _session(self, session: Session) -> str:
        return self._language.say(
            "session {number}, {day}, {group}",
            number=session.number,
            day=self._language.date_short(session.day),
            group=self._groups[session.group_id],
        )
