"""The one style sheet, made from the tokens; self-painting parts need none of it."""

from __future__ import annotations

from dataclasses import fields
from string import Template

from groupkit.ui.theme.palette import Palette, Tone
from groupkit.ui.theme.scale import RADIUS, TYPE

_TEXT = """
QLabel { background: transparent; color: $text; }
QLabel[ink="quiet"] { color: $quiet; }
QLabel[ink="accent"] { color: $accent; }
QLabel[ink="on_tooltip"] { color: $on_tooltip; }
QLabel[ink="good"] { color: $good_ink; }
QLabel[ink="notice"] { color: $notice_ink; }
QLabel[ink="warn"] { color: $warn_ink; }
QLabel[ink="danger"] { color: $danger_ink; }
QLabel[ink="neutral"] { color: $neutral_ink; }
"""

_GROUND = """
QWidget[ground="window"] { background: $window; }
QScrollArea, QScrollArea > QWidget > QWidget[ground="clear"] { background: transparent; border: 0; }
QToolTip { background: $tooltip; color: $on_tooltip; border: 1px solid $tooltip;
  padding: 6px 10px; font-size: ${caption_size}px; }
QMenu { background: $surface; color: $text; border: 1px solid $hairline; padding: 6px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: ${small}px; }
QMenu::item:selected { background: $hover; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $hairline; margin: 6px 8px; }
"""

_SCROLL = """
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $scrollbar; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 40px; margin: 3px 3px 3px 3px; }
QScrollBar::handle:horizontal { min-width: 40px; margin: 3px 3px 3px 3px; }
QScrollBar::handle:hover { background: $outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_FIELD = """
*[part="editor"] { background: transparent; border: 0; padding: 0; color: $text;
  selection-background-color: $accent; selection-color: $on_accent; }
*[part="editor"]:disabled { color: $faint; }
QComboBox[part="editor"]::drop-down, QDateEdit[part="editor"]::drop-down { width: 0; border: 0; }
QComboBox[part="editor"]::down-arrow { image: none; width: 0; height: 0; }
QAbstractSpinBox[part="editor"]::up-button, QAbstractSpinBox[part="editor"]::down-button
  { width: 0; border: 0; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $hairline;
  padding: 4px; outline: 0; }
QComboBox QAbstractItemView::item { padding: 8px 12px; border-radius: ${small}px; color: $text; }
QComboBox QAbstractItemView::item:hover { background: $hover; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
"""

_CALENDAR = """
QFrame[part="calendar"] { background: $surface; border: 1px solid $hairline; }
QCalendarWidget QWidget { background: $surface; alternate-background-color: $surface; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; min-height: ${bar}px; }
QCalendarWidget QToolButton { background: transparent; border: 2px solid transparent; color: $text;
  border-radius: ${control}px; padding: 4px 10px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton:focus { border: 2px solid $accent; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QSpinBox { background: $field; color: $text; border: 1px solid $outline;
  border-radius: ${small}px; padding: 4px; }
QCalendarWidget QAbstractItemView { background: $surface; color: $text; border: 0; outline: 0;
  selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $faint; }
"""

_TEMPLATE = Template(_TEXT + _GROUND + _SCROLL + _FIELD + _CALENDAR)


def sheet(palette: Palette, factor: float) -> str:
    """Return the style sheet of a palette at a text factor."""
    values: dict[str, str | int] = {}
    for field in fields(palette):
        value = getattr(palette, field.name)
        if isinstance(value, Tone):
            values[f"{field.name}_ink"] = value.ink
            values[f"{field.name}_soft"] = value.soft
        elif isinstance(value, str):
            values[field.name] = value
    for field in fields(RADIUS):
        values[field.name] = getattr(RADIUS, field.name)
    values["caption_size"] = round(TYPE.caption.size * factor)
    values["bar"] = round(40 * factor)
    return _TEMPLATE.substitute(values) + _roles(factor)


def _roles(factor: float) -> str:
    rules = []
    for field in fields(TYPE):
        step = TYPE.step(field.name)  # type: ignore[arg-type]
        rules.append(
            f'QLabel[role="{field.name}"] {{ font-size: {round(step.size * factor)}px;'
            f" font-weight: {step.weight}; }}"
        )
    return "\n".join(rules)
