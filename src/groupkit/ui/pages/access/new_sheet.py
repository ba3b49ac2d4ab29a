"""A new recovery sheet, shown once, after the keys or the sheet were renewed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.language import Language
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import primary, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.parts.words import WordGrid


class NewSheet(Card):
    """Goes away once somebody says that the sheet is kept."""

    done = Signal()
    paper_wanted = Signal()

    def __init__(
        self, language: Language, words: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        say = language.say
        super().__init__(say("The new recovery sheet"), parent=parent)
        self._kept = SwitchField(say("The sheet is printed or written down"))
        self._go = primary(say("Done"))
        self._go.setEnabled(False)
        self._print = secondary(say("Print or save the sheet …"), "print")
        self._print.clicked.connect(self.paper_wanted)
        self._kept.changed.connect(lambda: self._go.setEnabled(self._kept.value()))
        self._go.clicked.connect(self.done)
        row = QHBoxLayout()
        row.addWidget(self._print)
        row.addStretch(1)
        row.addWidget(self._go)
        self.body.addWidget(
            Banner(
                say(
                    "These 16 words are shown only now. The sheet from before opens nothing any "
                    "more: destroy it, and lock this one away, never together with the laptop."
                ),
                tone="warn",
            )
        )
        self.body.addWidget(WordGrid(words, say("The 16 words")))
        self.body.addWidget(self._kept)
        self.body.addLayout(row)

    def first_focus(self) -> QWidget:
        """Return the print button."""
        return self._print
