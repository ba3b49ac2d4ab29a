"""The gallery: every part in every state on one page, for developers."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from groupkit.language import Language
from groupkit.ui.application import application
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import danger, primary, quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.field import ChoiceField, NumberField, SwitchField, TextField, TimeField
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.parts.passphrase_field import PassphraseField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.progress import StrengthBar, WorkingBar
from groupkit.ui.parts.rail import Rail, RailEntry
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.parts.segmented import Segment, Segmented
from groupkit.ui.parts.sheet import Sheet
from groupkit.ui.parts.toast import Toasts
from groupkit.ui.theme import appearance

_SIZES = ((1280, 720), (1920, 1080))
_TONES = ("good", "notice", "warn", "danger", "neutral")


class Gallery(QMainWindow):
    """Rail, header, cards, rows, marks, fields, empty state, toast and sheet."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        say = language.say
        self.setWindowTitle("groupkit")
        self.resize(1280, 800)
        self.toasts = Toasts(self)
        rail = Rail(
            [
                RailEntry("today", "today", say("Today")),
                RailEntry("groups", "groups", say("Groups")),
                RailEntry("library", "library", say("Library")),
                RailEntry("settings", "settings", say("Settings")),
            ],
            say("Lock"),
        )
        rail.set_current("groups")
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(self._header())
        page.addWidget(PageScroll(self._parts()), 1)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addLayout(page, 1)
        self.setCentralWidget(centre)

    def open_sheet(self) -> Sheet:
        """Lay a sheet over the gallery."""
        say = self._language.say
        sheet = Sheet(say("The recovery sheet"), say("Close"), self)
        sheet.body.addWidget(PlainLabel(say("Nobody is in the group on this day yet.")))
        sheet.tools.addWidget(primary(say("Print …"), "print"))
        sheet.open()
        return sheet

    def _header(self) -> Header:
        say = self._language.say
        header = Header()
        header.set_back(say("Groups"))
        header.set_title(say("The group"))
        header.set_subtitle(self._language.date_long(dt.date(2027, 1, 13)))
        header.set_tabs([("plan", say("Plan")), ("people", say("Participants"))])
        header.set_current_tab("plan")
        header.set_action(say("Add a participant"), primary=True, enabled=True)
        header.action.connect(self.open_sheet)
        return header

    def _parts(self) -> QWidget:
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self._buttons(), self._statuses(), self._rows(), self._fields()):
            column.addWidget(card)
        empty = Card()
        say = self._language.say
        empty.body.addWidget(
            EmptyState(
                "groups",
                say("Your groups will appear here, each with its sessions laid out."),
                say("Plan the first group"),
            )
        )
        column.addWidget(empty)
        return parts

    def _buttons(self) -> Card:
        say = self._language.say
        card = Card(say("Save"))
        row = QHBoxLayout()
        off = primary(say("Save"))
        off.setEnabled(False)
        saved = secondary(say("Saved"), "save")
        saved.clicked.connect(
            lambda: self.toasts.show_text(say("Saved"), say("Undo"), self.toasts.clear)
        )
        for button in (
            primary(say("Save")),
            saved,
            quiet(say("Close")),
            danger(say("Remove"), "trash"),
            off,
        ):
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        working = WorkingBar(say("Opening the store"))
        working.show()
        strength = StrengthBar(say("Strength"))
        strength.set_strength(3)
        card.body.addWidget(working)
        card.body.addWidget(strength)
        return card

    def _statuses(self) -> Card:
        say = self._language.say
        card = Card(say("Attendance"))
        marks = QHBoxLayout()
        for tone in _TONES:
            marks.addWidget(StatusMark(say("Recorded"), tone, "check"))
            card.body.addWidget(Banner(say("What you change here is kept at once."), tone))
        marks.addStretch(1)
        card.body.addLayout(marks)
        choice = Segmented(
            [
                Segment("a", "check", say("Ready"), "1", "good"),
                Segment("b", "clock", say("Joins later"), "2", "notice"),
                Segment("c", "absent-alert", say("No agenda"), "3", "danger"),
            ]
        )
        choice.set_value("a")
        card.body.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _rows(self) -> Card:
        say = self._language.say
        card = Card(say("Next sessions"))
        for number in range(1, 4):
            day = dt.date(2027, 1, 13) + dt.timedelta(weeks=2 * number)
            row = Row(self._language.date_long(day), say("No topic yet"), badge=str(number))
            row.add_trailing(StatusMark(self._language.week(day)))
            card.body.addWidget(row)
        return card

    def _fields(self) -> Card:
        say = self._language.say
        card = Card(say("Settings"))
        wrong = TextField(say("Name"), say("Separate the names with commas."))
        wrong.set_error(say("At least 15 characters."))
        for field in (
            TextField(say("Name"), say("Separate the names with commas.")),
            wrong,
            PassphraseField(say("Passphrase"), say("Show what is typed")),
            NoteField(say("Her own note"), say("Only about her. No other woman's name.")),
            DateField(say("Joins on"), dt.date(2027, 1, 13)),
            TimeField(say("Begins at"), dt.time(17)),
            NumberField(say("Weeks"), 14, 20, 16),
            ChoiceField(say("Language"), [("da", "Dansk"), ("en", "English")]),
            SwitchField(say("Discreet form"), say("At least 15 characters."), value=True),
        ):
            card.body.addWidget(field)
        return card


def show(*, dark: bool = False, language: str = "da") -> int:
    """Open the gallery and stay until it is closed."""
    running = application()
    appearance.use("dark" if dark else "light")
    gallery = Gallery(Language(language))
    gallery.show()
    return running.exec()


def shoot(folder: Path, language: str = "da") -> list[Path]:
    """Save a picture of the gallery in each look and size, and return where they lie."""
    running = application()
    folder.mkdir(parents=True, exist_ok=True)
    saved = []
    for scheme, factor, (width, height) in product(("light", "dark"), (1.0, 2.0), _SIZES):
        appearance.use(scheme, factor)
        gallery = Gallery(Language(language))
        gallery.resize(width, height)
        gallery.show()
        running.processEvents()
        saved.append(folder / f"gallery-{scheme}-{width}x{height}-{factor:g}.png")
        gallery.grab().save(str(saved[-1]))
        gallery.close()
        # Gone before the next look, which would otherwise be put on every gallery shown so far.
        gallery.deleteLater()
        running.sendPostedEvents(gallery, QEvent.Type.DeferredDelete.value)
    return saved


def main(arguments: Sequence[str]) -> int:
    """Open the gallery from the command line, or leave pictures of it in a folder."""
    parser = ArgumentParser(prog="python -m groupkit.ui.gallery", description=__doc__)
    parser.add_argument("--dark", action="store_true", help="show the dark look")
    parser.add_argument("--shots", type=Path, metavar="DIR", help="save pictures and leave")
    chosen = parser.parse_args(arguments)
    if chosen.shots is None:
        return show(dark=chosen.dark)
    shoot(chosen.shots)
    return 0


if __name__ == "__main__":
    import sys

    sys.exit(main(sys.argv[1:]))
