"""Nominations made, changed and withdrawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.nomination import Nomination
from groupkit.domain.participant import Participant
from groupkit.domain.refusal import (
    NominationDecided,
    NominationOpen,
    NumberTaken,
    Refused,
)
from groupkit.usecases.belonging import check_name
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_living, get_participant
from groupkit.usecases.nominating.board import get_nomination
from groupkit.usecases.ports import OpenStore, UnitOfWork


def nominate(
    store: OpenStore, who: Participant, wanted: Nomination, today: dt.date
) -> Done[Nomination]:
    """Nominate a woman who is not known yet.

    Raises:
        Refused: NumberTaken, InFuture, and what a field may not be.
    """
    wanted.check_not_ahead(today)
    with store.work() as work:
        if work.members.find_participant(who.number) is not None:
            raise Refused(NumberTaken(who.number))
        work.members.put_participant(who)
        work.nominations.add(wanted)
        work.log.note(Deed.ADDED, Subject.NOMINATION, wanted.id, who.id)
        work.commit()
    return done(wanted, Kind.NOMINATION, Kind.PERSON, ids=(who.id,))


def nominate_again(store: OpenStore, wanted: Nomination, today: dt.date) -> Done[Nomination]:
    """Nominate a woman who is known: after another decision, or after a group.

    Raises:
        Refused: NominationOpen, ParticipantErased, InFuture.
    """
    wanted.check_not_ahead(today)
    with store.work() as work:
        who = get_living(work, wanted.participant_id)
        _check_none_open(work, who.id)
        work.nominations.add(wanted)
        work.log.note(Deed.ADDED, Subject.NOMINATION, wanted.id, who.id)
        work.commit()
    return done(wanted, Kind.NOMINATION, ids=(who.id,))


def change_nomination(
    store: OpenStore, wanted: Nomination, today: dt.date, who: Participant | None = None
) -> Done[Nomination]:
    """Keep ``wanted`` in place of the revision that it was read at, and ``who`` she is.

    Raises:
        Refused: NominationChangedSince, NominationDecided, NumberTaken, InFuture.
    """
    wanted.check_not_ahead(today)
    with store.work() as work:
        before = get_nomination(work, wanted.id)
        if not before.is_open and before.verdict is not None:
            raise Refused(NominationDecided(before.verdict.day))
        get_living(work, before.participant_id)
        changed = replace(wanted, verdict=before.verdict, revision=wanted.revision + 1)
        work.nominations.change(changed)
        if who is not None:
            _rename(work, who)
        work.log.note(
            Deed.CHANGED, Subject.NOMINATION, wanted.id, before.participant_id, spell=True
        )
        work.commit()
    return done(changed, Kind.NOMINATION, Kind.PERSON, ids=(before.participant_id,))


def withdraw_nomination(
    store: OpenStore, nomination_id: UUID
) -> Done[tuple[Participant, Nomination]]:
    """Remove a nomination made by mistake, and her with it where nothing else is known of her.

    Returns what :func:`put_nomination_back` takes.

    Raises:
        Refused: NominationDecided.
    """
    with store.work() as work:
        gone = get_nomination(work, nomination_id)
        if gone.verdict is not None:
            raise Refused(NominationDecided(gone.verdict.day))
        who = get_participant(work, gone.participant_id)
        work.nominations.remove(gone.id)
        work.members.remove_participant(who.id)
        work.log.note(Deed.REMOVED, Subject.NOMINATION, gone.id, who.id)
        work.commit()
    return done((who, gone), Kind.NOMINATION, Kind.PERSON, ids=(who.id,))


def put_nomination_back(store: OpenStore, who: Participant, gone: Nomination) -> Done[Nomination]:
    """Put back a nomination that was withdrawn, and her where she went with it.

    Raises:
        Refused: NumberTaken when her number was given away meanwhile, NominationOpen when she was
            nominated anew, ParticipantErased.
    """
    with store.work() as work:
        if work.members.participant(who.id) is None:
            check_name(work, who)
            work.members.put_participant(who)
        get_living(work, who.id)
        _check_none_open(work, who.id)
        work.nominations.add(gone)
        work.log.note(Deed.ADDED, Subject.NOMINATION, gone.id, who.id)
        work.commit()
    return done(gone, Kind.NOMINATION, Kind.PERSON, ids=(who.id,))


def _check_none_open(work: UnitOfWork, participant_id: UUID) -> None:
    for known in work.nominations.of_participant(participant_id):
        if known.is_open:
            raise Refused(NominationOpen(known.made))


def _rename(work: UnitOfWork, who: Participant) -> None:
    if get_living(work, who.id) != who:
        check_name(work, who)
        work.members.put_participant(who)
