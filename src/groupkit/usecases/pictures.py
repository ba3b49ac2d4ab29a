"""The house's pictures: taken in from files, put on sheets, removed; and its logo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.material import TextKey
from groupkit.domain.picture import (
    LOGO,
    MOST_BYTES_KEPT,
    MOST_PICTURES,
    Picture,
    PictureFacts,
    free_name,
    named_in,
)
from groupkit.domain.refusal import PictureInUse, PicturesTooLarge, Refused, TooManyPictures
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.ports import OpenStore, PictureIntake, UnitOfWork


@dataclass(frozen=True)
class KeptPicture:
    """A picture and the texts that show it, as drafts or as they count."""

    facts: PictureFacts
    texts: tuple[TextKey, ...]


def kept_pictures(store: OpenStore) -> tuple[KeptPicture, ...]:
    """Return the pictures for sheets by name, without the house's logo."""
    with store.work() as work:
        texts = _texts_by_picture(work)
        return tuple(
            KeptPicture(facts, texts.get(facts.name, ()))
            for facts in work.pictures.facts()
            if facts.name != LOGO
        )


def find_picture(store: OpenStore, name: str) -> Picture | None:
    """Return the picture of that name, None when there is none (any more)."""
    with store.work() as work:
        return work.pictures.find(name)


def take_in(store: OpenStore, intake: PictureIntake, title: str, data: bytes) -> Done[Picture]:
    """Take in the picture of a file under a name made of ``title``; one that is there stays one.

    Raises:
        Refused: PictureTrouble, TooManyPictures, PicturesTooLarge.
    """
    picture = intake.taken_in(free_name(title, ()), data)
    with store.work() as work:
        facts = [each for each in work.pictures.facts() if each.name != LOGO]
        known = same_as(work, picture, facts)
        if known is not None:
            return Done(known)
        picture = replace(picture, name=free_name(title, (each.name for each in facts)))
        keep_picture(work, picture)
        work.log.note(Deed.ADDED, Subject.PICTURE)
        work.commit()
    return done(picture, Kind.LIBRARY)


def remove(store: OpenStore, name: str) -> Done[Picture | None]:
    """Remove a picture that no text shows; return it, so that it can be put back.

    Texts that a session used count, too: they are printed as they were.

    Raises:
        Refused: PictureInUse.
    """
    with store.work() as work:
        shown = len(_texts_by_picture(work).get(name, ()))
        shown += sum(name in named_in(text) for text in work.texts.kept())
        if shown:
            raise Refused(PictureInUse(shown))
        return _removed(work, name)


def put_back(store: OpenStore, picture: Picture) -> Done[Picture]:
    """Put a picture back that was removed.

    Raises:
        Refused: TooManyPictures, PicturesTooLarge.
    """
    with store.work() as work:
        keep_picture(work, picture)
        work.log.note(Deed.ADDED, Subject.PICTURE)
        work.commit()
    return done(picture, Kind.LIBRARY)


def set_logo(store: OpenStore, intake: PictureIntake, data: bytes) -> Done[Picture | None]:
    """Let the picture of a file be the house's logo; return the one before.

    Raises:
        Refused: PictureTrouble, TooManyPictures, PicturesTooLarge.
    """
    logo = intake.taken_in(LOGO, data)
    before = find_picture(store, LOGO)
    put_back(store, logo)
    return done(before, Kind.LIBRARY)


def remove_logo(store: OpenStore) -> Done[Picture | None]:
    """Let the house have no logo; return the one before, for :func:`put_back`."""
    with store.work() as work:
        return _removed(work, LOGO)


def _texts_by_picture(work: UnitOfWork) -> dict[str, tuple[TextKey, ...]]:
    found: dict[str, dict[TextKey, None]] = {}
    for version in (*work.texts.in_force(), *work.texts.drafts()):
        for name in named_in(version.text):
            found.setdefault(name, {})[version.key] = None
    return {name: tuple(keys) for name, keys in found.items()}


def same_as(work: UnitOfWork, picture: Picture, among: Iterable[PictureFacts]) -> Picture | None:
    """Return the kept picture that is the same as ``picture`` but for its name."""
    shape = (picture.kind, picture.width, picture.height, len(picture.data))
    for facts in among:
        if shape == (facts.kind, facts.width, facts.height, facts.size):
            known = work.pictures.find(facts.name)
            if known is not None and known.data == picture.data:
                return known
    return None


def keep_picture(work: UnitOfWork, picture: Picture) -> None:
    """Keep ``picture`` within ``work``.

    Raises:
        Refused: TooManyPictures, PicturesTooLarge.
    """
    others = [facts for facts in work.pictures.facts() if facts.name != picture.name]
    if len(others) >= MOST_PICTURES:
        raise Refused(TooManyPictures(MOST_PICTURES))
    if sum(facts.size for facts in others) + len(picture.data) > MOST_BYTES_KEPT:
        raise Refused(PicturesTooLarge(MOST_BYTES_KEPT))
    work.pictures.put(picture)


def _removed(work: UnitOfWork, name: str) -> Done[Picture | None]:
    picture = work.pictures.find(name)
    work.pictures.remove(name)
    work.log.note(Deed.REMOVED, Subject.PICTURE)
    work.commit()
    return done(picture, Kind.LIBRARY)
