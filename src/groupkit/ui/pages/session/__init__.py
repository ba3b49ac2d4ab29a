"""The session page."""

from groupkit.ui.pages.session.page import SessionPage

__all__ = ["SessionPage"]
