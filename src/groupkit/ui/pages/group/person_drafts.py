"""Half-typed forms about a group's women: in memory for the form, in the store for the next day."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from shiboken6 import isValid

from groupkit.domain.participant import Membership
from groupkit.ui.desk import Desk
from groupkit.usecases.drafting import drop_draft, find_draft, keep_draft
from groupkit.usecases.joining import Circle

Draft = Mapping[str, str]


class PersonDrafts:
    """What was typed about a new woman and about each known one, until it is saved."""

    def __init__(self, desk: Desk, owner: QObject) -> None:
        self._desk, self._owner = desk, owner
        self._drafts: dict[str, Draft] = {}

    def read(self, circle: Circle, then: Callable[[], None]) -> None:
        """Read the drafts of ``circle`` from the store, then go on."""
        store = self._desk.store
        places = [place_of(circle, None), *(place_of(circle, m) for m in circle.memberships)]

        def find() -> dict[str, Draft]:
            found = {place: find_draft(store, place) for place in places}
            return {place: draft for place, draft in found.items() if draft}

        def show(found: dict[str, Draft]) -> None:
            self._drafts = found | self._drafts
            then()

        self._desk.ask(self._owner, find, show)

    def at(self, place: str) -> Draft | None:
        """Return what was typed at ``place``."""
        return self._drafts.get(place)

    def keep(self, place: str, draft: Draft) -> None:
        """Keep ``draft`` until it is dropped; also when the page is left at once."""
        if isValid(self._owner):
            self._drafts[place] = draft
        desk = self._desk
        desk.ask(desk, lambda: keep_draft(desk.store, place, draft), lambda _: None)

    def drop(self, place: str) -> None:
        """Forget the draft at ``place``."""
        self._drafts.pop(place, None)
        desk = self._desk
        desk.ask(desk, lambda: drop_draft(desk.store, place), lambda _: None)


def place_of(circle: Circle, membership: Membership | None) -> str:
    """Return where the draft about a known woman, or about a new one, is kept."""
    if membership is None:
        return f"participant of {circle.group.id}"
    return f"membership/{membership.id}"
