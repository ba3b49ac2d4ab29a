"""A paper before it is printed: what is seen here is what the printer gets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from groupkit.domain.refusal import FileNotWritten
from groupkit.language import Language, sentence
from groupkit.machine.files import write_whole
from groupkit.ui.desk import Notice
from groupkit.ui.file_dialog import QuietFileDialog
from groupkit.ui.paper_view import PaperView
from groupkit.ui.parts.buttons import primary, secondary
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.sheet import Sheet
from groupkit.ui.printing import PrintRun, fitting_printer
from groupkit.usecases.papers import Printable


class Preview(Sheet):
    """Prints from memory; saving says that the file leaves the protection."""

    noticed = Signal(object)
    printed = Signal(object)
    """The :class:`Printable` that was printed or saved."""

    def __init__(self, paper: Printable, language: Language, window: QWidget) -> None:
        say = language.say
        super().__init__(paper.title, say("Close"), window)
        self._paper = paper
        self._language = language
        save = secondary(say("Save as PDF …"), "save")
        self._to_printer = primary(say("Print …"), "print")
        save.clicked.connect(self._ask_where)
        self._to_printer.clicked.connect(self._print)
        self.tools.addWidget(save)
        self.tools.addWidget(self._to_printer)
        # Tab goes as the eye does: closing comes last.
        self.setTabOrder(save, self._to_printer)
        self.setTabOrder(self._to_printer, self._close)
        self._view = PaperView(paper.title, self)
        self._view.show_paper(paper)
        warning = PlainLabel(
            say("A saved PDF is not encrypted. Whoever finds the file can read it.")
        )
        warning.setProperty("role", "hint")
        self.body.addWidget(self._view, 1)
        self.body.addWidget(warning)

    @property
    def paper(self) -> Printable:
        """The paper shown."""
        return self._paper

    def first_focus(self) -> QWidget:
        """Return the button that prints."""
        return self._to_printer

    def save_to(self, target: Path) -> None:
        """Write the PDF to ``target`` and say so."""
        try:
            write_whole(target, self._paper.pdf)
        except OSError:
            no = FileNotWritten(target.name)
            self.noticed.emit(Notice(sentence(no, self._language), is_problem=True))
            return
        said = self._language.say(
            "Saved as {name}. The file is not encrypted: delete it when it has been used.",
            name=target.name,
        )
        self.noticed.emit(Notice(said))
        self.printed.emit(self._paper)

    def _ask_where(self) -> None:
        # Dialogs are children that are opened, never waited for: a lock takes them away as well.
        ask = QuietFileDialog(self._language.say("Save as PDF"), Path.home(), self)
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setNameFilter("PDF (*.pdf)")
        ask.setDefaultSuffix("pdf")
        ask.selectFile(self._paper.file_name)
        ask.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        QDialog.open(ask)

    def _print(self) -> None:
        pdf = self._view.pdf
        if pdf is None:
            return
        # The dialog belongs to the window: Windows shows its own and stays in it, while a lock
        # may take this preview away.
        printer = fitting_printer(pdf, both_sides=self._paper.both_sides)
        paper, window = self._paper.pdf, self.window()
        ask = QPrintDialog(printer, window)
        ask.setMinMax(1, pdf.pages)
        ask.accepted.connect(lambda: PrintRun(printer, paper, window))
        ask.accepted.connect(self._tell_printed)
        ask.finished.connect(ask.deleteLater)
        QDialog.open(ask)

    def _tell_printed(self) -> None:
        self.printed.emit(self._paper)
