"""One group with its tabs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from groupkit.domain.roles import Part
from groupkit.domain.topic import Topic
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.group.course import Course, CourseTab
from groupkit.ui.pages.group.details import DetailsSheet, details_place
from groupkit.ui.pages.group.figures import FiguresView
from groupkit.ui.pages.group.participants import ParticipantsView
from groupkit.ui.pages.group.plan import PlanView
from groupkit.ui.pages.group.replan import ReplanSheet, Task
from groupkit.ui.pages.group.replan.sheet import Kind, draft_place
from groupkit.ui.pages.group.take_out import TakeOutSheet
from groupkit.ui.parts.buttons import Button, secondary
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place
from groupkit.usecases.changes import Changes
from groupkit.usecases.drafting import find_draft
from groupkit.usecases.group_details import Details, group_details
from groupkit.usecases.joining import Circle, circle
from groupkit.usecases.papers import AttendancePaper
from groupkit.usecases.plan_overview import PlanOverview, plan_overview
from groupkit.usecases.printing import Printer
from groupkit.usecases.programmes import course_view, own_programmes
from groupkit.usecases.reporting import attendance_paper

PLAN, COURSE, PARTICIPANTS, FIGURES = "plan", "course", "participants", "figures"
_TABS = (PLAN, COURSE, PARTICIPANTS, FIGURES)


@dataclass(frozen=True)
class _Women:
    circle: Circle
    attendance: AttendancePaper


@dataclass(frozen=True)
class _Shown:
    plan: PlanOverview
    draft: Mapping[str, str] | None
    details: Details
    details_draft: Mapping[str, str] | None
    course: Course
    women: _Women | None
    topics: tuple[Topic, ...]


class GroupPage(Page):
    """Plan of one group, and for those whose keys open them participants and attendance."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._was_shown = False
        self._shown: _Shown | None = None
        self._sheet: ReplanSheet | DetailsSheet | TakeOutSheet | None = None
        self._sees_women = desk.store.may(Part.PEOPLE)
        self._header = Header()
        self._header.set_back(say("Groups"))
        tabs = [(PLAN, say("Plan")), (COURSE, say("Topics"))]
        if self._sees_women:
            tabs += [(PARTICIPANTS, say("Participants")), (FIGURES, say("Attendance"))]
        self._header.set_tabs(tabs)
        self._plan = PlanView(desk, self)
        self._course = CourseTab(desk, self)
        self._participants = ParticipantsView(desk, self)
        self._figures = FiguresView(desk, self)
        self._views = QStackedWidget()
        parts = (self._plan, self._course, self._participants, self._figures)
        self._scrolls = [PageScroll(part) for part in parts]
        for scroll in self._scrolls:
            self._views.addWidget(scroll)
        frame(self, self._header, self._views)
        self._plan_buttons = self._make_plan_buttons()
        self._header.back.connect(lambda: desk.go(Place(PageName.GROUPS)))
        self._header.tab_chosen.connect(self._show_tab)
        self._header.action.connect(self._act)
        self._plan.changing.connect(self.change_plan)
        self._show_tab((place.tab if self._sees_women else "") or PLAN)

    def load(self) -> None:
        group_id, desk = self._place.id, self.desk
        if group_id is None:
            return
        desk.ask(
            self,
            lambda: _Shown(
                plan_overview(desk.store, group_id, desk.today()),
                find_draft(desk.store, draft_place(group_id)),
                group_details(desk.store, group_id),
                find_draft(desk.store, details_place(group_id)),
                self._read_course(group_id),
                self._women(group_id) if self._sees_women else None,
                desk.library.topics(desk.language.code),
            ),
            self._show,
        )

    def _read_course(self, group_id: UUID) -> Course:
        desk = self.desk
        return Course(
            group_id,
            course_view(desk.store, group_id),
            desk.library.topics(desk.language.code),
            own_programmes(desk.store),
        )

    def _women(self, group_id: UUID) -> _Women:
        desk = self.desk
        return _Women(
            circle(desk.store, group_id, desk.today()),
            attendance_paper(
                desk.store,
                group_id,
                desk.library,
                desk.language,
                today=desk.today(),
                by_alias=True,
            ),
        )

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds:
            self.load()

    def flush(self) -> None:
        self._participants.flush()
        if isinstance(self._sheet, ReplanSheet | DetailsSheet):
            self._sheet.flush()

    def _show(self, shown: _Shown) -> None:
        group, language = shown.plan.view.group, self.desk.language
        self._shown = shown
        self._header.set_title(group.name)
        facts = [
            language.say(
                "{weekdays} {span}",
                weekdays=language.start(language.weekdays_plural(group.course.start)),
                span=language.span(group.starts, group.ends),
            ),
            group.place,
            language.listed(group.facilitators),
        ]
        self._header.set_subtitle(" · ".join(fact for fact in facts if fact))
        self._plan.show_view(shown.plan, shown.topics)
        self._course.show_course(shown.course)
        if shown.women is not None:
            self._participants.show_circle(shown.women.circle)
            self._figures.show_paper(group.id, shown.women.attendance)
        if not self._was_shown:
            self._was_shown = True
            self._focus_first()
            self._restore_change(shown)

    def _restore_change(self, shown: _Shown) -> None:
        """Open the change of the plan or the details that were half made before a lock."""
        if shown.details_draft:
            self.change_details()
            if isinstance(self._sheet, DetailsSheet):
                self._sheet.take_draft(shown.details_draft)
        draft = shown.draft
        if not draft or self._sheet is not None:
            return
        session = UUID(draft["session"]) if draft.get("session") else None
        self.change_plan(Task(Kind(draft["kind"]), session))
        if isinstance(self._sheet, ReplanSheet):
            self._sheet.take_draft(draft)

    def change_plan(self, task: Task) -> None:
        """Open the sheet on which the plan is changed."""
        if self._shown is None or self._sheet is not None:
            return
        titles = {topic.slug: topic.title for topic in self._shown.topics}
        self._sheet = ReplanSheet(self.desk, self._shown.plan.view, task, titles, self)
        self._sheet.closed.connect(self._forget_sheet)
        self._sheet.open()

    def _make_plan_buttons(self) -> list[Button]:
        details = secondary(self.desk.language.say("Details"), "edit")
        details.clicked.connect(self.change_details)
        out = secondary(self.desk.language.say("Dates and calendars"), "calendar")
        out.clicked.connect(self.take_out)
        for button in (details, out):
            self._header.add_button(button)
        return [details, out]

    def take_out(self) -> None:
        """Open the sheet of dates on paper and calendar files."""
        if self._shown is None or self._sheet is not None:
            return
        group = self._shown.plan.view.group
        self._sheet = TakeOutSheet(self.desk, group.id, group.facilitators, self)
        self._sheet.closed.connect(self._forget_sheet)
        self._sheet.open()

    def change_details(self) -> None:
        """Open the sheet of the group's name, people, place and time."""
        if self._shown is None or self._sheet is not None:
            return
        group_id = self._shown.plan.view.group.id
        self._sheet = DetailsSheet(self.desk, group_id, self._shown.details, self)
        self._sheet.closed.connect(self._forget_sheet)
        self._sheet.open()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _show_tab(self, tab: str) -> None:
        self.flush()
        say = self.desk.language.say
        self._place = replace(self._place, tab=tab)
        self._header.set_current_tab(tab)
        self._views.setCurrentIndex(_TABS.index(tab))
        actions = {
            PLAN: say("Print the plan"),
            COURSE: say("Print the plan"),
            PARTICIPANTS: say("Add a participant"),
            FIGURES: say("Print the attendance"),
        }
        self._header.set_action(actions[tab], primary=tab == PARTICIPANTS, enabled=True)
        for button in self._plan_buttons:
            button.setVisible(tab == PLAN)
        if self._was_shown:
            self._focus_first()

    def _focus_first(self) -> None:
        parts = (self._plan, self._course, self._participants, self._figures)
        view = parts[self._views.currentIndex()]
        focus = view.first_focus()
        if focus is not None:
            focus.setFocus()
            self._scrolls[self._views.currentIndex()].bring_into_view(focus)

    def _act(self) -> None:
        tab, group_id = self._place.tab, self._place.id
        desk = self.desk
        if group_id is None:
            return
        if tab == PARTICIPANTS:
            self._participants.add()
        elif tab == FIGURES:
            self._figures.print_paper()
        else:
            printer = Printer(desk.library, desk.press, desk.language)
            desk.show_paper(self, lambda: printer.plan(desk.store, group_id))
