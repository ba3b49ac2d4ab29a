"""The two palettes and the tones that statuses are told in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ToneName = Literal["good", "notice", "warn", "danger", "neutral", "accent"]


@dataclass(frozen=True)
class Tone:
    """One status colour: ``ink`` for words and icons, ``soft`` to lie behind them."""

    ink: str
    soft: str


@dataclass(frozen=True)
class Palette:
    """Every colour of one theme as ``#rrggbb``; nothing else in the program names a colour."""

    dark: bool
    window: str
    rail: str
    surface: str
    field: str
    hover: str
    pressed: str
    hairline: str
    outline: str
    text: str
    quiet: str
    faint: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    danger_fill: str
    danger_fill_hover: str
    on_danger: str
    tooltip: str
    on_tooltip: str
    on_tooltip_action: str
    scrollbar: str
    backdrop: str
    knob: str
    good: Tone
    notice: Tone
    warn: Tone
    danger: Tone
    neutral: Tone

    def tone(self, name: ToneName) -> Tone:
        """Return the ink and the soft ground of a tone."""
        if name == "accent":
            return Tone(self.accent, self.accent_soft)
        found = getattr(self, name)
        assert isinstance(found, Tone)  # noqa: S101 - narrows the type, the name is a Literal
        return found


LIGHT = Palette(
    dark=False,
    window="#f7f6f3",
    rail="#efede8",
    surface="#ffffff",
    field="#ffffff",
    hover="#f2f0ec",
    pressed="#e9e6e0",
    hairline="#e5e2dc",
    outline="#8f8b83",
    text="#22211f",
    quiet="#625f59",
    faint="#6b6862",
    accent="#17636a",
    accent_hover="#125259",
    accent_pressed="#0e4349",
    on_accent="#ffffff",
    accent_soft="#e0eeee",
    danger_fill="#b0352c",
    danger_fill_hover="#962b23",
    on_danger="#ffffff",
    tooltip="#2b2a28",
    on_tooltip="#f5f3ef",
    on_tooltip_action="#8fd3d1",
    scrollbar="#c9c5bd",
    backdrop="#1d1c1a",
    knob="#ffffff",
    good=Tone(ink="#1d6b3b", soft="#e3f2e8"),
    notice=Tone(ink="#27588f", soft="#e6eff9"),
    warn=Tone(ink="#80500a", soft="#fbf0d9"),
    danger=Tone(ink="#a1312a", soft="#fbe9e6"),
    neutral=Tone(ink="#5b5852", soft="#efede8"),
)

DARK = Palette(
    dark=True,
    window="#1b1a19",
    rail="#151413",
    surface="#242321",
    field="#1d1c1b",
    hover="#2e2d2a",
    pressed="#383632",
    hairline="#353330",
    outline="#7d7971",
    text="#edebe7",
    quiet="#aeaaa2",
    faint="#a29e96",
    accent="#74c4c2",
    accent_hover="#8ad2d0",
    accent_pressed="#a0dfdd",
    on_accent="#0c2b2d",
    accent_soft="#1f3a3b",
    danger_fill="#e58a80",
    danger_fill_hover="#eda097",
    on_danger="#3a0f0b",
    tooltip="#3b3935",
    on_tooltip="#f3f1ec",
    on_tooltip_action="#8ad2d0",
    scrollbar="#4a4741",
    backdrop="#000000",
    knob="#ffffff",
    good=Tone(ink="#82cf9c", soft="#1f3526"),
    notice=Tone(ink="#93bdee", soft="#1f2e42"),
    warn=Tone(ink="#e6bd6c", soft="#3a2e17"),
    danger=Tone(ink="#f0a097", soft="#43241f"),
    neutral=Tone(ink="#bab6ae", soft="#33312d"),
)
