"""Today: what comes next, and what is still open."""

from groupkit.ui.pages.today.page import TodayPage

__all__ = ["TodayPage"]
