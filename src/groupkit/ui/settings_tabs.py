"""The tabs that Settings and its neighbours share; what a person may not open is not there."""

from __future__ import annotations

from groupkit.domain.roles import Part
from groupkit.ui.desk import Desk
from groupkit.ui.parts.header import Header
from groupkit.ui.places import PageName, Place


def show_settings_tabs(header: Header, desk: Desk, current: PageName) -> None:
    """Put the tabs into ``header``; choosing one goes to its page."""
    say = desk.language.say
    tabs = [
        (PageName.SETTINGS, say("House and screen")),
        (PageName.HOUSE_CALENDAR, say("Calendar")),
        (PageName.ACCESS, say("Access")),
        (PageName.BACKUPS, say("Backups")),
    ]
    if desk.store.may(Part.PEOPLE) and desk.store.may(Part.NOTES):
        tabs.append((PageName.KEEPING, say("Retention")))
    if desk.store.may(Part.ACCESS):
        tabs.append((PageName.CHANGE_LOG, say("Change log")))
    header.set_title(say("Settings"))
    header.set_tabs([(page.value, word) for page, word in tabs])
    header.set_current_tab(current.value)
    header.tab_chosen.connect(lambda key: _go(desk, current, key))


def _go(desk: Desk, current: PageName, key: str) -> None:
    if key != current.value:
        desk.go(Place(PageName(key)))
