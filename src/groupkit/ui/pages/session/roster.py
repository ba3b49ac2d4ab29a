"""The women of a session in one column, each with one key per status."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.attendance import Status
from groupkit.language import Language
from groupkit.language.words import status_word
from groupkit.ui.page import is_in_hand
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.segmented import Segment, Segmented
from groupkit.usecases.recording import RosterLine

_ICONS = {
    Status.PRESENT: ("check", "good"),
    Status.LATE: ("clock", "good"),
    Status.LEFT_EARLY: ("left-early", "good"),
    Status.ABSENT_NOTICE: ("absent", "notice"),
    Status.ABSENT_NO_NOTICE: ("absent-alert", "danger"),
    Status.NOT_INVITED: ("not-invited", "neutral"),
}
_CLEARING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_0})


class Roster(QWidget):
    """Keys 1 to 6 set the status and go on to the next woman; up and down choose a woman.

    Backspace takes a mark away; N or Enter goes to her own note; A marks the rest as present.
    """

    marked = Signal(object, object)
    """Participant id, :class:`Status` or None."""
    current_changed = Signal(object)
    note_wanted = Signal()
    rest_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget, *, has_notes: bool = True) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: list[_Row] = []
        self._current = 0
        self._can_mark = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        keys = "   ".join(
            f"{at} {status_word(status, language)}".replace(" ", "\N{NO-BREAK SPACE}")
            for at, status in enumerate(Status, start=1)
        )
        more = (
            language.say(
                "↑ ↓ choose a woman, Enter opens her note, A: all others present, "
                "Backspace takes a mark away"
            )
            if has_notes
            else language.say(
                "↑ ↓ choose a woman, A: all others present, Backspace takes a mark away"
            )
        )
        hint = PlainLabel(f"{keys}\n{more}")
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self._column.addWidget(hint)

    def show_lines(self, lines: tuple[RosterLine, ...], *, can_mark: bool) -> None:
        """Show the women; rows that stay are changed in place, so the keyboard stays too."""
        self._can_mark = can_mark
        wanted = [line.membership.participant.id for line in lines]
        if wanted != [row.participant_id for row in self._rows]:
            self._build(lines)
        for row, line in zip(self._rows, lines, strict=True):
            row.show_line(line)
            row.choice.setEnabled(can_mark)
        self._highlight()

    def take_focus(self) -> None:
        """Put the keyboard on the woman in hand."""
        target = self.focus_target()
        if target is not None:
            target.setFocus()

    def focus_target(self) -> QWidget | None:
        """Return the part of the woman in hand that takes the keys."""
        return self._rows[self._current].choice if self._rows else None

    def spot(self) -> str:
        """Return the woman who has the keyboard, '' when none has."""
        row = next((row for row in self._rows if is_in_hand(row.choice)), None)
        return f"roster/{row.participant_id}" if row else ""

    def take_in_hand(self, participant_id: UUID) -> None:
        """Choose a woman; nothing happens when she is not in the roster."""
        for at, row in enumerate(self._rows):
            if row.participant_id == participant_id:
                self._choose(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        row = next((at for at, row in enumerate(self._rows) if row.choice is watched), None)
        if row is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusIn:
            self._choose(row)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(row, event)
        return super().eventFilter(watched, event)

    def _build(self, lines: tuple[RosterLine, ...]) -> None:
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [_Row(line, self._language, self) for line in lines]
        for row in self._rows:
            self._column.addWidget(row)
            row.choice.installEventFilter(self)
            row.choice.changed.connect(lambda status, row=row: self._chosen(row, status))
        self._current = min(self._current, max(len(self._rows) - 1, 0))

    def _press(self, at: int, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._go(at + (1 if key == Qt.Key.Key_Down else -1))
            return True
        if key in {Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(at)
            self.note_wanted.emit()
            return True
        if not self._can_mark:
            return False
        if key == Qt.Key.Key_A:
            self.rest_wanted.emit()
            return True
        statuses = list(Status)
        place = key - Qt.Key.Key_1
        if 0 <= place < len(statuses):
            self._rows[at].choice.set_value(statuses[place].value)
            self._announce(at, statuses[place])
            self._go(at + 1)
            return True
        if key in _CLEARING:
            self._rows[at].choice.set_value(None)
            self._announce(at, None)
            return True
        return False

    def _chosen(self, row: _Row, status: str | None) -> None:
        at = self._rows.index(row)
        self._choose(at)
        self._announce(at, Status(status) if status else None)

    def _announce(self, at: int, status: Status | None) -> None:
        self.marked.emit(self._rows[at].participant_id, status)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._rows):
            self._rows[at].choice.setFocus()
            self._choose(at)

    def _choose(self, at: int) -> None:
        if at != self._current or not self._rows[at].is_current:
            self._current = at
            self._highlight()
            self.current_changed.emit(self._rows[at].participant_id)

    def _highlight(self) -> None:
        for at, row in enumerate(self._rows):
            row.set_current(at == self._current)


class _Row(QWidget):
    def __init__(self, line: RosterLine, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rosterRow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.participant_id: UUID = line.membership.participant.id
        self.is_current = False
        self._language = language
        self._name = PlainLabel()
        self._name.setProperty("role", "strong")
        self._number = PlainLabel()
        self._number.setProperty("role", "hint")
        self.choice = Segmented(
            [
                Segment(
                    status.value,
                    _ICONS[status][0],
                    status_word(status, language),
                    str(at),
                    _ICONS[status][1],
                )
                for at, status in enumerate(Status, start=1)
            ],
            self,
        )
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self._name)
        who.addWidget(self._number)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.addLayout(who, 1)
        layout.addWidget(self.choice)

    def show_line(self, line: RosterLine) -> None:
        """Show what is recorded of her."""
        participant = line.membership.participant
        said = [participant.number]
        if line.paused:
            said.append(self._language.say("on a pause"))
        if line.note:
            said.append(self._language.say("note"))
        self._name.setText(participant.alias)
        self._number.setText(" · ".join(said))
        self.choice.set_value(line.mark.status.value if line.mark else None)
        self.choice.setAccessibleName(
            f"{participant.alias}: {status_word(line.status, self._language)}"
        )

    def set_current(self, current: bool) -> None:
        """Show whether she is the one in hand."""
        self.is_current = current
        if self.property("current") != current:
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)
