"""Taking away what may no longer be kept: words go and counts stay.

A backup made before loses the words when it runs out. Who she is goes last, and from the backups
too.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.clock import doubt
from groupkit.domain.refusal import DateInDoubt, Refused
from groupkit.domain.retention import Kept
from groupkit.usecases.changes import Changes, Done, Kind
from groupkit.usecases.keeping.due import Due, check_may, due_in, with_reasons
from groupkit.usecases.ports import OpenStore, UnitOfWork


def carry_out(store: OpenStore, seen: Due, today: dt.date) -> Done[Due]:
    """Take away for good what was ``seen`` and is still due; returns what went.

    Raises:
        Refused: NotForYourRole without the keys to people and notes, DateInDoubt, and what the
            disk says.
    """
    check_may(store)
    with store.work() as work:
        kept = work.upkeep.get()
        if doubt(today, kept.last_seen):
            raise Refused(DateInDoubt(today, kept.last_seen))
        now = due_in(work, today)
        going = Due({kind: now.of(kind) & seen.of(kind) for kind in Kept})
        if going.is_empty:
            return Done(going, Changes(frozenset()))
        _take(work, going, today)
        work.upkeep.put(replace(kept, kept_looked=today))
        work.log.note(Deed.ERASED, Subject.RETENTION)
        work.commit()
    gone = going.of(Kept.PERSON)
    if gone:
        store.backups.erase(dict.fromkeys(gone, today))
    return Done(going, Changes(frozenset(Kind), going.everybody))


def _take(work: UnitOfWork, going: Due, today: dt.date) -> None:
    for her in going.everybody:
        work.erasures.drop_drafts(her)
    for her in going.of(Kept.NOTES):
        _drop_notes(work, her)
    for her in going.of(Kept.INCIDENTS):
        _drop_narratives(work, her)
    for her in going.of(Kept.FOLLOW_UPS):
        for each in work.follow_ups.of_participant(her):
            work.follow_ups.remove(each.id)
    for her in going.of(Kept.NOMINATIONS):
        for one in work.nominations.of_participant(her):
            work.nominations.change(one.silent())
    for her in going.of(Kept.PERSON):
        work.erasures.erase(her, today)
        work.log.note(Deed.ERASED, Subject.PARTICIPANT, her)


def _drop_notes(work: UnitOfWork, her: UUID) -> None:
    for session, whose, _ in work.notes.all_of_women():
        if whose == her:
            work.notes.put_of_women(session, {her: ""})
    work.attendance.put_all(replace(mark, reason="") for mark in with_reasons(work, her))


def _drop_narratives(work: UnitOfWork, her: UUID) -> None:
    for incident in work.incidents.of_participant(her):
        work.incidents.put(replace(incident, what="", wish=""))
    for given in work.safety.of_participant(her):
        work.safety.put(replace(given, words=""))
