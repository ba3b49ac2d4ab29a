"""The house's calendar: what is closed, once, for all groups."""

from groupkit.ui.pages.house_calendar.page import HouseCalendarPage

__all__ = ["HouseCalendarPage"]
