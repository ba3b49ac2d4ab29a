"""Everything that a report counts, as one system, with what of it stays hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from groupkit.domain.protection import Key, Report, Standing, joined, protect_in_turn
from groupkit.domain.reporting.completion import CompletionRule
from groupkit.usecases.figures import attendance_facts as came
from groupkit.usecases.figures import year_facts as year
from groupkit.usecases.figures.completing import completed
from groupkit.usecases.figures.differences import differences
from groupkit.usecases.figures.numbers import Numbers
from groupkit.usecases.figures.raw import Raw, never
from groupkit.usecases.figures.times import Times, undivided
from groupkit.usecases.ports.figure_rows import Look


@dataclass(frozen=True)
class Figures:
    """What was read, and the counts of it as they may be shown."""

    raw: Raw
    times: Times
    known: year.Known
    rule: CompletionRule
    numbers: Numbers
    outside: bool = False
    standing: Standing = field(default_factory=Standing)
    taken_back: int = 0
    """How many counts are hidden that were shown outside before."""


def count_all(
    raw: Raw,
    times: Times,
    known: year.Known,
    rule: CompletionRule,
    *,
    outside: bool,
    before: Standing | None = None,
    look: Look = never,
) -> Figures:
    """Count everything; ``outside`` hides what is small, quarter by quarter as they come out.

    Only attendance leaves the house by quarters, so only that is divided by them. ``before`` is
    what left of that year already. ``look`` is told how much of the protecting is done, and raises
    to give up.
    """
    yearly = undivided(times) if outside else times
    whole = joined(
        [
            came.attendance(raw, times, outside=outside),
            year.nominations(raw, yearly),
            year.needs(raw, yearly, known),
            year.completion(raw, yearly, completed(raw, rule)),
            year.incidents(known, yearly),
            year.safety(raw, known, yearly),
        ]
    )
    if not outside:
        return Figures(raw, times, known, rule, Numbers(whole))
    whole = joined([whole, differences(raw, yearly, completed(raw, rule), whole)])
    over = [part for part in _in_turn(whole, times) if part.cells]
    done = protect_in_turn(over, before=before, look=look)
    return Figures(
        raw,
        times,
        known,
        rule,
        Numbers(whole, done.hidden),
        outside=True,
        standing=_leaving(done.standing, times),
        taken_back=len(done.taken_back),
    )


def _leaving(standing: Standing, times: Times) -> Standing:
    """Return what leaves with the time shown.

    A hidden language is not named on paper, so its name isn't kept either.
    """

    def leaves(key: Key) -> bool:
        return times.is_whole or times.shown in key

    hidden = (key for key in standing.hidden if leaves(key))
    return Standing(
        frozenset(key for key in standing.shown if leaves(key)),
        frozenset(key for key in hidden if key[0] != year.LANGUAGES or key[1] == year.ALL),
    )


def _in_turn(whole: Report, times: Times) -> Iterator[Report]:
    for name, _ in times.parts:
        yield _part(whole, name)
    yield whole


def _part(whole: Report, name: str) -> Report:
    """Return what of the report tells of one part of the time alone."""
    cells = tuple(cell for cell in whole.cells if name in cell.key)
    keys = {cell.key for cell in cells}
    relations = tuple(r for r in whole.relations if {r.total, *r.parts} <= keys)
    return Report(cells, relations)
