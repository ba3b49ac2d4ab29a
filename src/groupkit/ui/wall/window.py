"""A window of its own for the wall: what comes when, readable from five metres, no names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from groupkit.domain.agenda import Agenda
from groupkit.domain.running import Expected, Progress, SessionClock, progress
from groupkit.domain.session_steps import step_back, step_on
from groupkit.language import Language
from groupkit.language.clock_words import late_said, left_said
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.plain import PlainLabel

_TICK = 1_000
_STAYS = dt.timedelta(minutes=15)
"""How long the view stays after the session's end while the program is locked."""
_ON = {Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown}
_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp}
_SHOWN = 4
"""Items to come that are shown."""


@dataclass(frozen=True)
class OnTheWall:
    """All that the wall knows: times and titles; ``planned`` has a time zone."""

    topic: str
    agenda: Agenda
    clock: SessionClock
    planned: dt.datetime


class WallWindow(QMainWindow):
    """Emits ``stepped`` with the clock at each step; it holds no store and no name."""

    stepped = Signal(object)
    left = Signal()

    def __init__(
        self, shown: OnTheWall, language: Language, now: Callable[[], dt.datetime]
    ) -> None:
        super().__init__()
        self.setObjectName("wall")
        self.setWindowTitle("groupkit")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shown, self._language, self._clock_now = shown, language, now
        self._is_locked = False
        self._clock, self._topic = PlainLabel(), PlainLabel(shown.topic)
        self._item, self._left_over, self._late = PlainLabel(), PlainLabel(), PlainLabel()
        self._keys = PlainLabel(language.say("Space: next · ←: back · Esc: close"), role="hint")
        self._coming = QVBoxLayout()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self.refresh()

    def _lay_out(self) -> None:
        for label in (self._topic, self._item):
            label.setWordWrap(True)
        self._left_over.setObjectName("wallLeft")
        self._topic.setProperty("role", "hint")
        self._late.setProperty("role", "hint")
        top = QHBoxLayout()
        top.addWidget(self._topic, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setObjectName("wallInside")
        column = QVBoxLayout(inner)
        column.setContentsMargins(64, 48, 64, 32)
        column.addLayout(top)
        column.addStretch(2)
        for label in (self._item, self._left_over, self._late):
            column.addWidget(label)
        column.addStretch(2)
        column.addLayout(self._coming)
        column.addStretch(1)
        column.addWidget(self._keys)
        self.setCentralWidget(inner)

    @property
    def shown(self) -> OnTheWall:
        """What it shows."""
        return self._shown

    def show_clock(self, agenda: Agenda, clock: SessionClock) -> None:
        """Take over what was changed in the window of the program."""
        self._shown = replace(self._shown, agenda=agenda, clock=clock)
        self.refresh()

    def be_locked(self, locked: bool) -> None:
        """Know whether the program is locked: then the view goes a while after the end."""
        self._is_locked = locked

    def refresh(self) -> None:
        """Look at the clock again."""
        now, language = self._clock_now(), self._language
        found = progress(self._shown.agenda, self._shown.clock, self._shown.planned, now)
        if self._is_locked and found.ends is not None and now > found.ends + _STAYS:
            self.close()
            return
        self._clock.setText(language.time(now.astimezone().time()))
        self._item.setText(self._said_item(found))
        self._left_over.setText("" if found.over else left_said(found, language))
        self._left_over.setProperty("tone", "warn" if found.overruns else "notice")
        self._late.setText("" if found.over else late_said(found, language))
        clear(self._coming)
        after = 0 if found.at is None else found.at + 1
        for expected in () if found.over else found.items[after : after + _SHOWN]:
            self._coming.addWidget(self._line(expected))
        self._size()

    def _said_item(self, found: Progress) -> str:
        if found.over:
            return self._language.say("Thank you for today")
        if found.at is None:
            clock = self._language.time(self._shown.planned.astimezone().time())
            return self._language.say("We begin at {time}", time=clock)
        return found.items[found.at].item.title

    def _line(self, expected: Expected) -> PlainLabel:
        clock = self._language.time(expected.starts.astimezone().time())
        line = PlainLabel(f"{clock}   {expected.item.title}")
        line.setProperty("size", "line")
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shown = event.key(), self._shown
        if key in _ON:
            self._step(step_on(shown.agenda, shown.clock, self._clock_now()))
        elif key in _BACK:
            self._step(step_back(shown.agenda, shown.clock))
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _step(self, clock: SessionClock) -> None:
        if clock == self._shown.clock:
            return
        self._shown = replace(self._shown, clock=clock)
        self.refresh()
        self.stepped.emit(clock)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._size()

    def closeEvent(self, event: QEvent) -> None:
        self._timer.stop()
        self.left.emit()
        super().closeEvent(event)  # type: ignore[arg-type] # Qt gives a close event

    def _size(self) -> None:
        """Let the letters grow with the window; a style sheet's size would win over a font."""
        unit = max(min(self.height() / 14, self.width() / 24), 20)
        for label, share in (
            (self._clock, 1.3),
            (self._topic, 0.7),
            (self._item, 1.6),
            (self._left_over, 0.9),
            (self._late, 0.6),
        ):
            _enlarge(label, unit * share)
        for at in range(self._coming.count()):
            item = self._coming.itemAt(at)
            widget = item.widget() if item else None
            if widget is not None:
                _enlarge(widget, unit * 0.62)


def _enlarge(widget: QWidget, pixels: float) -> None:
    font = QFont(widget.font())
    font.setPixelSize(round(pixels))
    widget.setFont(font)
    widget.setStyleSheet(f"font-size: {round(pixels)}px;")
