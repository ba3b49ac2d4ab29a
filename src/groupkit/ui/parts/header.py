"""The head of a page: where one is, its tabs, and the one main action."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from groupkit.ui.parts.beside import Beside
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.icons import icon
from groupkit.ui.parts.plain import PlainLabel, plain_tip
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.theme.appearance import current
from groupkit.ui.theme.tokens import CONTENT_WIDTH, GRID

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Header(QFrame):
    """Title and subtitle at the left, the main action at the right, tabs below."""

    back = Signal()
    action = Signal()
    tab_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._tabs: dict[str, _Tab] = {}
        self._back = QPushButton()
        self._back.setObjectName("backLink")
        self._back.setCursor(Qt.CursorShape.PointingHandCursor)
        self._back.clicked.connect(self.back)
        self._back.hide()
        self._title, self._subtitle = PlainLabel(), PlainLabel()
        self._title.setProperty("role", "display")
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._subtitle.setProperty("role", "hint")
        self._subtitle.setWordWrap(True)
        self._subtitle.hide()
        self._marks = Wrap()
        self._marks.hide()
        self._action = primary("")
        self._action.clicked.connect(self.action)
        self._action.hide()
        self._group = QButtonGroup(self)
        self._tab_row = Wrap()
        self._lay_out()
        current().changed.connect(self._draw)
        self._draw()

    def _lay_out(self) -> None:
        words, buttons = QWidget(), QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(4)
        texts.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        texts.addWidget(self._title)
        texts.addWidget(self._subtitle)
        texts.addWidget(self._marks)
        self._buttons = QHBoxLayout(buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(GRID)
        self._buttons.addWidget(self._action)
        self._inner = QWidget()
        self._inner.setMaximumWidth(CONTENT_WIDTH)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, GRID * 2, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(Beside(words, buttons))
        column.addWidget(self._tab_row)
        self._bottom = QWidget()
        self._bottom.setFixedHeight(GRID)
        column.addWidget(self._bottom)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 4, 0, GRID * 4, 0)
        row.addStretch(1)
        row.addWidget(self._inner, 100)
        row.addStretch(1)

    def set_width(self, width: int) -> None:
        """Be as wide as a page's content, at most."""
        self._inner.setMaximumWidth(width)

    def set_title(self, title: str) -> None:
        """Say where one is."""
        self._title.setText(title)
        self._title.setToolTip(plain_tip(title) if len(title) > 40 else "")

    def set_subtitle(self, subtitle: str) -> None:
        """Say what is worth knowing at a glance."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_marks(self, marks: Sequence[QWidget]) -> None:
        """Show quiet marks below the words."""
        self._marks.clear()
        for mark in marks:
            self._marks.add(mark)
        self._marks.setVisible(bool(marks))

    def set_back(self, text: str) -> None:
        """Offer the way up."""
        self._back.setText(text)
        self._back.setVisible(True)

    def set_action(self, text: str, *, primary: bool, enabled: bool) -> None:
        """Name the main action."""
        self._action.setText(text)
        self._action.set_kind("primary" if primary else "secondary")
        self._action.setEnabled(enabled)
        self._action.show()

    def add_button(self, button: QWidget) -> None:
        """Put another action before the main one."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def set_tabs(self, tabs: list[tuple[str, str]]) -> None:
        """Show tabs: a key and a word for each; one alone needs no tab."""
        for key, word in tabs:
            tab = _Tab(word, self)
            tab.clicked.connect(lambda _=False, key=key: self.tab_chosen.emit(key))
            self._tabs[key] = tab
            self._group.addButton(tab)
            self._tab_row.add(tab)
        self._tab_row.setVisible(len(tabs) > 1)
        self._bottom.setVisible(len(tabs) < 2)

    def set_current_tab(self, key: str) -> None:
        """Show ``key`` as the open tab."""
        self._tabs[key].setChecked(True)

    def step(self, tab: QPushButton, by: int) -> None:
        """Go from ``tab`` to a neighbour."""
        keys = list(self._tabs)
        at = list(self._tabs.values()).index(tab) + by  # type: ignore[arg-type] # only tabs call
        if 0 <= at < len(keys):
            self._tabs[keys[at]].setFocus()
            self.tab_chosen.emit(keys[at])

    def _draw(self) -> None:
        self._back.setIcon(icon("arrow-left", current().palette.quiet, 16))


class _Tab(QPushButton):
    def __init__(self, text: str, header: Header) -> None:
        super().__init__(text)
        self._header = header
        self.setObjectName("tab")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self._header.step(self, by)
