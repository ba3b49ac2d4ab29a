"""What a change would move: seen before it is kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.schedule import weeks_between
from groupkit.language import Language
from groupkit.language.plan_words import breaches_said, clash_said
from groupkit.language.replan_words import difference_said
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.plain import PlainLabel
from groupkit.usecases.replanning import Outlook

_MOST_LINES = 12


class OutlookView(QWidget):
    """The sessions that move, the topics that move along, and what to be careful with."""

    def __init__(self, language: Language, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._language = language
        self._titles = titles
        self._error = Banner("", tone="danger")
        self._breaches = Banner("", tone="warn")
        self._clashes = Banner("", tone="warn")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(PlainLabel(language.say("This changes"), role="label"))
        for banner in (self._error, self._breaches, self._clashes):
            column.addWidget(banner)
        column.addLayout(self._lines)
        column.addStretch(1)

    def show_refusal(self, said: str) -> None:
        """Say why the change is not possible."""
        clear(self._lines)
        self._tell(self._error, said)
        self._tell(self._breaches, "")
        self._tell(self._clashes, "")

    def show_outlook(self, found: Outlook) -> None:
        """Show what would change."""
        clear(self._lines)
        language = self._language
        self._tell(self._error, "")
        self._tell(self._breaches, self._breaching(found))
        touched = {pair.after.id for pair in found.differences if pair.after}
        mine = [clash for clash in found.clashes if clash.wanted.session_id in touched]
        said = "; ".join(clash_said(clash, language) for clash in mine[:3])
        self._tell(self._clashes, language.say("Booked twice: {what}.", what=said) if said else "")
        lines = [difference_said(pair, language) for pair in found.differences]
        lines += self._topics(found)
        if found.topics_lost:
            names = [self._titles.get(slug, slug) for slug in found.topics_lost]
            lost = language.say("No session is left for: {topics}.", topics=language.listed(names))
            lines.insert(0, lost)
        for line in lines[:_MOST_LINES] or [language.say("Nothing changes yet.")]:
            label = PlainLabel(line)
            label.setWordWrap(True)
            self._lines.addWidget(label)
        if len(lines) > _MOST_LINES:
            rest = language.count("and {n} more", "and {n} more", len(lines) - _MOST_LINES)
            self._lines.addWidget(PlainLabel(rest, role="hint"))

    def _topics(self, found: Outlook) -> list[str]:
        say = self._language.say
        return [
            say(
                "Topic on {day}: {topic}",
                day=self._language.date_day(session.day),
                topic=self._titles.get(session.topic, session.topic) or say("none yet"),
            )
            for session, _ in found.topics_moved
        ]

    def _breaching(self, found: Outlook) -> str:
        """Return what gives way by this change; what gave way before it is not said again."""
        going = [session for session in found.after.sessions if not session.cancelled]
        before = [session.day for session in found.before.sessions if not session.cancelled]
        if not going or (len(before), before[-1:]) == (len(going), [going[-1].day]):
            return ""
        weeks = weeks_between(going[0].day, going[-1].day)
        asked = found.group.course.most_sessions
        return breaches_said(found.breaches, len(going), asked, weeks, self._language)

    @staticmethod
    def _tell(banner: Banner, text: str) -> None:
        banner.set_text(text)
        banner.setVisible(bool(text))
