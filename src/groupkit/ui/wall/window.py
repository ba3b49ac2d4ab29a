"""A window of its own for the wall, turned on by keys alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QMainWindow

from groupkit.domain.running import SessionClock
from groupkit.domain.session_steps import step_back, step_on
from groupkit.language import Language
from groupkit.ui.wall.face import WallFace
from groupkit.ui.wall.shown import OnTheWall, seen

_TICK = 1_000
_KEYS_SHOWN = 8_000
"""Milliseconds that the hint at the keys and the mouse's arrow stay."""
_STAYS = dt.timedelta(minutes=15)
"""How long the view stays after the session's end while the program is locked."""
# A clicker for talks sends the page keys.
_ON = {Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown}
_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class WallWindow(QMainWindow):
    """Emits ``stepped`` with the clock at each step; it holds no store and no name."""

    stepped = Signal(object)
    """The :class:`SessionClock` after a step."""
    left = Signal()

    def __init__(
        self, shown: OnTheWall, language: Language, now: Callable[[], dt.datetime]
    ) -> None:
        super().__init__()
        self.setObjectName("wall")
        self.setWindowTitle("groupkit")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shown, self._language, self._now = shown, language, now
        self._is_locked = False
        self._face = WallFace()
        self.setCentralWidget(self._face)
        self.setMouseTracking(True)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_KEYS_SHOWN)
        self._quiet.timeout.connect(self._be_quiet)
        self._quiet.start()
        self.refresh()

    def show_on(self, screen: QScreen) -> None:
        """Fill ``screen``."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()

    def show_anew(self, shown: OnTheWall, language: Language) -> None:
        """Take over what was changed in the window of the program."""
        self._shown, self._language = shown, language
        self.refresh()

    @property
    def shown(self) -> OnTheWall:
        """What it shows."""
        return self._shown

    def be_locked(self, locked: bool) -> None:
        """Know whether the program is locked: then the view goes a while after the end."""
        self._is_locked = locked

    def refresh(self) -> None:
        """Look at the clock again."""
        now = self._now()
        if self._is_locked and now > self._shown.ends + _STAYS:
            self.close()
            return
        self._face.say_keys(self._language.say("Space: next · ←: back · Esc: close"))
        self._face.show_seen(seen(self._shown, now, self._language))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shown = event.key(), self._shown
        if event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            event.accept()
        elif key in _ON:
            self._step(step_on(shown.agenda, shown.clock, self._now()))
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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._face.show_keys(True)
        self.unsetCursor()
        self._quiet.start()
        super().mouseMoveEvent(event)

    def _be_quiet(self) -> None:
        self._face.show_keys(False)
        self.setCursor(Qt.CursorShape.BlankCursor)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self._quiet.stop()
        self.left.emit()
        super().closeEvent(event)
