"""Every text stands out from what lies behind it, in both looks (WCAG 2.2, 1.4.3: 4.5 to 1)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from groupkit.ui.theme.tokens import DARK, LIGHT, Palette

LEAST = 4.5
LEAST_FOR_LINES = 3.0
TONES = ("good", "notice", "warn", "danger", "neutral")


def luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(p: Palette) -> list[tuple[str, str, str]]:
    surfaces = {"window": p.window, "card": p.card, "raised": p.raised, "hover": p.hover}
    found = [
        (f"{name} on {where}", ink, back)
        for where, back in {**surfaces, "rail": p.rail, "selected": p.selected}.items()
        for name, ink in (("text", p.text), ("quiet", p.quiet))
    ]
    found += [(f"accent on {where}", p.accent, back) for where, back in surfaces.items()]
    found += [(f"{tone} mark", p.tone(tone).ink, p.tone(tone).surface) for tone in TONES]
    found += [("error on card", p.danger.ink, p.card), ("rail", p.accent, p.accent_soft)]
    found += [("primary", p.on_accent, p.accent), ("pressed", p.on_accent, p.accent_hover)]
    found += [("toast", p.window, p.text), ("disabled", p.quiet, p.neutral.surface)]
    return found


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_are_readable(palette: Palette) -> None:
    weak = {name: contrast(ink, back) for name, ink, back in pairs(palette)}
    assert {name: ratio for name, ratio in weak.items() if ratio < LEAST} == {}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_fields_and_focus_are_seen(palette: Palette) -> None:
    for line in (palette.field_line, palette.focus):
        for back in (palette.card, palette.window):
            assert contrast(line, back) >= LEAST_FOR_LINES
