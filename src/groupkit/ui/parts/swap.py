"""A page's usual content, or one form in its place."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Swap(QWidget):
    """As high as what it shows; a form that is left is thrown away with what was typed."""

    def __init__(self, usual: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = usual
        self._form: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(usual)
        self._column.addStretch(1)

    @property
    def has_form(self) -> bool:
        """Whether a form is shown."""
        return self._form is not None

    def show_form(self, form: QWidget, focus: QWidget) -> None:
        """Show ``form`` and put the keyboard on its ``focus``."""
        self._throw_away()
        self._form = form
        self._usual.hide()
        self._column.insertWidget(0, form)
        form.show()
        focus.setFocus()

    def show_usual(self) -> None:
        """Show the usual content again."""
        self._throw_away()
        self._usual.show()

    def _throw_away(self) -> None:
        old, self._form = self._form, None
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
