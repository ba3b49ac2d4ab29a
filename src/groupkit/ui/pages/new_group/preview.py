"""What comes of the form: the sessions in order, what moved, what gave way, who is booked twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.schedule import Answer, Dropped, Placed, Plan
from groupkit.language import Language
from groupkit.language.plan_words import clash_said, plan_breaches
from groupkit.language.words import reason_dropped, reason_moved
from groupkit.ui.pages.new_group.way_field import WayField
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.usecases.planning import Preview

_MOST_CLASHES = 3


class PlanPreview(QWidget):
    """Emits ``answered`` with the day of the rhythm and what to do about it."""

    answered = Signal(object, object)

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._ways: dict[dt.date, WayField] = {}
        self._card = Card(language.say("The plan"))
        self._sum = PlainLabel(role="hint")
        self._sum.setWordWrap(True)
        self._gave_way = Banner("", tone="warn")
        self._clashes = Banner("", tone="warn")
        self._left_over = Banner("", tone="notice")
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        for part in (self._sum, self._gave_way, self._clashes, self._left_over, self._rows):
            self._card.body.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        layout.addStretch(1)

    def show_plan(
        self,
        found: Preview,
        answers: Mapping[dt.date, Answer],
        titles: Mapping[str, str],
    ) -> None:
        """Show what was found; ``titles`` names the topics."""
        plan, in_hand = found.plan, self._turn_in_hand()
        clear(self._list)
        self._ways = {}
        self._sum.setText(self._summary(plan))
        self._say(self._gave_way, plan_breaches(plan, self._language))
        self._say(self._clashes, self._clashing(found))
        self._say(self._left_over, self._unplaced(found, titles))
        topics = dict(zip((p.number for p in plan.sessions), found.topics, strict=False))
        lines: list[Placed | Dropped] = [*plan.sessions, *plan.dropped]
        for line in sorted(lines, key=lambda each: each.day):
            row = self._row(line, titles.get(topics.get(getattr(line, "number", 0), ""), ""))
            self._offer_ways(row, line, found, answers)
            self._list.addWidget(row)
        if in_hand in self._ways:
            self._ways[in_hand].setFocus()

    def show_nothing(self, said: str) -> None:
        """Say why there is no plan to show."""
        clear(self._list)
        self._ways = {}
        for banner in (self._gave_way, self._clashes, self._left_over):
            banner.hide()
        self._sum.setText(said)

    def _turn_in_hand(self) -> dt.date | None:
        return next((turn for turn, way in self._ways.items() if way.has_keyboard()), None)

    def _say(self, banner: Banner, text: str) -> None:
        banner.set_text(text)
        banner.setVisible(bool(text))

    def _summary(self, plan: Plan) -> str:
        language = self._language
        count = language.count("{n} session", "{n} sessions", len(plan.sessions))
        first, last = plan.sessions[0].day, plan.sessions[-1].day
        return language.say(
            "{count} from {first} to {last}",
            count=count,
            first=language.date_short(first),
            last=language.date_short(last),
        )

    def _clashing(self, found: Preview) -> str:
        if not found.clashes:
            return ""
        language = self._language
        said = [clash_said(clash, language) for clash in found.clashes[:_MOST_CLASHES]]
        rest = len(found.clashes) - len(said)
        if rest:
            said.append(language.count("and {n} more", "and {n} more", rest))
        return language.say("Booked twice: {what}.", what="; ".join(said))

    def _unplaced(self, found: Preview, titles: Mapping[str, str]) -> str:
        if not found.left_over:
            return ""
        names = [titles.get(slug, slug) for slug in found.left_over]
        return self._language.say(
            "No session is left for: {topics}.", topics=self._language.listed(names)
        )

    def _row(self, line: Placed | Dropped, topic: str) -> Row:
        language = self._language
        title = language.start(language.date_long(line.day))
        if isinstance(line, Dropped):
            why = self._left_out(line)
            row = Row(title, why, icon="close", clickable=False)
            mark = StatusMark(language.say("left out"), tone="warn", icon="warning")
        else:
            why = reason_moved(line, language)
            moved = language.say("Moved: {why}", why=why) if why else ""
            details = " · ".join(filter(None, (topic, moved)))
            row = Row(title, details, badge=str(line.number), clickable=False)
            mark = StatusMark(language.week(line.day), tone="neutral")
        row.add_trailing(mark)
        return row

    def _left_out(self, line: Dropped) -> str:
        language = self._language
        if line.on_purpose:
            return language.say("Left out by choice")
        return language.say("Left out: {why}", why=reason_dropped(line, language))

    def _offer_ways(
        self,
        row: Row,
        line: Placed | Dropped,
        found: Preview,
        answers: Mapping[dt.date, Answer],
    ) -> None:
        turn = line.day if isinstance(line, Dropped) else line.turn
        choices = found.choices.get(turn, ())
        if len(choices) < 2:
            return
        field = WayField(turn, choices, found.plan, answers.get(turn), self._language)
        field.chosen.connect(self.answered)
        self._ways[turn] = field
        row.add_below(field)
