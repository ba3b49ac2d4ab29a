"""The session page: prepare it beforehand, record it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from groupkit.domain.material import TextKey
from groupkit.domain.roles import Part
from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.language.words import session_moved
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.session.clock_strip import ClockStrip
from groupkit.ui.pages.session.prepare import PrepareView
from groupkit.ui.pages.session.record import RecordView
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place
from groupkit.ui.shortcuts import Shortcut
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.planning import view_group
from groupkit.usecases.preparing import Prepared, prepared
from groupkit.usecases.recording import Record, finish, record, reopen
from groupkit.usecases.running import Running, running
from groupkit.usecases.session_pack import SessionMaterial, session_material

PREPARE, RECORD = "prepare", "record"


@dataclass(frozen=True)
class _Shown:
    prepared: Prepared
    running: Running
    record: Record | None
    total: int
    topics: tuple[Topic, ...]
    material: SessionMaterial


class SessionPage(Page):
    """Two tabs; before the day it opens on preparing, from the day on with recording.

    Whose keys open no participants prepares only.
    """

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._asked = 0
        self._session: Session | None = None
        self._texts: Mapping[TextKey, str] = {}
        self._sees_women = desk.store.may(Part.PEOPLE)
        self._header = Header()
        tabs = [(PREPARE, say("Prepare"))]
        if self._sees_women:
            tabs.append((RECORD, say("Record")))
        self._header.set_tabs(tabs)
        self._prepare = PrepareView(desk, self)
        self._record = RecordView(desk, self)
        self._views = QStackedWidget()
        self._scrolls = [PageScroll(self._prepare), PageScroll(self._record)]
        for scroll in self._scrolls:
            self._views.addWidget(scroll)
        self._clock = ClockStrip(desk, self)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._clock)
        column.addWidget(self._views, 1)
        frame(self, self._header, content)
        self._clock.reflowed.connect(self._prepare.show_progress)
        self._prepare.sought.connect(self._scrolls[0].bring_into_view)
        self._header.tab_chosen.connect(self._show_tab)
        self._header.back.connect(self._go_back)
        self._header.action.connect(self._finish_or_reopen)
        if self._sees_women:
            QShortcut(QKeySequence(Shortcut.FINISH.value), self, self._finish)

    def load(self) -> None:
        session_id, desk = self._place.id, self.desk
        if session_id is None:
            return
        self._asked += 1
        asked = self._asked
        desk.ask(
            self,
            lambda: self._read(session_id),
            lambda shown: self._answer(asked, shown),
        )

    def _read(self, session_id: UUID) -> _Shown:
        desk = self.desk
        found = prepared(desk.store, session_id)
        return _Shown(
            found,
            running(desk.store, session_id),
            record(desk.store, session_id) if self._sees_women else None,
            sum(not s.cancelled for s in view_group(desk.store, found.group.id).sessions),
            desk.library.topics(desk.language.code),
            session_material(desk.store, desk.library, session_id, desk.language),
        )

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(
            Kind.CLOCK,
            Kind.SESSION,
            Kind.AGENDA,
            Kind.ATTENDANCE,
            Kind.NOTE,
            Kind.MEMBER,
            Kind.LIBRARY,
            Kind.FOLLOW_UP,
        ):
            self.load()
        self._prepare.on_changes(changes)

    def flush(self) -> None:
        self._prepare.flush()
        self._record.flush()

    def spot(self) -> str:
        if self._session is None:
            return self._place.spot
        return (self._prepare if self._place.tab == PREPARE else self._record).spot()

    def _answer(self, asked: int, shown: _Shown) -> None:
        """Show the answer to the latest question, once nothing newer is on its way to the store.

        Anything else would undo on the screen, for a moment, what was just typed or marked.
        """
        if asked != self._asked:
            return
        if self.desk.lane.is_idle:
            self._show(shown)
        else:
            self.load()

    def _show(self, shown: _Shown) -> None:
        is_first = self._session is None
        self._session = shown.prepared.session
        self._texts = shown.material.texts_in(self.desk.language.code)
        self._show_header(shown)
        self._prepare.show_prepared(shown.prepared, shown.topics)
        self._prepare.show_material(shown.material)
        self._clock.show_running(shown.running)
        if shown.record is not None:
            self._record.show_record(shown.record, shown.material.sheets)
        if is_first:
            begun = self._sees_women and self._session.day <= self.desk.today()
            wanted = self._place.tab if self._sees_women else PREPARE
            self._show_tab(wanted or (RECORD if begun else PREPARE), self._place.spot)

    def _show_header(self, shown: _Shown) -> None:
        session, group = shown.prepared.session, shown.prepared.group
        language, say = self.desk.language, self.desk.language.say
        self._header.set_title(
            say("Session {number} of {total}", number=session.number, total=shown.total)
        )
        facts = [
            language.start(language.date_long(session.day)),
            language.week(session.day),
            language.span(session.starts, session.ends),
            group.place,
        ]
        moved = session_moved(session, language)
        if moved:
            facts.append(say("moved ({why})", why=moved))
        self._header.set_subtitle(" · ".join(fact for fact in facts if fact))
        self._header.set_back(group.name)
        if not self._sees_women:
            return
        done = session.recorded
        self._header.set_action(
            say("Reopen the record") if done else say("Finish the record"),
            primary=not done,
            enabled=session.day <= self.desk.today(),
        )

    def _show_tab(self, tab: str, spot: str = "") -> None:
        self.flush()
        self._place = replace(self._place, tab=tab)
        self._header.set_current_tab(tab)
        self._views.setCurrentIndex(0 if tab == PREPARE else 1)
        view = self._prepare if tab == PREPARE else self._record
        focus = view.part(spot) or view.first_focus()
        focus.setFocus()
        self._scrolls[self._views.currentIndex()].bring_into_view(focus)

    def _go_back(self) -> None:
        if self._session is not None:
            self.desk.go(Place(PageName.GROUP, self._session.group_id))

    def _finish_or_reopen(self) -> None:
        if self._session is not None and self._session.recorded:
            self._reopen()
        else:
            self._finish()

    def _finish(self) -> None:
        """Finish the record; one that is finished stays so, however often the keys are pressed."""
        if self._session is None:
            return
        self.flush()
        desk, session, today = self.desk, self._session, self.desk.today()
        say, texts = desk.language.say, self._texts
        if session.recorded:
            desk.notice(say("The record is finished. It can still be corrected."))
            return
        desk.do(
            self,
            lambda: finish(desk.store, session.id, today=today, texts=texts),
            lambda _: desk.notice(
                say("The record is finished. It can still be corrected."),
                undo=lambda: desk.do(desk, lambda: reopen(desk.store, session.id, today=today)),
            ),
        )

    def _reopen(self) -> None:
        if self._session is None:
            return
        self.flush()
        desk, session, today = self.desk, self._session, self.desk.today()
        desk.do(
            self,
            lambda: reopen(desk.store, session.id, today=today),
            lambda _: desk.notice(desk.language.say("The record is open again.")),
        )
