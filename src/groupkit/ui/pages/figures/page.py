"""The figures: a report as it is chosen, the same on screen, on paper and in files."""

from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.refusal import GivenUp, Refusal, Refused
from groupkit.domain.reporting.choice import About, Audience, Choice, Layout
from groupkit.domain.reporting.table import Report, Row
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.figures.choosers import Choosers
from groupkit.ui.pages.figures.kept import KeptReports
from groupkit.ui.pages.figures.saving import GivesOut, SaveSheet
from groupkit.ui.pages.figures.table_card import TableCard
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.progress import WorkingBar
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import Place
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.figures.layouts import layouts
from groupkit.usecases.figures.outputs import Outputs, note_report_taken
from groupkit.usecases.figures.report import Reporter
from groupkit.usecases.figures.subjects import GroupChoice, subjects
from groupkit.usecases.papers import Printable

_KINDS = (
    Kind.GROUP, Kind.SESSION, Kind.MEMBER, Kind.ATTENDANCE, Kind.NOMINATION, Kind.PERSON,
    Kind.INCIDENT, Kind.SAFETY, Kind.PRACTICE, Kind.LIBRARY,
)  # fmt: skip


class _Counting(QObject):
    """One report under way: tells how far it is, and can be given up from the window."""

    went_on = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()

    def look(self, done: float) -> None:
        """Called in the lane."""
        if self._stop.is_set():
            raise Refused(GivenUp())
        self.went_on.emit(done)

    def give_up(self) -> None:
        self._stop.set()


class FiguresPage(Page):
    """Choosers above, then the tables; what is printed is what is shown."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._report: Report | None = None
        self._counting: _Counting | None = None
        self._shown_paper: Printable | None = None
        self._save = secondary(say("Save as a file …"), "save")
        self._header = Header()
        self._header.set_title(say("Figures"))
        self._header.set_subtitle(say("Choose who will read it first: that decides what it tells."))
        self._enable(False)
        self._header.action.connect(self._print)
        self._save.clicked.connect(self._save_file)
        self._header.add_button(self._save)
        self._kept = KeptReports(desk, self)
        self._kept.chosen.connect(self._take_layout)
        self._choosers = Choosers(desk.language, desk.today())
        self._choosers.changed.connect(self._chosen)
        self._kept.set_choice(self._choice_or_none)
        self._working = WorkingBar(say("Counting"))
        self._working.setRange(0, 100)
        self._give_up = quiet(say("Stop"))
        self._give_up.clicked.connect(self._stop)
        self._give_up.hide()
        self._problem = Banner("", tone="warn")
        self._problem.hide()
        self._told = QWidget()
        self._tables = QVBoxLayout(self._told)
        self._tables.setContentsMargins(0, 0, 0, 0)
        self._tables.setSpacing(GRID * 2)
        frame(self, self._header, PageScroll(self._content()))
        desk.printed.connect(self._note_taken)

    def _enable(self, is_there: bool) -> None:
        say = self.desk.language.say
        self._header.set_action(say("Look at it and print …"), primary=True, enabled=is_there)
        self._save.setEnabled(is_there)

    def _content(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self._kept)
        column.addWidget(self._choosers)
        row = QHBoxLayout()
        row.addWidget(self._working, 1)
        row.addWidget(self._give_up)
        column.addLayout(row)
        column.addWidget(self._problem)
        column.addWidget(self._told)
        column.addStretch(1)
        return inner

    def load(self) -> None:
        desk = self.desk
        desk.ask(self, lambda: subjects(desk.store, desk.today()), self._show_groups)
        desk.ask(self, lambda: layouts(desk.store), self._kept.show_layouts)

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.REPORT):
            desk = self.desk
            desk.ask(self, lambda: layouts(desk.store), self._kept.show_layouts)
        if changes.touches(*_KINDS):
            self.load()

    def first_focus(self) -> QWidget | None:
        """Return who will read it."""
        return self._choosers.audience.keys

    def _show_groups(self, groups: tuple[GroupChoice, ...]) -> None:
        self._choosers.show_groups(groups)
        self._chosen()

    def _take_layout(self, layout: Layout) -> None:
        choice = layout.choice
        today = self.desk.today()
        span = choice.span.at(today)
        if choice.audience is Audience.OUTSIDE and span.period.last >= today:
            span = span.moved(-1)
        self._choosers.show_choice(replace(choice, span=span))
        self._chosen()

    def _choice_or_none(self) -> Choice | None:
        try:
            return self._choosers.choice()
        except Refused as no:
            self._refuse(no.refusal)
            return None

    def _chosen(self) -> None:
        self._stop()
        choice = self._choice_or_none()
        if choice is None:
            self._clear()
            return
        desk = self.desk
        counting = _Counting(self)
        counting.went_on.connect(self._went_on)
        self._counting = counting
        self._working.setValue(0)
        self._working.show()
        self._give_up.show()
        reporter = Reporter(desk.store, desk.library, desk.language, desk.today())

        def refuse(refusal: Refusal) -> None:
            if counting is self._counting:
                self._refuse(refusal)

        def show(report: Report) -> None:
            if counting is self._counting:
                self._show(report)

        desk.ask(self, lambda: reporter.report(choice, counting.look), show, refuse)

    def _went_on(self, done: float) -> None:
        self._working.setValue(round(done * 100))

    def _stop(self) -> None:
        if self._counting is not None:
            self._counting.give_up()
            self._counting = None
        self._rest()

    def _rest(self) -> None:
        self._working.hide()
        self._give_up.hide()

    def _clear(self) -> None:
        self._report = None
        self._enable(False)
        while (item := self._tables.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _refuse(self, refusal: Refusal) -> None:
        self._rest()
        self._clear()
        if not isinstance(refusal, GivenUp):
            self._problem.set_text(self.desk.sentence(refusal))
            self._problem.show()

    def _show(self, report: Report) -> None:
        self._rest()
        self._problem.hide()
        self._clear()
        self._report = report
        self._enable(True)
        self._tables.addWidget(self._heading(report))
        for section in report.sections:
            if section.title:
                title = PlainLabel(section.title, role="title")
                self._tables.addWidget(title)
            for table in section.tables:
                card = TableCard(table, self.desk.language)
                card.opened.connect(self._open)
                self._tables.addWidget(card)
        if not any(True for _ in report.tables()):
            said = self.desk.language.say("Nothing has been held in this time.")
            self._tables.addWidget(EmptyState("figures", said))
        if report.method:
            self._tables.addWidget(_wrapped(report.method, "hint"))

    def _heading(self, report: Report) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(2)
        column.addWidget(_wrapped(report.subject or report.title, "title"))
        column.addWidget(_wrapped(report.for_whom, "hint"))
        if report.taken_back:
            said = self.desk.language.count(
                "One count that an earlier report showed is hidden now: it was corrected to a small"
                " one. Who has both can compare them.",
                "{n} counts that an earlier report showed are hidden now: they were corrected to"
                " small ones. Who has both can compare them.",
                report.taken_back,
            )
            column.addWidget(_wrapped(said, "hint"))
        return inner

    def _open(self, row: Row) -> None:
        """Go from a row to the group or session that it tells of."""
        if self._report is None:
            return
        choice = self._report.choice
        groups = (row.group_id,) if row.group_id else choice.groups
        if row.session_id is not None and choice.about is not About.SESSION:
            self._choosers.show_choice(
                replace(choice, about=About.SESSION, groups=groups, session_id=row.session_id)
            )
        elif row.group_id is not None and choice.about in {About.PERIOD, About.YEAR}:
            self._choosers.show_choice(replace(choice, about=About.GROUP, groups=groups))
        else:
            return
        self._chosen()

    def _print(self) -> None:
        report = self._report
        if report is None:
            return
        outputs = Outputs(self.desk.press)

        def show(paper: Printable) -> None:
            self._shown_paper = paper
            self.desk.showing.emit(paper)

        self.desk.ask(self, lambda: outputs.paper(report), show)

    def _note_taken(self, paper: object) -> None:
        if paper is self._shown_paper and self._report is not None:
            self._note(self._report, {})

    def _note(self, report: Report, gives_out: GivesOut) -> None:
        desk = self.desk
        desk.ask(desk, lambda: note_report_taken(desk.store, report, gives_out), _heard)

    def _save_file(self) -> None:
        if self._report is not None:
            sheet = SaveSheet(self.desk, self._report, self, self._note)
            sheet.open()


def _heard(_nothing: None) -> None:
    """Need nothing more."""


def _wrapped(text: str, role: str) -> PlainLabel:
    label = PlainLabel(text, role=role)
    label.setWordWrap(True)
    return label
