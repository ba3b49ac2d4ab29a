"""Finding anything that the user may see: decrypted first, compared in memory, kept nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import chain, zip_longest
from uuid import UUID

from groupkit.domain.group import Group
from groupkit.domain.matching import Snippet, folded, holds, snippet, words_of
from groupkit.domain.participant import Participant
from groupkit.domain.roles import Part
from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.language import Language
from groupkit.language.care_words import stage_word
from groupkit.usecases.ports import Library, OpenStore, UnitOfWork

MOST_HITS = 50
_UNREADABLE = "\ufffd"
"""What the store gives for a text that does not open."""


class Found(StrEnum):
    """What a hit is, in the order in which kinds are shown."""

    GROUP = "group"
    PARTICIPANT = "participant"
    NOMINATION = "nomination"
    SESSION = "session"
    OWN_NOTE = "own_note"
    GROUP_NOTE = "group_note"
    TOPIC = "topic"


@dataclass(frozen=True)
class Hit:
    """Something found, in words, and what it leads to: a group, a session in it, or a topic."""

    kind: Found
    title: str
    detail: str
    group_id: UUID | None = None
    session_id: UUID | None = None
    slug: str = ""
    participant_id: UUID | None = None
    snippet: Snippet | None = None


@dataclass(frozen=True)
class Hits:
    """The hits by kind, the newest first; ``is_cut`` when there are more than are shown."""

    hits: tuple[Hit, ...] = ()
    is_cut: bool = False


_Made = Callable[[], Hit]
"""Makes a hit once it is known to be among those shown; a common letter is in every note."""


def search(store: OpenStore, library: Library, language: Language, typed: str) -> Hits:
    """Return what holds every word of ``typed``, of all that the user may see.

    Case doesn't matter, accents do: å is another letter than a. A text that does not open is
    passed over.
    """
    words = words_of(typed)
    if not words:
        return Hits()
    topics = library.topics(language.code)
    with store.work() as work:
        searched = _Searched(store, work, topics, language, words)
        return _fairly(
            [
                searched.groups(),
                searched.participants(),
                searched.nominations(),
                searched.sessions(),
                searched.own_notes(),
                searched.group_notes(),
                searched.topics(),
            ]
        )


def _fairly(kinds: list[list[_Made]]) -> Hits:
    """Return at most :data:`MOST_HITS`, so that no kind crowds out another."""
    in_turn = (made for row in zip_longest(*kinds) for made in row if made is not None)
    chosen = {id(made) for made, _ in zip(in_turn, range(MOST_HITS), strict=False)}
    shown = tuple(made() for made in chain(*kinds) if id(made) in chosen)
    return Hits(shown, sum(map(len, kinds)) > len(shown))


class _Searched:
    """One search: what is there, as far as the keys in hand open it."""

    def __init__(
        self,
        store: OpenStore,
        work: UnitOfWork,
        topics: tuple[Topic, ...],
        language: Language,
        words: tuple[str, ...],
    ) -> None:
        self._work = work
        self._topics = topics
        self._language = language
        self._wanted = words
        self._reads_people = store.may(Part.PEOPLE)
        self._reads_notes = store.may(Part.NOTES)
        self._titles = {topic.slug: topic.title for topic in topics}
        self._groups = {group.id: group for group in work.groups.all()}
        meetings = (work.sessions.of_group(group_id) for group_id in self._groups)
        newest_first = sorted(chain(*meetings), key=lambda each: each.day, reverse=True)
        self._sessions = {session.id: session for session in newest_first}
        self._women = self._known_women()

    def groups(self) -> list[_Made]:
        """Return groups by name, place and facilitators."""
        return [
            partial(Hit, Found.GROUP, group.name, self._about(group), group_id=group.id)
            for group in self._groups.values()
            if self._holds(group.name, group.place, *group.facilitators)
        ]

    def participants(self) -> list[_Made]:
        """Return women by alias and number, each with the group that she was in last."""
        found: list[_Made] = []
        for group_id, woman in self._women.values():
            if self._holds(*_readable(woman.alias), woman.number):
                name, group = self._called(woman), self._groups[group_id].name
                hit = partial(Hit, Found.PARTICIPANT, name, group, group_id=group_id)
                found.append(partial(hit, participant_id=woman.id))
        return found

    def nominations(self) -> list[_Made]:
        """Return women who wait for a decision, and nominated ones who are in no group."""
        if not self._reads_people:
            return []
        women = {woman.id: woman for woman in self._work.members.all_participants()}
        newest = {each.participant_id: each for each in self._work.nominations.all()}
        found: list[_Made] = []
        for nomination in reversed(newest.values()):
            woman = women[nomination.participant_id]
            is_elsewhere = woman.id in self._women and not nomination.is_open
            if woman.erased or is_elsewhere:
                continue
            person = _readable(nomination.contact_person)
            if self._holds(*_readable(woman.alias), woman.number, *person):
                detail = stage_word(nomination.stage, self._language)
                hit = partial(Hit, Found.NOMINATION, self._called(woman), detail)
                found.append(partial(hit, participant_id=woman.id))
        return found

    def sessions(self) -> list[_Made]:
        """Return sessions by date, number and topic; the group's name may narrow them down."""
        found: list[_Made] = []
        for session in self._sessions.values():
            own = folded(" ".join(self._session_words(session)))
            group = self._groups[session.group_id].name
            if any(holds(own, (word,)) for word in self._wanted) and self._holds(own, group):
                found.append(partial(self._session, session))
        return found

    def own_notes(self) -> list[_Made]:
        """Return women's own notes by what is written there."""
        if not self._reads_notes:
            return []
        notes = self._work.notes.all_of_women()
        return [
            partial(self._note_of, session_id, woman_id, note)
            for session_id, woman_id, note in self._by_day(notes)
            if note != _UNREADABLE and self._holds(note)
        ]

    def group_notes(self) -> list[_Made]:
        """Return groups' notes by what is written there."""
        if not self._reads_notes:
            return []
        title = self._language.say("The group's note")
        notes = ((session_id, None, note) for session_id, note in self._work.notes.all_of_groups())
        return [
            partial(self._hit_in, self._sessions[session_id], Found.GROUP_NOTE, title, note)
            for session_id, _, note in self._by_day(notes)
            if note != _UNREADABLE and self._holds(note)
        ]

    def topics(self) -> list[_Made]:
        """Return the library's topics by title and summary."""
        return [
            partial(Hit, Found.TOPIC, topic.title, topic.summary, slug=topic.slug)
            for topic in self._topics
            if self._holds(topic.title, topic.summary)
        ]

    def _holds(self, *texts: str) -> bool:
        return holds(folded("\n".join(texts)), self._wanted)

    def _known_women(self) -> dict[UUID, tuple[UUID, Participant]]:
        """Return each woman with her latest group, those of the latest groups first."""
        known: dict[UUID, tuple[UUID, Participant]] = {}
        if not self._reads_people:
            return known
        for group_id in self._groups:
            for membership in reversed(self._work.members.of_group(group_id)):
                known.setdefault(membership.participant.id, (group_id, membership.participant))
        return known

    def _by_day(
        self, notes: Iterable[tuple[UUID, UUID | None, str]]
    ) -> list[tuple[UUID, UUID | None, str]]:
        return sorted(notes, key=lambda note: self._sessions[note[0]].day, reverse=True)

    def _session(self, session: Session) -> Hit:
        topic = self._titles.get(session.topic, session.topic)
        detail = topic or self._language.say("No topic yet")
        where = self._where(session)
        return Hit(Found.SESSION, where, detail, session.group_id, session.id)

    def _hit_in(self, session: Session, kind: Found, title: str, note: str) -> Hit:
        around = snippet(note, self._wanted)
        where = self._where(session)
        return Hit(kind, title, where, session.group_id, session.id, snippet=around)

    def _where(self, session: Session) -> str:
        return self._language.say(
            "{group}, session {number} on {day}",
            group=self._groups[session.group_id].name,
            number=session.number,
            day=self._language.date_short(session.day),
        )

    def _session_words(self, session: Session) -> tuple[str, ...]:
        language, day = self._language, session.day
        return (
            language.date_long(day),
            language.date_short(day),
            language.date_tiny(day),
            day.isoformat(),
            language.week(day),
            language.say("Session {number}", number=session.number),
            self._titles.get(session.topic, session.topic),
        )

    def _note_of(self, session_id: UUID, woman_id: UUID | None, note: str) -> Hit:
        known = self._women.get(woman_id) if woman_id else None
        whose = self._called(known[1]) if known else self._language.say("Her own note")
        return self._hit_in(self._sessions[session_id], Found.OWN_NOTE, whose, note)

    def _called(self, woman: Participant) -> str:
        return " · ".join((*_readable(woman.alias), woman.number))

    def _about(self, group: Group) -> str:
        language = self._language
        start = language.say("from {day}", day=language.date_short(group.course.start))
        return " · ".join(filter(None, (start, group.place, language.listed(group.facilitators))))


def _readable(alias: str) -> tuple[str, ...]:
    return () if alias == _UNREADABLE else (alias,)
