"""The plan for others: dates on paper for the women, and calendar files for the facilitators."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from groupkit.domain.refusal import FileNotWritten, Refusal
from groupkit.machine.files import write_whole
from groupkit.ui.desk import Desk
from groupkit.ui.file_dialog import QuietFileDialog
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import primary, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import ChoiceField, TextField
from groupkit.ui.parts.sheet import Sheet
from groupkit.usecases.calendar_export import Calendars
from groupkit.usecases.papers import CalendarFile
from groupkit.usecases.printing import Printer


class TakeOutSheet(Sheet):
    """Dates that say nothing of what they are, and files for a calendar."""

    def __init__(
        self, desk: Desk, group_id: UUID, facilitators: tuple[str, ...], over: QWidget
    ) -> None:
        say = desk.language.say
        super().__init__(say("Dates and calendars"), say("Close"), over)
        self._desk, self._group_id = desk, group_id
        self._cards = ChoiceField(
            say("On each page"),
            [
                ("1", say("One large sheet")),
                ("2", say("Two, to cut apart")),
                ("4", say("Four, to cut apart")),
            ],
        )
        whole = [("", say("The whole course"))]
        own = [(name, say("What {name} leads, all groups", name=name)) for name in facilitators]
        self._what = ChoiceField(say("Which sessions"), whole + own)
        self._title = TextField(
            say("Title in the calendar"),
            hint=say("Empty: 'Meeting 1', 'Meeting 2' and so on. Others may see the calendar."),
        )
        self._lay_out()

    def _lay_out(self) -> None:
        say = self._desk.language.say
        dates = Card(
            say("Dates for the women"),
            say("Weekday, time and dates. Nothing says what it is or whom it is from."),
        )
        show = primary(say("Show the dates"), "print")
        show.clicked.connect(self._show_dates)
        calendar = Card(
            say("Calendar file for facilitators"),
            say("Read in again after a change, it moves and cancels the same sessions."),
        )
        save = secondary(say("Save the calendar file …"), "save")
        save.clicked.connect(self._make_file)
        warning = Banner(
            say("A saved file is not encrypted. Whoever finds it can read the dates."), tone="warn"
        )
        for card, parts, button in (
            (dates, (self._cards,), show),
            (calendar, (self._what, self._title, warning), save),
        ):
            for part in parts:
                card.body.addWidget(part)
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            card.body.addLayout(row)
            card.body.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(dates, 1, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(calendar, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(columns)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget:
        """Return the choice of how many to a page."""
        return self._cards.input

    def _show_dates(self) -> None:
        desk, group_id, cards = self._desk, self._group_id, int(self._cards.value())
        printer = Printer(desk.library, desk.press, desk.language)
        since = desk.today()
        self.close_now()
        desk.show_paper(desk, lambda: printer.dates(desk.store, group_id, since=since, cards=cards))

    def _make_file(self) -> None:
        desk, group_id = self._desk, self._group_id
        name, title = self._what.value(), self._title.value()
        self._title.set_error(None)
        calendars = Calendars(desk.library, desk.press, desk.language)

        def make() -> CalendarFile:
            if name:
                return calendars.of_facilitator(desk.store, name, desk.today(), title)
            return calendars.of_group(desk.store, group_id, title)

        desk.ask(self, make, self._ask_where, self._refuse)

    def _refuse(self, refusal: Refusal) -> None:
        self._title.set_error(self._desk.sentence(refusal))

    def _ask_where(self, file: CalendarFile) -> None:
        say = self._desk.language.say
        ask = QuietFileDialog(say("Save the calendar file"), Path.home(), self)
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setNameFilter(say("Calendar (*.ics)"))
        ask.setDefaultSuffix("ics")
        ask.selectFile(file.file_name)
        ask.fileSelected.connect(lambda chosen: self.save_to(Path(chosen), file))
        QDialog.open(ask)

    def save_to(self, target: Path, file: CalendarFile) -> None:
        """Write ``file`` where it was chosen to be, or say that it could not be written."""
        say = self._desk.language.say
        try:
            write_whole(target, file.data)
        except OSError:
            self._desk.tell(FileNotWritten(target.name))
            return
        self._desk.notice(
            say(
                "Saved as {name}. The file is not encrypted: delete it when it has been read in.",
                name=target.name,
            )
        )
        self.close_now()
