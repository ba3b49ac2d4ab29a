"""The view for the wall of the room: clock, topic and agenda, and nobody's name."""

from groupkit.ui.wall.keeper import WallKeeper

__all__ = ["WallKeeper"]
