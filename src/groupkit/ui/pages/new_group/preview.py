"""The plan as it would be, recomputed while the form is filled in."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.schedule import Dropped, Placed, Plan
from groupkit.language import Language
from groupkit.language.plan_words import plan_breaches
from groupkit.language.words import reason_dropped, reason_moved
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row


class PlanPreview(QWidget):
    """Each session with week and date; what had to move says why."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._card = Card(language.say("The plan"))
        self._sum = PlainLabel()
        self._sum.setProperty("role", "hint")
        self._sum.setWordWrap(True)
        self._short = Banner("", tone="warn")
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        for part in (self._sum, self._short, self._rows):
            self._card.body.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        layout.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show ``plan``."""
        clear(self._list)
        self._sum.setText(self._summary(plan))
        gave_way = plan_breaches(plan, self._language)
        self._short.set_text(gave_way)
        self._short.setVisible(bool(gave_way))
        for placed in plan.sessions:
            self._list.addWidget(self._placed(placed))
        for dropped in plan.dropped:
            self._list.addWidget(self._dropped(dropped))

    def show_nothing(self, said: str) -> None:
        """Say why there is no plan to show."""
        clear(self._list)
        self._short.hide()
        self._sum.setText(said)

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

    def _placed(self, placed: Placed) -> Row:
        language = self._language
        why = reason_moved(placed, language)
        row = Row(
            language.start(language.date_long(placed.day)),
            language.say("Moved: {why}", why=why) if why else "",
            badge=str(placed.number),
            clickable=False,
        )
        row.add_trailing(StatusMark(language.week(placed.day), tone="neutral"))
        return row

    def _dropped(self, dropped: Dropped) -> Row:
        language = self._language
        row = Row(
            language.start(language.date_long(dropped.day)),
            language.say("Left out: {why}", why=reason_dropped(dropped, language)),
            icon="close",
            clickable=False,
        )
        row.add_trailing(StatusMark(language.say("left out"), tone="warn", icon="warning"))
        return row
