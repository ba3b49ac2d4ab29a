"""Where one can be in the program; locking remembers the place, unlocking returns to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class PageName(StrEnum):
    """The pages that a place can name."""

    TODAY = "today"
    GROUPS = "groups"
    NEW_GROUP = "new_group"
    YEAR = "year"
    GROUP = "group"
    SESSION = "session"
    PARTICIPANT = "participant"
    NOMINATIONS = "nominations"
    LIBRARY = "library"
    TOPIC = "topic"
    EDITOR = "editor"
    FIGURES = "figures"
    SETTINGS = "settings"
    HOUSE_CALENDAR = "house_calendar"
    ACCESS = "access"
    BACKUPS = "backups"
    KEEPING = "keeping"
    CHANGE_LOG = "change_log"


@dataclass(frozen=True)
class Place:
    """A page, what it shows (a group's, session's or woman's id, a topic's slug), and its open tab.

    ``spot`` is the page's own word for the part that has the keyboard. It never holds what was
    typed, because a place outlives the lock.
    """

    page: PageName
    id: UUID | None = None
    slug: str = ""
    tab: str = ""
    spot: str = ""

    @property
    def rail(self) -> PageName:
        """The rail entry under which the page lives."""
        return _RAIL.get(self.page, self.page)


_RAIL = {
    PageName.NEW_GROUP: PageName.GROUPS,
    PageName.YEAR: PageName.GROUPS,
    PageName.GROUP: PageName.GROUPS,
    PageName.SESSION: PageName.GROUPS,
    PageName.PARTICIPANT: PageName.GROUPS,
    PageName.TOPIC: PageName.LIBRARY,
    PageName.EDITOR: PageName.LIBRARY,
    PageName.HOUSE_CALENDAR: PageName.SETTINGS,
    PageName.ACCESS: PageName.SETTINGS,
    PageName.BACKUPS: PageName.SETTINGS,
    PageName.KEEPING: PageName.SETTINGS,
    PageName.CHANGE_LOG: PageName.SETTINGS,
}
