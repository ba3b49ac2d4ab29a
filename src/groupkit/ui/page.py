"""What every page of an open store has in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from groupkit.ui.desk import Desk
from groupkit.ui.places import Place
from groupkit.usecases.changes import Changes


class Page(QWidget):
    """A page at a place; it reads through the desk and is told what others touched.

    Subclasses override ``load`` (read and show), ``on_changes`` (decide whether to read again),
    ``flush`` (hand unsaved typing to the lane at once) and ``spot`` (where the keyboard is).
    """

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._place = place
        desk.changed.connect(self.on_changes)

    @property
    def place(self) -> Place:
        """Where one is, so that unlocking can return here."""
        return replace(self._place, spot=self.spot())

    def load(self) -> None:
        """Read what the page shows."""

    def on_changes(self, changes: Changes) -> None:
        """Hear what a use case touched."""

    def flush(self) -> None:
        """Hand what was typed and not yet kept to the lane."""

    def spot(self) -> str:
        """Return a word for the part that has the keyboard, '' where the usual start will do."""
        return ""

    def first_focus(self) -> QWidget | None:
        """Return the part that the keyboard should start in."""
        return None

    def holds_keyboard(self, part: QWidget) -> bool:
        """Return whether the keyboard is on ``part``'s inside, or still on the page itself."""
        focus = self.window().focusWidget()
        return focus is not None and (focus is self or part.isAncestorOf(focus))


def is_in_hand(part: QWidget) -> bool:
    """Return whether the keyboard is on ``part``, also while another program is in front."""
    return part.window().focusWidget() is part


class Autosave:
    """Keeps what is typed after a short pause, and at once when flushed."""

    PAUSE = 700
    """Milliseconds; with the write itself well under the two seconds promised."""

    def __init__(self, owner: QObject, save: Callable[[], None]) -> None:
        self._save = save
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.PAUSE)
        self._timer.timeout.connect(save)

    def touch(self) -> None:
        """Note that something was typed; typing on without pause still saves in time."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Save now what waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def forget(self) -> None:
        """Let what waits be, as when it was kept in another way."""
        self._timer.stop()

    @property
    def is_waiting(self) -> bool:
        """True while something typed is not yet handed on."""
        return self._timer.isActive()
