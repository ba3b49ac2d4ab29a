"""The tour: every page of the program, driven offscreen on a demo store."""

from groupkit.ui.tour.play import play

__all__ = ["play"]
