"""The one style sheet, made of tokens."""

from __future__ import annotations

from groupkit.shipped import shipped
from groupkit.ui.theme.tokens import (
    BODY,
    DISPLAY,
    LEAD,
    RADIUS,
    RAIL_WIDTH,
    SMALL,
    TITLE,
    Palette,
)


def style_sheet(p: Palette, factor: float) -> str:
    """Return the style sheet of palette ``p`` with text scaled by ``factor``."""
    return "\n".join(
        (
            _base(p, factor),
            _frame(p, factor),
            _cards(p, factor),
            _buttons(p, factor),
            _fields(p, factor),
            _tables(p, factor),
            _status(p),
            _small_things(p, factor),
            _wall(p),
        )
    )


def _px(size: int, factor: float) -> str:
    return f"{round(size * factor)}px"


def _base(p: Palette, f: float) -> str:
    return f"""
* {{ outline: none; }}
QWidget {{ color: {p.text}; font-size: {_px(BODY, f)}; }}
QMainWindow, QStackedWidget, #cover, #page {{ background: {p.window}; }}
QLabel {{ background: transparent; }}
QLabel[role="display"] {{ font-size: {_px(DISPLAY, f)}; font-weight: 600; }}
QLabel[role="title"] {{ font-size: {_px(TITLE, f)}; font-weight: 600; }}
QLabel[role="lead"] {{ font-size: {_px(LEAD, f)}; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="label"] {{ font-weight: 500; }}
QLabel[role="small"] {{ font-size: {_px(SMALL + 1, f)}; }}
QLabel[role="hint"] {{ color: {p.quiet}; font-size: {_px(SMALL + 1, f)}; }}
QLabel[role="error"] {{ color: {p.danger.ink}; font-size: {_px(SMALL + 1, f)}; }}
QToolTip {{ background: {p.raised}; color: {p.text}; border: 1px solid {p.line};
  padding: 6px 8px; }}
"""


def _frame(p: Palette, f: float) -> str:
    return f"""
#rail {{ background: {p.rail}; border-right: 1px solid {p.line};
  min-width: {round(RAIL_WIDTH * min(f, 1.6))}px; max-width: {round(RAIL_WIDTH * min(f, 1.6))}px; }}
#railEntry {{ background: transparent; border: 2px solid transparent; border-radius: {RADIUS}px;
  padding: 9px 4px 8px 4px; color: {p.quiet}; font-size: {_px(SMALL, f)}; font-weight: 500; }}
#railEntry:hover {{ background: {p.hover}; color: {p.text}; }}
#railEntry:checked {{ background: {p.accent_soft}; color: {p.accent}; font-weight: 600; }}
#railEntry:focus {{ border-color: {p.focus}; }}
#header {{ background: {p.window}; border-bottom: 1px solid {p.line}; }}
#tab {{ background: transparent; border: 2px solid transparent;
  border-bottom: 3px solid transparent; border-radius: 0; padding: 8px 4px 7px 4px;
  margin-right: 20px; color: {p.quiet};
  font-weight: 500; }}
#tab:hover {{ color: {p.text}; }}
#tab:checked {{ color: {p.accent}; border-bottom-color: {p.accent}; font-weight: 600; }}
#tab:focus {{ border-color: {p.focus}; border-radius: 4px; }}
#backLink {{ background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: 2px 6px 2px 2px; color: {p.quiet}; font-size: {_px(SMALL + 1, f)}; text-align: left; }}
#backLink:hover {{ color: {p.accent}; }}
#backLink:focus {{ border-color: {p.focus}; }}
QScrollArea, #scrollContent {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {p.field_line}; border-radius: 4px; min-height: 32px;
  min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: transparent; border: none; width: 0; height: 0; }}
"""


def _cards(p: Palette, f: float) -> str:
    return f"""
#card, #sheet {{ background: {p.card}; border: 1px solid {p.line}; border-radius: {RADIUS + 2}px; }}
#sheet {{ background: {p.raised}; }}
#scrim {{ background: {p.scrim}; }}
#row, #rosterRow {{ background: transparent; border: 2px solid transparent;
  border-radius: {RADIUS}px; }}
#row[clickable="true"]:hover {{ background: {p.hover}; }}
#row:focus {{ border-color: {p.focus}; }}
#rosterRow[current="true"] {{ background: {p.selected}; }}
#badge {{ background: {p.neutral.surface}; color: {p.neutral.ink}; border-radius: 14px;
  min-width: 28px; min-height: 28px; max-height: 28px; font-weight: 600;
  font-size: {_px(SMALL + 1, min(f, 1.3))}; }}
#tile {{ background: {p.hover}; border: none; border-radius: 8px; }}
#divider {{ background: {p.line}; max-height: 1px; min-height: 1px; border: none; }}
"""


def _buttons(p: Palette, f: float) -> str:
    return f"""
QPushButton {{ border-radius: 8px; padding: 7px 14px; min-height: 20px; font-weight: 500;
  border: 2px solid transparent; }}
QPushButton[kind="primary"] {{ background: {p.accent}; color: {p.on_accent}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {p.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border-color: {p.text}; }}
QPushButton[kind="secondary"] {{ background: {p.card}; color: {p.text};
  border: 1px solid {p.field_line}; padding: 8px 15px; }}
QPushButton[kind="secondary"]:hover {{ background: {p.hover}; }}
QPushButton[kind="secondary"]:focus {{ border: 2px solid {p.focus}; padding: 7px 14px; }}
QPushButton[kind="quiet"] {{ background: transparent; color: {p.accent}; padding: 7px 10px; }}
QPushButton[kind="quiet"]:hover {{ background: {p.hover}; }}
QPushButton[kind="quiet"]:focus {{ border-color: {p.focus}; }}
QPushButton[kind="danger"] {{ background: {p.danger.surface}; color: {p.danger.ink}; }}
QPushButton[kind="danger"]:focus {{ border-color: {p.danger.ink}; }}
QPushButton:disabled {{ color: {p.quiet}; background: {p.neutral.surface};
  border-color: transparent; }}
QPushButton[kind="quiet"]:disabled {{ background: transparent; }}
#segment {{ background: {p.card}; border: 1px solid {p.line}; padding: 5px 7px; min-height: 22px;
  border-radius: 8px; }}
#segment:hover {{ background: {p.hover}; }}
#segment:checked[tone="good"] {{ background: {p.good.surface}; color: {p.good.ink};
  border-color: {p.good.ink}; }}
#segment:checked[tone="notice"] {{ background: {p.notice.surface}; color: {p.notice.ink};
  border-color: {p.notice.ink}; }}
#segment:checked[tone="danger"] {{ background: {p.danger.surface}; color: {p.danger.ink};
  border-color: {p.danger.ink}; }}
#segment:checked[tone="neutral"] {{ background: {p.neutral.surface}; color: {p.neutral.ink};
  border-color: {p.neutral.ink}; }}
#segmentWord {{ font-size: {_px(SMALL + 1, f)}; font-weight: 600; }}
#segmentWord[tone="good"] {{ color: {p.good.ink}; }}
#segmentWord[tone="notice"] {{ color: {p.notice.ink}; }}
#segmentWord[tone="danger"] {{ color: {p.danger.ink}; }}
#segmentWord[tone="neutral"] {{ color: {p.neutral.ink}; }}
#segmented {{ border: 2px solid transparent; border-radius: {RADIUS}px; background: transparent; }}
#segmented:focus {{ border-color: {p.focus}; }}
"""


def _fields(p: Palette, f: float) -> str:
    edits = "QLineEdit, QPlainTextEdit, QDateEdit, QTimeEdit, QSpinBox, QComboBox"
    focused = ", ".join(f"{name}:focus" for name in edits.split(", "))
    wrong = ", ".join(f'{name}[wrong="true"]' for name in edits.split(", "))
    return f"""
{edits} {{ background: {p.card}; border: 1px solid {p.field_line}; border-radius: 8px;
  padding: 7px 10px; min-height: {round(20 * f)}px; color: {p.text};
  selection-background-color: {p.accent}; selection-color: {p.on_accent}; }}
{focused} {{ border: 2px solid {p.focus}; padding: 6px 9px; }}
{wrong} {{ border-color: {p.danger.ink}; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {p.quiet}; background: {p.window}; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; background: transparent;
  padding: 0; min-height: 0; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{_icon("chevron-down", p)}");
  width: 16px; height: 16px; }}
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {{
  border: none; width: 24px; background: transparent; }}
QSpinBox::up-arrow, QTimeEdit::up-arrow {{ image: url("{_icon("chevron-up", p)}"); width: 14px;
  height: 14px; }}
QSpinBox::down-arrow, QTimeEdit::down-arrow {{ image: url("{_icon("chevron-down", p)}");
  width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {p.raised}; border: 1px solid {p.line};
  selection-background-color: {p.accent_soft}; selection-color: {p.text}; padding: 4px; }}
QCheckBox {{ spacing: 10px; padding: 4px; border: 2px solid transparent; border-radius: 6px; }}
QCheckBox:focus {{ border-color: {p.focus}; }}
QCheckBox::indicator, QListView#choices::indicator {{
  width: 18px; height: 18px; border: 1px solid {p.field_line};
  border-radius: 5px; background: {p.card}; }}
QCheckBox::indicator:checked, QListView#choices::indicator:checked {{
  background: {p.accent}; border-color: {p.accent};
  image: url("{_icon("check", p)}"); }}
QRadioButton {{ spacing: 10px; padding: 4px; border: 2px solid transparent; border-radius: 6px; }}
QRadioButton:focus {{ border-color: {p.focus}; }}
QRadioButton::indicator {{ width: 16px; height: 16px; border: 1px solid {p.field_line};
  border-radius: 9px; background: {p.card}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 6px solid {p.accent};
  background: {p.on_accent}; }}
#chip {{ background: {p.card}; border: 1px solid {p.field_line}; border-radius: 8px;
  padding: 6px 12px 6px 10px; }}
#chip:hover {{ background: {p.hover}; }}
#chip:checked {{ background: {p.accent_soft}; border-color: {p.accent}; }}
#chip:focus {{ border: 2px solid {p.focus}; padding: 5px 11px 5px 9px; }}
QCalendarWidget QWidget {{ background: {p.raised}; alternate-background-color: {p.hover}; }}
QCalendarWidget QToolButton {{ background: transparent; color: {p.text}; padding: 6px;
  border-radius: 6px; }}
QCalendarWidget QToolButton:hover {{ background: {p.hover}; }}
"""


def _tables(p: Palette, f: float) -> str:
    return f"""
QTableView {{ background: {p.card}; border: none; gridline-color: {p.line};
  selection-background-color: {p.selected}; selection-color: {p.text}; }}
QTableView:focus {{ border: none; }}
QTableView::item {{ padding: 4px 8px; border: none; border-bottom: 1px solid {p.line}; }}
QTableView::item:focus {{ border: 2px solid {p.focus}; border-radius: 4px; }}
QHeaderView {{ background: {p.card}; }}
QHeaderView::section {{ background: {p.card}; color: {p.quiet}; border: none;
  border-bottom: 1px solid {p.line}; padding: 6px 8px; font-size: {_px(SMALL, f)};
  font-weight: 500; }}
QTableCornerButton::section {{ background: {p.card}; border: none; }}
QListView#choices {{ background: {p.card}; border: 1px solid {p.line}; border-radius: {RADIUS}px;
  padding: 4px; selection-background-color: {p.selected}; selection-color: {p.text}; }}
QListView#choices:focus {{ border: 2px solid {p.focus}; padding: 3px; }}
QListView#choices::item {{ border: 2px solid transparent; border-radius: 6px; padding: 2px; }}
QListView#choices::item:selected {{ background: {p.selected}; }}
QListView#choices::item:hover:!selected {{ background: {p.hover}; }}
QTableView QLineEdit, QTableView QSpinBox, QTableView QComboBox {{ border-radius: 4px;
  padding: 2px 6px; min-height: 0; }}
"""


def _status(p: Palette) -> str:
    rules = []
    for name in ("good", "notice", "warn", "danger", "neutral"):
        tone = p.tone(name)
        rules.append(
            f'#mark[tone="{name}"], #banner[tone="{name}"] '
            f"{{ background: {tone.surface}; border-radius: 8px; }}\n"
            f'#mark[tone="{name}"] QLabel, #banner[tone="{name}"] QLabel '
            f"{{ color: {tone.ink}; font-weight: 500; }}"
        )
    return "\n".join(rules)


def _small_things(p: Palette, f: float) -> str:
    return f"""
#toast {{ background: {p.text}; border-radius: {RADIUS}px; }}
#toast QLabel {{ color: {p.window}; }}
#toast QPushButton {{ background: transparent; color: {p.window}; font-weight: 600;
  text-decoration: underline; padding: 4px 8px; }}
#toast QPushButton:focus {{ border-color: {p.window}; }}
#toast[tone="danger"] {{ background: {p.danger.surface}; border: 1px solid {p.danger.ink}; }}
#toast[tone="danger"] QLabel, #toast[tone="danger"] QPushButton {{ color: {p.danger.ink}; }}
#toast[tone="danger"] QPushButton:focus {{ border-color: {p.danger.ink}; }}
#mark QLabel {{ font-size: {_px(SMALL + 1, f)}; }}
QProgressBar {{ background: {p.line}; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px; }}
QProgressBar::chunk {{ background: {p.accent}; border-radius: 3px; }}
QProgressBar[tone="danger"]::chunk {{ background: {p.danger.ink}; }}
QProgressBar[tone="warn"]::chunk {{ background: {p.warn.ink}; }}
QProgressBar[tone="good"]::chunk {{ background: {p.good.ink}; }}
#words {{ background: {p.hover}; border: 1px solid {p.line}; border-radius: {RADIUS}px; }}
#words QLabel {{ font-size: {_px(LEAD, f)}; font-weight: 600; }}
QPlainTextEdit#source {{ font-size: {_px(BODY + 1, f)}; padding: 6px 4px; }}
QPlainTextEdit#source:focus {{ padding: 5px 3px; }}
QMenu {{ background: {p.raised}; border: 1px solid {p.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 18px; border-radius: 6px; }}
QMenu::item:selected {{ background: {p.selected}; color: {p.text}; }}
QMenu::item:disabled {{ color: {p.quiet}; }}
QMenu::separator {{ height: 1px; background: {p.line}; margin: 4px 8px; }}
QPdfView {{ background: {p.rail}; border: none; }}
QTextBrowser {{ background: transparent; border: none; font-size: {_px(BODY + 1, f)}; }}
"""


def _wall(p: Palette) -> str:
    """Return the look of the view for the wall, whose letters grow with its window instead."""
    return f"""
#wallInside {{ background: {p.window}; }}
#wallInside QLabel[role="hint"] {{ color: {p.quiet}; }}
#wallInside QLabel[role="strong"] {{ font-weight: 600; }}
#wallInside QLabel[role="clock"] {{ font-weight: 500; }}
#wallLeft[tone="notice"] {{ color: {p.notice.ink}; }}
#wallLeft[tone="warn"] {{ color: {p.warn.ink}; }}
#wallInside QFrame#divider {{ background: {p.line}; }}
"""


def _icon(name: str, p: Palette) -> str:
    # A style sheet takes a file and cannot tint it, so these few ship once per scheme.
    return shipped("icons", "fixed", f"{name}-{'dark' if p.is_dark else 'light'}.svg").as_posix()
