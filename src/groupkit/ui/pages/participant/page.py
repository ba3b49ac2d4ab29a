"""One woman's page: how she may be contacted first, then what the team knows of her."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from groupkit.domain.profile import ProfileField
from groupkit.domain.roles import Part
from groupkit.language.care_words import who
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.participant.course import CourseTab
from groupkit.ui.pages.participant.drafts import NEW, waiting_form
from groupkit.ui.pages.participant.follow_ups import FollowUpsTab
from groupkit.ui.pages.participant.forms import Forms
from groupkit.ui.pages.participant.incidents import IncidentsTab
from groupkit.ui.pages.participant.membership_words import membership_mark
from groupkit.ui.pages.participant.notes import NotesTab
from groupkit.ui.pages.participant.overview import OverviewTab
from groupkit.ui.pages.participant.safety import SafetyTab
from groupkit.ui.parts.buttons import secondary
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place
from groupkit.ui.rights import RightsSheet
from groupkit.ui.shortcuts import Shortcut
from groupkit.usecases.changes import Changes
from groupkit.usecases.her_page import HerPage, her_page
from groupkit.usecases.looking import note_reading

OVERVIEW, COURSE, NOTES = "overview", "course", "notes"
INCIDENTS, SAFETY, FOLLOW_UPS = "incidents", "safety", "follow_ups"
_MOST_MARKS = 3

Tab = OverviewTab | CourseTab | NotesTab | IncidentsTab | SafetyTab | FollowUpsTab


@dataclass(frozen=True)
class _Read:
    page: HerPage
    half_typed: tuple[str, str] | None


class ParticipantPage(Page):
    """What the role's keys do not open, and what the house hides, is not there."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._shown: HerPage | None = None
        self._tabs: dict[str, Tab] = {}
        self._scrolls: dict[str, PageScroll] = {}
        self._reads_notes = desk.store.may(Part.NOTES)
        self._forms = Forms(desk, self)
        self._header = Header()
        self._header.set_back(say("Back"))
        self._header.back.connect(self._go_back)
        self._header.tab_chosen.connect(self._show_tab)
        self._header.action.connect(self._new_incident)
        self._person = secondary(say("Alias and number"), "edit")
        self._person.clicked.connect(self._change_person)
        self._person.hide()
        self._header.add_button(self._person)
        self._rights = secondary(say("Her rights"), "key")
        self._rights.clicked.connect(self._open_rights)
        self._rights.hide()
        self._header.add_button(self._rights)
        self._views = QStackedWidget()
        frame(self, self._header, self._views)
        if self._reads_notes:
            QShortcut(QKeySequence(Shortcut.NEW.value), self, self._new_incident)

    def load(self) -> None:
        desk, her, is_first = self.desk, self._place.id, self._shown is None
        if her is None:
            return

        def read() -> _Read:
            found = her_page(desk.store, her, desk.today())
            if not is_first:
                return _Read(found, None)
            note_reading(desk.store, her, None)
            return _Read(found, waiting_form(desk.store, found))

        desk.ask(self, read, self._show)

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds:
            self.load()

    def flush(self) -> None:
        self._forms.flush()

    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts on the open tab."""
        tab = self._tabs.get(self._place.tab)
        return (tab.first_focus() if tab else None) or (self._person if self._shown else None)

    def _show(self, read: _Read) -> None:
        page, is_first = read.page, self._shown is None
        self._shown = page
        self._forms.page = page
        self._show_head(page)
        if is_first:
            self._make_tabs(page)
        for tab in self._tabs.values():
            tab.show_page(page)
        if is_first:
            wanted = self._place.tab
            self._show_tab(wanted if wanted in self._tabs else OVERVIEW)
            if read.half_typed:
                self._forms.open(*read.half_typed)

    def _show_head(self, page: HerPage) -> None:
        language = self.desk.language
        is_erased = page.participant.erased is not None
        self._header.set_title(who(page.participant, language))
        marks = [StatusMark(page.participant.number, tone="neutral", icon="person")]
        for course in page.courses[:_MOST_MARKS]:
            name, membership = course.group.name, course.memberships[-1]
            marks.append(membership_mark(membership, language, self.desk.today(), name))
        self._header.set_marks(marks)
        self._person.setVisible(not is_erased)
        self._rights.setVisible(self._reads_notes and not is_erased)
        if self._reads_notes and not is_erased:
            self._header.set_action(language.say("New incident"), primary=True, enabled=True)

    def _make_tabs(self, page: HerPage) -> None:
        desk, say = self.desk, self.desk.language.say
        her = page.participant.id
        tabs: list[tuple[str, str, Tab]] = [
            (OVERVIEW, say("Overview"), OverviewTab(desk, her, self)),
            (COURSE, say("Course"), CourseTab(desk, self)),
        ]
        if self._reads_notes:
            tabs.append((NOTES, say("Notes"), NotesTab(desk, self)))
            tabs.append((INCIDENTS, say("Incidents"), IncidentsTab(desk, self)))
            if page.practice.shows(ProfileField.SAFETY):
                tabs.append((SAFETY, say("Safety"), SafetyTab(desk, self)))
            tabs.append((FOLLOW_UPS, say("Follow-ups"), FollowUpsTab(desk, self)))
        for key, _, tab in tabs:
            tab.form_wanted.connect(self._forms.open)
            self._tabs[key] = tab
            self._scrolls[key] = PageScroll(tab)
            self._views.addWidget(self._scrolls[key])
        self._header.set_tabs([(key, word) for key, word, _ in tabs])

    def _show_tab(self, key: str) -> None:
        self._place = replace(self._place, tab=key)
        self._header.set_current_tab(key)
        self._views.setCurrentWidget(self._scrolls[key])
        focus = self.first_focus()
        if focus is not None and not self._header.isAncestorOf(self.window().focusWidget()):
            focus.setFocus()
            self._scrolls[key].bring_into_view(focus)

    def _new_incident(self) -> None:
        if self._shown is not None and self._shown.participant.erased is None:
            self._forms.open("incident", NEW)

    def _open_rights(self) -> None:
        if self._shown is not None:
            RightsSheet(self.desk, self._shown.participant.id, self).open()

    def _change_person(self) -> None:
        self._forms.open("person", "")

    def _go_back(self) -> None:
        courses = self._shown.courses if self._shown else ()
        group = courses[0].group.id if courses else None
        otherwise = Place(PageName.GROUP, group, tab="participants")
        self.desk.go_back(otherwise if group else Place(PageName.GROUPS))
