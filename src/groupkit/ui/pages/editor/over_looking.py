"""Has the text looked over after each pause in typing, and hears the newest answer only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from groupkit.domain.refusal import Refusal
from groupkit.ui.desk import Desk
from groupkit.usecases.looking_over import LookedOver

PAUSE = 80
"""Milliseconds without a key; pages and marks follow within 300 of the last one."""


class Overlooking(QObject):
    """At most one question is in the lane; what was typed meanwhile is asked when it is back."""

    answered = Signal(object)
    """The :class:`LookedOver` of the text as it was when it was asked about."""

    def __init__(
        self, desk: Desk, question: Callable[[], Callable[[], LookedOver]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._question = desk, question
        self._is_asking = self._is_stale = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.ask_now)

    def touch(self) -> None:
        """Note a key: ask when no other follows for a moment."""
        self._pause.start()

    def ask_now(self) -> None:
        """Ask at once, or as soon as the question before is answered."""
        self._pause.stop()
        if self._is_asking:
            self._is_stale = True
            return
        self._is_asking, self._is_stale = True, False
        self._desk.ask(self, self._question(), self._take, self._refuse)

    def _take(self, looked_over: LookedOver) -> None:
        self._is_asking = False
        if self._is_stale:
            self.ask_now()
        else:
            self.answered.emit(looked_over)

    def _refuse(self, no: Refusal) -> None:
        self._is_asking = False
        self._desk.tell(no)
