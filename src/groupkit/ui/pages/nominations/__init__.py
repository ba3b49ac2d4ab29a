"""The board of nominations: who is proposed, who waits, and what was decided."""

from groupkit.ui.pages.nominations.page import NominationsPage

__all__ = ["NominationsPage"]
