"""Labelled fields: a label above, a hint and, when needed, an error's sentence below."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTime, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import PlainLabel, show_if

_INSET = (8, 0, 0, 0)
"""A style sheet's padding does not reach the text of a spin box."""


class LabelledField(QWidget):
    """What all fields share; ``input`` is the widget that takes the keys."""

    changed = Signal()

    def __init__(
        self, label: str, widget: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = PlainLabel(label)
        self._label.setProperty("role", "label")
        self._label.setBuddy(widget)
        self._widget = widget
        self.setFocusProxy(widget)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(self)
        widget.setAccessibleName(label)
        self._hint = PlainLabel(hint)
        self._hint.setProperty("role", "hint")
        self._hint.setWordWrap(True)
        show_if(self._hint, bool(hint))
        widget.setAccessibleDescription(hint)
        self._has_hint, self._hint_text = bool(hint), hint
        self._error = QWidget()
        self._sentence = PlainLabel()
        self._sentence.setProperty("role", "error")
        self._sentence.setWordWrap(True)
        row = QHBoxLayout(self._error)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("warning", "danger", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self._error.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._label)
        self._column.addWidget(widget)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._error)

    @property
    def keys(self) -> QWidget:
        """The widget that takes the keys, whatever the kind of field."""
        return self._widget

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the page scroll: the wheel changes a value only where the keyboard is."""
        if event.type() == QEvent.Type.Wheel and watched is self._widget:
            if self._widget.hasFocus():
                return False
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def set_error(self, sentence: str | None) -> None:
        """Show what is wrong, in the hint's place; None takes it away."""
        self._sentence.setText(sentence or "")
        self._error.setVisible(bool(sentence))
        self._hint.setVisible(self._has_hint and not sentence)
        self._widget.setAccessibleDescription(sentence or self._hint_text)
        if bool(self._widget.property("wrong")) != bool(sentence):
            self._widget.setProperty("wrong", bool(sentence))
            self._widget.style().unpolish(self._widget)
            self._widget.style().polish(self._widget)

    def set_label(self, label: str) -> None:
        """Ask for something else."""
        self._label.setText(label)
        self._widget.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Say something else under the field; an error in its place stays."""
        self._hint.setText(hint)
        self._has_hint, self._hint_text = bool(hint), hint
        if not self.error():
            self._hint.setVisible(bool(hint))
            self._widget.setAccessibleDescription(hint)

    def error(self) -> str:
        """Return the sentence shown, '' when all is well."""
        return self._sentence.text()

    def take_focus(self) -> None:
        """Put the keyboard here."""
        self._widget.setFocus()


class TextField(LabelledField):
    """One line of text."""

    def __init__(self, label: str, hint: str = "", value: str = "") -> None:
        self.input = QLineEdit(value)
        super().__init__(label, self.input, hint)
        self.input.textChanged.connect(self.changed)

    def value(self) -> str:
        """Return the text."""
        return self.input.text()

    def set_value(self, value: str) -> None:
        """Put in a text."""
        self.input.setText(value)


class TimeField(LabelledField):
    """A clock time."""

    def __init__(self, label: str, value: dt.time, hint: str = "") -> None:
        self.input = QTimeEdit()
        self.input.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self.input.lineEdit().setTextMargins(*_INSET)
        super().__init__(label, self.input, hint)
        self.set_value(value)
        self.input.timeChanged.connect(self.changed)

    def value(self) -> dt.time:
        """Return the time to the minute."""
        time = self.input.time()
        return dt.time(time.hour(), time.minute())

    def set_value(self, value: dt.time) -> None:
        """Put in a time."""
        self.input.setTime(QTime(value.hour, value.minute))


class NumberField(LabelledField):
    """A whole number between ``least`` and ``most``."""

    def __init__(
        self, label: str, least: int, most: int, value: int, step: int = 1, hint: str = ""
    ) -> None:
        self.input = QSpinBox()
        self.input.setRange(least, most)
        self.input.setSingleStep(step)
        self.input.lineEdit().setTextMargins(*_INSET)
        self.input.setValue(value)
        super().__init__(label, self.input, hint)
        self.input.valueChanged.connect(self.changed)

    def value(self) -> int:
        """Return the number."""
        return self.input.value()

    def set_value(self, value: int) -> None:
        """Put in a number."""
        self.input.setValue(value)


class ChoiceField(LabelledField):
    """One of several: pairs of a key and the word shown."""

    def __init__(self, label: str, options: Sequence[tuple[str, str]], hint: str = "") -> None:
        self.input = QComboBox()
        self.input.setMinimumContentsLength(12)
        self.input.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        super().__init__(label, self.input, hint)
        self._options: list[tuple[str, str]] = []
        self.set_options(options)
        self.input.activated.connect(lambda _: self.changed.emit())

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other options; the choice stays when it is still offered."""
        if list(options) == self._options:
            return
        chosen = self.value() if self._options else None
        self._options = list(options)
        self.input.clear()
        for key, word in options:
            self.input.addItem(word, key)
        if chosen is not None:
            self.set_value(chosen)

    def value(self) -> str:
        """Return the key of the choice."""
        return str(self.input.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose by key; an unknown key leaves the choice as it is."""
        at = self.input.findData(value)
        if at >= 0:
            self.input.setCurrentIndex(at)


class SwitchField(QWidget):
    """Yes or no, with its words beside it; the words wrap, and pressing them switches as well."""

    changed = Signal()

    def __init__(self, label: str, hint: str = "", value: bool = False) -> None:
        super().__init__()
        self.input = QCheckBox()
        self.input.setChecked(value)
        self.input.setAccessibleName(label)
        self.input.setAccessibleDescription(hint)
        self.setFocusProxy(self.input)
        words = _SwitchWords(label, self.input)
        said = PlainLabel(hint, role="hint")
        said.setWordWrap(True)
        show_if(said, bool(hint))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.input, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, 0, 1)
        grid.addWidget(said, 1, 1)
        self.input.toggled.connect(lambda _: self.changed.emit())

    def value(self) -> bool:
        """Return whether it is on."""
        return self.input.isChecked()

    def set_value(self, value: bool) -> None:
        """Switch it."""
        self.input.setChecked(value)

    def set_error(self, sentence: str | None) -> None:
        """A switch is never wrong by itself."""


class _SwitchWords(PlainLabel):
    def __init__(self, text: str, box: QCheckBox) -> None:
        super().__init__(text)
        self._box = box
        self.setWordWrap(True)
        self.setContentsMargins(0, 5, 0, 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._box.setFocus()
            self._box.toggle()
