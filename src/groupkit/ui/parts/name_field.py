"""A name: one of those offered, or any other that is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from groupkit.ui.parts.field import LabelledField


class NameField(LabelledField):
    """Offers names to choose from and takes free text as well."""

    def __init__(self, label: str, nobody: str, hint: str = "") -> None:
        self.input = QComboBox()
        self.input.setEditable(True)
        self.input.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.input.setMinimumContentsLength(10)
        self.input.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        super().__init__(label, self.input, hint)
        self._names: list[str] = []
        edit = self.input.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(nobody)
            edit.setAccessibleName(label)
        completer = self.input.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.input.editTextChanged.connect(lambda _: self.changed.emit())

    def set_names(self, names: Sequence[str]) -> None:
        """Offer other names; what is typed stays."""
        if list(names) == self._names:
            return
        typed = self.value()
        self._names = list(names)
        blocked = self.input.blockSignals(True)
        self.input.clear()
        self.input.addItems(["", *self._names])
        self.input.setEditText(typed)
        self.input.blockSignals(blocked)

    def value(self) -> str:
        """Return the name."""
        return self.input.currentText()

    def set_value(self, value: str) -> None:
        """Put in a name."""
        at = self.input.findText(value, Qt.MatchFlag.MatchExactly)
        self.input.setCurrentIndex(at)
        self.input.setEditText(value)
