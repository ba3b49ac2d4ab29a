"""When the last verified backup was made, making one, and restoring one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from groupkit.domain.backup import Backup, is_old
from groupkit.domain.house import House
from groupkit.domain.refusal import Refusal
from groupkit.domain.roles import Part
from groupkit.ui.desk import Desk
from groupkit.ui.file_dialog import ask_for_file, ask_for_folder
from groupkit.ui.page import Page
from groupkit.ui.pages.backups.compared import ComparedCard, said_moment
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.progress import WorkingBar
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.parts.swap import Swap
from groupkit.ui.places import PageName, Place
from groupkit.ui.settings_tabs import show_settings_tabs
from groupkit.usecases.backing_up import (
    BackupsView,
    Compared,
    back_up,
    back_up_to,
    backups,
    compare,
    restore,
)
from groupkit.usecases.changes import Changes, Kind


class BackupsPage(Page):
    """A list of backups, or one of them beside what the store holds now."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        header = Header()
        show_settings_tabs(header, desk, PageName.BACKUPS)
        header.set_subtitle(
            say("The store backs itself up when it is locked or closed after a change.")
        )
        header.set_action(say("Back up to …"), primary=True, enabled=True)
        header.action.connect(self._ask_where)
        self._last = PlainLabel(role="lead")
        self._last.setWordWrap(True)
        self._old = Banner(
            say("The last backup is more than a week old. Make one on a stick today."), tone="warn"
        )
        self._old.hide()
        self._working = WorkingBar(say("Backing up"))
        self._kept = PlainLabel(role="hint")
        self._kept.setWordWrap(True)
        self._list = Card(say("In the store's own folder"))
        self._now = secondary(say("Back up now"), "save")
        self._swap = Swap(self._lists())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(PageScroll(self._swap, width=720), 1)

    def _lists(self) -> QWidget:
        say = self.desk.language.say
        first = Card(
            say("Last verified backup"),
            say("Each backup is opened once it is written, and counts only if it is whole."),
        )
        look = secondary(say("Look into a file …"), "document")
        self._now.clicked.connect(self._back_up)
        look.clicked.connect(self._ask_file)
        buttons = QHBoxLayout()
        buttons.addWidget(self._now)
        buttons.addWidget(look)
        buttons.addStretch(1)
        for part in (self._last, self._old, self._working, self._kept):
            first.body.addWidget(part)
        first.body.addLayout(buttons)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(first)
        column.addWidget(self._list)
        return holder

    def load(self) -> None:
        desk = self.desk
        desk.ask(self, lambda: backups(desk.store), self._show)

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.BACKUP, Kind.HOUSE):
            self.load()

    def first_focus(self) -> QWidget | None:
        return self._now

    def _show(self, found: BackupsView) -> None:
        say, language = self.desk.language.say, self.desk.language
        newest = found.newest
        self._last.setText(
            said_moment(newest, language) if newest else say("None yet. Back up now.")
        )
        self._old.setVisible(is_old(newest, dt.datetime.now(dt.UTC)))
        kept = say(
            "The last of each of seven days and four weeks is kept, none longer than {days} days.",
            days=found.kept_days,
        )
        if found.copied_out is not None:
            kept += " " + say(
                "Last written elsewhere: {moment}.",
                moment=said_moment(found.copied_out, language),
            )
        self._kept.setText(kept)
        clear(self._list.body)
        for backup in found.backups:
            self._list.body.addWidget(self._row(backup))
        self._list.setVisible(bool(found.backups))

    def _row(self, backup: Backup) -> Row:
        row = Row(said_moment(backup.made, self.desk.language), icon="save")
        row.opened.connect(lambda: self._look_into(backup.name))
        return row

    def _back_up(self) -> None:
        desk = self.desk
        self._set_working(True)
        desk.do(self, lambda: back_up(desk.store), self._backed_up, self._refused)

    def _ask_where(self) -> None:
        title = self.desk.language.say("Where to write the backup")
        ask_for_folder(self, title, Path.home(), self._back_up_to)

    def _back_up_to(self, folder: Path) -> None:
        desk = self.desk
        self._set_working(True)
        desk.do(self, lambda: back_up_to(desk.store, folder), self._backed_up, self._refused)

    def _backed_up(self, made: Backup) -> None:
        self._set_working(False)
        say = self.desk.language.say
        self.desk.notice(say("Backed up as {name}, opened and found whole.", name=made.name))

    def _refused(self, refusal: Refusal) -> None:
        self._set_working(False)
        self.desk.tell(refusal)

    def _set_working(self, working: bool) -> None:
        self._working.setVisible(working)
        self._now.setEnabled(not working)

    def _ask_file(self) -> None:
        say = self.desk.language.say
        kinds = (f"{say('Backups')} (*.backup)",)
        ask_for_file(self, say("A backup"), Path.home(), kinds, self._look_into)

    def _look_into(self, file: Path | str) -> None:
        desk = self.desk
        desk.ask(self, lambda: compare(desk.store, file), self._show_compared)

    def _show_compared(self, compared: Compared) -> None:
        card = ComparedCard(compared, self.desk.language, is_owner=self.desk.store.may(Part.ACCESS))
        card.left.connect(self._show_list)
        card.restore_wanted.connect(lambda: self._restore(compared.file))
        self._swap.show_form(card, card.first_focus())

    def _restore(self, file: Path | str) -> None:
        desk = self.desk

        def refused(refusal: Refusal) -> None:
            self._show_list()
            desk.tell(refusal)

        desk.do(self, lambda: restore(desk.store, file), self._restored, refused)

    def _restored(self, found: House) -> None:
        desk = self.desk
        desk.house_changed.emit(found)
        desk.notice(
            desk.language.say(
                "The backup is in place. The store from before is kept in the folder "
                "whose name begins with 'aside'."
            )
        )
        desk.go(Place(PageName.TODAY))

    def _show_list(self) -> None:
        self._swap.show_usual()
        self._now.setFocus()
