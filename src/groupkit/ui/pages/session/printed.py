"""Papers of a session on their way to the printer; what was printed is kept with the session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QObject

from groupkit.domain.material import TextKey
from groupkit.ui.desk import Desk
from groupkit.usecases.papers import Printable
from groupkit.usecases.used_texts import note_printed

Texts = Mapping[TextKey, str]


class SessionPapers(QObject):
    """Previews papers, and notes which texts they were made of once they are printed or saved."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[Printable, UUID, Texts] | None = None
        desk.printed.connect(self._note)

    def show(self, session_id: UUID, texts: Texts, make: Callable[[], Printable]) -> None:
        """Make a paper in the lane and preview it; ``texts`` are what it is made of."""

        def open_preview(paper: Printable) -> None:
            self._shown = (paper, session_id, texts)
            self._desk.showing.emit(paper)

        self._desk.ask(self, make, open_preview)

    def _note(self, paper: Printable) -> None:
        if self._shown is None or self._shown[0] is not paper:
            return
        _, session_id, texts = self._shown
        desk, today = self._desk, self._desk.today()
        desk.do(self, lambda: note_printed(desk.store, session_id, texts, today=today))
