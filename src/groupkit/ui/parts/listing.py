"""Rows under headings, read anew whenever something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.row import Row
from groupkit.ui.theme.tokens import GRID


@dataclass(frozen=True)
class Section:
    """A heading and its rows; without rows it is not shown."""

    title: str
    rows: list[Row]
    subtitle: str = ""


class Listing(QWidget):
    """A card for each section, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID * 2)

    def show_sections(
        self, sections: list[Section], empty: Callable[[], EmptyState]
    ) -> QWidget | None:
        """Show ``sections``, or what ``empty`` makes; return the first part that takes keys."""
        clear(self._column)
        filled = [section for section in sections if section.rows]
        first: QWidget | None = filled[0].rows[0] if filled else None
        for section in filled:
            card = Card(section.title, section.subtitle)
            for row in section.rows:
                card.body.addWidget(row)
            self._column.addWidget(card)
        if not filled:
            nothing = empty()
            self._column.addWidget(nothing)
            first = nothing.button if nothing.button.text() else None
        self._column.addStretch(1)
        return first
