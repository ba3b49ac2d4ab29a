"""What a reader can subtract: counts of mostly the same women, each pair with who is in one alone.

Fourteen nominated and thirteen talked to leave one who was not; unless the one is counted too, and
hidden as any small count, the two totals tell of her.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from uuid import UUID

from groupkit.domain.nomination import Decision
from groupkit.domain.protection import Cell, Key, Relation, Report, joined, with_rest
from groupkit.domain.safety import Moment
from groupkit.usecases.figures import year_facts as year
from groupkit.usecases.figures.raw import Raw
from groupkit.usecases.figures.times import Times
from groupkit.usecases.ports.figure_rows import Nominated, Stay

Women = Counter[UUID]
"""Each woman, and how often she is counted."""


def differences(
    raw: Raw, times: Times, is_complete: Mapping[Stay, bool | None], whole: Report
) -> Report:
    """Return what lies between totals of ``whole``, tied to them.

    Safety answers are kept without whose they are; that those who answered are among the women of
    courses that ended is taken for granted wherever the numbers allow it.
    """
    women = _women(raw, times, is_complete)
    time = times.axis.whole
    nominated, talked, decided = (
        (year.NOMINATED, time),
        (year.TALKED, time),
        (year.DECIDED, time, year.ALL),
    )
    seated, began = (year.DECIDED, time, Decision.SEAT.value), (year.BEGAN, time)
    left, ended = (year.LEFT, time, year.ALL), (year.COMPLETED, time, year.ALL)
    pairs = (
        *((nominated, talked), (nominated, decided), (talked, decided)),
        *((seated, began), (began, left), (began, ended), (left, ended)),
    )
    cells = whole.by_key
    parts = [overlap(cells[one], women[one], cells[other], women[other]) for one, other in pairs]
    for moment in Moment:
        answered = cells[f"{year.SAFETY} {moment.value}", year.ALL]
        if answered.value <= cells[ended].value:
            parts.append(with_rest(cells[ended], answered))
    return joined(parts)


def overlap(one: Cell, of_one: Women, other: Cell, of_other: Women) -> Report:
    """Return two counts with what both count, and what each counts alone.

    Raises:
        ValueError: when the women are not those that the cells count.
    """
    name = (*one.key, "and", *other.key)
    both = _cell((*name, "both"), of_one & of_other)
    first = _cell((*name, "the first alone"), of_one - of_other)
    second = _cell((*name, "the second alone"), of_other - of_one)
    ties = (Relation(one.key, (both.key, first.key)), Relation(other.key, (both.key, second.key)))
    return Report((one, other, both, first, second), ties)


def _cell(key: Key, women: Women) -> Cell:
    return Cell(key, women.total(), len(women))


def _women(raw: Raw, times: Times, is_complete: Mapping[Stay, bool | None]) -> Mapping[Key, Women]:
    time = times.axis.whole

    def nominated(counts: Callable[[Nominated], bool]) -> Women:
        return Counter(one.woman for one in raw.nominations if counts(one))

    def stays(counted: Iterable[Stay]) -> Women:
        return Counter(stay.woman for stay in counted)

    def decided(one: Nominated) -> bool:
        is_final = one.decision is not None and one.decision.is_final
        return is_final and one.decided is not None and times.of(one.decided) is not None

    everybody = tuple(year.all_stays(raw))
    return {
        (year.NOMINATED, time): nominated(lambda one: times.of(one.made) is not None),
        (year.TALKED, time): nominated(
            lambda one: one.conversation is not None and times.of(one.conversation) is not None
        ),
        (year.DECIDED, time, year.ALL): nominated(decided),
        (year.DECIDED, time, Decision.SEAT.value): nominated(
            lambda one: decided(one) and one.decision is Decision.SEAT
        ),
        (year.BEGAN, time): stays(one for one in everybody if times.of(one.joined)),
        (year.LEFT, time, year.ALL): stays(_left(everybody, raw, times)),
        (year.COMPLETED, time, year.ALL): stays(_ended(is_complete, raw, times)),
    }


def _left(stays: Iterable[Stay], raw: Raw, times: Times) -> Iterator[Stay]:
    for stay in stays:
        if stay.left is not None and stay.left <= raw.today and times.of(stay.left):
            yield stay


def _ended(is_complete: Iterable[Stay], raw: Raw, times: Times) -> Iterator[Stay]:
    for stay in is_complete:
        last = raw.last_day(stay.group_id)
        if last is not None and times.of(last):
            yield stay
