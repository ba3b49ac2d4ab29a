"""What is known of the invented group's women: contact, needs, consent, incidents, answers."""

from __future__ import annotations

import datetime as dt
from typing import Final

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.consent import Consent
from groupkit.domain.follow_up import FollowUp, Matter, StepDeed
from groupkit.domain.incident import Incident, IncidentKind, Told, Way, phase_of, tally_of
from groupkit.domain.profile import AgeBand, Profile
from groupkit.domain.safe_contact import Channel, MayLeave, SafeContact
from groupkit.domain.safety import Moment, SafetyAnswer, SafetyTally
from groupkit.usecases.demo.scene import Scene, Stage
from groupkit.usecases.demo.sentences import Pair, in_language
from groupkit.usecases.ports import UnitOfWork

_DAY: Final = dt.timedelta(days=1)
_HOURS: Final[tuple[Pair, ...]] = (
    ("hverdage 10–12", "weekdays 10–12"),
    ("tirsdag og torsdag efter 18", "Tuesday and Thursday after 18"),
    ("kun når hun er på arbejde, 8–15", "only while she is at work, 8–15"),
)
_MESSAGE: Final[Pair] = (
    "Hej, det er fra biblioteket. Ring, når det passer.",
    "Hello from the library. Call when it suits you.",
)
_SEES: Final[Pair] = ("Hendes søn bruger også telefonen.", "Her son uses the telephone, too.")
_PURPOSES: Final[tuple[Pair, ...]] = (
    ("Kontaktpersonen må høre, hvordan det går", "The contact person may hear how it goes"),
    ("Vi må skrive til hende tre måneder efter", "We may write to her three months afterwards"),
)
_WHAT: Final[Pair] = (
    "Beskeder hver aften i en uge. »Jeg ved, hvor du bor.«",
    "Messages every evening for a week. 'I know where you live.'",
)
_WISH: Final[Pair] = (
    "At nogen går igennem telefonens indstillinger sammen med hende.",
    "That somebody goes through the telephone's settings with her.",
)
_HANDOVER: Final[Pair] = (
    "Børnenes tøj kom ikke med hjem efter samværet, tredje gang.",
    "The children's clothes did not come back after the visitation, for the third time.",
)
_SAID: Final[tuple[Pair, ...]] = (
    ("Jeg kigger mig stadig over skulderen.", "I still look over my shoulder."),
    ("", ""),
    ("Jeg har sovet med lukket dør i en uge.", "I have slept with the door closed for a week."),
)


def put_care(work: UnitOfWork, stage: Stage, scene: Scene) -> None:
    """Put what the team knows of the latest group's women into the store."""
    me = work.users.me()
    for at, member in enumerate(scene.memberships):
        her = member.participant.id
        work.safe_contacts.put(her, _contact(stage, at))
        work.profiles.put(her, _needs(stage, at))
        if at % 2 == 0:
            given = member.joined
            said = in_language(_PURPOSES[at // 2 % len(_PURPOSES)], stage.language)
            work.consents.put(Consent(stage.new_id(), her, said, given))
        _answers(work, stage, scene, at)
    told = [session for session in scene.held(stage.today) if not session.cancelled]
    if len(told) < 2 or len(scene.memberships) < 4:
        return
    first, second = (each.participant.id for each in scene.memberships[-2:])
    messages = Incident(
        stage.new_id(), first, told[-1].day, told[-1].day - 4 * _DAY,
        frozenset({IncidentKind.PSYCHOLOGICAL, IncidentKind.DIGITAL}), stage.new_id(),
        ways=frozenset({Way.MESSAGES}), children_present=Told.NO,
        what=in_language(_WHAT, stage.language), wish=in_language(_WISH, stage.language),
        session_id=told[-1].id,
    )  # fmt: skip
    handover = Incident(
        stage.new_id(), second, told[-2].day, told[-2].day - 2 * _DAY,
        frozenset({IncidentKind.MATERIAL}), stage.new_id(), ways=frozenset({Way.VISITATION}),
        children_present=Told.YES, what=in_language(_HANDOVER, stage.language),
        session_id=told[-2].id,
    )  # fmt: skip
    days = [session.day for session in scene.sessions if not session.cancelled]
    for incident in (messages, handover):
        work.incidents.put(incident)
        phase = phase_of(incident.happened, days[0], days[-1])
        work.incidents.put_tally(tally_of(incident, scene.group.id, phase, stage.new_id()))
        work.log.note(Deed.ADDED, Subject.CARE)
    step = FollowUp(
        stage.new_id(), first, Matter.SAFETY_PLAN, me, messages.told, stage.today + 3 * _DAY,
        session_id=messages.session_id, incident_id=messages.id,
    )  # fmt: skip
    work.follow_ups.put(step, work.follow_ups.step(StepDeed.OPENED, due=step.due, to=me))


def _contact(stage: Stage, at: int) -> SafeContact:
    if at == 2:
        return SafeContact()
    channel = (Channel.MESSAGE, Channel.CALL, Channel.CONTACT_PERSON)[at % 3]
    by_person = channel is Channel.CONTACT_PERSON
    return SafeContact(
        channel,
        "" if by_person else f"00 00 00 {at:02d}",
        in_language(_HOURS[at % len(_HOURS)], stage.language),
        MayLeave.THESE_WORDS if at % 3 == 0 else MayLeave.NO,
        in_language(_MESSAGE, stage.language),
        in_language(_SEES, stage.language) if at % 3 == 0 else "",
        stage.today - (80 if at % 4 == 3 else 12) * _DAY,
    )


def _needs(stage: Stage, at: int) -> Profile:
    spoken = {"da": ("dansk", "arabisk", "tigrinya"), "en": ("Danish", "Arabic", "Tigrinya")}
    language = spoken[stage.language][(0, 0, 1, 0, 0, 2, 0, 0)[at % 8]]
    ages = frozenset({AgeBand.TO_5, AgeBand.TO_12} if at % 3 else {AgeBand.TO_12})
    return Profile(
        contact_person=("Kontakt Spurv", "Kontakt Svale")[at % 2],
        language=language,
        interpreter=at == 5,
        childcare=at % 3 == 0,
        near_door=at % 4 == 1,
        children=0 if at == 4 else 1 + at % 3,
        ages=ages if at != 4 else frozenset(),
    )


def _answers(work: UnitOfWork, stage: Stage, scene: Scene, at: int) -> None:
    held = [session for session in scene.held(stage.today) if not session.cancelled]
    if not held:
        return
    her, change = scene.memberships[at].participant.id, stage.new_id()
    moments = {Moment.START: held[0].day}
    if len(held) > len(scene.sessions) // 2 and at % 3:
        moments[Moment.MIDDLE] = held[-1].day
    values = {moment: 2 + (at + 2 * number) % 5 for number, moment in enumerate(moments)}
    for moment, day in moments.items():
        words, tally = in_language(_SAID[at % len(_SAID)], stage.language), stage.new_id()
        value = values[moment]
        answer = SafetyAnswer(
            stage.new_id(), her, scene.group.id, moment, day, value, tally, change, words
        )
        work.safety.put(answer)
        work.safety.put_tally(SafetyTally(tally, scene.group.id, moment, value))
