"""A backup's content beside what the store holds now, and the button that restores it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from groupkit.language import Language
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import danger, quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.plain import PlainLabel, show_if
from groupkit.ui.parts.progress import WorkingBar
from groupkit.usecases.backing_up import Compared
from groupkit.usecases.ports import Contents


class ComparedCard(Card):
    """Emits ``restore_wanted`` or ``left``."""

    restore_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        compared: Compared,
        language: Language,
        *,
        is_owner: bool,
        parent: QWidget | None = None,
    ) -> None:
        say = language.say
        super().__init__(say("What is in this backup"), parent=parent)
        self.body.addWidget(
            Banner(
                say(
                    "Restoring puts the backup in the store's place. What was recorded after it "
                    "is not in it; the store of now is kept aside in its folder, encrypted."
                )
                if is_owner
                else say("Only an owner can restore a backup while the store is in order."),
                tone="warn" if is_owner else "notice",
            )
        )
        out_since = tuple(name for name in compared.then.users if name not in compared.now.users)
        if out_since and is_owner:
            self.body.addWidget(
                Banner(
                    say(
                        "Since this backup, access was taken from {names}. If you restore it, "
                        "renew all keys afterwards under Access, so that they stay out.",
                        names=language.listed(out_since),
                    ),
                    tone="danger",
                )
            )
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(24)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        lines = [("", say("In the backup"), say("Now"))]
        lines += zip(
            _names(language),
            _values(compared.then, language),
            _values(compared.now, language),
            strict=True,
        )
        for row, line in enumerate(lines):
            for column, words in enumerate(line):
                label = PlainLabel(words, role="hint" if row == 0 or column == 0 else "strong")
                label.setWordWrap(True)
                if column:
                    label.setAlignment(Qt.AlignmentFlag.AlignRight)
                grid.addWidget(label, row, column)
        self.body.addWidget(table)
        self._working = WorkingBar(say("Restoring"))
        self.body.addWidget(self._working)
        self._back = quiet(say("Back"), "arrow-left")
        self._back.clicked.connect(self.left)
        self._restore = danger(say("Restore this backup"))
        self._restore.clicked.connect(self._go)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addWidget(self._back)
        row_of_buttons.addStretch(1)
        row_of_buttons.addWidget(self._restore)
        show_if(self._restore, is_owner)
        self.body.addLayout(row_of_buttons)

    def first_focus(self) -> QWidget:
        """Return the button that leaves everything as it is."""
        return self._back

    def set_working(self, working: bool) -> None:
        """Show that the backup is being restored."""
        self._working.setVisible(working)
        self._restore.setEnabled(not working)
        self._back.setEnabled(not working)

    def _go(self) -> None:
        self.set_working(True)
        self.restore_wanted.emit()


def _names(language: Language) -> tuple[str, ...]:
    say = language.say
    return (
        say("Last change"),
        say("Groups"),
        say("Sessions"),
        say("Sessions recorded"),
        say("Participants"),
        say("Notes"),
        say("People with access"),
    )


def _values(found: Contents, language: Language) -> tuple[str, ...]:
    counts = (found.groups, found.sessions, found.recorded, found.participants, found.notes)
    return (
        said_moment(found.newest_entry, language) if found.newest_entry else "",
        *(str(count) for count in counts),
        str(len(found.users)),
    )


def said_moment(moment: dt.datetime, language: Language) -> str:
    """Return a moment in the laptop's zone, as day and clock time."""
    local = moment.astimezone()
    return f"{language.date_short(local.date())} {language.time(local.time())}"
