"""What a pack would bring, seen before anything is taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from groupkit.domain.agenda import Agenda
from groupkit.domain.material import Sharing, TextKey
from groupkit.domain.material_pack import Pack, PackedText, PackedTopic, bare
from groupkit.domain.picture import LOGO, Picture, free_name, named_in, renamed
from groupkit.domain.topic import SuggestedItem
from groupkit.usecases.house_library import HouseLibrary, OwnMaterial, own_material
from groupkit.usecases.material_packs.exporting import sharing_here
from groupkit.usecases.pictures import same_as
from groupkit.usecases.ports import OpenStore, PackDesk, UnitOfWork


class Standing(StrEnum):
    """How something in a pack stands to what is here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class MakerStanding(StrEnum):
    """How well a pack's maker is known; a namesake has a known maker's name and another key."""

    HERE = "here"
    KNOWN = "known"
    UNKNOWN = "unknown"
    NAMESAKE = "namesake"


@dataclass(frozen=True)
class Piece:
    """A text or an agenda of a pack beside the one here.

    ``key.sheet`` is '' for an agenda. ``is_own``: it would take the place of something that the
    house wrote itself.
    """

    key: TextKey
    standing: Standing
    mine: str
    theirs: str
    sharing: Sharing | None
    is_own: bool = False

    @property
    def is_agenda(self) -> bool:
        """Whether it is an agenda."""
        return not self.key.sheet


@dataclass(frozen=True)
class PackView:
    """A pack that was read and found sound, beside what is here."""

    pack: Pack
    maker: MakerStanding
    pieces: tuple[Piece, ...]

    @property
    def offered(self) -> tuple[Piece, ...]:
        """What is new or changed."""
        return tuple(piece for piece in self.pieces if piece.standing is not Standing.SAME)

    @property
    def usual(self) -> frozenset[TextKey]:
        """What is chosen unless somebody chooses: all that takes no text of the house's place."""
        return frozenset(piece.key for piece in self.offered if not piece.is_own)


def look_at(store: OpenStore, library: HouseLibrary, packs: PackDesk, data: bytes) -> PackView:
    """Return what a file would bring; nothing is changed.

    Raises:
        Refused: PackTrouble.
    """
    return compare(store, library, packs, packs.files.read(data, packs.signer.verifies))


def compare(store: OpenStore, library: HouseLibrary, packs: PackDesk, pack: Pack) -> PackView:
    """Return ``pack`` beside what is here now."""
    own = own_material(store, library.shipped)
    with store.work() as work:
        maker = _maker_standing(work, packs, pack)
        names, _ = placed(work, pack.pictures)
    here = _Here(own, HouseLibrary(library.shipped, own), names)
    texts = [here.text(text) for text in pack.texts]
    agendas = [
        here.agenda(topic, code, agenda) for topic in pack.topics for code, agenda in topic.agendas
    ]
    pieces = sorted((*texts, *agendas), key=lambda piece: (piece.key.topic, piece.key.sheet))
    return PackView(pack, maker, tuple(pieces))


def _maker_standing(work: UnitOfWork, packs: PackDesk, pack: Pack) -> MakerStanding:
    seed, maker, known = work.packs.seed(), pack.maker, work.packs.all()
    if seed is not None and packs.signer.public_of(seed) == maker.public:
        return MakerStanding.HERE
    if any(each.public == maker.public for each in known):
        return MakerStanding.KNOWN
    name = maker.name.casefold()
    is_namesake = bool(name) and any(each.name.casefold() == name for each in known)
    return MakerStanding.NAMESAKE if is_namesake else MakerStanding.UNKNOWN


def placed(
    work: UnitOfWork, pictures: tuple[Picture, ...]
) -> tuple[dict[str, str], tuple[Picture, ...]]:
    """Return under what names the ``pictures`` of a pack stand here, and those that are new here.

    The same picture is kept once; another one of a name that is taken gets a name of its own.
    """
    facts = [each for each in work.pictures.facts() if each.name != LOGO]
    taken = {each.name for each in facts}
    names: dict[str, str] = {}
    new: list[Picture] = []
    for picture in pictures:
        known = same_as(work, picture, facts)
        if known is not None:
            names[picture.name] = known.name
            continue
        name = free_name(picture.name, taken) if picture.name in taken else picture.name
        taken.add(name)
        names[picture.name] = name
        new.append(replace(picture, name=name))
    return names, tuple(new)


def as_here(text: PackedText, names: Mapping[str, str]) -> str:
    """Return a pack's text with the names that its pictures have here."""
    return renamed(text.text, names) if named_in(text.text) else text.text


@dataclass(frozen=True)
class _Here:
    own: OwnMaterial
    library: HouseLibrary
    names: Mapping[str, str]

    def text(self, text: PackedText) -> Piece:
        key = text.key
        version = self.own.texts.get(key)
        mine = version.text if version else self.library.shipped_source(key)
        theirs = as_here(text, self.names)
        sharing = sharing_here(self.own, self.library, key) or text.sharing
        if self._is_hidden(key):
            return Piece(key, Standing.NEW, "", theirs, sharing)
        return Piece(key, _standing(mine, theirs), mine, theirs, sharing, version is not None)

    def agenda(self, topic: PackedTopic, code: str, agenda: Agenda) -> Piece:
        kept = self.own.agendas.get((topic.slug, code))
        mine = self._agenda_lines(topic.slug, code)
        theirs = lines_of(agenda)
        standing = _standing(mine, theirs)
        if kept is not None and bare(kept) == agenda:
            standing = Standing.SAME
        elif standing is Standing.SAME and kept is not None:
            standing = Standing.CHANGED
        return Piece(TextKey(topic.slug, "", code), standing, mine, theirs, None, kept is not None)

    def _agenda_lines(self, slug: str, code: str) -> str:
        kept = self.own.agendas.get((slug, code))
        if kept is not None:
            return lines_of(kept)
        for topic in self.library.shipped.topics(code):
            if topic.slug == slug:
                return "\n".join(_suggested(item) for item in topic.agenda)
        return ""

    def _is_hidden(self, key: TextKey) -> bool:
        return any(topic.retired for topic in self.own.topics if topic.slug == key.topic) or any(
            sheet.retired
            for sheet in self.own.sheets
            if (sheet.topic, sheet.name) == (key.topic, key.sheet)
        )


def lines_of(agenda: Agenda) -> str:
    """Return an agenda as lines to compare."""
    return "\n".join(
        " · ".join(
            filter(None, (f"{item.minutes} min", item.title, item.note, item.materials, item.room))
        )
        for item in agenda.items
    )


def _suggested(item: SuggestedItem) -> str:
    return " · ".join(filter(None, (f"{item.minutes} min", item.title, item.note)))


def _standing(mine: str, theirs: str) -> Standing:
    if mine == theirs:
        return Standing.SAME
    return Standing.CHANGED if mine.strip() else Standing.NEW
