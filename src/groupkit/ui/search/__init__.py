"""Ctrl+K: anything that the user may see, from wherever she is."""

from groupkit.ui.search.finder import Finder

__all__ = ["Finder"]
