"""The third step: the recovery sheet, shown once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.language import Language
from groupkit.ui.narrow import NarrowPage
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import primary, secondary
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.parts.words import WordGrid


class SheetStep(NarrowPage):
    """Goes on once somebody says that the sheet is kept."""

    done = Signal()
    paper_wanted = Signal()

    def __init__(
        self, language: Language, words: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__("document", parent)
        say = language.say
        self.heading.setText(say("The recovery sheet"))
        self.word.setText(
            say(
                "If the passphrase is forgotten, only these 16 words open the store. "
                "Nobody else can help."
            )
        )
        self._kept = SwitchField(say("The sheet is printed or written down"))
        self._go = primary(say("Open the store"))
        self._go.setEnabled(False)
        to_printer = secondary(say("Print or save the sheet …"), "print")
        to_printer.clicked.connect(self.paper_wanted)
        self._kept.changed.connect(lambda: self._go.setEnabled(self._kept.value()))
        self._go.clicked.connect(self.done)
        buttons = QHBoxLayout()
        buttons.addWidget(to_printer)
        buttons.addStretch(1)
        buttons.addWidget(self._go)
        self.card.body.addWidget(WordGrid(words, say("The 16 words")))
        self.card.body.addWidget(
            Banner(
                say("Keep the sheet locked away, never together with the laptop."), tone="notice"
            )
        )
        self.card.body.addWidget(self._kept)
        self.card.body.addLayout(buttons)
