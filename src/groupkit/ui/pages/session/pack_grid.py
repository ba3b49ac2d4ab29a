"""How many copies of each paper: facilitators' papers above, those to hand out below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QWidget

from groupkit.domain.form import DISCREET, PLAIN, Form
from groupkit.domain.session_pack import FORMS, LARGE, MOST_COPIES, PackLine, PackSheet, lines_of
from groupkit.language import Language
from groupkit.language.library_words import language_word, sharing_word
from groupkit.ui.pages.session.material_marks import MARKS
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.theme.tokens import GRID

_INSET = (8, 0, 0, 0)


class PackGrid(QWidget):
    """A spin box for each paper, language and form."""

    changed = Signal()

    def __init__(self, sheets: Iterable[PackSheet], language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._boxes: dict[PackLine, QSpinBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, GRID * 2, 0)
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        self._row = 0
        every = tuple(sheets)
        ours = [sheet for sheet in every if sheet.is_for_facilitators]
        theirs = [sheet for sheet in every if not sheet.is_for_facilitators]
        say = language.say
        self._head(say("For the facilitators"), (say("Copies"),))
        for sheet in ours:
            self._add_ours(sheet)
        if theirs:
            self._grid.setRowMinimumHeight(self._row, GRID)
            self._row += 1
            self._head(say("To hand out"), (say("Discreet"), say("Plain"), say("Large, discreet")))
        for sheet in theirs:
            self._add_theirs(sheet)

    def boxes(self) -> list[QSpinBox]:
        """Return the boxes from the first to the last."""
        return list(self._boxes.values())

    def lines(self) -> tuple[PackLine, ...]:
        """Return every line with the copies wanted of it."""
        return tuple(line.with_copies(box.value()) for line, box in self._boxes.items())

    def show_lines(self, lines: Iterable[PackLine]) -> None:
        """Show the copies of ``lines`` without saying that they were typed."""
        for line in lines:
            box = self._boxes.get(line.with_copies(0))
            if box is not None:
                with QSignalBlocker(box):
                    box.setValue(line.copies)

    def typed(self) -> dict[str, str]:
        """Return what the boxes hold, to be kept while the program is locked."""
        return {_key(line): str(box.value()) for line, box in self._boxes.items()}

    def put_in(self, typed: Mapping[str, str]) -> None:
        """Put in what was kept."""
        for line, box in self._boxes.items():
            number = typed.get(_key(line), "")
            if number.isdecimal():
                with QSignalBlocker(box):
                    box.setValue(int(number))

    def _head(self, words: str, columns: tuple[str, ...]) -> None:
        self._grid.addWidget(PlainLabel(words, role="strong"), self._row, 0)
        for column, word in enumerate(columns, start=1):
            head = PlainLabel(word, role="label")
            head.setWordWrap(True)
            self._grid.addWidget(head, self._row, column, Qt.AlignmentFlag.AlignBottom)
        self._row += 1

    def _add_ours(self, sheet: PackSheet) -> None:
        (line,) = lines_of([sheet], self._language.code)
        name = self._language.say("{sheet}, copies", sheet=sheet.title)
        self._words(sheet.title)
        self._grid.addWidget(self._box(line, name), self._row, 1)
        self._row += 1

    def _add_theirs(self, sheet: PackSheet) -> None:
        head = QWidget()
        said = QHBoxLayout(head)
        said.setContentsMargins(0, GRID // 2, 0, 0)
        said.setSpacing(GRID + 4)
        title = PlainLabel(sheet.title)
        title.setWordWrap(True)
        said.addWidget(title, 1)
        word = sharing_word(sheet.sharing, self._language)
        said.addWidget(StatusMark(word, icon=MARKS[sheet.sharing]))
        self._grid.addWidget(head, self._row, 0, 1, 4)
        self._row += 1
        lines = {
            (line.language, line.form): line for line in lines_of([sheet], self._language.code)
        }
        for code in dict.fromkeys(code for code, _ in lines):
            word = language_word(code, self._language)
            self._words(word, quiet=True)
            for column, form in enumerate(FORMS, start=1):
                name = ", ".join((sheet.title, word, self._form_name(form)))
                self._grid.addWidget(self._box(lines[code, form], name), self._row, column)
            self._row += 1

    def _words(self, words: str, *, quiet: bool = False) -> None:
        label = PlainLabel(words, role="hint" if quiet else "")
        label.setWordWrap(True)
        label.setContentsMargins(GRID * 2 if quiet else 0, 0, 0, 0)
        self._grid.addWidget(label, self._row, 0, Qt.AlignmentFlag.AlignVCenter)

    def _box(self, line: PackLine, name: str) -> QSpinBox:
        box = _Copies()
        box.setAccessibleName(name)
        box.valueChanged.connect(self.changed)
        self._boxes[line] = box
        return box

    def _form_name(self, form: Form) -> str:
        say = self._language.say
        return {
            DISCREET: say("Discreet form"),
            PLAIN: say("Plain form"),
            LARGE: say("Large print, discreet"),
        }[form]


class _Copies(QSpinBox):
    """Lets the page scroll: the wheel changes a number only where the keyboard is."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, MOST_COPIES)
        self.lineEdit().setTextMargins(*_INSET)
        self.setMinimumWidth(96)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _key(line: PackLine) -> str:
    form = "large" if line.form.large else "discreet" if line.form.discreet else "plain"
    return f"{line.name}/{line.language}/{form}"
