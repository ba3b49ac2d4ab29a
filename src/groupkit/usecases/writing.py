"""Writing the library's texts: drafts, approval, history, and going back to what ships."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from groupkit.domain import material
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.material import DANISH, TextKey, Version
from groupkit.domain.refusal import ApprovingNotForYourRole, DraftChangedSince, Refused
from groupkit.domain.roles import ALL_RIGHTS, Rights, Role
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.house_library import HouseLibrary, is_translation_outdated
from groupkit.usecases.ports import OpenStore, UnitOfWork

_APPROVING = frozenset({Role.PEDAGOGUE, Role.FACILITATOR})


@dataclass(frozen=True)
class TextView:
    """A text with its history.

    ``shipped`` is what ships, '' for a text of the house's own; ``names`` who made and approved
    versions. ``newer_shipped``: the program ships another text than the adapted one rests on.
    ``outdated``: the Danish text changed since this translation was made.
    """

    key: TextKey
    versions: tuple[Version, ...]
    shipped: str
    names: dict[UUID, str]
    newer_shipped: bool
    outdated: bool

    @property
    def draft(self) -> Version | None:
        """The draft, None when nobody is at work on it."""
        return material.draft_of(self.versions)

    @property
    def in_force(self) -> str:
        """The text that counts: the approved one, or the shipped."""
        approved = material.in_force(self.versions)
        return approved.text if approved else self.shipped

    @property
    def latest(self) -> str:
        """The draft's text, or the one that counts."""
        return self.draft.text if self.draft else self.in_force


def view_text(store: OpenStore, library: HouseLibrary, key: TextKey) -> TextView:
    """Return a text with its history."""
    with store.work() as work:
        versions = work.texts.versions(key)
        danish = work.texts.versions(key.danish)
        names = dict(work.users.names())
    shipped = library.shipped_source(key)
    approved = material.in_force(versions)
    return TextView(
        key,
        versions,
        shipped,
        names,
        bool(approved and material.newer_shipped(approved, shipped)),
        is_translation_outdated(library, key, approved, material.in_force(danish)),
    )


def write_draft(
    store: OpenStore,
    library: HouseLibrary,
    key: TextKey,
    source: str,
    now: Callable[[], dt.datetime],
    expected: str | None = None,
) -> Done[Version]:
    """Keep ``source`` as the text's draft.

    ``expected`` is the draft's text as the writer last saw it, None when there was none; somebody
    else's words are never written over.

    Raises:
        Refused: DraftChangedSince, TextTooLong.
    """
    with store.work() as work:
        versions = work.texts.versions(key)
        known = material.draft_of(versions)
        if known is not None and expected is not None and known.text != expected:
            raise Refused(DraftChangedSince())
        if known is not None and expected is None and known.text != source:
            raise Refused(DraftChangedSince())
        shipped = library.shipped_source(key)
        version = Version(
            uuid4(),
            key,
            1,
            source,
            material.State.DRAFT,
            _moment(now),
            work.users.me(),
            material.digest(shipped) if shipped else "",
            _translates(work, library, key),
        )
        written = material.write_draft(versions, version)
        work.texts.put(key, written)
        work.log.note(Deed.CHANGED, Subject.SHEET, spell=True)
        work.commit()
    return done(material.draft_of(written) or version, Kind.LIBRARY)


def approve(
    store: OpenStore,
    key: TextKey,
    now: Callable[[], dt.datetime],
    rights: Rights = ALL_RIGHTS,
) -> Done[tuple[Version, ...]]:
    """Let the draft count from now on; what counted before is kept as history.

    ``rights`` are those of whoever approves. Returns the versions before: :func:`put_back` undoes
    it.

    Raises:
        Refused: ApprovingNotForYourRole, DraftMissing, NothingToApprove.
    """
    if not may_approve(rights):
        raise Refused(ApprovingNotForYourRole())
    with store.work() as work:
        me = work.users.me()
    return _change(store, key, lambda versions: material.approve(versions, me, _moment(now)))


def may_approve(rights: Rights | None) -> bool:
    """Return whether texts are approved by who has ``rights``: pedagogues and facilitators."""
    return rights is not None and bool(rights.roles & _APPROVING)


def back_to_shipped(store: OpenStore, key: TextKey) -> Done[tuple[Version, ...]]:
    """Let the shipped text count again; the house's own stays in the history."""
    return _change(store, key, material.back_to_shipped)


def keep_own(store: OpenStore, library: HouseLibrary, key: TextKey) -> Done[tuple[Version, ...]]:
    """Let the house's own text count as it is beside the newer shipped one, offered no more."""
    shipped = library.shipped_source(key)
    return _change(store, key, lambda versions: material.rest_on(versions, shipped))


def drop_draft_of(store: OpenStore, key: TextKey) -> Done[tuple[Version, ...]]:
    """Throw the draft away."""
    return _change(store, key, material.without_draft)


def put_back(
    store: OpenStore, key: TextKey, versions: tuple[Version, ...]
) -> Done[tuple[Version, ...]]:
    """Put a text's versions back as they were."""
    return _change(store, key, lambda _: versions)


def _change(
    store: OpenStore,
    key: TextKey,
    change: Callable[[tuple[Version, ...]], tuple[Version, ...]],
) -> Done[tuple[Version, ...]]:
    with store.work() as work:
        before = work.texts.versions(key)
        work.texts.put(key, change(before))
        work.log.note(Deed.CHANGED, Subject.SHEET)
        work.commit()
    return done(before, Kind.LIBRARY)


def _translates(work: UnitOfWork, library: HouseLibrary, key: TextKey) -> str:
    if key.language == DANISH:
        return ""
    approved = material.in_force(work.texts.versions(key.danish))
    source = approved.text if approved else library.shipped_source(key.danish)
    return material.digest(source) if source else ""


def _moment(now: Callable[[], dt.datetime]) -> dt.datetime:
    moment = now().astimezone(dt.UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
