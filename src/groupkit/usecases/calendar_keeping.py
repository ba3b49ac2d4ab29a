"""The house's calendar: closed periods for all groups and exceptions of one, kept once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.closed import MOST_PERIODS, ClosedDays, ClosedPeriod, Why, closed
from groupkit.domain.read_calendar import NamedPeriod, ReadCalendar
from groupkit.domain.refusal import Refused, TooManyPeriods
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class HouseCalendar:
    """What is closed for all groups, by first day, and whose public holidays are kept."""

    country: str
    usual_days: bool
    periods: tuple[ClosedPeriod, ...]


def house_calendar(store: OpenStore) -> HouseCalendar:
    """Return the house's calendar."""
    with store.work() as work:
        house = work.house.get()
        return HouseCalendar(
            house.country, house.closed_on_usual_days, work.closed_periods.of_house()
        )


def closed_days(
    work: UnitOfWork, group_id: UUID | None = None, extra: Iterable[ClosedPeriod] = ()
) -> ClosedDays:
    """Return all that is closed for a group: the house's days, its own exceptions, ``extra``."""
    house = work.house.get()
    own = work.closed_periods.of_group(group_id) if group_id else ()
    return closed(
        (*work.closed_periods.of_house(), *own, *extra),
        usual_house_days=house.closed_on_usual_days,
        country=house.country,
    )


def keep_periods(store: OpenStore, periods: tuple[ClosedPeriod, ...]) -> Done[HouseCalendar]:
    """Keep ``periods``, each in place of the one with its id.

    Raises:
        Refused: TooManyPeriods.
    """
    with store.work() as work:
        work.closed_periods.put_all(periods)
        if len(work.closed_periods.of_house()) > MOST_PERIODS:
            raise Refused(TooManyPeriods(MOST_PERIODS))
        work.log.note(Deed.CHANGED, Subject.CALENDAR)
        work.commit()
    return done(house_calendar(store), Kind.CALENDAR)


def remove_periods(store: OpenStore, ids: tuple[UUID, ...]) -> Done[tuple[ClosedPeriod, ...]]:
    """Remove periods; return those that were removed, so that they can be put back."""
    with store.work() as work:
        removed = tuple(period for period in work.closed_periods.of_house() if period.id in ids)
        work.closed_periods.remove_all(ids)
        work.log.note(Deed.REMOVED, Subject.CALENDAR)
        work.commit()
    return done(removed, Kind.CALENDAR)


def change_country(store: OpenStore, country: str) -> Done[HouseCalendar]:
    """Keep whose public holidays count, one of ``closed.COUNTRIES``."""
    with store.work() as work:
        work.house.put(replace(work.house.get(), country=country))
        work.log.note(Deed.CHANGED, Subject.CALENDAR)
        work.commit()
    return done(house_calendar(store), Kind.CALENDAR, Kind.HOUSE)


@dataclass(frozen=True)
class Offered:
    """What a calendar file would bring: periods that are new, and those that are known."""

    new: tuple[NamedPeriod, ...]
    known: tuple[NamedPeriod, ...]
    read: ReadCalendar


def compared(store: OpenStore, read: ReadCalendar) -> Offered:
    """Return what of ``read`` the calendar does not have yet: other dates, or another name."""
    with store.work() as work:
        kept = {(each.period, each.name.casefold()) for each in work.closed_periods.of_house()}
    new = tuple(each for each in read.periods if (each.period, each.name.casefold()) not in kept)
    known = tuple(each for each in read.periods if each not in new)
    return Offered(new, known, read)


def take_in(store: OpenStore, periods: tuple[NamedPeriod, ...], why: Why) -> Done[HouseCalendar]:
    """Keep the periods of a calendar file under one kind.

    Raises:
        Refused: TooManyPeriods.
    """
    wanted = tuple(ClosedPeriod(uuid4(), why, each.period, each.name) for each in periods)
    return keep_periods(store, wanted)


@dataclass(frozen=True)
class Touched:
    """A planned session that falls into a closed period."""

    group_id: UUID
    group: str
    session_id: UUID
    number: int
    day: dt.date


def sessions_on_closed_days(store: OpenStore, today: dt.date) -> tuple[Touched, ...]:
    """Return the sessions from ``today`` on that fall on a day that is closed by now."""
    found: list[Touched] = []
    with store.work() as work:
        for group in work.groups.all():
            shut = closed_days(work, group.id)
            found += [
                Touched(group.id, group.name, session.id, session.number, session.day)
                for session in work.sessions.of_group(group.id)
                if session.day >= today and not session.cancelled and shut.find(session.day)
            ]
    return tuple(sorted(found, key=lambda each: (each.day, each.group)))
