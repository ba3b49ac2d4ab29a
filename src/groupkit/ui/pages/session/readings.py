"""That a woman's note was read, noted once for each time it is opened."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from groupkit.ui.desk import Desk
from groupkit.usecases.looking import note_reading


class Readings(QObject):
    """Watches the card that shows one woman at a time: what nobody sees is not read."""

    def __init__(self, desk: Desk, card: QWidget) -> None:
        super().__init__(card)
        self._desk = desk
        self._card = card
        self._shown: tuple[UUID, UUID] | None = None
        self._has_words = False
        self._is_noted = False
        card.installEventFilter(self)

    def shows(self, session_id: UUID, participant_id: UUID, *, has_words: bool) -> None:
        """Hear whose note of which session the card holds, and whether there is one to read.

        What is written while it is open is hers who writes; that is noted as a change.
        """
        if (session_id, participant_id) == self._shown:
            return
        self._shown, self._has_words = (session_id, participant_id), has_words
        self._is_noted = False
        self._note()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Spontaneous events tell of the window, which may come and go with the same page open.
        if watched is self._card and not event.spontaneous():
            if event.type() == QEvent.Type.Show:
                self._note()
            elif event.type() == QEvent.Type.Hide:
                self._is_noted = False
                if self._card.isHidden():  # put away itself, not with the tab that it is on
                    self._shown = None
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        if self._shown is None or self._is_noted or not self._card.isVisible():
            return
        self._is_noted = True
        if self._has_words:
            store, (session_id, participant_id) = self._desk.store, self._shown
            self._desk.ask(
                self._card,
                lambda: note_reading(store, participant_id, session_id),
                lambda _: None,
            )
