"""Recording a session by keyboard alone: the roster at the left, the notes at the right."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from groupkit.domain.attendance import Status
from groupkit.domain.guards import Finding, Named, sentence_around, without
from groupkit.domain.refusal import Field, Refusal, TextTooLong
from groupkit.domain.roles import Part
from groupkit.domain.session_pack import PackSheet
from groupkit.domain.text import LONGEST_NOTE
from groupkit.ui.desk import Desk
from groupkit.ui.guard_strip import GuardStrip
from groupkit.ui.page import Autosave, is_in_hand
from groupkit.ui.pages.session.added import AddedSheet
from groupkit.ui.pages.session.handed_out import HandedOutCard
from groupkit.ui.pages.session.own_note import OwnNoteCard
from groupkit.ui.pages.session.roster import Roster
from groupkit.ui.pages.session.still_open import StillOpenCard
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.parts.plain import PlainLabel, show_if
from groupkit.ui.places import PageName, Place
from groupkit.ui.shortcuts import Shortcut
from groupkit.usecases.guarding import women_of
from groupkit.usecases.joining import Circle, circle
from groupkit.usecases.moving_notes import Moved, move_to_her_note, put_notes_back
from groupkit.usecases.recording import (
    Record,
    mark,
    mark_the_rest_present,
    unmark,
    write_group_note,
)

_NOTE = "note"


class RecordView(QWidget):
    """Every status is kept at the keystroke, every note after a short pause.

    Without the key to notes there are none, only the reasons of absence.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: Record | None = None
        self._reads_notes = desk.store.may(Part.NOTES)
        say = desk.language.say
        self._early = Banner("", tone="notice")
        self._count = PlainLabel()
        self._count.setProperty("role", "hint")
        self._roster = Roster(desk.language, self, has_notes=self._reads_notes)
        self._group_note = NoteField(
            say("The group's note"),
            hint=say("What was covered and what to remember. No names here."),
        )
        self._guard = GuardStrip(desk.language)
        self._saved = PlainLabel()
        self._saved.setProperty("role", "hint")
        self._page = parent
        self._own = OwnNoteCard(desk, self, over=parent)
        self._rest = secondary(say("All others present"), "check")
        self._rest.clicked.connect(self._mark_the_rest)
        self._add = quiet(say("Somebody came who is not on the list"), "plus")
        self._add.clicked.connect(self._add_somebody)
        self._still_open = StillOpenCard(desk, parent)
        self._handed_out = HandedOutCard(desk, self)
        self._sheet: AddedSheet | None = None
        self._autosave = Autosave(self, self._save_group_note)
        self._empty = EmptyState(
            "people",
            say("Nobody is in the group on this day yet."),
            say("Add participants"),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        say = self._desk.language.say
        people = Card(say("Attendance"))
        people.body.addWidget(self._early)
        people.body.addWidget(self._count)
        people.body.addWidget(self._roster)
        people.body.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.addWidget(self._rest)
        foot.addWidget(self._add)
        foot.addStretch(1)
        people.body.addLayout(foot)
        note = Card(say("Notes"))
        note.body.addWidget(self._group_note)
        note.body.addWidget(self._guard)
        note.body.addWidget(self._saved)
        columns = Columns((5, 4))
        columns.left.add(people)
        columns.left.add(self._handed_out)
        columns.right.add(note)
        show_if(note, self._reads_notes)
        columns.right.add(self._own)
        columns.right.add(self._still_open)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(columns)

    def _connect(self) -> None:
        self._roster.marked.connect(self._mark)
        self._roster.current_changed.connect(self._show_own_note)
        self._roster.note_wanted.connect(self._own.take_focus)
        self._roster.rest_wanted.connect(self._mark_the_rest)
        self._own.left.connect(self._roster.take_focus)
        self._group_note.changed.connect(self._typed)
        self._guard.move_wanted.connect(self._move_sentence)
        self._group_note.too_long.connect(self._refuse_paste)
        self._empty.wanted.connect(self._go_to_participants)
        if self._reads_notes:
            QShortcut(QKeySequence(Shortcut.GROUP_NOTE.value), self, self._group_note.take_focus)
        QShortcut(QKeySequence(Shortcut.ROSTER.value), self, self._roster.take_focus)

    def show_record(self, record: Record, sheets: tuple[PackSheet, ...]) -> None:
        """Show the record; a field in which somebody types is left alone."""
        self._record = record
        self._handed_out.show_material(record, sheets)
        if self._reads_notes:
            self._still_open.read(record.session.id)
        say = self._desk.language.say
        early = record.session.day > self._desk.today()
        self._early.setVisible(early)
        if early:
            day = self._desk.language.date_long(record.session.day)
            self._early.set_text(say("Attendance can be recorded from {day} on.", day=day))
        self._roster.setVisible(bool(record.roster))
        self._roster.show_lines(record.roster, can_mark=not early)
        self._empty.setVisible(not record.roster)
        if not self._autosave.is_waiting:
            self._group_note.show_kept(record.group_note)
            self._guard.read(self._group_note.value(), at_once=True)
        desk, session_id = self._desk, record.session.id
        desk.ask(self, lambda: women_of(desk.store, session_id), self._watch_for)
        self._show_count(record)
        waits = any(line.status is None for line in record.roster)
        self._rest.setVisible(waits and not early)
        self._add.setVisible(not early)
        self._own.show_record(record)

    def _show_count(self, record: Record) -> None:
        tally = record.tally
        self._count.setVisible(bool(record.roster))
        self._count.setText(
            self._desk.language.say(
                "Of {invited} recorded, {came} came · {open} not recorded",
                came=tally.came,
                invited=tally.invited,
                open=tally.unrecorded,
            )
        )

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts: the roster."""
        other = self._group_note if self._reads_notes else self._empty.button
        return self._roster.focus_target() or other

    def spot(self) -> str:
        """Return which woman, note or reason has the keyboard, '' when none has."""
        if is_in_hand(self._group_note.input):
            return _NOTE
        return self._own.spot() or self._roster.spot()

    def part(self, spot: str) -> QWidget | None:
        """Return what takes the keys of ``spot``, with its woman in hand."""
        name, _, woman = spot.partition("/")
        if name in {_NOTE, "own"} and not self._reads_notes:
            return None
        if name == _NOTE:
            self._group_note.go_to_end()
            return self._group_note.input
        if not woman or not self._roster.focus_target():
            return None
        self._roster.take_in_hand(UUID(woman))
        return self._roster.focus_target() if name == "roster" else self._own.part(name)

    def flush(self) -> None:
        """Keep what was typed at once."""
        self._autosave.flush()
        self._own.flush()
        if self._sheet is not None and isValid(self._sheet):
            self._sheet.flush()

    def _mark(self, participant_id: UUID, status: Status | None) -> None:
        if self._record is None:
            return
        self._own.flush()  # a reason just typed goes with the status that she had until now
        desk, session_id, today = self._desk, self._record.session.id, self._desk.today()
        desk.do(
            self,
            lambda: mark(desk.store, session_id, participant_id, status, today=today),
            refused=self._refuse_mark,
        )

    def _mark_the_rest(self) -> None:
        if self._record is None or self._record.session.day > self._desk.today():
            return
        desk, session_id, today = self._desk, self._record.session.id, self._desk.today()

        def marked(rest: tuple[UUID, ...]) -> None:
            if rest:
                said = desk.language.count(
                    "{n} recorded as present.", "{n} recorded as present.", len(rest)
                )
                back = partial(unmark, desk.store, session_id, rest)
                desk.notice(said, undo=lambda: desk.do(desk, back))

        desk.do(
            self,
            lambda: mark_the_rest_present(desk.store, session_id, today=today),
            marked,
        )

    def _add_somebody(self) -> None:
        record, desk = self._record, self._desk
        if record is None:
            return

        def opened(found: Circle) -> None:
            self._sheet = AddedSheet(
                desk, record, found.next_number, self._page, self._add_somebody
            )

        desk.ask(self, lambda: circle(desk.store, record.group.id, desk.today()), opened)

    def _refuse_mark(self, refusal: Refusal) -> None:
        self._desk.tell(refusal)
        if self._record is not None:
            self._roster.show_lines(self._record.roster, can_mark=True)

    def _refuse_paste(self, length: int) -> None:
        no = TextTooLong(Field.NOTE, length, LONGEST_NOTE)
        self._group_note.set_error(self._desk.sentence(no))

    def _watch_for(self, women: tuple[Named, ...]) -> None:
        self._guard.watch_for(women)
        self._own.watch_for(women)

    def _move_sentence(self, finding: Finding) -> None:
        """Take the sentence that names a woman out of the group's note, into her own."""
        record, her = self._record, finding.participant_id
        if record is None or her is None:
            return
        self._autosave.forget()
        desk, text, session_id = self._desk, self._group_note.value(), record.session.id
        start, end = sentence_around(text, finding.start, finding.end)
        sentence, rest = text[start:end], without(text, start, end)

        def moved(done: Moved) -> None:
            desk.notice(
                desk.language.say("The sentence stands in her own note now."),
                undo=lambda: desk.do(desk, lambda: put_notes_back(desk.store, done)),
            )

        def refused(no: Refusal) -> None:
            now = self._group_note.value()
            self._put_text(text if now == rest else f"{now}\n{sentence}")
            self._autosave.touch()
            desk.tell(no)

        # At once, so that nothing is typed into a note that is about to be another.
        self._put_text(rest)
        desk.do(
            self,
            lambda: move_to_her_note(desk.store, session_id, her, sentence, typed=text, rest=rest),
            moved,
            refused,
        )

    def _put_text(self, note: str) -> None:
        self._group_note.set_value(note)
        self._guard.read(note, at_once=True)

    def _typed(self) -> None:
        self._guard.read(self._group_note.value())
        self._saved.setText(self._desk.language.say("Saving …"))
        self._autosave.touch()

    def _save_group_note(self) -> None:
        if self._record is None:
            return
        desk, session_id, note = self._desk, self._record.session.id, self._group_note.value()
        self._group_note.set_error(None)
        desk.do(
            self,
            lambda: write_group_note(desk.store, session_id, note),
            lambda _: self._saved.setText(desk.language.say("Saved")),
            lambda no: self._group_note.set_error(desk.sentence(no)),
        )

    def _show_own_note(self, participant_id: UUID) -> None:
        self._own.show_woman(participant_id)

    def _go_to_participants(self) -> None:
        if self._record is not None:
            group_id = self._record.group.id
            self._desk.go(Place(PageName.GROUP, group_id, tab="participants"))
