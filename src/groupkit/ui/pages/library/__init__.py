"""The library of topics."""

from groupkit.ui.pages.library.page import LibraryPage

__all__ = ["LibraryPage"]
