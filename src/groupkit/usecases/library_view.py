"""What the library's pages show: topics and their sheets, and how each text stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from groupkit.domain import material
from groupkit.domain.marked_text import plain_title
from groupkit.domain.material import (
    GUIDE,
    HANDOUT,
    LANGUAGES,
    OwnSheet,
    OwnTopic,
    Sharing,
    State,
    TextKey,
    Version,
)
from groupkit.domain.refusal import Refused, TopicUnknown
from groupkit.domain.topic import Topic
from groupkit.usecases.house_library import HouseLibrary, is_translation_outdated
from groupkit.usecases.ports import OpenStore


@dataclass(frozen=True)
class Standing:
    """How a text stands in one language; ``source`` is what counts, '' while nothing does."""

    language: str
    source: str
    is_adapted: bool
    has_draft: bool
    newer_shipped: bool
    is_outdated: bool

    @property
    def exists(self) -> bool:
        """Whether there is a text, be it only a draft."""
        return bool(self.source.strip()) or self.has_draft


@dataclass(frozen=True)
class SheetView:
    """A sheet (or the guide) of a topic with how it stands in each language."""

    name: str
    title: str
    sharing: Sharing
    is_shipped: bool
    retired: bool
    standings: tuple[Standing, ...]

    def standing(self, language: str) -> Standing:
        """Return how it stands in ``language``."""
        return next(each for each in self.standings if each.language == language)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which there is a text."""
        return tuple(each.language for each in self.standings if each.exists)


@dataclass(frozen=True)
class TopicView:
    """A topic with its texts; ``own`` is its row when it is the house's own."""

    topic: Topic
    own: OwnTopic | None
    guide: SheetView
    sheets: tuple[SheetView, ...]

    @property
    def texts(self) -> tuple[SheetView, ...]:
        """The guide and the sheets that are in use."""
        return (self.guide, *(sheet for sheet in self.sheets if not sheet.retired))

    def text(self, name: str) -> SheetView | None:
        """Return the guide or the sheet of that name."""
        return next((each for each in (self.guide, *self.sheets) if each.name == name), None)

    @property
    def retired(self) -> bool:
        """Whether the topic was retired."""
        return self.own is not None and self.own.retired

    def _any(self, fact: str) -> bool:
        return any(getattr(each, fact) for text in self.texts for each in text.standings)

    @property
    def is_adapted(self) -> bool:
        """Whether some text of the house's own counts in place of a shipped one."""
        return self.own is None and self._any("is_adapted")

    @property
    def has_draft(self) -> bool:
        """Whether somebody is at work on some text."""
        return self._any("has_draft")

    @property
    def newer_shipped(self) -> bool:
        """Whether the program ships a newer text than some adapted one rests on."""
        return self._any("newer_shipped")

    @property
    def is_outdated(self) -> bool:
        """Whether the Danish of some translation has changed since."""
        return self._any("is_outdated")


def view_library(store: OpenStore, library: HouseLibrary, language: str) -> tuple[TopicView, ...]:
    """Return every topic in its order, the house's own and the retired ones last."""
    texts = _Texts(store, library)
    retired = sorted((t for t in library.own.topics if t.retired), key=lambda each: each.slug)
    topics = (*library.topics(language), *(_empty(topic, language) for topic in retired))
    return tuple(texts.view(topic, language) for topic in topics)


def view_topic(store: OpenStore, library: HouseLibrary, slug: str, language: str) -> TopicView:
    """Return one topic.

    Raises:
        Refused: TopicUnknown.
    """
    found = next((each for each in library.topics(language) if each.slug == slug), None)
    if found is None:
        retired = next((each for each in library.own.topics if each.slug == slug), None)
        if retired is None:
            raise Refused(TopicUnknown(slug[:80]))
        found = _empty(retired, language)
    return _Texts(store, library).view(found, language)


class _Texts:
    """Reads every text of the house once."""

    def __init__(self, store: OpenStore, library: HouseLibrary) -> None:
        with store.work() as work:
            self._in_force: Mapping[TextKey, Version] = _by_key(work.texts.in_force())
            self._drafts: Mapping[TextKey, Version] = _by_key(work.texts.drafts())
            self._own = {(sheet.topic, sheet.name): sheet for sheet in work.topics.sheets()}
            self._topics = {topic.slug: topic for topic in work.topics.all()}
        self._library = library

    def view(self, topic: Topic, language: str) -> TopicView:
        slug = topic.slug
        shipped = _shipped_sheets(self._library, slug)
        own = [sheet for (of, _), sheet in self._own.items() if of == slug]
        added = [sheet for sheet in own if sheet.name not in shipped]
        names = [(name, sharing, True) for name, sharing in shipped.items()]
        names += [(sheet.name, sheet.sharing, False) for sheet in added]
        sheets = [self._sheet(slug, *each, language) for each in names]
        guide = self._sheet(slug, GUIDE, Sharing.FACILITATORS, slug not in self._topics, language)
        kept = tuple(sorted(sheets, key=lambda sheet: sheet.retired))
        return TopicView(topic, self._topics.get(slug), guide, kept)

    def _sheet(
        self, topic: str, name: str, sharing: Sharing, is_shipped: bool, language: str
    ) -> SheetView:
        standings = tuple(self._standing(TextKey(topic, name, code)) for code in LANGUAGES)
        row: OwnSheet | None = self._own.get((topic, name))
        title = self._title(topic, name, language)
        retired = bool(row and row.retired)
        return SheetView(name, title, sharing, is_shipped, retired, standings)

    def _title(self, topic: str, name: str, language: str) -> str:
        for code in dict.fromkeys((language, *LANGUAGES)):
            key = TextKey(topic, name, code)
            version = self._in_force.get(key) or self._drafts.get(key)
            source = version.text if version else self._library.shipped_source(key)
            title = plain_title(source)
            if title:
                return title
        return ""

    def _standing(self, key: TextKey) -> Standing:
        approved = self._in_force.get(key)
        shipped = self._library.shipped_source(key)
        danish = self._in_force.get(key.danish)
        return Standing(
            key.language,
            approved.text if approved else shipped,
            approved is not None,
            key in self._drafts,
            bool(approved and material.newer_shipped(approved, shipped)),
            is_translation_outdated(self._library, key, approved, danish),
        )


def _by_key(versions: Iterable[Version]) -> dict[TextKey, Version]:
    return {version.key: version for version in versions if version.state is not State.RETIRED}


def _shipped_sheets(library: HouseLibrary, slug: str) -> dict[str, Sharing]:
    """Return the sheets that ship with a topic, the handout first; none for an own topic."""
    for topic in library.shipped.topics("da"):
        if topic.slug == slug:
            return {HANDOUT: Sharing.TAKE_HOME, **{s.name: s.sharing for s in topic.more}}
    return {}


def _empty(topic: OwnTopic, language: str) -> Topic:
    return Topic(topic.slug, 0, topic.title(language), topic.summary(language), (), "", "")
