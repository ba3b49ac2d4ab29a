"""Half-typed forms, kept in the store so that locking or a power cut loses nothing."""

from __future__ import annotations

from collections.abc import Mapping

from groupkit.usecases.ports import OpenStore

NEW_FOLLOW_UP = "follow_up/new"
NEW_NOMINATION = "nomination/new"
ABOUT_ANYBODY = (NEW_FOLLOW_UP, NEW_NOMINATION)
"""Where a woman is chosen in the form itself: erasing any woman drops what is kept there."""


def keep_draft(store: OpenStore, place: str, fields: Mapping[str, str]) -> None:
    """Keep the fields of the form at ``place``, replacing what was kept before."""
    with store.work() as work:
        work.drafts.put(place, fields)
        work.commit()


def find_draft(store: OpenStore, place: str) -> Mapping[str, str] | None:
    """Return the fields kept for ``place``, or None."""
    with store.work() as work:
        return work.drafts.find(place)


def drop_draft(store: OpenStore, place: str) -> None:
    """Forget the draft of ``place``; without one nothing happens."""
    with store.work() as work:
        work.drafts.drop(place)
        work.commit()
