"""The paper with all that is written of her; a human looks at what was taken out first."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.refusal import FileNotWritten
from groupkit.machine.files import write_whole
from groupkit.ui.desk import Desk
from groupkit.ui.file_dialog import QuietFileDialog
from groupkit.ui.parts.buttons import primary, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.access_request import (
    AccessReview,
    Taken,
    Wishes,
    access_file,
    access_paper,
    note_access_given,
    review_access,
)
from groupkit.usecases.papers import Printable, SavedFile


class AccessCard(Card):
    """Nothing can be printed before what was taken out has been looked at."""

    printing = Signal()
    """The preview is about to open."""

    def __init__(self, desk: Desk, participant_id: UUID, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            say("All that is written of her"),
            say("For her own eyes, when she asks. Other women's names are taken out."),
        )
        self.setParent(parent)
        self._desk, self._her = desk, participant_id
        self._review: AccessReview | None = None
        self._left: frozenset[str] = frozenset()
        self._shown: Printable | None = None
        self._make = secondary(say("Gather it"), "document")
        self._make.clicked.connect(self._gather)
        self._found = PlainLabel()
        self._found.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._looked = SwitchField(say("I have looked at each of them"))
        self._looked.changed.connect(self._enable)
        self._print = primary(say("Look at it and print …"), "print")
        self._print.clicked.connect(self._show_paper)
        self._save = secondary(say("Save as a file (JSON) …"), "save")
        self._save.clicked.connect(self._save_file)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        for button in (self._make, self._print, self._save):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.addWidget(self._found)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._looked)
        self.body.addLayout(foot)
        for part in (self._found, self._looked, self._print, self._save):
            part.hide()
        desk.printed.connect(self._note_printed)

    def first_focus(self) -> QWidget:
        """Return the button that gathers it."""
        return self._make

    def _gather(self) -> None:
        desk, her, wishes = self._desk, self._her, Wishes(left=self._left)
        desk.ask(
            self,
            lambda: review_access(
                desk.store, desk.library, desk.language, her, desk.today(), wishes
            ),
            self._show_review,
        )

    def _show_review(self, review: AccessReview) -> None:
        self._review = review
        language = self._desk.language
        clear(self._rows)
        for taken in review.taken:
            self._rows.addWidget(self._row(taken))
        said = language.say("No other woman's name was found. Look through the paper all the same.")
        stands = sum(each.replaced.stands for each in review.taken)
        if len(review.taken) > stands:
            said = language.count(
                "{n} name was taken out. Look at it, and at the paper, before it leaves.",
                "{n} names were taken out. Look at each, and at the paper, before it leaves.",
                len(review.taken) - stands,
            )
        if stands:
            more = language.count(
                "{n} place may tell of somebody else and stands on the paper. If it does, correct "
                "it where it was written.",
                "{n} places may tell of somebody else and stand on the paper. If they do, correct "
                "them where they were written.",
                stands,
            )
            said = f"{said} {more}"
        if review.named_in:
            more = language.count(
                "{n} group note names her and is not on the paper.",
                "{n} group notes name her and are not on the paper.",
                len(review.named_in),
            )
            said = f"{said} {more}"
        self._found.setText(said)
        for part in (self._found, self._print, self._save):
            part.show()
        self._looked.setVisible(bool(review.taken))
        self._enable()
        # Before the button goes: the keyboard must not fall to the card beside.
        (self._looked.input if review.taken else self._print).setFocus()
        self._make.hide()

    def _row(self, taken: Taken) -> Row:
        found = taken.replaced
        title = f"{taken.section} · {taken.label}" if taken.label else taken.section
        say = self._desk.language.say
        if found.stands:
            title = " · ".join((title, say("Stands on the paper")))
        row = Row(title, f"{found.before}[{found.found}]{found.after}", clickable=False)
        stays = secondary(
            say("It may stand") if found.stands else say("It is no name: let it stand")
        )
        stays.setAccessibleName(f"{stays.text()}: {found.found}")
        stays.clicked.connect(lambda: self._leave(found.found))
        row.add_trailing(stays)
        return row

    def _leave(self, word: str) -> None:
        self._left = self._left | {word}
        self._gather()

    def _enable(self) -> None:
        review = self._review
        may = review is not None and (not review.taken or self._looked.value())
        self._print.setEnabled(may)
        self._save.setEnabled(may)

    def _show_paper(self) -> None:
        review, desk = self._review, self._desk
        if review is None:
            return

        def show(paper: Printable) -> None:
            self._shown = paper
            self.printing.emit()
            desk.showing.emit(paper)

        desk.ask(self, lambda: access_paper(desk.press, desk.language, review.paper), show)

    def _note_printed(self, paper: object) -> None:
        if paper is self._shown and paper is not None:
            self._note()

    def _note(self) -> None:
        desk, her = self._desk, self._her
        desk.ask(desk, lambda: note_access_given(desk.store, her), _heard)

    def _save_file(self) -> None:
        review, desk = self._review, self._desk
        if review is not None:
            file = access_file(desk.press, desk.language, review.paper)
            self._ask_where(file)

    def _ask_where(self, file: SavedFile) -> None:
        ask = QuietFileDialog(self._desk.language.say("Save as a file"), Path.home(), self)
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setNameFilter("*.json")
        ask.setDefaultSuffix("json")
        ask.selectFile(file.file_name)
        ask.fileSelected.connect(lambda chosen: self.save_to(Path(chosen), file))
        QDialog.open(ask)

    def save_to(self, target: Path, file: SavedFile) -> None:
        """Write ``file`` where it was chosen to be, or say that it could not be written."""
        say = self._desk.language.say
        try:
            write_whole(target, file.data)
        except OSError:
            self._desk.tell(FileNotWritten(target.name))
            return
        self._note()
        self._desk.notice(say("Saved as {name}. The file is not encrypted.", name=target.name))


def _heard(_nothing: None) -> None:
    """Need nothing more."""
