"""The look, decided once: colours, spacing, type, and how they reach the running program."""

from __future__ import annotations

from groupkit.ui.theme.in_force import Look, apply, current, font, px
from groupkit.ui.theme.palette import DARK, LIGHT, Palette, Tone, ToneName
from groupkit.ui.theme.scale import RADIUS, SPACE, TYPE

__all__ = [
    "DARK",
    "LIGHT",
    "RADIUS",
    "SPACE",
    "TYPE",
    "Look",
    "Palette",
    "Tone",
    "ToneName",
    "apply",
    "current",
    "font",
    "px",
]
