"""Which look is in force, and how it is put on the running program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from groupkit.ui.theme.fonts import FAMILY, load_fonts
from groupkit.ui.theme.palette import DARK, LIGHT, Palette
from groupkit.ui.theme.scale import TYPE, Role
from groupkit.ui.theme.sheet import sheet

Scheme = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Look:
    """A palette and a text factor (1.0-2.0), as they are in force together."""

    palette: Palette = LIGHT
    factor: float = 1.0


class _InForce:
    look = Look()
    scheme: Scheme = "system"
    watched: QApplication | None = None


def current() -> Look:
    """Return the look in force; what paints itself asks for it in every paint."""
    return _InForce.look


def px(length: float) -> int:
    """Return a length in pixels, grown by the text factor."""
    return round(length * _InForce.look.factor)


def font(role: Role = "body", *, weight: int | None = None) -> QFont:
    """Return the font of a role at the factor in force."""
    step = TYPE.step(role)
    made = QFont(FAMILY)
    made.setPixelSize(px(step.size))
    made.setWeight(QFont.Weight(step.weight if weight is None else weight))
    return made


def apply(app: QApplication, scheme: Scheme = "system", factor: float = 1.0) -> Look:
    """Put a look on the whole program, also while it runs, and return it.

    ``scheme`` 'system' follows the desktop's light or dark from then on. ``factor`` is the size of
    text, held between 1 and 2.
    """
    load_fonts()
    _InForce.scheme = scheme
    palette = DARK if _is_dark(app, scheme) else LIGHT
    look = Look(palette, min(2.0, max(1.0, factor)))
    _InForce.look = look
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_qt_palette(palette))
    app.setFont(font())
    app.setStyleSheet(sheet(palette, look.factor))
    _watch(app)
    return look


def _is_dark(app: QApplication, scheme: Scheme) -> bool:
    if scheme == "system":
        return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return scheme == "dark"


def _watch(app: QApplication) -> None:
    if _InForce.watched is app:
        return
    _InForce.watched = app

    def follow(_scheme: Qt.ColorScheme) -> None:
        dark = _is_dark(app, "system")
        if _InForce.scheme == "system" and dark != _InForce.look.palette.dark:
            apply(app, "system", _InForce.look.factor)

    app.styleHints().colorSchemeChanged.connect(follow)


def _qt_palette(colours: Palette) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for part, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.field),
        (role.AlternateBase, colours.hover),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.faint),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.on_danger),
        (role.ToolTipBase, colours.tooltip),
        (role.ToolTipText, colours.on_tooltip),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.hover),
        (role.Mid, colours.hairline),
        (role.Dark, colours.outline),
        (role.Shadow, colours.hairline),
    ):
        made.setColor(part, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for part in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, part, QColor(colours.faint))
    return made
