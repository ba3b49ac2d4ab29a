"""Where the files that ship with the program lie."""

from groupkit.shipped import resources, shipped

__all__ = ["resources", "shipped"]
