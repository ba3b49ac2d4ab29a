"""In which language and form a sheet is printed; the discreet form comes first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.form import Form, Layout
from groupkit.language import Language
from groupkit.language.library_words import language_word, layout_word
from groupkit.ui.parts.field import ChoiceField, SwitchField
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.library_view import SheetView

_DISCREET, _PLAIN = "discreet", "plain"
_LARGE = "large"


class FormChoice(QWidget):
    """Language, wording and paper side by side; facilitators' pages have one form."""

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = language
        say = language.say
        self._language = ChoiceField(say("Language"), [])
        self._wording = ChoiceField(
            say("Wording"), [(_DISCREET, say("Discreet form")), (_PLAIN, say("Plain form"))]
        )
        self._paper = ChoiceField(say("Paper"), [])
        layouts = [(each.value, layout_word(each, language)) for each in Layout]
        self._paper.set_options([layouts[0], (_LARGE, say("Large print")), *layouts[1:]])
        self._black = SwitchField(say("Black and white"))
        self._black.input.setAccessibleDescription(say("For a copying machine without colour"))
        for field in (self._wording, self._paper):
            field.input.setMinimumContentsLength(9)
        wrap = Wrap(GRID * 2, at_feet=True)
        for part in (self._language, self._wording, self._paper, self._black):
            wrap.add(part)
            part.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(wrap)

    @property
    def language(self) -> str:
        """The language chosen."""
        return self._language.value()

    @property
    def form(self) -> Form:
        """The form chosen."""
        paper = self._paper.value()
        return Form(
            discreet=self._wording.value() == _DISCREET,
            large=paper == _LARGE,
            black=self._black.value(),
            layout=Layout.A4 if paper == _LARGE else Layout(paper),
        )

    def choose_language(self, code: str) -> None:
        """Choose a language."""
        self._language.set_value(code)

    def show_sheet(self, sheet: SheetView, *, one_form: bool) -> None:
        """Offer the languages of ``sheet``; those without a text say so."""
        say = self._words.say
        options = []
        for standing in sheet.standings:
            word = language_word(standing.language, self._words)
            if standing.is_outdated:
                word = say("{language} – outdated", language=word)
            elif not standing.exists:
                word = say("{language} – not yet", language=word)
            options.append((standing.language, word))
        self._language.set_options(options)
        for part in (self._wording, self._paper, self._black):
            part.setVisible(not one_form)
