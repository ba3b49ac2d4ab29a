"""Who came: each place at a held session as a fact to be crossed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from groupkit.domain.attendance import Status
from groupkit.domain.dates import Period
from groupkit.domain.incident import Phase
from groupkit.domain.protection import Axis, Fact, Relation, Report, crossed
from groupkit.domain.session import Session
from groupkit.usecases.figures.raw import Place, Raw
from groupkit.usecases.figures.times import Times
from groupkit.usecases.figures.tying import tied

INVITED, RECORDED, CAME, ABSENT, UNRECORDED = (
    "invited", "recorded", "came", "absent", "not_recorded",
)  # fmt: skip
STATUSES = Axis(
    INVITED,
    (
        Axis(
            RECORDED,
            (
                Axis(CAME, (Status.PRESENT.value, Status.LATE.value, Status.LEFT_EARLY.value)),
                Axis(ABSENT, (Status.ABSENT_NOTICE.value, Status.ABSENT_NO_NOTICE.value)),
            ),
        ),
        UNRECORDED,
    ),
)
"""Everybody who was invited, as a tree. 'Not recorded' is never counted as absent."""
STATUSES_OUTSIDE = Axis(
    RECORDED, (CAME, Axis(ABSENT, (Status.ABSENT_NOTICE.value, Status.ABSENT_NO_NOTICE.value)))
)
"""What leaves the house: with few women, more columns would only be more hidden counts."""
_OUTSIDE = {
    Status.PRESENT.value: CAME,
    Status.LATE.value: CAME,
    Status.LEFT_EARLY.value: CAME,
    Status.ABSENT_NOTICE.value: Status.ABSENT_NOTICE.value,
    Status.ABSENT_NO_NOTICE.value: Status.ABSENT_NO_NOTICE.value,
}
THIRDS = Axis("course", (Phase.START.value, Phase.MIDDLE.value, Phase.END.value))
ATTENDANCE, BY_THIRD = "attendance", "attendance by third"


def invited(raw: Raw, period: Period) -> Iterator[tuple[Place, str]]:
    """Yield every place of a woman who was invited to a held session, with its status' name."""
    for session in raw.held(period):
        for place in raw.places(session):
            if place.status is Status.NOT_INVITED:
                continue
            yield place, UNRECORDED if place.status is None else place.status.value


def by(
    raw: Raw,
    period: Period,
    table: str,
    axis: Axis,
    name_of: Callable[[Place], str | None],
    *,
    outside: bool = False,
) -> Report:
    """Return attendance crossed with an axis; places that it has no name for are left out.

    ``outside`` takes only what is recorded, and asks not whether who came did so all the time.
    """
    statuses = STATUSES_OUTSIDE if outside else STATUSES

    def facts() -> Iterator[Fact]:
        for place, status in invited(raw, period):
            name, shown = name_of(place), _OUTSIDE.get(status) if outside else status
            if name is not None and shown is not None:
                yield (name, shown), place.woman

    counted = tuple(facts())
    met = {names[0] for names, _ in counted}
    return crossed(table, (axis, statuses), counted, lambda key: key[0] in met)


def attendance(raw: Raw, times: Times, *, outside: bool) -> Report:
    """Return attendance by time, and by the thirds of the courses, tied to each other.

    ``outside`` has no thirds: who knows when a house's only group met can tell which third lies in
    which quarter, and compute from the two what either hides.
    """
    thirds, period = third_of(raw), times.period
    over_time = by(
        raw, period, ATTENDANCE, times.axis, lambda p: times.of(p.session.day), outside=outside
    )
    if outside:
        return over_time
    by_third = by(raw, period, BY_THIRD, THIRDS, lambda p: thirds(p.session))
    ties = tuple(
        Relation((BY_THIRD, THIRDS.whole, status), ((ATTENDANCE, times.axis.whole, status),))
        for status in STATUSES.names
    )
    return tied(ties, over_time, by_third)


def third_of(raw: Raw) -> Callable[[Session], str]:
    """Return what tells the third of its course, counted in sessions, that a session lies in."""
    places: dict[UUID, str] = {}
    names = (Phase.START.value, Phase.MIDDLE.value, Phase.END.value)
    for group in raw.groups:
        going = raw.going(group.id)
        for at, session in enumerate(going):
            places[session.id] = names[3 * at // len(going)]
    return lambda session: places[session.id]
