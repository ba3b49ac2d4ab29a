"""The passphrase and the button that opens the store with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.language import Language
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.passphrase_field import PassphraseField


class PassphraseForm(QWidget):
    """Emits ``wanted`` by Enter or the button; without the button Enter alone does."""

    wanted = Signal()
    touched = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        say = language.say
        self._field = PassphraseField(say("Passphrase"), say("Show what is typed"))
        self._unlock = primary(say("Unlock"), "unlock")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._field)
        column.addWidget(self._unlock)
        self._unlock.clicked.connect(self.wanted)
        self._field.input.returnPressed.connect(self.wanted)
        self._field.changed.connect(lambda: self._field.set_error(None))
        self._field.changed.connect(self.touched)

    @property
    def input(self) -> QWidget:
        """Return what takes the keys."""
        return self._field.input

    def value(self) -> str:
        """Return the passphrase as typed."""
        return self._field.value()

    def set_value(self, passphrase: str) -> None:
        """Put in a text; '' forgets what was typed, and what was wrong with it."""
        self._field.set_value(passphrase)
        self._field.set_error(None)

    def set_error(self, said: str | None) -> None:
        """Show what is wrong; None takes it away."""
        self._field.set_error(said)

    def take_focus(self) -> None:
        """Put the keyboard here; what is typed replaces what stands there."""
        self._field.take_focus()
        self._field.input.selectAll()

    def set_ready(self, ready: bool) -> None:
        """Take the button's press, or none while something is being opened."""
        self._unlock.setEnabled(ready)

    def set_main(self, *, is_main: bool) -> None:
        """Show the button as the one main action, or as a lesser one."""
        self._unlock.set_kind("primary" if is_main else "secondary")

    def drop_button(self) -> None:
        """Go without the button, where there is nothing to open yet."""
        self._unlock.hide()
