"""Planning a new group: the form at the left, the plan that comes of it at the right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.group import Group
from groupkit.domain.refusal import Refusal, Refused
from groupkit.domain.schedule import Answer
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave, Page
from groupkit.ui.pages.new_group.answers import read_answers, write_answers
from groupkit.ui.pages.new_group.form import GroupForm
from groupkit.ui.pages.new_group.preview import PlanPreview
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place
from groupkit.usecases.changes import Done
from groupkit.usecases.drafting import drop_draft, find_draft, keep_draft
from groupkit.usecases.planning import Preview, plan_group, preview_group
from groupkit.usecases.programmes import own_programmes

_DRAFT = "new group"


class NewGroupPage(Page):
    """What is typed is a draft at once; it waits here until the group is planned."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._asked = 0
        header = Header()
        header.set_title(say("Plan a group"))
        header.set_subtitle(say("Nothing is final: what you type is kept as a draft."))
        header.set_back(say("Groups"))
        header.set_action(say("Save the plan"), primary=True, enabled=True)
        header.back.connect(lambda: desk.go(Place(PageName.GROUPS)))
        header.action.connect(self._plan)
        self._answers: dict[dt.date, Answer] = {}
        self._topics = desk.library.topics(desk.language.code)
        shipped = desk.library.programmes()
        self._form = GroupForm(desk.language, desk.today(), shipped, self)
        self._preview = PlanPreview(desk.language, self)
        self._autosave = Autosave(self, self._keep_draft)
        content = Columns((1, 1))
        content.left.add(self._form)
        content.right.add(self._preview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(PageScroll(content), 1)
        self._form.changed.connect(self._edited)
        self._preview.answered.connect(self._answer)

    def load(self) -> None:
        desk = self.desk
        desk.ask(self, lambda: own_programmes(desk.store), self._form.offer_programmes)
        desk.ask(self, lambda: find_draft(desk.store, _DRAFT), self._take_draft)

    def flush(self) -> None:
        self._autosave.flush()

    def first_focus(self) -> QWidget | None:
        return self._form.name.input

    def _take_draft(self, draft: Mapping[str, str] | None) -> None:
        if draft:
            self._form.take_draft(draft)
            self._answers = read_answers(draft.get("answers", ""))
        self._autosave.forget()
        self._look_ahead()

    def _edited(self) -> None:
        self._autosave.touch()
        self._look_ahead()

    def _keep_draft(self) -> None:
        desk = self.desk
        draft = self._form.draft() | {"answers": write_answers(self._answers)}
        desk.ask(self, lambda: keep_draft(desk.store, _DRAFT, draft), lambda _: None)

    def _look_ahead(self) -> None:
        """Recompute the plan in the lane; only the answer to the latest question is shown."""
        self._form.clear_errors()
        self._asked += 1
        asked, store = self._asked, self.desk.store
        try:
            wanted = self._form.request(dict(self._answers))
        except Refused as no:
            self._refuse(no.refusal)
            return
        self.desk.ask(
            self,
            lambda: preview_group(store, wanted),
            lambda found: self._show_plan(asked, found),
            lambda refusal: self._refuse(refusal),
        )

    def _show_plan(self, asked: int, found: Preview) -> None:
        if asked == self._asked:
            titles = {topic.slug: topic.title for topic in self._topics}
            self._preview.show_plan(found, self._answers, titles)

    def _answer(self, turn: dt.date, answer: Answer) -> None:
        self._answers[turn] = answer
        self._edited()

    def _refuse(self, refusal: Refusal) -> None:
        self._form.show_refusal(refusal)
        self._preview.show_nothing(self.desk.sentence(refusal))

    def _plan(self) -> None:
        desk = self.desk
        try:
            wanted = self._form.request(dict(self._answers))
        except Refused as no:
            self._refuse(no.refusal)
            return
        topics = {topic.slug: topic for topic in self._topics}

        def plan_and_drop_draft() -> Done[Group]:
            # In one go, so that no draft outlives a page that is left at once.
            planned = plan_group(desk.store, wanted, topics)
            drop_draft(desk.store, _DRAFT)
            return planned

        self._autosave.forget()
        desk.do(self, plan_and_drop_draft, self._planned, self._refuse_plan)

    def _refuse_plan(self, refusal: Refusal) -> None:
        self._autosave.touch()
        if not self._form.show_refusal(refusal):
            self.desk.tell(refusal)

    def _planned(self, group: Group) -> None:
        desk = self.desk
        self._autosave.forget()
        desk.notice(desk.language.say("The plan of '{group}' is saved.", group=group.name))
        desk.go(Place(PageName.GROUP, group.id))
