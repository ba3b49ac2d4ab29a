"""A passphrase, shown only while one wants to see it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from groupkit.ui.parts.field import LabelledField
from groupkit.ui.parts.icons import icon
from groupkit.ui.theme.appearance import current


class PassphraseField(LabelledField):
    """A passphrase, hidden unless its eye is pressed."""

    def __init__(self, label: str, show_text: str, hint: str = "") -> None:
        self.input = QLineEdit()
        self.input.setEchoMode(QLineEdit.EchoMode.Password)
        self.input.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        super().__init__(label, self.input, hint)
        self._eye = self.input.addAction(
            icon("eye", current().palette.quiet), QLineEdit.ActionPosition.TrailingPosition
        )
        self._eye.setText(show_text)
        self._eye.setToolTip(show_text)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.input.textChanged.connect(self.changed)
        current().changed.connect(self._draw)

    def value(self) -> str:
        """Return the passphrase as typed."""
        return self.input.text()

    def set_value(self, value: str) -> None:
        """Put in a text; '' forgets what was typed."""
        self.input.setText(value)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.input.setEchoMode(mode)
        self._draw()

    def _draw(self) -> None:
        name = "eye-off" if self._eye.isChecked() else "eye"
        self._eye.setIcon(icon(name, current().palette.quiet))
