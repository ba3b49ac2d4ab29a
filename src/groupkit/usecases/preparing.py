"""Preparing a session: its topic and its agenda."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from groupkit.domain.agenda import Agenda, AgendaItem
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.group import Group
from groupkit.domain.refusal import Refused, TopicUnknown
from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_session
from groupkit.usecases.ports import Library, OpenStore


@dataclass(frozen=True)
class Prepared:
    """A session with its group and its agenda."""

    group: Group
    session: Session
    agenda: Agenda


def topic_named(library: Library, name: str, language: str) -> Topic:
    """Return the topic whose slug or title is ``name`` (case doesn't matter).

    Raises:
        Refused: TopicUnknown.
    """
    wanted = name.strip().casefold()
    for topic in library.topics(language):
        if wanted in {topic.slug.casefold(), topic.title.casefold()}:
            return topic
    raise Refused(TopicUnknown(" ".join(name.split())[:80]))


def suggested_agenda(topic: Topic) -> Agenda:
    """Return the topic's timed agenda as items of its own."""
    return Agenda(
        tuple(
            AgendaItem(uuid4(), item.kind, item.title, item.minutes, item.note)
            for item in topic.agenda
        )
    )


def prepared(store: OpenStore, session_id: UUID) -> Prepared:
    """Return what is prepared for a session."""
    with store.work() as work:
        session = get_session(work, session_id)
        group = get_group(work, session.group_id)
        return Prepared(group, session, work.agendas.of_session(session_id))


def give_topic(store: OpenStore, session_id: UUID, topic: Topic) -> Done[Prepared]:
    """Give the session the topic and its agenda, in place of what was there."""
    return put_prepared(store, session_id, topic.slug, suggested_agenda(topic))


def put_prepared(store: OpenStore, session_id: UUID, topic: str, agenda: Agenda) -> Done[Prepared]:
    """Keep topic and agenda together; putting back the earlier pair is the undo."""
    with store.work() as work:
        session = replace(get_session(work, session_id), topic=topic)
        group = get_group(work, session.group_id)
        work.sessions.change(session)
        work.agendas.put(session_id, agenda)
        work.log.note(Deed.CHANGED, Subject.AGENDA, session_id)
        work.commit()
    return done(Prepared(group, session, agenda), Kind.SESSION, Kind.AGENDA, ids=(session_id,))


def put_agenda(store: OpenStore, session_id: UUID, agenda: Agenda) -> Done[Agenda]:
    """Keep ``agenda`` as the session's."""
    with store.work() as work:
        get_session(work, session_id)
        work.agendas.put(session_id, agenda)
        work.log.note(Deed.CHANGED, Subject.AGENDA, session_id, spell=True)
        work.commit()
    return done(agenda, Kind.AGENDA, ids=(session_id,))


def put_item_back(store: OpenStore, session_id: UUID, item: AgendaItem, at: int) -> Done[Agenda]:
    """Put a removed item back at position ``at``; what was changed since stays.

    Raises:
        Refused: TooManyItems.
    """
    with store.work() as work:
        get_session(work, session_id)
        agenda = work.agendas.of_session(session_id).without(item.id).with_item(item, at)
        work.agendas.put(session_id, agenda)
        work.log.note(Deed.CHANGED, Subject.AGENDA, session_id, spell=True)
        work.commit()
    return done(agenda, Kind.AGENDA, ids=(session_id,))
