"""Bare rows to count: ids, days and statuses; no sealed text is opened."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from uuid import UUID

from sqlalchemy import Connection, insert, select

from groupkit.domain.attendance import Status
from groupkit.domain.nomination import Decision
from groupkit.domain.participant import Leaving, Pause
from groupkit.domain.profile import AgeBand
from groupkit.store.tables import (
    mark,
    membership,
    need_tally,
    nomination,
    participant,
    pause,
    session,
)
from groupkit.usecases.ports.figure_rows import Marked, NeedTally, Nominated, Stay

_AT_A_TIME = 2_000
_CHILDREN: Mapping[str, bool | None] = {"yes": True, "no": False, "unknown": None}


class BareRows:
    """Implements ``usecases.ports.FigureRows``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def stays(self) -> tuple[Stay, ...]:
        """Return every membership without who she is, by group and joining date."""
        pauses: dict[UUID, list[Pause]] = defaultdict(list)
        for membership_id, first, last in self._connection.execute(
            select(pause.c.membership_id, pause.c.first, pause.c.last).order_by(pause.c.first)
        ):
            pauses[membership_id].append(Pause(first, last))
        rows = self._connection.execute(
            select(
                membership.c.id,
                membership.c.group_id,
                membership.c.participant_id,
                membership.c.joined,
                membership.c.left_on,
                membership.c.why_left,
                participant.c.erased,
            )
            .join(participant, participant.c.id == membership.c.participant_id)
            .order_by(membership.c.group_id, membership.c.joined, membership.c.id)
        )
        return tuple(
            Stay(
                group,
                woman,
                joined,
                left,
                Leaving(why) if why else None,
                tuple(pauses[own]),
                erased,
            )
            for own, group, woman, joined, left, why, erased in rows
        )

    def marks(self, first: dt.date, last: dt.date, pause: Callable[[], None]) -> tuple[Marked, ...]:
        """Return the marks of the sessions from ``first`` to ``last``, both included."""
        rows = self._connection.execute(
            select(mark.c.session_id, mark.c.participant_id, mark.c.status)
            .join(session, session.c.id == mark.c.session_id)
            .where(session.c.day.between(first, last))
            .order_by(mark.c.session_id, mark.c.participant_id)
        )
        found: list[Marked] = []
        for some in rows.partitions(_AT_A_TIME):
            pause()
            found.extend(Marked(held, woman, Status(status)) for held, woman, status in some)
        return tuple(found)

    def nominations(self) -> tuple[Nominated, ...]:
        """Return every nomination's days and decision, by day."""
        rows = self._connection.execute(
            select(
                nomination.c.participant_id,
                nomination.c.made,
                nomination.c.conversation,
                nomination.c.said_yes,
                nomination.c.decision,
                nomination.c.decided,
                nomination.c.group_id,
            ).order_by(nomination.c.made, nomination.c.id)
        )
        return tuple(
            Nominated(woman, made, talked, yes, Decision(said) if said else None, decided, group)
            for woman, made, talked, yes, said, decided, group in rows
        )

    def needs(self) -> tuple[NeedTally, ...]:
        """Return what is counted of women who were erased."""
        rows = self._connection.execute(select(need_tally).order_by(need_tally.c.id))
        return tuple(
            NeedTally(
                row.id,
                row.woman,
                row.year,
                row.quarter,
                row.language,
                bool(row.interpreter),
                _CHILDREN[row.children],
                frozenset(band for band in AgeBand if row._mapping[band.name.lower()]),
            )
            for row in rows
        )

    def put_need(self, wanted: NeedTally) -> None:
        """Add what is counted of a woman who is erased."""
        answers = {answer: word for word, answer in _CHILDREN.items()}
        row = {
            "id": wanted.id,
            "woman": wanted.woman,
            "year": wanted.year,
            "quarter": wanted.quarter,
            "language": wanted.language,
            "interpreter": int(wanted.interpreter),
            "children": answers[wanted.children],
            **{band.name.lower(): int(band in wanted.ages) for band in AgeBand},
        }
        self._connection.execute(insert(need_tally), row)
