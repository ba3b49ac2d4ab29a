"""New incidents that she told of, the newest first, with the steps taken."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.incident import Incident, Precision, Told
from groupkit.language.care_words import (
    kind_word,
    matter_word,
    precision_word,
    way_word,
)
from groupkit.ui.desk import Desk
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.listing import Listing, Section
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.usecases.following_up import Waiting
from groupkit.usecases.her_page import HerPage


class IncidentsTab(QWidget):
    """Opening one corrects it; its steps are followed up among the follow-ups."""

    form_wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._first: QWidget | None = None
        self._listing = Listing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._listing)

    def show_page(self, page: HerPage) -> None:
        """Show her incidents."""
        rows = [self._row(each, page) for each in page.incidents]
        self._first = self._listing.show_sections([Section("", rows)], self._empty)

    def first_focus(self) -> QWidget | None:
        """Return the newest."""
        return self._first

    def _row(self, incident: Incident, page: HerPage) -> Row:
        language = self._desk.language
        kinds = [kind_word(kind, language) for kind in sorted(incident.kinds)]
        row = Row(language.start(language.listed(kinds).lower()), self._when(incident))
        if incident.danger:
            said = language.say("Immediate danger")
            row.add_trailing(StatusMark(said, tone="danger", icon="warning"))
        for words in self._words(incident):
            row.add_below(_wrapped(words))
        for step in page.follow_ups:
            if step.follow_up.incident_id == incident.id:
                row.add_below(_wrapped(self._step(step), "hint"))
        row.opened.connect(partial(self.form_wanted.emit, "incident", str(incident.id)))
        return row

    def _when(self, incident: Incident) -> str:
        language = self._desk.language
        day = language.date_long(incident.happened)
        if incident.precision is not Precision.DAY:
            day = f"{precision_word(incident.precision, language)}: {day}"
        told = language.say("told on {day}", day=language.date_short(incident.told))
        return f"{language.start(day)} · {told}"

    def _words(self, incident: Incident) -> list[str]:
        language, said = self._desk.language, []
        if incident.ways:
            ways = [way_word(way, language) for way in sorted(incident.ways)]
            said.append(language.say("Through: {ways}", ways=language.listed(ways)))
        if incident.children_present is Told.YES:
            said.append(language.say("Children were there."))
        if incident.what:
            said.append(incident.what)
        if incident.wish:
            said.append(language.say("She wants: {wish}", wish=incident.wish))
        return said

    def _step(self, step: Waiting) -> str:
        language, follow_up = self._desk.language, step.follow_up
        word = matter_word(follow_up.matter, language)
        if not follow_up.is_open:
            return language.say("{step}: done", step=word)
        return language.say(
            "{step}: {owner}, by {day}",
            step=word,
            owner=step.owner,
            day=language.date_short(follow_up.due),
        )

    def _empty(self) -> EmptyState:
        said = self._desk.language.say(
            "She has told of no new incident. 'New incident' above notes one in a minute."
        )
        return EmptyState("check", said)


def _wrapped(text: str, role: str = "") -> PlainLabel:
    label = PlainLabel(text, role=role)
    label.setWordWrap(True)
    return label
