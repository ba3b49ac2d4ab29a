"""The year's figures as facts: nominations, who began and left, incidents, safety answers.

Each fact lies on the day on which it could not change any more, so that a quarter that was
published stays as it was: a nomination on the day it was made, a decision on its own day, an
incident in the quarter in which it was told, what is asked of a whole course at its last session.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from uuid import UUID

from groupkit.domain.incident import IncidentKind, IncidentTally, Phase
from groupkit.domain.nomination import Decision
from groupkit.domain.participant import Leaving
from groupkit.domain.profile import AgeBand, Profile
from groupkit.domain.protection import Axis, Fact, Relation, Report, crossed, joined, with_rest
from groupkit.domain.safety import LEAST, MOST, Change, ChangeTally, Moment, SafetyTally
from groupkit.usecases.figures.raw import Raw
from groupkit.usecases.figures.times import Times
from groupkit.usecases.figures.tying import tied
from groupkit.usecases.ports.figure_rows import NeedTally, Stay

NOMINATED, TALKED, DECIDED, WAITED = "nominated", "talked", "decided", "waited"
BEGAN, LEFT, COMPLETED = "began", "left", "completed"
INTERPRETER, LANGUAGES, CHILDREN, AGES = "interpreter", "languages", "children", "ages"
INCIDENTS, SAFETY, CHANGE = "incidents", "safety", "change"
ALL = "all"
YES, NO, UNKNOWN = "yes", "no", "unknown"

DECISIONS = Axis(ALL, tuple(each.value for each in Decision if each.is_final))
BANDS = ("0-30", "31-90", "91-")
"""Days from the nomination to the seat."""
REASONS = Axis(ALL, (*(each.value for each in Leaving), "unsaid"))
YES_OR_NO = Axis(ALL, (YES, NO))
COMPLETION = Axis(ALL, (YES, NO, UNKNOWN))
PHASES = Axis(ALL, tuple(each.value for each in Phase))
VALUES = Axis(ALL, tuple(str(value) for value in range(LEAST, MOST + 1)))
CHANGES = Axis(ALL, tuple(each.value for each in Change))
NO_LANGUAGE, ANOTHER_LANGUAGE = "-", "*"


@dataclass(frozen=True)
class Known:
    """What is known beside the raw rows: what women need, and what was counted of them."""

    profiles: Mapping[UUID, Profile]
    incidents: tuple[IncidentTally, ...]
    safety: tuple[SafetyTally, ...]
    changes: tuple[ChangeTally, ...] = ()
    erased: tuple[NeedTally, ...] = ()
    gbvims: bool = False


def nominations(raw: Raw, times: Times) -> Report:
    """Return nominations made, conversations held, and decisions with how long a seat took."""
    made: list[Fact] = []
    talked: list[Fact] = []
    decided: list[Fact] = []
    waited: list[Fact] = []
    for one in raw.nominations:
        if name := times.of(one.made):
            made.append(((name,), one.woman))
        if one.conversation and (name := times.of(one.conversation)):
            talked.append(((name,), one.woman))
        if one.decision is None or one.decided is None or not one.decision.is_final:
            continue
        if name := times.of(one.decided):
            decided.append(((name, one.decision.value), one.woman))
            if one.decision is Decision.SEAT:
                waited.append(((name, band_of((one.decided - one.made).days)), one.woman))
    bands = Axis(ALL, BANDS)
    of_seats = tuple(
        Relation((WAITED, time, ALL), ((DECIDED, time, Decision.SEAT.value),))
        for time in times.axis.names
    )
    decisions = crossed(DECIDED, (times.axis, DECISIONS), decided)
    waiting = crossed(WAITED, (times.axis, bands), waited)
    return joined(
        [
            crossed(NOMINATED, (times.axis,), made),
            crossed(TALKED, (times.axis,), talked),
            tied(of_seats, decisions, waiting),
        ]
    )


def band_of(days: int) -> str:
    """Return the band of a number of days waited."""
    if days <= 30:
        return BANDS[0]
    return BANDS[1] if days <= 90 else BANDS[2]


def median_wait(raw: Raw, times: Times) -> float | None:
    """Return the median of days from the nomination to the seat, None without a seat."""
    days = [
        (one.decided - one.made).days
        for one in raw.nominations
        if one.decision is Decision.SEAT and one.decided and times.of(one.decided)
    ]
    return median(days) if days else None


def memberships(raw: Raw, times: Times) -> Report:
    """Return who began and who left, and why."""
    began: list[Fact] = []
    left: list[Fact] = []
    for stay in all_stays(raw):
        if name := times.of(stay.joined):
            began.append(((name,), stay.woman))
        if stay.left is not None and stay.left <= raw.today and (name := times.of(stay.left)):
            why = stay.why_left.value if stay.why_left else "unsaid"
            left.append(((name, why), stay.woman))
    return joined(
        [crossed(BEGAN, (times.axis,), began), crossed(LEFT, (times.axis, REASONS), left)]
    )


def needs(raw: Raw, times: Times, known: Known) -> Report:
    """Return languages, interpreters and children of those who began; over the whole axis."""
    profiles: list[tuple[Hashable, Profile]] = [
        (stay.woman, known.profiles.get(stay.woman, Profile()))
        for stay in all_stays(raw)
        if times.of(stay.joined) and not stay.erased
    ]
    for tally in known.erased:
        if times.of(dt.date(tally.year, tally.quarter * 3 - 2, 1)):
            profiles.append((tally.woman, _profile_of(tally)))
    # What nobody speaks is possible too: a table of one row tells of everybody in it.
    spoken = {profile.language.casefold() or NO_LANGUAGE for _, profile in profiles}
    languages = Axis(ALL, tuple(sorted({*spoken, NO_LANGUAGE, ANOTHER_LANGUAGE})))
    children = Axis(ALL, (YES, NO, UNKNOWN))
    parts = [
        crossed(
            LANGUAGES,
            (languages,),
            (((profile.language.casefold() or NO_LANGUAGE,), who) for who, profile in profiles),
        ),
        crossed(
            INTERPRETER,
            (YES_OR_NO,),
            (((YES if profile.interpreter else NO,), who) for who, profile in profiles),
        ),
        crossed(CHILDREN, (children,), (((_has_children(p),), who) for who, p in profiles)),
    ]
    mothers = [(who, profile) for who, profile in profiles if profile.children]
    for band in AgeBand:
        facts = (((YES if band in profile.ages else NO,), who) for who, profile in mothers)
        parts.append(crossed(f"{AGES} {band.value}", (YES_OR_NO,), facts))
    began = (BEGAN, times.axis.whole)
    ties = [Relation((name, ALL), (began,)) for name in (LANGUAGES, INTERPRETER, CHILDREN)]
    ties += [Relation((f"{AGES} {band.value}", ALL), ((CHILDREN, YES),)) for band in AgeBand]
    return tied(ties, memberships(raw, times), *parts)


def _profile_of(tally: NeedTally) -> Profile:
    children = None if tally.children is None else int(tally.children)
    return Profile(
        language=tally.language,
        interpreter=tally.interpreter,
        children=children,
        ages=tally.ages,
    )


def _has_children(profile: Profile) -> str:
    if profile.children is None:
        return UNKNOWN
    return YES if profile.children else NO


def completion(raw: Raw, times: Times, is_complete: Mapping[Stay, bool | None]) -> Report:
    """Return who completed, of those whose course had its last session."""

    def facts() -> Iterator[Fact]:
        for stay, done in is_complete.items():
            last = raw.last_day(stay.group_id)
            if last is not None and (name := times.of(last)):
                yield (name, UNKNOWN if done is None else YES if done else NO), stay.woman

    return crossed(COMPLETED, (times.axis, COMPLETION), facts())


def incidents(known: Known, times: Times) -> Report:
    """Return incidents by the phase of the course, in all and of each kind.

    Behind a count stand the women who told: six incidents of one woman are a small count.
    """
    counted = [
        (name, one)
        for one in known.incidents
        if (name := times.of(dt.date(one.year, one.quarter * 3 - 2, 1)))
    ]
    whole = _by_phase(INCIDENTS, times, counted)
    parts = [whole]
    for kind in IncidentKind:
        table = kind_table(kind)
        of_kind = _by_phase(table, times, [each for each in counted if kind in each[1].kinds])
        # Whoever reads seven incidents, six of them of a kind, reads one that was not.
        not_table = f"{table} not"
        rest = _by_phase(not_table, times, [one for one in counted if kind not in one[1].kinds])
        ties = tuple(
            Relation(cell.key, ((table, *cell.key[1:]), (not_table, *cell.key[1:])))
            for cell in whole.cells
        )
        # How the rests sum up follows from the others; said again, it would hide the sums first.
        together = joined([whole, of_kind, Report(rest.cells)])
        parts.append(Report(together.cells, (*together.relations, *ties)))
    return joined(parts)


def kind_table(kind: IncidentKind) -> str:
    """Return the name of a kind's table."""
    return f"{INCIDENTS} {kind.value}"


def _by_phase(table: str, times: Times, counted: Iterable[tuple[str, IncidentTally]]) -> Report:
    facts = (((name, one.phase.value), one.teller) for name, one in counted)
    return crossed(table, (times.axis, PHASES), facts)


def safety(raw: Raw, known: Known, times: Times) -> Report:
    """Return answers by moment, and change from start to end, of courses that ended in the time."""
    ended = {
        group.id
        for group in raw.groups
        if (last := raw.last_day(group.id)) and last <= raw.today and times.of(last)
    }
    counted = [one for one in known.safety if one.group_id in ended]
    parts = [
        crossed(
            f"{SAFETY} {moment.value}",
            (VALUES,),
            (((str(one.value),), None) for one in counted if one.moment is moment),
        )
        for moment in Moment
    ]
    paired = [one.change for one in known.changes if one.group_id in ended]
    change = crossed(CHANGE, (CHANGES,), (((one.value,), None) for one in paired))
    answered = joined(parts).by_key
    unpaired = (
        with_rest(answered[f"{SAFETY} {moment.value}", ALL], change.by_key[CHANGE, ALL])
        for moment in (Moment.START, Moment.END)
    )
    return joined([*parts, change, *unpaired])


def all_stays(raw: Raw) -> Iterator[Stay]:
    """Yield every stay of the groups."""
    for group in raw.groups:
        yield from raw.stays.get(group.id, ())


def sessions_of(raw: Raw, group_id: UUID, times: Times) -> tuple[int, int, int, int]:
    """Return a group's sessions in the time shown: planned, held, cancelled, without a record."""
    shown = times.shown_period
    mine = [one for one in raw.sessions.get(group_id, ()) if one.day in shown]
    going = [one for one in mine if not one.cancelled]
    held = [one for one in going if one.day <= raw.today]
    return len(going), len(held), len(mine) - len(going), sum(not one.recorded for one in held)


def completed_by_group(is_complete: Mapping[Stay, bool | None]) -> Mapping[UUID, tuple[int, int]]:
    """Return for each group that had its last session how many completed, of how many."""
    found: dict[UUID, tuple[int, int]] = {}
    for stay, done in is_complete.items():
        part, whole = found.get(stay.group_id, (0, 0))
        found[stay.group_id] = (part + bool(done), whole + (done is not None))
    return found
