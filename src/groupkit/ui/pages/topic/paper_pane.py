"""A paper as it will be printed, or a sentence where there is none to show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from groupkit.domain.refusal import Refusal
from groupkit.ui.desk import Desk
from groupkit.ui.paper_view import PaperView
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.scroll import PageScroll
from groupkit.usecases.papers import Printable

_LEAST_WIDTH, _LEAST_HEIGHT = 380, 300


class PaperPane(QStackedWidget):
    """Makes the paper in the lane and shows it; ``wanted`` asks for the text that is missing."""

    wanted = Signal()

    def __init__(self, desk: Desk, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0
        self._view = PaperView(name, self)
        self._empty: EmptyState | None = None
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.addWidget(self._view)

    def show_paper(self, make: Callable[[], Printable]) -> None:
        """Show what ``make`` makes; only the newest question is answered."""
        self._asked += 1
        asked = self._asked
        self._desk.ask(
            self,
            make,
            lambda paper: self._take(asked, paper),
            lambda no: self._refuse(asked, no),
        )

    def show_empty(self, sentence: str, first_step: str = "") -> None:
        """Say ``sentence`` in place of a paper, and offer the first step."""
        self._asked += 1
        self._say("document", sentence, first_step)

    def _take(self, asked: int, paper: Printable) -> None:
        if asked == self._asked:
            self._view.show_paper(paper)
            self.setCurrentIndex(0)

    def _refuse(self, asked: int, no: Refusal) -> None:
        if asked == self._asked:
            self._say("warning", self._desk.sentence(no), "")

    def _say(self, icon: str, sentence: str, first_step: str) -> None:
        if self._empty is not None:
            old = self.widget(1)
            if old is not None:
                self.removeWidget(old)
                old.deleteLater()
        self._empty = EmptyState(icon, sentence, first_step)
        self._empty.wanted.connect(self.wanted)
        self.addWidget(PageScroll(self._empty))
        self.setCurrentIndex(1)
