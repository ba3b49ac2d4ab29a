"""What was recorded of her, session by session, in a quiet row; and what she was handed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.attendance import Status, tally
from groupkit.domain.material import HANDOUT
from groupkit.language import Language
from groupkit.language.words import status_word
from groupkit.ui.desk import Desk
from groupkit.ui.parts.facts import Facts
from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.her_page import Attended, Course

_ICONS: dict[Status | None, tuple[str, str]] = {
    Status.PRESENT: ("check", "good"),
    Status.LATE: ("clock", "notice"),
    Status.LEFT_EARLY: ("left-early", "notice"),
    Status.ABSENT_NOTICE: ("absent", "neutral"),
    Status.ABSENT_NO_NOTICE: ("absent-alert", "danger"),
    Status.NOT_INVITED: ("not-invited", "neutral"),
    None: ("edit", "quiet"),
}


class AttendedView(QWidget):
    """A mark for each session until now, the sum in words, reasons, and what she was handed."""

    def __init__(self, desk: Desk, course: Course, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language = desk.language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + 4)
        row = Wrap()
        for each in course.attended:
            row.add(_Tile(each, language))
        column.addWidget(row)
        said = PlainLabel(_sum(course, language), role="hint")
        said.setWordWrap(True)
        column.addWidget(said)
        reasons = [each for each in course.attended if each.mark and each.mark.reason]
        if reasons:
            column.addWidget(_reasons(reasons, language))
        if any(each.sheets for each in course.attended):
            column.addWidget(PlainLabel(language.say("What she was handed"), role="strong"))
            column.addWidget(_handed(desk, course))


class _Tile(QFrame):
    """One session: its number and day, and the status by icon and word."""

    def __init__(self, attended: Attended, language: Language) -> None:
        super().__init__()
        self.setObjectName("tile")
        session, status = attended.session, status_of(attended)
        word = status_word(status, language)
        icon, tone = _ICONS[status]
        day = language.date_tiny(session.day)
        where = PlainLabel(f"{session.number} · {day}", role="hint")
        said = PlainLabel(word, role="small")
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(IconLabel(icon, tone, 16))
        top.addWidget(where, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 8, 8)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(said, 1)
        said.ensurePolished()
        metrics = said.fontMetrics()
        self.setFixedWidth(metrics.averageCharWidth() * 15 + 18)
        self.setMinimumHeight(metrics.height() * 3 + 24)
        self.setAccessibleName(
            language.say(
                "Session {number} on {day}: {status}",
                number=session.number,
                day=language.date_short(session.day),
                status=word,
            )
        )


def status_of(attended: Attended) -> Status | None:
    """Return what counts: the mark, or the pause that she was on."""
    if attended.mark is not None:
        return attended.mark.status
    return Status.NOT_INVITED if attended.paused else None


def _sum(course: Course, language: Language) -> str:
    counted = tally(status_of(each) for each in course.attended)
    said = language.say(
        "Came to {came} of the {invited} sessions that she was invited to and that are recorded.",
        came=counted.came,
        invited=counted.invited,
    )
    if not counted.unrecorded:
        return said
    missing = language.count(
        "{n} session is not recorded.", "{n} sessions are not recorded.", counted.unrecorded
    )
    return f"{said} {missing}"


def _reasons(attended: list[Attended], language: Language) -> Facts:
    facts, sent = Facts(), language.say("Sent word")
    for each in attended:
        reason = each.mark.reason if each.mark else ""
        facts.add(_session(each, language), f"{sent}: {reason}")
    return facts


def _handed(desk: Desk, course: Course) -> Facts:
    language, facts = desk.language, Facts()
    titles = {topic.slug: topic.title for topic in desk.library.topics(language.code)}
    for each in course.attended:
        named = [
            titles.get(slug, slug) if name == HANDOUT else f"{titles.get(slug, slug)}: {name}"
            for slug, name in sorted(each.sheets)
        ]
        if named:
            facts.add(_session(each, language), "\n".join(named))
    return facts


def _session(attended: Attended, language: Language) -> str:
    session = attended.session
    return language.say(
        "Session {number} · {day}", number=session.number, day=language.date_day(session.day)
    )
