"""Erasing a woman: all that tells who she is or what she said; counts without her stay.

It works on any open connection, so that backups lose the same as the store. Freed bytes are
overwritten (``secure_delete``). The change log keeps ids alone, and stays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from secrets import token_hex
from uuid import UUID, uuid4

from sqlalchemy import Connection, Table, delete, or_, select, update

from groupkit.domain.guards import Named, watch
from groupkit.domain.participant import ERASED_ALIAS, Participant
from groupkit.store.connection import connect
from groupkit.store.engine import engine_over
from groupkit.store.figure_rows import BareRows
from groupkit.store.her_page import ProfileRows
from groupkit.store.members import MemberRows
from groupkit.store.nominations import NominationRows
from groupkit.store.sealed import FOLLOW_UP, INCIDENT, SAFETY
from groupkit.store.sealed_fields import unpacked
from groupkit.store.tables import (
    consent,
    draft,
    follow_up,
    follow_up_step,
    handed_out,
    mark,
    membership,
    nomination,
    own_note,
    own_word,
    participant,
    profile,
    safe_contact,
    tie,
)
from groupkit.store.trouble import refusing
from groupkit.usecases.drafting import ABOUT_ANYBODY
from groupkit.usecases.ports import StoreKeys
from groupkit.usecases.ports.figure_rows import NeedTally

_HERS: tuple[Table, ...] = (own_note, handed_out, consent, safe_contact, profile)
"""Tables whose rows about her go whole."""


class Erasures:
    """Women erased; implements ``usecases.ports.Erasures``."""

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._keys = keys

    def erase(self, participant_id: UUID, day: dt.date) -> None:
        """Erase a woman; who is erased already, or not there, stays as she is."""
        connection = self._connection
        women = MemberRows(connection, self._keys)
        known = women.participant(participant_id)
        if known is None or known.erased is not None:
            return
        self._count(participant_id)
        self._drop_sealed(participant_id)
        for table in _HERS:
            connection.execute(delete(table).where(table.c.participant_id == participant_id))
        hers = or_(tie.c.one_id == participant_id, tie.c.other_id == participant_id)
        connection.execute(delete(tie).where(hers))
        connection.execute(
            update(mark).where(mark.c.participant_id == participant_id).values(reason=None)
        )
        self._silence_nominations(participant_id)
        self.drop_drafts(participant_id)
        self._unlearn(known.alias)
        women.put_participant(Participant(participant_id, ERASED_ALIAS, f"x{token_hex(5)}", day))

    def days(self) -> Mapping[UUID, dt.date]:
        """Return every woman erased, and when."""
        rows = self._connection.execute(
            select(participant.c.id, participant.c.erased).where(participant.c.erased.is_not(None))
        )
        return {row.id: row.erased for row in rows}

    def _count(self, participant_id: UUID) -> None:
        """Keep what is counted of her needs, by the quarter of each beginning, without her."""
        needs = ProfileRows(self._connection, self._keys).get(participant_id)
        bare = BareRows(self._connection)
        joined = self._connection.execute(
            select(membership.c.joined).where(membership.c.participant_id == participant_id)
        )
        woman = uuid4()
        for day in joined.scalars().all():
            bare.put_need(
                NeedTally(
                    uuid4(),
                    woman,
                    day.year,
                    (day.month - 1) // 3 + 1,
                    needs.language,
                    needs.interpreter,
                    None if needs.children is None else bool(needs.children),
                    needs.ages,
                )
            )

    def _drop_sealed(self, participant_id: UUID) -> None:
        """Drop the rows in which her id is sealed, and those in which it may be and don't open."""
        hers, work = str(participant_id), self._connection
        going: dict[Table, list[UUID]] = {}
        for sealed in (FOLLOW_UP, INCIDENT, SAFETY):
            opened = sealed.of(self._keys)
            going[sealed.table] = [
                row_id
                for row_id, text in work.execute(sealed.wanted)
                if (said := unpacked(opened.open_or_broken(row_id, text))) is None
                or said.get("of") == hers
            ]
        steps = follow_up_step.c.follow_up_id.in_(going[follow_up])
        work.execute(delete(follow_up_step).where(steps))
        for table, rows in going.items():
            work.execute(delete(table).where(table.c.id.in_(rows)))

    def _silence_nominations(self, participant_id: UUID) -> None:
        rows = NominationRows(self._connection, self._keys)
        for known in rows.of_participant(participant_id):
            # What is there may not open; the row is written anew all the same.
            self._connection.execute(
                update(nomination)
                .where(nomination.c.id == known.id)
                .values(rows.columns(known.silent()))
            )

    def _unlearn(self, alias: str) -> None:
        """Drop her alias from the words that the spell check was taught, inflected or not."""
        taught = self._connection.execute(select(own_word.c.word)).scalars().all()
        forms = [word for word in taught if watch(word, (Named(UUID(int=0), (alias,)),))]
        self._connection.execute(delete(own_word).where(own_word.c.word.in_(forms)))

    def drop_drafts(self, participant_id: UUID) -> None:
        """Drop what was half typed about a woman, or about nobody in particular."""
        hers = self._connection.execute(
            select(membership.c.id).where(membership.c.participant_id == participant_id)
        )
        nominated = self._connection.execute(
            select(nomination.c.id).where(nomination.c.participant_id == participant_id)
        )
        named = [participant_id, *hers.scalars().all(), *nominated.scalars().all()]
        about = or_(
            draft.c.place.in_(ABOUT_ANYBODY),
            *(draft.c.place.contains(str(each)) for each in named),
        )
        self._connection.execute(delete(draft).where(about))


def erase_in(copy: Path, keys: StoreKeys, women: Mapping[UUID, dt.date]) -> None:
    """Erase women in the database at ``copy``.

    Raises:
        Refused: what :func:`trouble.refusing` says.
    """
    with (
        refusing(),
        closing(connect(copy, keys)) as connection,
        engine_over(connection).connect() as work,
    ):
        erasures = Erasures(work, keys)
        for her, day in women.items():
            erasures.erase(her, day)
        work.commit()
