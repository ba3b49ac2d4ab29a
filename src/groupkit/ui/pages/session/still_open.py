"""What is still open from before for the women of this group, each with how she may be met."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from groupkit.ui.desk import Desk
from groupkit.ui.follow_ups import follow_up_row, show_follow_up
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.plain import PlainLabel
from groupkit.usecases.following_up import Waiting, still_open


class StillOpenCard(Card):
    """Hidden while nothing is open."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(desk.language.say("Still open"))
        self._desk, self._over = desk, over
        self.hide()

    def read(self, session_id: UUID) -> None:
        """Read what is open."""
        desk = self._desk
        desk.ask(self, lambda: still_open(desk.store, session_id, desk.today()), self._show)

    def _show(self, waiting: tuple[Waiting, ...]) -> None:
        clear(self.body)
        say = self._desk.language.say
        hint = PlainLabel(
            say("Contact a woman only in the way that she has called safe."), role="hint"
        )
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        for each in waiting:
            row = follow_up_row(each, self._desk.language, self._desk.today())
            row.opened.connect(lambda each=each: self._open(each))
            self.body.addWidget(row)
        self.setVisible(bool(waiting))

    def _open(self, waiting: Waiting) -> None:
        show_follow_up(self._desk, waiting, self._over)
