"""A few ways to choose from, one below the other, each with a word on what it means."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.plain import PlainLabel


@dataclass(frozen=True)
class Option:
    """A key, its words, and what there is to know about it."""

    key: str
    text: str
    hint: str = ""


class RadioList(QWidget):
    """Emits ``changed`` when another way is chosen; the arrow keys go through them."""

    changed = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        heading = PlainLabel(label, role="label")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addLayout(self._rows)
        self._group.buttonClicked.connect(self._clicked)

    def set_options(self, options: list[Option], chosen: str) -> None:
        """Show ``options`` with ``chosen`` ticked."""
        clear(self._rows)
        self._buttons = {}
        for option in options:
            self._buttons[option.key] = self._add(option)
        self.set_value(chosen)

    def _add(self, option: Option) -> QRadioButton:
        button = QRadioButton(option.text, self)
        button.setAccessibleDescription(option.hint)
        self._group.addButton(button)
        self._rows.addWidget(button)
        button.show()  # at once, so that it can take the keyboard
        if option.hint:
            hint = PlainLabel(option.hint, role="hint")
            hint.setWordWrap(True)
            hint.setContentsMargins(26, 0, 0, 4)
            self._rows.addWidget(hint)
        return button

    def value(self) -> str:
        """Return the key of what is chosen, '' while nothing is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose by key; an unknown key leaves the choice as it is."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def first_focus(self) -> QWidget:
        """Return the chosen way."""
        return self._buttons.get(self.value(), self)

    def _clicked(self) -> None:
        self.changed.emit()
