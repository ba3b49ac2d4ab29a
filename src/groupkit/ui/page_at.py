"""Which page belongs to a place; each page's code is read when it is first shown."""

from __future__ import annotations

from importlib import import_module

from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.places import PageName, Place

_PAGES = {
    PageName.TODAY: ("today", "TodayPage"),
    PageName.GROUPS: ("groups", "GroupsPage"),
    PageName.NEW_GROUP: ("new_group", "NewGroupPage"),
    PageName.YEAR: ("year", "YearPage"),
    PageName.GROUP: ("group", "GroupPage"),
    PageName.SESSION: ("session", "SessionPage"),
    PageName.PARTICIPANT: ("participant", "ParticipantPage"),
    PageName.NOMINATIONS: ("nominations", "NominationsPage"),
    PageName.LIBRARY: ("library", "LibraryPage"),
    PageName.TOPIC: ("topic", "TopicPage"),
    PageName.EDITOR: ("editor", "EditorPage"),
    PageName.FIGURES: ("figures", "FiguresPage"),
    PageName.SETTINGS: ("settings", "SettingsPage"),
    PageName.HOUSE_CALENDAR: ("house_calendar", "HouseCalendarPage"),
    PageName.ACCESS: ("access", "AccessPage"),
    PageName.BACKUPS: ("backups", "BackupsPage"),
    PageName.KEEPING: ("keeping", "KeepingPage"),
    PageName.CHANGE_LOG: ("change_log", "ChangeLogPage"),
}


def page_at(desk: Desk, place: Place) -> Page:
    """Return a new page for ``place``."""
    module, name = _PAGES[place.page]
    page: Page = getattr(import_module(f"groupkit.ui.pages.{module}"), name)(desk, place)
    return page
