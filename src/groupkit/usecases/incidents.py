"""New incidents: noted with their steps, corrected, counted apart from the woman."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.follow_up import DUE_AFTER_ABSENCE, FollowUp, Matter, Step, StepDeed
from groupkit.domain.incident import Incident, IncidentTally, Phase, phase_of, tally_of
from groupkit.domain.refusal import NotFound, Refused
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_living
from groupkit.usecases.ports import OpenStore, UnitOfWork
from groupkit.usecases.taking_on import check_owner


@dataclass(frozen=True)
class StepWanted:
    """A step after an incident: what it is about, who takes it, until when, and words."""

    matter: Matter
    owner: UUID
    due: dt.date
    what: str = ""


@dataclass(frozen=True)
class Told:
    """An incident with its steps."""

    incident: Incident
    steps: tuple[FollowUp, ...]


@dataclass(frozen=True)
class Gone:
    """What was removed with an incident, for the undo."""

    incident: Incident
    tally: IncidentTally | None
    steps: tuple[tuple[FollowUp, tuple[Step, ...]], ...]


def steps_due(store: OpenStore, participant_id: UUID, today: dt.date) -> dt.date:
    """Return the day until which a step is to be taken: the one before her next session.

    Without a session ahead it is two days from today; never earlier than today.
    """
    with store.work() as work:
        groups = {
            each.group_id
            for each in work.members.of_participant(participant_id)
            if each.left is None or each.left >= today
        }
        ahead = [
            session.day
            for group_id in groups
            for session in work.sessions.going_of_group(group_id)
            if session.day > today
        ]
        if ahead:
            return max(today, min(ahead) - dt.timedelta(days=1))
        return today + DUE_AFTER_ABSENCE


def note_incident(
    store: OpenStore, incident: Incident, steps: Sequence[StepWanted], today: dt.date
) -> Done[Told]:
    """Keep an incident, what is counted of it, and its steps.

    Raises:
        Refused: InFuture, DueInPast, DueTooFar, ParticipantErased, OwnerCannotRead.
    """
    incident.check_not_ahead(today)
    for step in steps:
        check_owner(store, step.owner)
    with store.work() as work:
        get_living(work, incident.participant_id)
        work.incidents.put(incident)
        work.incidents.put_tally(_counted(work, incident))
        made = tuple(_open(work, incident, step, today) for step in steps)
        work.log.note(Deed.ADDED, Subject.CARE)
        work.commit()
    ids = (incident.participant_id,)
    return done(Told(incident, made), Kind.INCIDENT, Kind.FOLLOW_UP, ids=ids)


def change_incident(
    store: OpenStore, incident: Incident, today: dt.date, steps: Sequence[StepWanted] = ()
) -> Done[Told]:
    """Correct an incident and what is counted of it, and open further steps.

    Returns the incident before with the new steps, for :func:`take_correction_back`.

    Raises:
        Refused: NotFound, InFuture, DueInPast, DueTooFar, ParticipantErased, OwnerCannotRead.
    """
    incident.check_not_ahead(today)
    for step in steps:
        check_owner(store, step.owner)
    with store.work() as work:
        before = _get(work, incident.id)
        get_living(work, before.participant_id)
        _put(work, incident)
        made = tuple(_open(work, incident, step, today) for step in steps)
        for _ in made:
            work.log.note(Deed.ADDED, Subject.CARE)
        work.commit()
    ids = (incident.participant_id,)
    return done(Told(before, made), Kind.INCIDENT, Kind.FOLLOW_UP, ids=ids)


def take_correction_back(store: OpenStore, told: Told) -> Done[Incident]:
    """Put an incident back as it was before a correction; the steps opened with it go."""
    before = told.incident
    with store.work() as work:
        get_living(work, before.participant_id)
        _get(work, before.id)
        _put(work, before)
        for step in told.steps:
            work.follow_ups.remove(step.id)
            work.log.note(Deed.REMOVED, Subject.CARE)
        work.commit()
    return done(before, Kind.INCIDENT, Kind.FOLLOW_UP, ids=(before.participant_id,))


def _put(work: UnitOfWork, incident: Incident) -> None:
    work.incidents.put(incident)
    work.incidents.put_tally(_counted(work, incident))
    work.log.note(Deed.CHANGED, Subject.CARE, spell=True)


def remove_incident(store: OpenStore, incident_id: UUID) -> Done[Gone]:
    """Remove an incident entered by mistake: it is not counted either, and its steps go."""
    with store.work() as work:
        incident = _get(work, incident_id)
        tally = next((t for t in work.incidents.tallies() if t.id == incident.tally_id), None)
        steps = tuple(
            (step, work.follow_ups.history(step.id))
            for step in work.follow_ups.of_incident(incident_id)
        )
        for step, _ in steps:
            work.follow_ups.remove(step.id)
        work.incidents.remove(incident_id)
        work.incidents.remove_tally(incident.tally_id)
        work.log.note(Deed.REMOVED, Subject.CARE)
        work.commit()
    ids = (incident.participant_id,)
    return done(Gone(incident, tally, steps), Kind.INCIDENT, Kind.FOLLOW_UP, ids=ids)


def put_incident_back(store: OpenStore, gone: Gone) -> Done[Incident]:
    """Put a removed incident back with its count, its steps and their history."""
    incident = gone.incident
    with store.work() as work:
        get_living(work, incident.participant_id)
        work.incidents.put(incident)
        work.incidents.put_tally(gone.tally or _counted(work, incident))
        for step, history in gone.steps:
            work.follow_ups.put(step)
            for each in history:
                work.follow_ups.put(step, each)
        work.log.note(Deed.ADDED, Subject.CARE)
        work.commit()
    return done(incident, Kind.INCIDENT, Kind.FOLLOW_UP, ids=(incident.participant_id,))


def _open(work: UnitOfWork, incident: Incident, step: StepWanted, today: dt.date) -> FollowUp:
    made = FollowUp(
        uuid4(),
        incident.participant_id,
        step.matter,
        step.owner,
        min(today, step.due),
        step.due,
        step.what,
        incident.session_id,
        incident.id,
    )
    made.check_due(today)
    work.follow_ups.put(made, work.follow_ups.step(StepDeed.OPENED, due=step.due, to=step.owner))
    return made


def _counted(work: UnitOfWork, incident: Incident) -> IncidentTally:
    """Return the tally: of the group whose course the day lies in, or lay closest before."""
    memberships = work.members.of_participant(incident.participant_id)
    covering = [each for each in memberships if each.covers(incident.happened)]
    told_in = [each for each in memberships if each.covers(incident.told)]
    chosen = next(iter([*covering, *told_in, *reversed(memberships)]), None)
    teller = _teller(work, incident)
    if chosen is None:
        return tally_of(incident, None, Phase.BEFORE, teller)
    days = [session.day for session in work.sessions.going_of_group(chosen.group_id)]
    phase = phase_of(incident.happened, days[0], days[-1]) if days else Phase.BEFORE
    return tally_of(incident, chosen.group_id, phase, teller)


def _teller(work: UnitOfWork, incident: Incident) -> UUID:
    """Return what her tallies of the year have in common, a new id for the first of them."""
    hers = {each.tally_id for each in work.incidents.of_participant(incident.participant_id)}
    tellers = (
        tally.teller
        for tally in work.incidents.tallies()
        if tally.id in hers and tally.year == incident.told.year
    )
    return next(tellers, uuid4())


def _get(work: UnitOfWork, incident_id: UUID) -> Incident:
    found = work.incidents.find(incident_id)
    if found is None:
        raise Refused(NotFound("incident", str(incident_id)))
    return found
