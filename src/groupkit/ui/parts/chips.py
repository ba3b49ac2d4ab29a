"""Answers side by side, one or several of them; each has a key of its own on the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from groupkit.ui.parts.field import LabelledField
from groupkit.ui.parts.wrap import Wrap

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_BETWEEN = ","


class Chips(LabelledField):
    """Pairs of a key and a word. The figures choose, the arrows go along, Tab leaves.

    With ``many`` several can be on, and a figure or Space switches; otherwise one is chosen.
    """

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str]],
        *,
        many: bool,
        hint: str = "",
        numbered: bool = True,
    ) -> None:
        self._many = many
        self._row = Wrap()
        super().__init__(label, self._row, hint)
        self._chips: dict[str, QAbstractButton] = {}
        for at, (key, word) in enumerate(options, start=1):
            self._chips[key] = self._chip(word, f"{at}  {word}" if numbered else word)
        self._buttons = list(self._chips.values())
        for chip in self._buttons:
            # The question belongs to each answer for who cannot see that they stand together.
            chip.setAccessibleDescription(label)
        self._row.setFocusProxy(self._buttons[0])
        self._stop_at(self._buttons[0])

    def _chip(self, word: str, shown: str) -> QAbstractButton:
        chip: QAbstractButton = _Check(shown) if self._many else _Radio(shown)
        chip.setObjectName("chip")
        chip.setAccessibleName(word)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.installEventFilter(self)
        chip.clicked.connect(self._clicked)
        self._row.add(chip)
        return chip

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of what is on, in the order shown."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def value(self) -> str:
        """Return the keys of what is on, with commas between."""
        return _BETWEEN.join(self.chosen())

    def set_value(self, value: str) -> None:
        """Switch on what ``value`` names and nothing else, without saying so."""
        wanted = set(value.split(_BETWEEN))
        for key, chip in self._chips.items():
            # One that is chosen in a group of its own can only be let go of outside it.
            chip.setAutoExclusive(False)
            chip.setChecked(key in wanted)
            chip.setAutoExclusive(not self._many)
        self._stop_at(self._start())

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen, or on the first."""
        self._start().setFocus()

    @property
    def keys(self) -> QAbstractButton:
        """The chip that takes the keys first."""
        return self._start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QAbstractButton):
            if event.type() == QEvent.Type.FocusIn:
                self._stop_at(watched)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._press(watched, event)
        return super().eventFilter(watched, event)

    def _press(self, chip: QAbstractButton, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        by = _STEPS.get(Qt.Key(event.key()))
        at = event.key() - Qt.Key.Key_1
        if by is not None:
            self._go(self._buttons.index(chip) + by)
        elif 0 <= at < min(len(self._buttons), 9):
            self._buttons[at].setFocus()
            self._buttons[at].click()
        else:
            return False
        return True

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._buttons):
            self._buttons[at].setFocus()
            if not self._many:
                self._buttons[at].click()

    def _start(self) -> QAbstractButton:
        on = (chip for chip in self._buttons if chip.isChecked())
        return next(on, self._buttons[0])

    def _stop_at(self, stop: QAbstractButton) -> None:
        """Let Tab come to one chip only."""
        for chip in self._chips.values():
            here = chip is stop
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _clicked(self) -> None:
        self.changed.emit()


class _Check(QCheckBox):
    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)


class _Radio(QRadioButton):
    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)
