"""Making a pack of what the house wrote itself. Only tables of the library are read for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.material import GUIDE, HANDOUT, OwnTopic, Sharing, TextKey, Version
from groupkit.domain.material_pack import (
    SUFFIX,
    Maker,
    Pack,
    PackedText,
    PackedTopic,
    bare,
)
from groupkit.domain.picture import named_in
from groupkit.domain.refusal import NothingToPack, Refused
from groupkit.usecases.changes import Done
from groupkit.usecases.house_library import LANGUAGES, HouseLibrary, OwnMaterial, own_material
from groupkit.usecases.ports import OpenStore, PackDesk


@dataclass(frozen=True)
class Packable:
    """A topic of which there is something to pack: so many texts and agendas of the house's own."""

    slug: str
    title: str
    texts: int
    agendas: int


@dataclass(frozen=True)
class PackFile:
    """A finished pack: what its file may be called, and its bytes."""

    name: str
    data: bytes


def packable(store: OpenStore, library: HouseLibrary, language: str) -> tuple[Packable, ...]:
    """Return the topics in which the house approved a text or keeps an agenda of its own."""
    own = own_material(store, library.shipped)
    found = []
    for topic in HouseLibrary(library.shipped, own).topics(language):
        texts = len(_texts_of(own, library, topic.slug))
        agendas = sum((topic.slug, code) in own.agendas for code in LANGUAGES)
        if texts or agendas:
            found.append(Packable(topic.slug, topic.title, texts, agendas))
    return tuple(found)


def own_maker(store: OpenStore, packs: PackDesk) -> Done[Maker]:
    """Return the house as a maker of packs, without its name; its key is made when first asked."""
    with store.work() as work:
        seed = work.packs.seed()
        if seed is None:
            seed = packs.signer.new_seed()
            work.packs.put_seed(seed)
            work.log.note(Deed.ADDED, Subject.KEYS)
            work.commit()
    return Done(Maker(packs.signer.public_of(seed)))


def export(
    store: OpenStore,
    library: HouseLibrary,
    packs: PackDesk,
    slugs: Collection[str],
    today: dt.date,
    *,
    with_name: bool = False,
) -> Done[PackFile]:
    """Return a pack of the chosen topics: approved texts, agendas, and the pictures in them.

    Drafts stay, and so do the names of who leads what. ``with_name`` puts in the house's name.

    Raises:
        Refused: NothingToPack; PackTrouble, where a text could not be taken in anywhere.
    """
    maker = own_maker(store, packs).value
    own = own_material(store, library.shipped)
    with store.work() as work:
        seed = work.packs.seed()
        name = work.house.get().name if with_name else ""
    if seed is None:
        raise Refused(NothingToPack())
    kept = seed
    pack = _gathered(own, library, frozenset(slugs), Maker(maker.public, name), today)
    data = packs.files.written(pack, lambda message: packs.signer.sign(kept, message))
    with store.work() as work:
        work.log.note(Deed.COPIED, Subject.TOPIC)
        work.commit()
    return Done(PackFile(f"{today.isoformat()}{SUFFIX}", data))


def _gathered(
    own: OwnMaterial, library: HouseLibrary, slugs: frozenset[str], maker: Maker, today: dt.date
) -> Pack:
    house = HouseLibrary(library.shipped, own)
    wanted = sorted(topic.slug for topic in house.topics("da") if topic.slug in slugs)
    texts = [text for slug in wanted for text in _texts_of(own, library, slug)]
    topics = tuple(_packed_topic(house, slug) for slug in wanted)
    has_text = {text.key.topic for text in texts}
    topics = tuple(topic for topic in topics if topic.slug in has_text or topic.agendas)
    if not topics:
        raise Refused(NothingToPack())
    names = sorted({name for text in texts for name in named_in(text.text)})
    return Pack(maker, today, topics, tuple(texts), house.pictures(names))


def _packed_topic(house: HouseLibrary, slug: str) -> PackedTopic:
    own = next((topic for topic in house.own.topics if topic.slug == slug), None)
    titles, summaries = _words(house, slug) if own is None else (own.titles, own.summaries)
    agendas = tuple(
        (code, bare(house.own.agendas[slug, code]))
        for code in LANGUAGES
        if (slug, code) in house.own.agendas
    )
    return PackedTopic(slug, _sorted(titles), _sorted(summaries), agendas)


def _words(house: HouseLibrary, slug: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    found = {
        code: next(topic for topic in house.shipped.topics(code) if topic.slug == slug)
        for code in LANGUAGES
    }
    topic = OwnTopic(
        slug,
        tuple((code, each.title) for code, each in found.items()),
        tuple((code, each.summary) for code, each in found.items()),
    )
    return topic.titles, topic.summaries


def _sorted(words: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(words))


def _texts_of(own: OwnMaterial, library: HouseLibrary, slug: str) -> tuple[PackedText, ...]:
    """Return the texts of a topic that count in place of shipped ones, but of no retired sheet."""
    retired = {sheet.name for sheet in own.sheets if sheet.topic == slug and sheet.retired}
    found = [
        _packed_text(own, library, version)
        for key, version in own.texts.items()
        if key.topic == slug and key.sheet not in retired and version.text.strip()
    ]
    return tuple(sorted(found, key=lambda text: (text.key.sheet, text.key.language)))


def _packed_text(own: OwnMaterial, library: HouseLibrary, version: Version) -> PackedText:
    sharing = sharing_here(own, library, version.key) or Sharing.FACILITATORS
    return PackedText(version.key, sharing, version.text, version.basis, version.translates)


def sharing_here(own: OwnMaterial, library: HouseLibrary, key: TextKey) -> Sharing | None:
    """Return what may become of a sheet as this house has it, None when it has no such sheet."""
    usual = {GUIDE: Sharing.FACILITATORS, HANDOUT: Sharing.TAKE_HOME}
    if key.sheet in usual:
        return usual[key.sheet]
    for sheet in own.sheets:
        if (sheet.topic, sheet.name) == (key.topic, key.sheet):
            return sheet.sharing
    for topic in library.shipped.topics("da"):
        if topic.slug == key.topic:
            return next((each.sharing for each in topic.more if each.name == key.sheet), None)
    return None
