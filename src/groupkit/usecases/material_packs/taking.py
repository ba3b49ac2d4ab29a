"""Taking in what was chosen of a pack, all of it or nothing; and taking it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import uuid4

from groupkit.domain.agenda import Agenda
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.material import (
    OwnSheet,
    OwnTopic,
    Sharing,
    State,
    TextKey,
    Version,
    back_to_shipped,
    in_force,
)
from groupkit.domain.material_pack import Pack
from groupkit.domain.picture import named_in
from groupkit.domain.refusal import (
    ApprovingNotForYourRole,
    MakerNotCompared,
    MaterialChangedSince,
    NothingToTakeIn,
    Refused,
)
from groupkit.domain.roles import Rights
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.house_library import HouseLibrary, OwnMaterial, own_material
from groupkit.usecases.material_packs.exporting import sharing_here
from groupkit.usecases.material_packs.looking import (
    MakerStanding,
    PackView,
    as_here,
    compare,
    placed,
)
from groupkit.usecases.pictures import keep_picture
from groupkit.usecases.ports import OpenStore, PackDesk, UnitOfWork
from groupkit.usecases.writing import may_approve

_TRUSTED = frozenset({MakerStanding.HERE, MakerStanding.KNOWN})


@dataclass(frozen=True)
class Material:
    """What the house keeps of some texts, topics, sheets and agendas; None where it has none."""

    texts: Mapping[TextKey, tuple[Version, ...]]
    topics: Mapping[str, OwnTopic | None]
    sheets: Mapping[tuple[str, str], OwnSheet | None]
    agendas: Mapping[TextKey, Agenda]


@dataclass(frozen=True)
class TakenIn:
    """What was taken in: so many texts and agendas; with it :func:`put_back` undoes it."""

    count: int
    before: Material
    after: Material
    pictures: tuple[str, ...]
    maker: bytes
    """The key of a maker that became known with it, b'' when there is none."""


@dataclass(frozen=True)
class Choice:
    """What is to be taken in: texts and agendas by key, an agenda's with the sheet ''.

    ``compared``: somebody has compared the number of a maker that is not known here.
    """

    keys: frozenset[TextKey]
    compared: bool = False


def take_in(
    store: OpenStore,
    library: HouseLibrary,
    packs: PackDesk,
    view: PackView,
    choice: Choice,
    now: Callable[[], dt.datetime],
    rights: Rights,
) -> Done[TakenIn]:
    """Let the chosen texts and agendas of a pack count; a draft there is of them stays a draft.

    Raises:
        Refused: ApprovingNotForYourRole, NothingToTakeIn, MakerNotCompared, TooManyPictures,
            PicturesTooLarge; then nothing has changed.
    """
    if not may_approve(rights):
        raise Refused(ApprovingNotForYourRole())
    fresh = compare(store, library, packs, view.pack)
    wanted = frozenset(piece.key for piece in fresh.offered) & choice.keys
    if not wanted:
        raise Refused(NothingToTakeIn())
    is_new_maker = fresh.maker not in _TRUSTED
    if is_new_maker and not choice.compared:
        raise Refused(MakerNotCompared())
    chosen = _chosen(view.pack, wanted)
    own = own_material(store, library.shipped)
    house = HouseLibrary(library.shipped, own)
    sheets = _sheets_to_keep(own, house, chosen)
    with store.work() as work:
        before = _material(work, wanted, [topic.slug for topic in chosen.topics], sheets)
        pictures = _keep_pictures(work, chosen)
        _approve_all(work, house, chosen, now)
        _keep_topics(work, house, chosen)
        for place, sharing in sheets.items():
            _keep_sheet(work, *place, sharing)
        if is_new_maker:
            work.packs.accept(chosen.maker, _moment(now), work.users.me())
        work.log.note(Deed.CHANGED, Subject.SHEET)
        if pictures:
            work.log.note(Deed.ADDED, Subject.PICTURE)
        after = _now_kept(work, before)
        work.commit()
    maker = chosen.maker.public if is_new_maker else b""
    return done(TakenIn(len(wanted), before, after, pictures, maker), Kind.LIBRARY)


def _chosen(pack: Pack, keys: frozenset[TextKey]) -> Pack:
    """Return what ``keys`` say of ``pack``, with the pictures in it."""
    texts = tuple(text for text in pack.texts if text.key in keys)
    shown = {name for text in texts for name in named_in(text.text)}
    topics = tuple(
        replace(
            topic,
            agendas=tuple(
                (code, agenda)
                for code, agenda in topic.agendas
                if TextKey(topic.slug, "", code) in keys
            ),
        )
        for topic in pack.topics
        if any(key.topic == topic.slug for key in keys)
    )
    pictures = tuple(picture for picture in pack.pictures if picture.name in shown)
    return replace(pack, topics=topics, texts=texts, pictures=pictures)


def put_back(store: OpenStore, taken: TakenIn) -> Done[None]:
    """Put everything back as it was before a pack was taken in.

    Raises:
        Refused: MaterialChangedSince; then all stays as it is.
    """
    before, after = taken.before, taken.after
    with store.work() as work:
        if _now_kept(work, after) != after:
            raise Refused(MaterialChangedSince())
        for key, versions in before.texts.items():
            work.texts.put(key, versions)
        for slug, topic in before.topics.items():
            if topic is None:
                work.topics.remove(slug)
            else:
                work.topics.put(topic)
        for (slug, name), sheet in before.sheets.items():
            if sheet is None:
                work.topics.remove_sheet(slug, name)
            else:
                work.topics.put_sheet(sheet)
        for key, agenda in before.agendas.items():
            work.topics.put_agenda(key.topic, key.language, agenda)
        _remove_pictures(work, taken.pictures)
        if taken.maker:
            work.packs.forget(taken.maker)
        work.log.note(Deed.CHANGED, Subject.SHEET)
        work.commit()
    return done(None, Kind.LIBRARY)


def _approve_all(
    work: UnitOfWork, house: HouseLibrary, chosen: Pack, now: Callable[[], dt.datetime]
) -> None:
    names, _ = placed(work, chosen.pictures)
    moment, me = _moment(now), work.users.me()
    for text in chosen.texts:
        source, versions = as_here(text, names), work.texts.versions(text.key)
        counting = in_force(versions)
        if counting is None or counting.text != source:
            newest = max((version.number for version in versions), default=0)
            taken = Version(
                uuid4(), text.key, newest + 1, source, State.APPROVED, moment, me,
                text.basis if house.shipped_source(text.key) else "", text.translates, moment, me,
            )  # fmt: skip
            work.texts.put(text.key, (*back_to_shipped(versions), taken))


def _keep_topics(work: UnitOfWork, house: HouseLibrary, chosen: Pack) -> None:
    """Keep topics that are not here; one that is here keeps its words and is retired no more."""
    own = {topic.slug: topic for topic in work.topics.all()}
    shipped = {topic.slug for topic in house.shipped.topics("da")}
    for topic in chosen.topics:
        if topic.slug in own:
            work.topics.put(replace(own[topic.slug], retired=False))
        elif topic.slug not in shipped:
            work.topics.put(OwnTopic(topic.slug, topic.titles, topic.summaries))
        for code, agenda in topic.agendas:
            work.topics.put_agenda(topic.slug, code, agenda.copied(uuid4))


def _sheets_to_keep(
    own: OwnMaterial, house: HouseLibrary, chosen: Pack
) -> dict[tuple[str, str], Sharing]:
    """Return the sheets that the house has a row of, or needs one of, by topic and name."""
    rows = {(sheet.topic, sheet.name) for sheet in own.sheets}
    places = {(text.key.topic, text.key.sheet): text for text in chosen.texts}
    return {
        place: text.sharing
        for place, text in places.items()
        if place in rows or sharing_here(own, house, text.key) is None
    }


def _keep_sheet(work: UnitOfWork, topic: str, name: str, sharing: Sharing) -> None:
    """Keep a sheet that is not here; one that is here stays as it is shared, retired no more."""
    for known in work.topics.sheets():
        if (known.topic, known.name) == (topic, name):
            work.topics.put_sheet(replace(known, retired=False))
            return
    work.topics.put_sheet(OwnSheet(topic, name, sharing))


def _keep_pictures(work: UnitOfWork, chosen: Pack) -> tuple[str, ...]:
    """Keep the pictures that are new here; return their names here."""
    _, new = placed(work, chosen.pictures)
    for picture in new:
        keep_picture(work, picture)
    return tuple(picture.name for picture in new)


def _remove_pictures(work: UnitOfWork, names: Iterable[str]) -> None:
    versions = (*work.texts.in_force(), *work.texts.drafts())
    shown = {name for version in versions for name in named_in(version.text)}
    shown |= {name for text in work.texts.kept() for name in named_in(text)}
    for name in names:
        if name not in shown:
            work.pictures.remove(name)


def _material(
    work: UnitOfWork,
    keys: Iterable[TextKey],
    slugs: Iterable[str],
    sheets: Iterable[tuple[str, str]],
) -> Material:
    """Return what is kept of texts and agendas (by key), topics and sheets."""
    wanted = tuple(keys)
    own = {topic.slug: topic for topic in work.topics.all()}
    added = {(sheet.topic, sheet.name): sheet for sheet in work.topics.sheets()}
    return Material(
        {key: work.texts.versions(key) for key in wanted if key.sheet},
        {slug: own.get(slug) for slug in slugs},
        {place: added.get(place) for place in sheets},
        {key: work.topics.agenda(key.topic, key.language) for key in wanted if not key.sheet},
    )


def _now_kept(work: UnitOfWork, material: Material) -> Material:
    keys = (*material.texts, *material.agendas)
    return _material(work, keys, material.topics, material.sheets)


def _moment(now: Callable[[], dt.datetime]) -> dt.datetime:
    moment = now().astimezone(dt.UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
