"""How long what is kept of women, and what may no longer be kept."""

from groupkit.ui.pages.keeping.page import KeepingPage

__all__ = ["KeepingPage"]
