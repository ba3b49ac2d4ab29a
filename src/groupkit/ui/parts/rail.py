"""The narrow rail at the left: where one can go, and search and lock at its foot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from groupkit.ui.parts.icons import icon
from groupkit.ui.theme.appearance import current

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class RailEntry:
    """A destination: its key, its icon and its word."""

    key: str
    icon: str
    text: str


class Rail(QFrame):
    """Emits ``chosen`` with an entry's key, ``search_wanted`` and ``lock_wanted``."""

    chosen = Signal(str)
    search_wanted = Signal()
    lock_wanted = Signal()

    def __init__(
        self,
        entries: list[RailEntry],
        lock_text: str,
        parent: QWidget | None = None,
        *,
        search_text: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._buttons = {entry.key: _Entry(entry, self) for entry in entries}
        self._feet = [self._foot("lock", lock_text, self.lock_wanted)]
        if search_text:
            self._feet.insert(0, self._foot("search", search_text, self.search_wanted))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 16, 10, 16)
        layout.setSpacing(6)
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _=False, key=key: self._choose(key))
            layout.addWidget(button)
        layout.addStretch(1)
        for foot in self._feet:
            layout.addWidget(foot)

    def set_current(self, key: str) -> None:
        """Show ``key`` as the place where one is."""
        for known, button in self._buttons.items():
            button.setChecked(known == key)
            button.draw()

    def step(self, entry: QToolButton, by: int) -> None:
        """Move the keyboard from ``entry`` to a neighbour."""
        order: list[QToolButton] = [*self._buttons.values(), *self._feet]
        at = order.index(entry) + by
        if 0 <= at < len(order):
            order[at].setFocus()

    def _foot(self, icon_name: str, text: str, wanted: SignalInstance) -> QToolButton:
        foot = _Entry(RailEntry("", icon_name, text), self)
        foot.setCheckable(False)
        foot.clicked.connect(wanted)
        return foot

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)


class _Entry(QToolButton):
    def __init__(self, entry: RailEntry, rail: Rail) -> None:
        super().__init__(rail)
        self._entry, self._rail = entry, rail
        self.setObjectName("railEntry")
        self.setText(entry.text)
        self.setAccessibleName(entry.text)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(24, 24))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        current().changed.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        """Tint the icon for the state it is in."""
        palette = current().palette
        colour = palette.accent if self.isChecked() else palette.quiet
        self.setIcon(icon(self._entry.icon, colour, 24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is not None:
            self._rail.step(self, by)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
