"""Colours, spaces and sizes as values; nothing else in the program names a colour."""

from __future__ import annotations

from dataclasses import dataclass

GRID = 8
RADIUS = 10
RAIL_WIDTH = 116
CONTENT_WIDTH = 1160

SMALL, BODY, LEAD, TITLE, DISPLAY = 12, 14, 16, 20, 26
"""The type scale in pixels at factor 1."""


@dataclass(frozen=True)
class Tone:
    """A status colour: its text and icon, and the soft surface behind them."""

    ink: str
    surface: str


@dataclass(frozen=True)
class Palette:
    """Every colour of one scheme."""

    is_dark: bool
    window: str
    rail: str
    card: str
    raised: str
    line: str
    field_line: str
    text: str
    quiet: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    focus: str
    hover: str
    selected: str
    scrim: str
    good: Tone
    notice: Tone
    warn: Tone
    danger: Tone
    neutral: Tone

    def tone(self, name: str) -> Tone:
        """Return the tone called good, notice, warn, danger or neutral."""
        tones = {
            "good": self.good,
            "notice": self.notice,
            "warn": self.warn,
            "danger": self.danger,
            "neutral": self.neutral,
        }
        return tones[name]


LIGHT = Palette(
    is_dark=False,
    window="#F7F5F2",
    rail="#EFECE7",
    card="#FFFFFF",
    raised="#FFFFFF",
    line="#E6E1DA",
    field_line="#8F8A82",
    text="#23211E",
    quiet="#65605A",
    accent="#17635F",
    accent_hover="#0F514E",
    accent_soft="#E0EFED",
    on_accent="#FFFFFF",
    focus="#17635F",
    hover="#F4F1ED",
    selected="#E7F1F0",
    scrim="rgba(35, 33, 30, 110)",
    good=Tone("#1C6440", "#E3F2E9"),
    notice=Tone("#2B5590", "#E6EEF9"),
    warn=Tone("#7C4F00", "#FBEFD8"),
    danger=Tone("#A3262C", "#FBE7E6"),
    neutral=Tone("#5C5751", "#F0EDE8"),
)

DARK = Palette(
    is_dark=True,
    window="#1B1B1A",
    rail="#151514",
    card="#252423",
    raised="#2E2D2B",
    line="#393735",
    field_line="#7F7A73",
    text="#F1EEEA",
    quiet="#B3ADA5",
    accent="#62C2B8",
    accent_hover="#7FD3CA",
    accent_soft="#20403D",
    on_accent="#0C2422",
    focus="#7FD3CA",
    hover="#2C2B29",
    selected="#243A38",
    scrim="rgba(0, 0, 0, 150)",
    good=Tone("#85D6A6", "#1F3A2B"),
    notice=Tone("#A3C4F3", "#22324A"),
    warn=Tone("#EFC069", "#41331A"),
    danger=Tone("#F5A4A1", "#472625"),
    neutral=Tone("#C4BEB6", "#343230"),
)
