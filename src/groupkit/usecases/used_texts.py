"""Which texts a session used: noted when they are printed or held, and told when they changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.marked_text import plain_title
from groupkit.domain.material import GUIDE, Sharing, TextKey, digest
from groupkit.domain.session import Session
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_session
from groupkit.usecases.library_view import TopicView
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class UsedText:
    """A text that a session used and that is another one now.

    ``title`` is the one it had then. ``approved`` is when the house approved it, None for a text
    that shipped.
    """

    key: TextKey
    title: str
    sharing: Sharing
    source: str
    approved: dt.datetime | None = None

    @property
    def is_guide(self) -> bool:
        """Whether it is the facilitators' guide."""
        return self.key.sheet == GUIDE


def note_printed(
    store: OpenStore, session_id: UUID, texts: Mapping[TextKey, str], *, today: dt.date
) -> Done[None]:
    """Note that papers of the session were printed, and from which texts.

    Once it was held, what it used stays; only what was never noted is added.
    """
    with store.work() as work:
        session = get_session(work, session_id)
        used = work.texts.used_by(session_id)
        for key, source in texts.items():
            if not (key in used and was_held(session, today)):
                work.texts.use(session_id, key, source)
        work.log.note(Deed.PRINTED, Subject.SESSION, session_id)
        work.commit()
    return done(None, Kind.SESSION, ids=(session_id,))


def keep_used(work: UnitOfWork, session_id: UUID, texts: Mapping[TextKey, str]) -> None:
    """Note within a unit of work that the session used ``texts``; what it printed stays."""
    used = work.texts.used_by(session_id)
    for key, source in texts.items():
        if key not in used:
            work.texts.use(session_id, key, source)


def was_held(session: Session, today: dt.date) -> bool:
    """Return whether the session lies behind: its day has passed, or its record is finished."""
    return session.recorded or (session.day < today and not session.cancelled)


def changed_since(work: UnitOfWork, session_id: UUID, view: TopicView) -> tuple[UsedText, ...]:
    """Return the texts of the topic that the session used and that are others now."""
    found = []
    for key, source in work.texts.used_by(session_id).items():
        sheet = view.text(key.sheet) if key.topic == view.topic.slug else None
        if sheet is None or sheet.standing(key.language).source == source:
            continue
        approved = _approved(work, key, source)
        title = plain_title(source) or sheet.title
        found.append(UsedText(key, title, sheet.sharing, source, approved))
    order = [text.name for text in (view.guide, *view.sheets)]
    return tuple(sorted(found, key=lambda used: (order.index(used.key.sheet), used.key.language)))


def _approved(work: UnitOfWork, key: TextKey, source: str) -> dt.datetime | None:
    mark = digest(source)
    versions = work.texts.versions(key)
    moments = [each.approved for each in versions if digest(each.text) == mark and each.approved]
    return moments[-1] if moments else None
