"""What ties two women: kin, the same abuser, an earlier conflict."""

from __future__ import annotations

from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.composition import Bond, Tie
from groupkit.domain.participant import Participant
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_living, get_participant
from groupkit.usecases.ports import OpenStore


def ties(store: OpenStore, participant_id: UUID) -> tuple[tuple[Tie, Participant], ...]:
    """Return a woman's ties, each with the other woman."""
    with store.work() as work:
        found = []
        for each in work.ties.of_participant(participant_id):
            other = each.other if each.one == participant_id else each.one
            found.append((each, get_participant(work, other)))
        return tuple(sorted(found, key=lambda pair: pair[1].number))


def known_women(store: OpenStore) -> tuple[Participant, ...]:
    """Return every woman who is not erased, by alias."""
    with store.work() as work:
        living = [each for each in work.members.all_participants() if each.erased is None]
    return tuple(sorted(living, key=lambda each: (each.alias.casefold(), each.number)))


def tie(store: OpenStore, one: UUID, other: UUID, bond: Bond) -> Done[Tie]:
    """Keep what ties two women; the same tie is kept once.

    Raises:
        Refused: TiedToHerself, NotFound, ParticipantErased.
    """
    made = Tie(uuid4(), one, other, bond)
    with store.work() as work:
        for who in (one, other):
            get_living(work, who)
        for known in work.ties.of_participant(one):
            if known.holds(other) and known.bond is bond:
                return done(known)
        work.ties.put(made)
        work.log.note(Deed.ADDED, Subject.TIE, one, other)
        work.commit()
    return done(made, Kind.NOMINATION, Kind.PERSON, ids=(one, other))


def untie(store: OpenStore, tie_id: UUID) -> Done[Tie | None]:
    """Remove a tie; :func:`retie` is the undo."""
    with store.work() as work:
        known = next((each for each in work.ties.all() if each.id == tie_id), None)
        if known is None:
            return done(None)
        work.ties.remove(tie_id)
        work.log.note(Deed.REMOVED, Subject.TIE, known.one, known.other)
        work.commit()
    return done(known, Kind.NOMINATION, Kind.PERSON, ids=(known.one, known.other))


def retie(store: OpenStore, known: Tie) -> Done[Tie]:
    """Put a removed tie back."""
    return tie(store, known.one, known.other, known.bond)
