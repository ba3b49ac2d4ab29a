"""One of a few, each an icon; the word of the chosen one has its own place beside them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from groupkit.ui.parts.icons import icon
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.theme.appearance import current

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True)
class Segment:
    """An option: key, icon, word, the key on the keyboard, and its tone when chosen."""

    value: str
    icon: str
    text: str
    hint_key: str
    tone: str


class Segmented(QWidget):
    """The whole takes the keyboard; left and right step, nothing is chosen at first."""

    changed = Signal(str)

    def __init__(self, segments: list[Segment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segmented")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._segments = segments
        self._value: str | None = None
        self._buttons: dict[str, QToolButton] = {}
        self._word = _Word([segment.text for segment in segments])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(4)
        layout.addWidget(self._word)
        layout.addSpacing(4)
        for segment in segments:
            button = QToolButton()
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setProperty("tone", segment.tone)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(segment.text)
            button.setToolTip(f"{segment.text}  ({segment.hint_key})")
            button.setIconSize(QSize(18, 18))
            button.clicked.connect(lambda _=False, value=segment.value: self._click(value))
            self._buttons[segment.value] = button
            layout.addWidget(button)
        current().changed.connect(self._draw)
        self._draw()

    def value(self) -> str | None:
        """Return the chosen key, None while nothing is chosen."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Choose without saying so."""
        if value != self._value:
            self._value = value
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        values = list(self._buttons)
        at = values.index(self._value) + by if self._value else (0 if by > 0 else len(values) - 1)
        if 0 <= at < len(values):
            self._click(values[at])

    def _click(self, value: str) -> None:
        self._value = value
        self._draw()
        self.changed.emit(value)

    def _draw(self) -> None:
        palette = current().palette
        for segment in self._segments:
            button, chosen = self._buttons[segment.value], segment.value == self._value
            button.setChecked(chosen)
            colour = palette.tone(segment.tone).ink if chosen else palette.quiet
            button.setIcon(icon(segment.icon, colour, 18))
        said = next((each for each in self._segments if each.value == self._value), None)
        self._word.show_word(said.text if said else "", said.tone if said else "neutral")


class _Word(PlainLabel):
    """As wide as the longest of its words, so that nothing beside it ever moves."""

    def __init__(self, words: list[str]) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("segmentWord")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_word(self, word: str, tone: str) -> None:
        """Show ``word`` in ``tone``."""
        self.setText(word)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        widest = max(map(self.fontMetrics().horizontalAdvance, self._words), default=0)
        return QSize(widest + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
