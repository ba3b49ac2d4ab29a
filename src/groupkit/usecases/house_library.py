"""The library as the house has it: what ships, and the house's own texts over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from groupkit.domain.agenda import Agenda
from groupkit.domain.material import (
    DANISH,
    GUIDE,
    HANDOUT,
    OwnSheet,
    OwnTopic,
    TextKey,
    Version,
    digest,
    is_outdated,
)
from groupkit.domain.picture import Picture
from groupkit.domain.topic import Sheet, SuggestedItem, Topic
from groupkit.usecases.ports import Library, OpenStore

_AFTER_SHIPPED = 1_000
"""The house's own topics stand below those that ship."""
LANGUAGES = ("da", "en")


def _no_picture(_name: str) -> Picture | None:
    return None


@dataclass(frozen=True)
class OwnMaterial:
    """What the house keeps of its own: texts in force, topics, sheets and agendas."""

    texts: Mapping[TextKey, Version] = field(default_factory=dict)
    topics: tuple[OwnTopic, ...] = ()
    sheets: tuple[OwnSheet, ...] = ()
    agendas: Mapping[tuple[str, str], Agenda] = field(default_factory=dict)
    picture: Callable[[str], Picture | None] = field(default=_no_picture, compare=False)
    """Finds a picture by its name; where the store is worked in, as all of the store."""


def own_material(store: OpenStore, library: Library) -> OwnMaterial:
    """Return what the house keeps of its own."""
    with store.work() as work:
        topics = work.topics.all()
        slugs = [*(topic.slug for topic in library.topics("da")), *(t.slug for t in topics)]
        agendas = {
            (slug, code): work.topics.agenda(slug, code) for slug in slugs for code in LANGUAGES
        }
        return OwnMaterial(
            {version.key: version for version in work.texts.in_force()},
            topics,
            work.topics.sheets(),
            {key: agenda for key, agenda in agendas.items() if agenda.items},
            partial(_picture, store),
        )


def _picture(store: OpenStore, name: str) -> Picture | None:
    with store.work() as work:
        return work.pictures.find(name)


@dataclass(frozen=True)
class HouseLibrary:
    """Implements ``ports.Library``: the shipped one with the house's own material over it."""

    shipped: Library
    own: OwnMaterial = field(default_factory=OwnMaterial)

    def topics(self, language: str) -> tuple[Topic, ...]:
        """Return all topics in ``language``, the house's own after those that ship."""
        shipped = [self._adapted(topic, language) for topic in self.shipped.topics(language)]
        own = [
            self._adapted(_bare(topic, language, _AFTER_SHIPPED + place), language)
            for place, topic in enumerate(sorted(self.own.topics, key=lambda t: t.slug))
            if not topic.retired
        ]
        return (*shipped, *own)

    def programmes(self) -> tuple[tuple[str, ...], ...]:
        """Return the shipped programmes as slugs, the shortest first."""
        return self.shipped.programmes()

    def telling_stems(self) -> tuple[str, ...]:
        """Return the stems of telling words in both languages."""
        return self.shipped.telling_stems()

    def pictures(self, names: Sequence[str]) -> tuple[Picture, ...]:
        """Return those of the pictures ``names`` that the house keeps."""
        found = (self.own.picture(name) for name in names)
        return tuple(picture for picture in found if picture)

    def shipped_source(self, key: TextKey) -> str:
        """Return the text that ships for ``key``, '' when none does."""
        if key.language not in LANGUAGES:
            return ""
        for topic in self.shipped.topics(key.language):
            if topic.slug == key.topic:
                return topic.source(key.sheet)
        return ""

    def _adapted(self, topic: Topic, language: str) -> Topic:
        slug = topic.slug
        own = {sheet.name: sheet for sheet in self.own.sheets if sheet.topic == slug}
        more = [
            replace(sheet, source=self._text(slug, sheet.name, language, sheet.source))
            for sheet in topic.more
            if not (sheet.name in own and own[sheet.name].retired)
        ]
        known = {sheet.name for sheet in topic.more} | {HANDOUT}
        more += [
            Sheet(sheet.name, sheet.sharing, self._text(slug, sheet.name, language, ""))
            for sheet in own.values()
            if sheet.name not in known and not sheet.retired
        ]
        return replace(
            topic,
            guide=self._text(slug, GUIDE, language, topic.guide),
            handout=self._text(slug, HANDOUT, language, topic.handout),
            more=tuple(sheet for sheet in more if sheet.source.strip()),
            agenda=self._agenda(topic, language),
        )

    def _text(self, topic: str, sheet: str, language: str, shipped: str) -> str:
        version = self.own.texts.get(TextKey(topic, sheet, language))
        return version.text if version else shipped

    def _agenda(self, topic: Topic, language: str) -> tuple[SuggestedItem, ...]:
        kept = self.own.agendas.get((topic.slug, language))
        if kept is None:
            return topic.agenda
        return tuple(
            SuggestedItem(item.kind, item.title, item.minutes, item.note) for item in kept.items
        )


def _bare(topic: OwnTopic, language: str, order: int) -> Topic:
    return Topic(topic.slug, order, topic.title(language), topic.summary(language), (), "", "")


def is_translation_outdated(
    library: HouseLibrary, key: TextKey, approved: Version | None, danish: Version | None
) -> bool:
    """Return whether the Danish text changed since the text of ``key`` was made of it.

    ``approved`` and ``danish`` are the house's own texts in force. A shipped translation is of the
    shipped Danish text.
    """
    if key.language == DANISH:
        return False
    shipped = library.shipped_source(key.danish)
    source = danish.text if danish else shipped
    if approved is not None:
        return is_outdated(approved, source)
    has_shipped = bool(library.shipped_source(key))
    return has_shipped and danish is not None and digest(source) != digest(shipped)
