"""Copying an agenda into a session: from another session, a topic or a template."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid4

from groupkit.domain.agenda import Agenda
from groupkit.domain.booking import leaders_of
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.group import Group
from groupkit.domain.matching import folded, holds, words_of
from groupkit.domain.refusal import AgendaEmpty, Refused
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.usecases.agenda_templates import get_template
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_session
from groupkit.usecases.ports import Library, OpenStore, UnitOfWork
from groupkit.usecases.preparing import suggested_agenda, topic_named

_REACH = dt.timedelta(days=2 * 365)


class Origin(StrEnum):
    """Where an agenda can be copied from, in the order in which one looks."""

    TEMPLATE = "template"
    THIS_GROUP = "this_group"
    TOPIC = "topic"
    OTHER_GROUP = "other_group"


@dataclass(frozen=True)
class Source:
    """An agenda that can be copied; ``key`` is a session's or template's id, or a topic's slug."""

    origin: Origin
    key: str
    title: str
    detail: str
    minutes: int


@dataclass(frozen=True)
class Copied:
    """The session's agenda before and after, and the items that came in.

    ``leaders_left`` says that names stayed behind, of people who do not lead this session.
    """

    before: Agenda
    after: Agenda
    added: tuple[UUID, ...]
    leaders_left: bool


def sources(
    store: OpenStore, session_id: UUID, library: Library, language: Language
) -> tuple[Source, ...]:
    """Return every agenda that the session's could be copied from, by origin.

    Sessions stand with the nearest to this one first; none is more than two years away.
    """
    with store.work() as work:
        here = get_session(work, session_id)
        groups = {group.id: group for group in work.groups.all()}
        titles = {topic.slug: topic.title for topic in library.topics(language.code)}
        sessions = work.sessions.between(here.day - _REACH, here.day + _REACH)
        minutes = work.agendas.minutes_of(session.id for session in sessions)
        kept = work.templates.all()
    found = [
        Source(Origin.TEMPLATE, str(each.id), each.name, "", each.agenda.minutes) for each in kept
    ]
    found += (
        Source(Origin.TOPIC, each.slug, each.title, "", each.minutes)
        for each in library.topics(language.code)
        if each.agenda
    )
    for session in _nearest(sessions, here):
        if session.id != session_id and minutes.get(session.id):
            is_ours = session.group_id == here.group_id
            origin = Origin.THIS_GROUP if is_ours else Origin.OTHER_GROUP
            title = titles.get(session.topic, session.topic)
            group = groups[session.group_id]
            found.append(_of_session(session, group, origin, title, minutes[session.id], language))
    order = list(Origin)
    return tuple(sorted(found, key=lambda each: order.index(each.origin)))


def _nearest(sessions: Sequence[Session], here: Session) -> list[Session]:
    return sorted(
        sessions, key=lambda each: (abs((each.day - here.day).days), each.day, str(each.id))
    )


def _of_session(
    session: Session, group: Group, origin: Origin, topic: str, minutes: int, language: Language
) -> Source:
    say = language.say
    number = say("Session {number}", number=session.number) if session.number else say("Cancelled")
    when = language.date_long(session.day)
    facts = [group.name if origin is Origin.OTHER_GROUP else "", number if topic else "", when]
    detail = " · ".join(filter(None, facts))
    return Source(origin, str(session.id), topic or number, detail, minutes)


def matching(found: Sequence[Source], typed: str) -> tuple[Source, ...]:
    """Return those of ``found`` in whose words every word of ``typed`` stands."""
    words = words_of(typed)
    return tuple(each for each in found if holds(folded(f"{each.title} {each.detail}"), words))


def agenda_of(store: OpenStore, source: Source, library: Library, language: Language) -> Agenda:
    """Return the agenda that ``source`` names.

    Raises:
        Refused: NotFound, TopicUnknown when it is gone by now.
    """
    with store.work() as work:
        return _read(work, source, library, language)


def copy_agenda(
    store: OpenStore,
    session_id: UUID,
    source: Source,
    library: Library,
    language: Language,
    *,
    append: bool = False,
) -> Done[Copied]:
    """Copy the agenda of ``source`` into the session, in place of its own or behind it.

    The items get ids of their own. A name of who leads comes along only when that person leads
    this session too; other words, such as a guest, always do.

    Raises:
        Refused: AgendaEmpty, TooManyItems, NotFound or TopicUnknown.
    """
    with store.work() as work:
        session = get_session(work, session_id)
        found = _read(work, source, library, language)
        if not found.items:
            raise Refused(AgendaEmpty())
        taken = found.without_leaders(_strangers(work, session, source)).copied(uuid4)
        before = work.agendas.of_session(session_id)
        after = before.followed_by(taken) if append else taken
        work.agendas.put(session_id, after)
        work.log.note(Deed.CHANGED, Subject.AGENDA, session_id)
        work.commit()
    left = [item.leader for item in taken.items] != [item.leader for item in found.items]
    copied = Copied(before, after, tuple(item.id for item in taken.items), left)
    return done(copied, Kind.AGENDA, ids=(session_id,))


def take_copy_back(store: OpenStore, session_id: UUID, copied: Copied) -> Done[Agenda]:
    """Take what was copied out again and put back what it replaced; what was added since stays.

    Raises:
        Refused: TooManyItems.
    """
    with store.work() as work:
        get_session(work, session_id)
        rest = work.agendas.of_session(session_id).without_all(copied.added)
        known = {item.id for item in rest.items}
        replaced = copied.before.without_all(item.id for item in copied.after.items)
        back = Agenda(tuple(item for item in replaced.items if item.id not in known))
        agenda = back.followed_by(rest)
        work.agendas.put(session_id, agenda)
        work.log.note(Deed.CHANGED, Subject.AGENDA, session_id)
        work.commit()
    return done(agenda, Kind.AGENDA, ids=(session_id,))


def _read(work: UnitOfWork, source: Source, library: Library, language: Language) -> Agenda:
    if source.origin is Origin.TOPIC:
        return suggested_agenda(topic_named(library, source.key, language.code))
    if source.origin is Origin.TEMPLATE:
        return get_template(work, UUID(source.key)).agenda
    session = get_session(work, UUID(source.key))
    return work.agendas.of_session(session.id)


def _strangers(work: UnitOfWork, session: Session, source: Source) -> tuple[str, ...]:
    """Return who leads the session that is copied from and not this one."""
    if source.origin not in {Origin.THIS_GROUP, Origin.OTHER_GROUP}:
        return ()
    theirs = get_session(work, UUID(source.key))
    here = {name.casefold() for name in _leading(work, session)}
    return tuple(name for name in _leading(work, theirs) if name.casefold() not in here)


def _leading(work: UnitOfWork, session: Session) -> tuple[str, ...]:
    return leaders_of(session, get_group(work, session.group_id))
