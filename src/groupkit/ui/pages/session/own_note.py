"""One woman's own note of the session, and the reason when she sent word that she stays away.

Without the key to notes the reason stands alone.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from groupkit.domain.attendance import LONGEST_REASON, Status
from groupkit.domain.guards import Named
from groupkit.domain.refusal import Field, TextTooLong
from groupkit.domain.roles import Part
from groupkit.domain.text import LONGEST_NOTE
from groupkit.ui.desk import Desk
from groupkit.ui.guard_strip import GuardStrip
from groupkit.ui.incident_form import IncidentForm, ask_incident
from groupkit.ui.page import Autosave, is_in_hand
from groupkit.ui.pages.session.readings import Readings
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import TextField
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.parts.plain import PlainLabel, show_if
from groupkit.usecases.recording import Record, RosterLine, mark, write_own_note


class OwnNoteCard(Card):
    """Shows the note of the woman in hand; Esc goes back to the roster."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget, *, over: QWidget) -> None:
        self._reads_notes = desk.store.may(Part.NOTES)
        super().__init__(desk.language.say("Her own note"))
        self.setParent(parent)
        self._over = over
        self._desk = desk
        self._record: Record | None = None
        self._woman: UUID | None = None
        say = desk.language.say
        self._reason = TextField(say("Reason for the absence"))
        self._note = NoteField(
            say("Her own note"), hint=say("Only about her. No other woman's name.")
        )
        self._saved = PlainLabel()
        self._saved.setProperty("role", "hint")
        self._guard = GuardStrip(desk.language)
        self._women: tuple[Named, ...] = ()
        for part in (self._reason, self._note, self._guard, self._saved):
            self.body.addWidget(part)
        self._incident = quiet(say("New incident"), "warning")
        self._incident.clicked.connect(self._note_incident)
        show_if(self._incident, self._reads_notes)
        self.tools.addWidget(self._incident)
        self._form: IncidentForm | None = None
        self._readings = Readings(desk, self)
        self._note_save = Autosave(self, self._save_note)
        self._reason_save = Autosave(self, self._save_reason)
        self._note.changed.connect(lambda: self._typed(self._note_save))
        for typed in (self._note.changed, self._reason.changed):
            typed.connect(self._look)
        self._note.too_long.connect(self._refuse_paste)
        self._reason.changed.connect(lambda: self._typed(self._reason_save))
        for field in (self._note, self._reason):
            field.input.installEventFilter(self)
        self.hide()

    def show_record(self, record: Record) -> None:
        """Take over a fresh record without disturbing what is being typed."""
        self._record = record
        known = [line.membership.participant.id for line in record.roster]
        if self._woman not in known:
            # What was typed about her goes with her: it must never be kept as another woman's.
            self._note_save.forget()
            self._reason_save.forget()
            self._woman = known[0] if known else None
            self._show(self._line(), anew=True)
            return
        self._show(self._line())

    def show_woman(self, participant_id: UUID) -> None:
        """Show another woman's note; what was typed about the one before is kept first."""
        if participant_id == self._woman:
            return
        self.flush()
        self._woman = participant_id
        self._note.set_error(None)
        self._reason.set_error(None)
        self._saved.setText("")
        self._show(self._line(), anew=True)

    def watch_for(self, women: tuple[Named, ...]) -> None:
        """Say whose names do not belong in her note."""
        self._women = women
        self._guard.watch_for(women, self._woman)

    def _look(self) -> None:
        self._guard.read(f"{self._reason.value()}\n{self._note.value()}")

    def take_focus(self) -> None:
        """Put the keyboard into her note, or into the reason while that is still missing."""
        asks_reason = self._reason.isVisible() and not self._reason.value()
        if asks_reason or self._reads_notes:
            (self._reason if asks_reason else self._note).take_focus()
        elif self._reason.isVisible():
            self._reason.take_focus()

    def spot(self) -> str:
        """Return whose note or reason has the keyboard, '' when neither has."""
        for name, field in (("own", self._note), ("reason", self._reason)):
            if is_in_hand(field.input):
                return f"{name}/{self._woman}"
        return ""

    def part(self, name: str) -> QWidget:
        """Return what takes the keys of the spot ``name``, ready to type on."""
        if name == "reason" and not self._reason.isHidden():
            return self._reason.input
        self._note.go_to_end()
        return self._note.input

    def flush(self) -> None:
        """Keep what was typed at once."""
        self._note_save.flush()
        self._reason_save.flush()
        if self._form is not None and isValid(self._form):
            self._form.flush()

    def _note_incident(self) -> None:
        record, her = self._record, self._woman
        if record is None or her is None:
            return
        over = self._over
        ask_incident(self._desk, her, over, self._take_form, session_id=record.session.id)

    def _take_form(self, form: IncidentForm) -> None:
        self._form = form

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Cancel):
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _line(self) -> RosterLine | None:
        roster = self._record.roster if self._record else ()
        found = (line for line in roster if line.membership.participant.id == self._woman)
        return next(found, None)

    def _show(self, line: RosterLine | None, *, anew: bool = False) -> None:
        has_reason = line is not None and line.status is Status.ABSENT_NOTICE
        self.setVisible(line is not None and (self._reads_notes or has_reason))
        if line is None:
            return
        participant = line.membership.participant
        self.set_title(f"{participant.alias} · {participant.number}")
        if anew:
            self._note.set_value(line.note)
        elif not self._note_save.is_waiting:
            self._note.show_kept(line.note)
        self._note.setVisible(self._reads_notes)
        self._reason.setVisible(has_reason)
        if anew or not self._reason_save.is_waiting:
            self._show_reason(line.mark.reason if line.mark else "", anew=anew)
        self._guard.watch_for(self._women, self._woman)
        if anew or not self._note_save.is_waiting:
            self._guard.read(f"{self._reason.value()}\n{self._note.value()}", at_once=True)
        if self._record is not None:
            has_words = bool(line.note or (line.mark and line.mark.reason))
            session_id = self._record.session.id
            self._readings.shows(session_id, participant.id, has_words=has_words)

    def _show_reason(self, kept: str, *, anew: bool) -> None:
        if anew or self._reason.value().split() != kept.split():
            blocked = self._reason.blockSignals(True)
            self._reason.set_value(kept)
            self._reason.blockSignals(blocked)

    def _refuse_paste(self, length: int) -> None:
        no = TextTooLong(Field.NOTE, length, LONGEST_NOTE)
        self._note.set_error(self._desk.sentence(no))

    def _typed(self, autosave: Autosave) -> None:
        self._saved.setText(self._desk.language.say("Saving …"))
        autosave.touch()

    def _save_note(self) -> None:
        if self._record is None or self._woman is None:
            return
        desk, session_id, woman = self._desk, self._record.session.id, self._woman
        note = self._note.value()
        desk.do(
            self,
            lambda: write_own_note(desk.store, session_id, woman, note),
            lambda _: self._show_saved(woman),
            lambda no: self._note.set_error(desk.sentence(no)),
        )

    def _save_reason(self) -> None:
        line = self._line()
        if self._record is None or line is None or line.status is not Status.ABSENT_NOTICE:
            return
        desk, session_id = self._desk, self._record.session.id
        woman, reason = line.membership.participant.id, self._reason.value()[: LONGEST_REASON + 1]
        today = desk.today()
        desk.do(
            self,
            lambda: mark(
                desk.store,
                session_id,
                woman,
                Status.ABSENT_NOTICE,
                today=today,
                reason=reason,
            ),
            lambda _: self._show_saved(woman),
            lambda no: self._reason.set_error(desk.sentence(no)),
        )

    def _show_saved(self, woman: UUID) -> None:
        if woman == self._woman:
            self._note.set_error(None)
            self._reason.set_error(None)
            self._saved.setText(self._desk.language.say("Saved"))
