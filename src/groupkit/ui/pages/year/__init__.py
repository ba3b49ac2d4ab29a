"""All groups of a year side by side."""

from groupkit.ui.pages.year.page import YearPage

__all__ = ["YearPage"]
