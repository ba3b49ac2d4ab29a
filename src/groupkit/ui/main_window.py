"""The window: first start or unlocking, then the open store, and back to locked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from groupkit.domain.house import House
from groupkit.domain.refusal import Refusal
from groupkit.language import Language, sentence
from groupkit.machine.preferences import Preferences, keep_preferences
from groupkit.ui import capture
from groupkit.ui.background import Lane
from groupkit.ui.copied import Copied
from groupkit.ui.cover import Cover
from groupkit.ui.desk import Desk, Notice
from groupkit.ui.entrance import Entrance
from groupkit.ui.idle import IdleWatch
from groupkit.ui.other_window import Door
from groupkit.ui.others import close_others
from groupkit.ui.overlays import Overlays
from groupkit.ui.pages.first_start import FirstStartPage
from groupkit.ui.pages.unlock import UnlockPage
from groupkit.ui.parts.toast import Toasts
from groupkit.ui.places import PageName, Place
from groupkit.ui.printing import PrintRun
from groupkit.ui.qt_words import speak
from groupkit.ui.shortcuts import Shortcut
from groupkit.ui.system_watch import SystemWatch, this_system
from groupkit.ui.theme import appearance
from groupkit.ui.tidying import Tidying
from groupkit.ui.wall import WallKeeper
from groupkit.ui.workspace import Workspace
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.housekeeping import house
from groupkit.usecases.papers import Printable
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.upkeep import sheet_shown
from groupkit.wiring import Program

_TODAY = Place(PageName.TODAY)
_SETTLED = 500
"""Milliseconds after which the window has been painted and hears the system."""


class MainWindow(QMainWindow):
    """One window for one store. Its title never says what it shows."""

    opened = Signal()
    locked = Signal()

    def __init__(
        self,
        program: Program,
        preferences: Preferences,
        today: Callable[[], dt.date] = dt.date.today,
        preferences_file: Path | None = None,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now().astimezone(),
    ) -> None:
        super().__init__()
        self._program = program
        self._preferences = preferences
        self._preferences_file = preferences_file
        self._today = today
        self._now = now
        self._wall = WallKeeper(now, self)
        self._store: OpenStore | None = None
        self._desk: Desk | None = None
        self._place = _TODAY
        self._person: UUID | None = None
        self.lane = Lane(self)
        self._tidying = Tidying(self)
        self._stack = QStackedWidget()
        self._toasts = Toasts(self)
        self._overlays = Overlays(self)
        self._copied = Copied(self)
        self._cover = Cover(self)
        self._watch = IdleWatch(_application(), self)
        self._system = SystemWatch(self)
        self._door = Door(self)
        self._is_settled = False
        self._guard = capture.CaptureGuard(_application(), self, capture.this_system())
        self._guard.allow(preferences.allow_capture)
        self.setWindowTitle("groupkit")
        self.setCentralWidget(self._stack)
        self.setMinimumSize(1024, 640)
        self.resize(1280, 800)
        self._entrance = Entrance(
            self.lane, program, self._door, today, lambda: self._preferences, self
        )
        self._connect()
        self._entrance.greet()

    def _connect(self) -> None:
        self._watch.idle.connect(self.lock)
        self._system.leaving.connect(self.lock)
        self.locked.connect(self._system.end)
        self._door.knocked.connect(self.come_forward)
        self._entrance.turned.connect(self._show)
        self._entrance.opened.connect(self._open)
        self._entrance.language_chosen.connect(self._use_language)
        self._entrance.other_store_chosen.connect(self._use_store)
        self._entrance.paper_made.connect(self._show_paper)
        self._entrance.noticed.connect(self._notice)
        self._cover.covering.connect(self._wall.be_hidden)
        self._overlays.noticed.connect(self._notice)
        self.lane.refused.connect(self._tell)
        self.lane.failed.connect(self._tell_failure)
        for key, deed in (
            (Shortcut.LOCK, self.lock),
            (Shortcut.HIDE, self._cover.toggle),
            (Shortcut.BACK, self._back),
            (Shortcut.FULL_SCREEN, self._toggle_full_screen),
            (Shortcut.TODAY, lambda: self._go(PageName.TODAY)),
            (Shortcut.GROUPS, lambda: self._go(PageName.GROUPS)),
            (Shortcut.LIBRARY, lambda: self._go(PageName.LIBRARY)),
            (Shortcut.NOMINATIONS, lambda: self._go(PageName.NOMINATIONS)),
            (Shortcut.FIGURES, lambda: self._go(PageName.FIGURES)),
            (Shortcut.SETTINGS, lambda: self._go(PageName.SETTINGS)),
            (Shortcut.SEARCH, self._search),
        ):
            shortcut = QShortcut(QKeySequence(key.value), self)
            shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
            shortcut.activated.connect(deed)

    @property
    def workspace(self) -> Workspace | None:
        """The open store's content, None while locked."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Workspace) else None

    @property
    def store(self) -> OpenStore | None:
        """The open store, None while locked."""
        return self._store

    @property
    def language(self) -> Language:
        """The language of the window: the house's, before that the one last used."""
        return self._desk.language if self._desk else Language(self._preferences.language)

    def warm_up(self) -> None:
        """Import in the lane what an open store needs, while the passphrase is typed."""
        self.lane.ask(self, self._program.warm_up, lambda _: None)
        QTimer.singleShot(_SETTLED, self, self._settle)

    def come_forward(self) -> None:
        """Show the window as it is, locked or not, in front of others."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def _settle(self) -> None:
        self._is_settled = True
        self._system.listen(this_system(self))
        self._serve()

    def _serve(self) -> None:
        if self._is_settled:
            self._door.serve(self._preferences.store)

    def _show(self, content: QWidget) -> None:
        old = self._stack.currentWidget()
        self._stack.addWidget(content)
        self._stack.setCurrentWidget(content)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        focus = getattr(content, "first_focus", lambda: None)()
        if focus is not None:
            focus.setFocus()

    def _use_language(self, code: str) -> None:
        speak(_application(), code)
        # A window keeps the language of its dates from when it was made.
        self.setLocale(QLocale())
        self._keep(self._preferences.with_language(code))

    def _use_store(self, preferences: Preferences) -> None:
        self._keep(preferences)
        self._serve()
        self._entrance.greet()

    def _keep(self, preferences: Preferences) -> None:
        self._preferences = preferences
        keep_preferences(preferences, self._preferences_file)

    def _open(self, store: OpenStore) -> None:
        self._store = store
        shipped = self._program.library
        self.lane.ask(
            self, lambda: (house(store), HouseLibrary(shipped, own_material(store, shipped))),
            lambda found: self._enter(*found),
        )  # fmt: skip

    def _enter(self, found: House, library: HouseLibrary) -> None:
        if self._store is None:
            return
        desk = Desk(
            self.lane,
            self._store,
            library,
            self._program.press,
            found,
            self._today,
            self,
            self._now,
            self._program.spelling,
            self._program.packs,
        )
        self._wall.serve(desk, self._preferences.store)
        desk.noticed.connect(self._notice)
        desk.showing.connect(self._show_paper)
        desk.house_changed.connect(self._use_house)
        desk.appearance_wanted.connect(self._use_appearance)
        desk.capture_wanted.connect(self._use_capture)
        if self._guard.works:
            desk.capture_allowed = self._preferences.allow_capture
        self._desk = desk
        self._keep(replace(self._preferences, has_store=True))
        self._use_language(found.language)
        # Another person does not begin where the one before her was.
        person = self._store.user.id
        start = self._place if person == self._person else _TODAY
        self._person = person
        self._show_workspace(start)
        self._watch.start(found.idle_minutes)
        self._system.begin()
        self._serve()
        self.opened.emit()

    def _show_workspace(self, place: Place) -> None:
        if self._desk is None:
            return
        workspace = Workspace(self._desk, place)
        workspace.lock_wanted.connect(self.lock)
        workspace.search_wanted.connect(self._search)
        self._show(workspace)

    def _use_house(self, changed: House) -> None:
        """Take over changed settings; a changed language shows the page anew."""
        if self._desk is None or self.workspace is None:
            return
        speaks_anew = changed.language != self._desk.house.language
        self._watch.start(changed.idle_minutes)
        if speaks_anew:
            place = self.workspace.place
            self.workspace.flush()
            self._desk.house, self._desk.language = changed, Language(changed.language)
            self._use_language(changed.language)
            self._show_workspace(place)
        else:
            self._desk.house = changed

    def _use_appearance(self, wanted: str) -> None:
        appearance.use(wanted)
        self._keep(replace(self._preferences, appearance=wanted))

    def _use_capture(self, allowed: bool) -> None:
        self._guard.allow(allowed)
        self._keep(replace(self._preferences, allow_capture=allowed))
        if self._desk is not None:
            self._desk.capture_allowed = allowed

    def lock(self) -> None:
        """Keep what was typed, close the store, and show the unlock page. Never asks."""
        workspace, store, desk = self.workspace, self._store, self._desk
        if workspace is None or store is None or desk is None:
            self._stay_closed()
            return
        self._watch.stop()
        self._wall.lock()
        close_others()
        self._place = workspace.place
        failure = _flushed(workspace)
        self._overlays.close()
        self._toasts.clear()
        self._copied.forget()
        self._entrance.close_up()
        self._store = self._desk = None
        # An answer may already be on its way here, with a paper or a name to show.
        desk.blockSignals(True)
        desk.deleteLater()
        self.lane.ask(self, store.close, lambda _: self.locked.emit())
        if failure:
            self._tell_failure(failure)

    def _stay_closed(self) -> None:
        """Let nothing come up that is on its way; words for paper are covered until a click."""
        close_others()
        shown, store = self._stack.currentWidget(), self._store
        if isinstance(shown, UnlockPage):
            shown.give_up()
        elif isinstance(shown, FirstStartPage) and not self._cover.isVisible():
            self._cover.toggle()
        if store is not None:
            self._store = None
            self._entrance.close_up()
            self.lane.ask(self, store.close, lambda _: self.locked.emit())

    def _show_paper(self, paper: Printable) -> None:
        self._overlays.show_paper(paper, self.language, self._desk)
        self._cover.stay_on_top()

    def _search(self) -> None:
        self._overlays.search(self._desk if self.workspace is not None else None)

    def _notice(self, notice: Notice) -> None:
        self._toasts.show_text(
            notice.text,
            undo_text=self.language.say("Undo"),
            undo=notice.undo,
            is_problem=notice.is_problem,
        )
        self._cover.stay_on_top()

    def _tell(self, refusal: Refusal) -> None:
        self._notice(Notice(sentence(refusal, self.language), is_problem=True))

    def _tell_failure(self, name: str) -> None:
        said = self.language.say(
            "Something unexpected happened ({name}). What was saved is safe. "
            "Lock and unlock, then try again.",
            name=name,
        )
        self._notice(Notice(said, is_problem=True))

    def _go(self, page: PageName) -> None:
        if self.workspace is not None:
            self.workspace.go(Place(page))

    def _back(self) -> None:
        if self.workspace is not None:
            self.workspace.back()

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._system.stop()
        self._wall.close()
        self._door.close()
        for run in self.findChildren(PrintRun):
            run.finish()
        self._copied.forget()
        if self.workspace is not None:
            _flushed(self.workspace)
        shown = self._stack.currentWidget()
        unconfirmed = shown.unconfirmed if isinstance(shown, FirstStartPage) else None
        if unconfirmed is not None:
            self.lane.ask(self, lambda: sheet_shown(unconfirmed), lambda _: None)
        for store in (self._store, unconfirmed):
            if store is not None:
                self.lane.ask(self, store.close, lambda _: None)
        self.lane.stop()
        self._tidying.stop()
        super().closeEvent(event)


def _application() -> QApplication:
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        raise RuntimeError("the window needs a running application")
    return running


def _flushed(workspace: Workspace) -> str:
    """Hand over what was typed; return the name of an error, which holds no lock back."""
    try:
        workspace.flush()
    except Exception as error:
        return type(error).__name__
    return ""
