"""Topics and sheets of the house's own: made, retired, given an agenda."""

from __future__ import annotations

from groupkit.domain.agenda import Agenda
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.material import (
    GUIDE,
    HANDOUT,
    WORKSHEET,
    OwnSheet,
    OwnTopic,
    Sharing,
    slug_of,
)
from groupkit.domain.refusal import Refused, SheetNameTaken, TopicTitleTaken
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.ports import Library, OpenStore


def add_topic(
    store: OpenStore, library: Library, title: str, summary: str, language: str
) -> Done[OwnTopic]:
    """Make a topic of the house's own.

    Raises:
        Refused: TopicTitleTaken, and what a title may not be.
    """
    taken = {topic.title.casefold() for topic in library.topics(language)}
    if title.strip().casefold() in taken:
        raise Refused(TopicTitleTaken(title.strip()[:80]))
    with store.work() as work:
        slugs = {topic.slug for topic in work.topics.all()}
        slugs |= {topic.slug for topic in library.topics(language)}
        slug = slug_of(title, slugs)
        topic = OwnTopic(slug, ((language, title),), ((language, summary),))
        work.topics.put(topic)
        work.log.note(Deed.ADDED, Subject.TOPIC)
        work.commit()
    return done(topic, Kind.LIBRARY)


def change_topic(store: OpenStore, topic: OwnTopic) -> Done[OwnTopic]:
    """Keep a topic's words, or retire it; retired topics stay with the sessions that had them."""
    with store.work() as work:
        work.topics.put(topic)
        work.log.note(Deed.CHANGED, Subject.TOPIC)
        work.commit()
    return done(topic, Kind.LIBRARY)


def put_topic_agenda(store: OpenStore, slug: str, language: str, agenda: Agenda) -> Done[Agenda]:
    """Keep a topic's agenda; the empty one lets the shipped one count again."""
    with store.work() as work:
        work.topics.put_agenda(slug, language, agenda)
        work.log.note(Deed.CHANGED, Subject.TOPIC)
        work.commit()
    return done(agenda, Kind.LIBRARY)


def add_sheet(store: OpenStore, topic: str, title: str, sharing: Sharing) -> Done[OwnSheet]:
    """Add a sheet to a topic; its text is written afterwards.

    Raises:
        Refused: SheetNameTaken.
    """
    name = slug_of(title, ())
    with store.work() as work:
        taken = {sheet.name for sheet in work.topics.sheets() if sheet.topic == topic}
        if name in taken | {GUIDE, HANDOUT, WORKSHEET}:
            raise Refused(SheetNameTaken(title.strip()[:80]))
        sheet = OwnSheet(topic, name, sharing)
        work.topics.put_sheet(sheet)
        work.log.note(Deed.ADDED, Subject.SHEET)
        work.commit()
    return done(sheet, Kind.LIBRARY)


def change_sheet(store: OpenStore, sheet: OwnSheet) -> Done[OwnSheet]:
    """Keep what may become of a sheet, or retire it."""
    with store.work() as work:
        work.topics.put_sheet(sheet)
        work.log.note(Deed.CHANGED, Subject.SHEET)
        work.commit()
    return done(sheet, Kind.LIBRARY)
