"""What stands beside the text: one of a few, chosen by tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class PaneTabs(QWidget):
    """Emits the key of the tab that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Never lower than its words, also where large text leaves little room.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._tabs: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def add(self, key: str, word: str) -> None:
        """Put a tab at the end."""
        tab = QPushButton(word)
        tab.setObjectName("tab")
        tab.setCheckable(True)
        tab.setCursor(Qt.CursorShape.PointingHandCursor)
        tab.clicked.connect(lambda: self.chosen.emit(key))
        self._tabs[key] = tab
        self._group.addButton(tab)
        self._row.addWidget(tab)

    def set_current(self, key: str) -> None:
        """Show ``key`` as the open tab."""
        self._tabs[key].setChecked(True)

    def show_tab(self, key: str, *, shown: bool) -> None:
        """Offer a tab, or not."""
        self._tabs[key].setVisible(shown)
