"""Attendance in tables: by time, session, group, woman, and over the course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from groupkit.domain.attendance import Status
from groupkit.domain.incident import Phase
from groupkit.domain.protection import Axis
from groupkit.domain.reporting.table import Chart, Count, Day, Row, Share, Table, Words
from groupkit.language import Language
from groupkit.usecases.figures.attendance_facts import (
    ATTENDANCE,
    BY_THIRD,
    CAME,
    INVITED,
    RECORDED,
    THIRDS,
    UNRECORDED,
    by,
    third_of,
)
from groupkit.usecases.figures.numbers import Numbers
from groupkit.usecases.figures.structure import Figures
from groupkit.usecases.figures.times import part_word

COLUMNS = (
    INVITED,
    Status.PRESENT.value,
    Status.LATE.value,
    Status.LEFT_EARLY.value,
    Status.ABSENT_NOTICE.value,
    Status.ABSENT_NO_NOTICE.value,
    UNRECORDED,
)
_CHART = Chart((1, 2, 3, 4, 5, 6))


COLUMNS_OUTSIDE = (RECORDED, CAME, Status.ABSENT_NOTICE.value, Status.ABSENT_NO_NOTICE.value)


def heads(first: str, language: Language, *, outside: bool = False) -> tuple[str, ...]:
    """Return the heads of an attendance table, the row label's first."""
    pick = language.pick
    if outside:
        return (
            first,
            pick("figures", "Invited and recorded"),
            pick("figures", "Came"),
            pick("figures", "Absent with notice"),
            pick("figures", "Absent without notice"),
            pick("figures", "Came, of those recorded"),
        )
    return (
        first,
        pick("figures", "Invited"),
        pick("figures", "Present"),
        pick("figures", "Late"),
        pick("figures", "Left early"),
        pick("figures", "Absent with notice"),
        pick("figures", "Absent without notice"),
        pick("figures", "Not recorded"),
        pick("figures", "Came, of those recorded"),
    )


def row(
    label: str, numbers: Numbers, *key: str, is_sum: bool = False, outside: bool = False
) -> Row:
    """Return one line of attendance: each status, and who came of those recorded."""
    columns = COLUMNS_OUTSIDE if outside else COLUMNS
    counts = tuple(numbers.cell(*key, status) for status in columns)
    share = numbers.share((*key, CAME), (*key, RECORDED))
    return Row(label, (*counts, share), is_sum)


def over_time(figures: Figures, language: Language) -> Table:
    """Return attendance by month or quarter, or in one line where the time is not divided."""
    numbers, times, outside = figures.numbers, figures.times, figures.outside
    met = {times.of(session.day) for session in figures.raw.held(times.shown_period)}
    rows = [
        row(part_word(name, period, language), numbers, ATTENDANCE, name, outside=outside)
        for name, period in times.shown_parts
        if name in met
    ]
    in_all = language.say("In all")
    rows.append(row(in_all, numbers, ATTENDANCE, times.shown, is_sum=True, outside=outside))
    return Table(
        "attendance",
        language.say("Attendance"),
        heads(language.pick("figures", "Time"), language, outside=outside),
        tuple(rows),
        notes=(how_counted(language),),
        said=said(numbers, times.shown, language, outside=outside),
        chart=_chart(len(rows), outside=outside),
    )


def _chart(rows: int, *, outside: bool = False) -> Chart | None:
    if rows < 2:
        return None
    return Chart((1, 2, 3)) if outside else _CHART


def over_the_course(figures: Figures, language: Language) -> Table | None:
    """Return attendance in the thirds of the courses; None outside, or for a part of it all."""
    if figures.outside or not figures.times.is_whole:
        return None
    third = third_of(figures.raw)
    met = {third(session) for session in figures.raw.held(figures.times.period)}
    words = {
        Phase.START.value: language.say("First third of the course"),
        Phase.MIDDLE.value: language.say("Second third"),
        Phase.END.value: language.say("Last third"),
    }
    rows = tuple(
        row(words[name], figures.numbers, BY_THIRD, name) for name in THIRDS.leaves if name in met
    )
    return Table(
        "course",
        language.say("Over the course"),
        heads(language.pick("figures", "Part of the course"), language),
        rows,
        notes=(language.say("Each group's sessions are divided into three equal parts."),),
        chart=_chart(len(rows)),
    )


def by_session(figures: Figures, titles: dict[str, str], language: Language) -> Table:
    """Return attendance of each session, with day and topic; for one group."""
    raw, period = figures.raw, figures.times.period
    sessions = list(raw.held(period))
    axis = Axis("sessions", tuple(str(one.id) for one in sessions) or ("none",))
    counted = by(raw, period, "session", axis, lambda place: str(place.session.id))
    numbers = Numbers(counted)
    rows = []
    for one in sessions:
        plain = row(str(one.number), numbers, "session", str(one.id))
        topic = Words(titles.get(one.topic, one.topic))
        cells = (Day(one.day), topic, *plain.cells)
        rows.append(Row(plain.label, cells, group_id=one.group_id, session_id=one.id))
    total = row(language.say("In all"), numbers, "session", "sessions", is_sum=True)
    rows.append(Row(total.label, (Words(""), Words(""), *total.cells), True))
    head = heads(language.pick("figures", "Session"), language)
    return Table(
        "sessions",
        language.say("Attendance by session"),
        (head[0], language.pick("figures", "Day"), language.pick("figures", "Topic"), *head[1:]),
        tuple(rows),
        notes=(how_counted(language),),
        said=said(numbers, "sessions", language, "session"),
        chart=Chart((3, 4, 5, 6, 7, 8)),
    )


def by_group(figures: Figures, language: Language) -> Table:
    """Return the groups side by side."""
    raw, period = figures.raw, figures.times.period
    axis = Axis("groups", tuple(str(group.id) for group in raw.groups) or ("none",))
    counted = by(raw, period, "group", axis, lambda place: str(place.session.group_id))
    numbers = Numbers(counted)
    rows = [
        replace(row(group.name, numbers, "group", str(group.id)), group_id=group.id)
        for group in raw.groups
    ]
    rows.append(row(language.say("In all"), numbers, "group", "groups", is_sum=True))
    return Table(
        "groups",
        language.say("Attendance by group"),
        heads(language.pick("figures", "Group"), language),
        tuple(rows),
        chart=_CHART if len(rows) > 2 else None,
    )


def by_woman(
    figures: Figures, names: Sequence[tuple[str, str]], head: str, language: Language
) -> Table:
    """Return attendance of each woman; ``names`` are her key and what she is called, in order."""
    raw, period = figures.raw, figures.times.period
    axis = Axis("women", tuple(key for key, _ in names) or ("none",))
    known = set(axis.leaves)
    counted = by(
        raw, period, "woman", axis,
        lambda place: str(place.woman) if str(place.woman) in known else None,
    )  # fmt: skip
    numbers = Numbers(counted)
    rows = [row(called, numbers, "woman", key) for key, called in names]
    rows.append(row(language.say("In all"), numbers, "woman", "women", is_sum=True))
    return Table(
        "women",
        language.say("Attendance by woman"),
        heads(head, language),
        tuple(rows),
        notes=(language.say("There is no score: a woman who stays away may have good reason."),),
    )


def said(
    numbers: Numbers,
    name: str,
    language: Language,
    table: str = ATTENDANCE,
    *,
    outside: bool = False,
) -> str:
    """Return the main number of attendance in a sentence."""
    share = numbers.share((table, name, CAME), (table, name, RECORDED))
    if not isinstance(share, Share):
        return language.say("The numbers are too small to be shown.")
    if share.rate is None:
        return language.say("Nothing is recorded yet.")
    sentence = language.say(
        "In all {came} of {recorded} came ({share}).",
        came=share.part,
        recorded=share.whole,
        share=language.percent(share.rate),
    )
    if outside:
        return sentence
    missing = numbers.cell(table, name, UNRECORDED)
    if isinstance(missing, Count) and missing.value:
        more = language.count("{n} mark is missing.", "{n} marks are missing.", missing.value)
        return f"{sentence} {more}"
    return sentence


def how_counted(language: Language) -> str:
    """Return how attendance is counted, in words."""
    return language.say(
        "'Came' counts present, late and left early among those who were invited and recorded. "
        "'Not recorded' counts neither as came nor as absent. Agreed pauses are not invited."
    )
