"""Saving a report as a file: which kind, where, and that it leaves the protection."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from groupkit.domain.protection import Standing
from groupkit.domain.refusal import FileNotWritten
from groupkit.domain.reporting.choice import About, Audience
from groupkit.domain.reporting.table import Report
from groupkit.machine.files import write_whole
from groupkit.ui.desk import Desk
from groupkit.ui.file_dialog import QuietFileDialog
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.sheet import Sheet
from groupkit.usecases.figures.open_data import open_data
from groupkit.usecases.figures.outputs import FileKind, Outputs
from groupkit.usecases.papers import SavedFile

GivesOut = Mapping[int, Standing]


class SaveSheet(Sheet):
    """``taken`` hears that the report was written, and what left the house with the file."""

    def __init__(
        self, desk: Desk, report: Report, over: QWidget, taken: Callable[[Report, GivesOut], None]
    ) -> None:
        say = desk.language.say
        super().__init__(say("Save as a file"), say("Close"), over)
        self._desk, self._report, self._taken = desk, report, taken
        self._gives_out: GivesOut = {}
        kinds = [
            (FileKind.XLSX.value, say("Spreadsheet (XLSX)")),
            (FileKind.CSV_DANISH.value, say("CSV for Danish Excel (semicolons)")),
            (FileKind.CSV_PLAIN.value, say("CSV with commas")),
        ]
        if report.choice.audience is Audience.OUTSIDE and report.choice.about is About.YEAR:
            kinds.append((FileKind.OPEN_DATA.value, say("Open data of all whole years (ZIP)")))
        self.kind = ChoiceField(say("Which kind"), kinds)
        warning = PlainLabel(
            say("The file is not encrypted: who finds it can read it. Delete it when it is used."),
            role="hint",
        )
        warning.setWordWrap(True)
        self.save_button = primary(say("Choose where …"), "save")
        self.save_button.clicked.connect(self._make)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        self.body.addWidget(self.kind)
        self.body.addWidget(warning)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """Return the kinds."""
        return self.kind.input

    def _make(self) -> None:
        desk, report, kind = self._desk, self._report, FileKind(self.kind.value())
        outputs = Outputs(desk.press)

        def make() -> tuple[SavedFile, GivesOut]:
            if kind is not FileKind.OPEN_DATA:
                return outputs.file(report, kind), {}
            data = open_data(desk.store, desk.house.name, desk.today())
            return outputs.open_data(data, desk.language), data.gives_out

        desk.ask(self, make, self._ask_where)

    def _ask_where(self, made: tuple[SavedFile, GivesOut]) -> None:
        say = self._desk.language.say
        file, self._gives_out = made
        suffix = Path(file.file_name).suffix
        ask = QuietFileDialog(say("Save as a file"), Path.home(), self)
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setNameFilter(f"*{suffix}")
        ask.setDefaultSuffix(suffix.removeprefix("."))
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
        self._taken(self._report, self._gives_out)
        said = say("Saved as {name}. The file is not encrypted.", name=target.name)
        self._desk.notice(said)
        self.close_now()
