"""Her rights over her page: see, correct, erase."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.ui.desk import Desk
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.parts.sheet import Sheet
from groupkit.ui.places import PageName, Place
from groupkit.ui.rights.access_card import AccessCard
from groupkit.ui.rights.erase_card import EraseCard
from groupkit.ui.theme.tokens import GRID


class RightsSheet(Sheet):
    """What she can ask for, side by side."""

    def __init__(self, desk: Desk, participant_id: UUID, over: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("Her rights"), say("Close"), over)
        self._desk = desk
        hint = PlainLabel(
            say(
                "She may see what is written of her, have it corrected on her page, take back what "
                "she agreed to, and be erased."
            ),
            role="hint",
        )
        hint.setWordWrap(True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(hint)
        columns = Columns((1, 1))
        self.access = AccessCard(desk, participant_id, inner)
        self.erasing = EraseCard(desk, participant_id, inner)
        self.erasing.erased.connect(self._gone)
        columns.left.add(self.access)
        columns.right.add(self.erasing)
        column.addWidget(columns)
        column.addStretch(1)
        self.body.addWidget(PageScroll(inner))

    def first_focus(self) -> QWidget | None:
        """Return the paper's button."""
        return self.access.first_focus()

    def _gone(self) -> None:
        self.close_now()
        self._desk.go(Place(PageName.GROUPS))
