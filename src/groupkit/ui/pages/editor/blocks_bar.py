"""Buttons that put a block of our notation into the text, each with its keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from groupkit.language import Language
from groupkit.ui.parts.buttons import Button, quiet
from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import plain_tip
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.shortcuts import Shortcut


class BlocksBar(Wrap):
    """Emits the block's text; what ``<`` and ``>`` enclose is to be typed over."""

    wanted = Signal(str)
    picture_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(2, parent)
        self.setAccessibleName(language.say("Put in:"))
        self.add(IconLabel("plus", "quiet", 16))
        for key, word, text in _blocks(language):
            button = self._button(word, key, parent)
            button.clicked.connect(lambda _=False, text=text: self.wanted.emit(text))
        picture = self._button(language.pick("block", "Picture"), Shortcut.BLOCK_PICTURE, parent)
        picture.clicked.connect(self.picture_wanted)

    def _button(self, word: str, key: Shortcut, page: QWidget) -> Button:
        button = quiet(word)
        keys = QKeySequence(key.value).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(plain_tip(f"{word}  ({keys})"))
        button.setAccessibleDescription(keys)
        shortcut = QShortcut(QKeySequence(key.value), page)
        shortcut.activated.connect(button.click)
        self.add(button)
        return button


def _blocks(language: Language) -> list[tuple[Shortcut, str, str]]:
    say, pick = language.say, language.pick
    heading, label, point = say("Heading"), say("What is to be written"), say("First point")
    least, most = say("not at all"), say("very much")
    left, right = say("Left heading"), say("Right heading")
    column = f":::: column <{left}>\n- \n::::\n:::: column {right}\n- \n::::"
    return [
        (Shortcut.BLOCK_BOX, pick("block", "Box"), f"::: box <{heading}>\n\n:::"),
        (Shortcut.BLOCK_LINES, pick("block", "Lines"), f"::: lines 3 <{label}>\n:::"),
        (Shortcut.BLOCK_CHECK, pick("block", "Check list"), f"::: check\n- <{point}>\n:::"),
        (Shortcut.BLOCK_SCALE, pick("block", "Scale"), f"::: scale 0 10 | <{least}> | {most}\n:::"),
        (
            Shortcut.BLOCK_COLUMNS,
            pick("block", "Columns"),
            f"::::: columns\n{column}\n:::::",
        ),
        (Shortcut.BLOCK_HELP, pick("block", "Help numbers"), "::: help\n:::"),
    ]
