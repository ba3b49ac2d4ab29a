"""The figures: what is counted, for whom and of which time, as tables, paper and files."""

from groupkit.ui.pages.figures.page import FiguresPage

__all__ = ["FiguresPage"]
