"""Nominations, incidents, follow-ups and what is known of a woman, in words."""

from __future__ import annotations

from groupkit.domain.composition import Bond, Concern
from groupkit.domain.follow_up import Matter, Outcome, StepDeed
from groupkit.domain.gbvims import GbvType
from groupkit.domain.incident import IncidentKind, Phase, Precision, Told, Way
from groupkit.domain.nomination import Answer, Decision, Offer, Stage
from groupkit.domain.participant import Leaving, Participant
from groupkit.domain.profile import AgeBand, ProfileField
from groupkit.domain.retention import Kept
from groupkit.domain.safe_contact import Channel, MayLeave
from groupkit.domain.safety import Moment
from groupkit.language.language import Language


def who(participant: Participant, language: Language) -> str:
    """Return a participant's alias, or that she was erased."""
    return language.pick("participant", "Erased") if participant.erased else participant.alias


def answer_word(answer: Answer, language: Language) -> str:
    """Return how far a consideration speaks for the group."""
    pick = language.pick
    words = {
        Answer.UNKNOWN: pick("consideration", "Not assessed"),
        Answer.FITS: pick("consideration", "Fits"),
        Answer.WITH_SUPPORT: pick("consideration", "With support"),
        Answer.NOT_YET: pick("consideration", "Not yet"),
    }
    return words[answer]


def stage_word(stage: Stage, language: Language) -> str:
    """Return how far a nomination is."""
    pick = language.pick
    words = {
        Stage.NOMINATED: pick("nomination", "Nominated"),
        Stage.TALKED: pick("nomination", "Talked with"),
        Stage.WAITING: pick("nomination", "Waiting list"),
        Stage.SEATED: pick("nomination", "Has a seat"),
        Stage.CLOSED: pick("nomination", "Decided otherwise"),
    }
    return words[stage]


def decision_word(decision: Decision, language: Language) -> str:
    """Return what was decided."""
    pick = language.pick
    words = {
        Decision.SEAT: pick("decision", "A seat"),
        Decision.WAITING: pick("decision", "Waiting list"),
        Decision.OTHER_OFFER: pick("decision", "Another offer"),
        Decision.NOT_NOW: pick("decision", "Not now"),
        Decision.DECLINED: pick("decision", "She declined"),
    }
    return words[decision]


def offer_word(offer: str, language: Language) -> str:
    """Return one of the usual offers in words, and the house's own as it was typed."""
    pick = language.pick
    words: dict[str, str] = {
        Offer.INDIVIDUAL: pick("offer", "Individual counselling"),
        Offer.HOUSING: pick("offer", "Supported housing"),
        Offer.TRANSITION: pick("offer", "Transition effort"),
        Offer.COORDINATING: pick("offer", "The municipality's coordinating counselling"),
        Offer.TREATMENT: pick("offer", "Trauma treatment"),
    }
    return words.get(offer, offer)


def bond_word(bond: Bond, language: Language) -> str:
    """Return what ties two women."""
    pick = language.pick
    words = {
        Bond.SAME_ABUSER: pick("tie", "The same abuser"),
        Bond.KIN: pick("tie", "Kin"),
        Bond.CONFLICT: pick("tie", "An earlier conflict"),
    }
    return words[bond]


def concern_sentence(concern: Concern, language: Language) -> str:
    """Return what to think of before a seat is given; it names no other woman."""
    say = language.say
    words = {
        Concern.SAME_ABUSER: say(
            "She has the same abuser as somebody in the group. "
            "Talk with the contact person before she gets a seat."
        ),
        Concern.KIN: say("She is kin to somebody in the group. Ask her first."),
        Concern.CONFLICT: say("There was a conflict with somebody in the group. Ask her first."),
        Concern.INTERPRETER: say("She needs an interpreter in the group."),
        Concern.FULL: say("The group is full by the house's own number."),
    }
    return words[concern]


def leaving_word(why: Leaving, language: Language) -> str:
    """Return why she left."""
    pick = language.pick
    words = {
        Leaving.COMPLETED: pick("leaving", "Completed"),
        Leaving.MOVED: pick("leaving", "Moved"),
        Leaving.BACK_AT_SHELTER: pick("leaving", "Back at the shelter"),
        Leaving.OTHER_OFFER: pick("leaving", "Another offer"),
        Leaving.OWN_WISH: pick("leaving", "Her own wish"),
        Leaving.UNKNOWN: pick("leaving", "Not known"),
    }
    return words[why]


def channel_word(channel: Channel, language: Language) -> str:
    """Return the way that she called safe."""
    pick = language.pick
    words = {
        Channel.UNKNOWN: pick("channel", "Not known yet"),
        Channel.CALL: pick("channel", "Call"),
        Channel.MESSAGE: pick("channel", "Text message"),
        Channel.EMAIL: pick("channel", "E-mail"),
        Channel.CONTACT_PERSON: pick("channel", "Through the contact person"),
        Channel.NONE: pick("channel", "No contact between sessions"),
    }
    return words[channel]


def may_leave_word(may: MayLeave, language: Language) -> str:
    """Return whether a message may be left."""
    pick = language.pick
    words = {
        MayLeave.NO: pick("message", "No message"),
        MayLeave.YES: pick("message", "A message may be left"),
        MayLeave.THESE_WORDS: pick("message", "Only with these words"),
    }
    return words[may]


def age_word(band: AgeBand, language: Language) -> str:
    """Return an age band."""
    pick = language.pick
    words = {
        AgeBand.TO_2: pick("age", "0–2 years"),
        AgeBand.TO_5: pick("age", "3–5 years"),
        AgeBand.TO_12: pick("age", "6–12 years"),
        AgeBand.TO_17: pick("age", "13–17 years"),
        AgeBand.GROWN: pick("age", "18 and over"),
    }
    return words[band]


def profile_field_word(part: ProfileField, language: Language) -> str:
    """Return what a part of a woman's page is called."""
    pick = language.pick
    words = {
        ProfileField.CONTACT_PERSON: pick("her page", "Contact person"),
        ProfileField.LANGUAGE: pick("her page", "Language"),
        ProfileField.INTERPRETER: pick("her page", "Interpreter"),
        ProfileField.CHILDCARE: pick("her page", "Childcare"),
        ProfileField.NEAR_DOOR: pick("her page", "A seat near the door"),
        ProfileField.OTHER_NEEDS: pick("her page", "Other needs"),
        ProfileField.CHILDREN: pick("her page", "Children"),
        ProfileField.CONSENT: pick("her page", "Consent"),
        ProfileField.SAFETY: pick("her page", "Safety answers"),
    }
    return words[part]


def kind_word(kind: IncidentKind, language: Language) -> str:
    """Return a kind of violence."""
    pick = language.pick
    words = {
        IncidentKind.PSYCHOLOGICAL: pick("incident", "Psychological"),
        IncidentKind.PHYSICAL: pick("incident", "Physical"),
        IncidentKind.SEXUAL: pick("incident", "Sexual"),
        IncidentKind.ECONOMIC: pick("incident", "Economic"),
        IncidentKind.MATERIAL: pick("incident", "Material"),
        IncidentKind.DIGITAL: pick("incident", "Digital"),
        IncidentKind.STALKING: pick("incident", "Stalking"),
    }
    return words[kind]


def way_word(way: Way, language: Language) -> str:
    """Return through which contact it came."""
    pick = language.pick
    words = {
        Way.MESSAGES: pick("incident", "Messages"),
        Way.VISITATION: pick("incident", "Visitation or handover"),
        Way.NETWORK: pick("incident", "Social network"),
        Way.MEETING: pick("incident", "Meeting him"),
        Way.THIRD_PERSON: pick("incident", "Through a third person"),
    }
    return words[way]


def told_word(told: Told, language: Language) -> str:
    """Return an answer that may be missing."""
    pick = language.pick
    words = {
        Told.UNKNOWN: pick("incident", "Not known"),
        Told.YES: pick("incident", "Yes"),
        Told.NO: pick("incident", "No"),
    }
    return words[told]


def precision_word(precision: Precision, language: Language) -> str:
    """Return how exactly the day is known."""
    pick = language.pick
    words = {
        Precision.DAY: pick("incident", "On that day"),
        Precision.WEEK: pick("incident", "About that week"),
        Precision.MONTH: pick("incident", "About that month"),
    }
    return words[precision]


def phase_word(phase: Phase, language: Language) -> str:
    """Return a third of the course, or the time around it."""
    pick = language.pick
    words = {
        Phase.BEFORE: pick("phase", "Before the course"),
        Phase.START: pick("phase", "Start"),
        Phase.MIDDLE: pick("phase", "Middle"),
        Phase.END: pick("phase", "End"),
        Phase.AFTER: pick("phase", "After the course"),
    }
    return words[phase]


def gbv_word(each: GbvType, language: Language) -> str:
    """Return a type of the GBVIMS."""
    pick = language.pick
    words = {
        GbvType.SEXUAL: pick("gbvims", "Rape or sexual assault"),
        GbvType.PHYSICAL: pick("gbvims", "Physical assault"),
        GbvType.RESOURCES: pick("gbvims", "Denial of resources, opportunities or services"),
        GbvType.PSYCHOLOGICAL: pick("gbvims", "Psychological or emotional abuse"),
    }
    return words[each]


def moment_word(moment: Moment, language: Language) -> str:
    """Return when she was asked."""
    pick = language.pick
    words = {
        Moment.START: pick("safety", "At the start"),
        Moment.MIDDLE: pick("safety", "In the middle"),
        Moment.END: pick("safety", "At the end"),
        Moment.LATER: pick("safety", "Three months after"),
    }
    return words[moment]


def matter_word(matter: Matter, language: Language) -> str:
    """Return what a follow-up is about."""
    pick = language.pick
    words = {
        Matter.ABSENCE: pick("follow-up", "Absent without notice"),
        Matter.SAFETY_PLAN: pick("follow-up", "Adjust the safety plan"),
        Matter.POLICE: pick("follow-up", "Police"),
        Matter.DUTY_TO_NOTIFY: pick("follow-up", "Consider the duty to notify"),
        Matter.CONTACT_PERSON: pick("follow-up", "Tell the contact person"),
        Matter.OTHER: pick("follow-up", "Follow-up"),
    }
    return words[matter]


def outcome_word(outcome: Outcome, language: Language) -> str:
    """Return how a follow-up ended."""
    pick = language.pick
    words = {
        Outcome.REACHED_WELL: pick("outcome", "Reached, and well"),
        Outcome.REACHED_NEEDS: pick("outcome", "Reached, and needs something"),
        Outcome.NO_CONTACT: pick("outcome", "No contact, by agreement"),
        Outcome.HANDED_OVER: pick("outcome", "Handed to the contact person"),
        Outcome.DONE: pick("outcome", "Done"),
        Outcome.NOT_NEEDED: pick("outcome", "Not needed any more"),
    }
    return words[outcome]


def step_word(deed: StepDeed, language: Language) -> str:
    """Return what was done with a follow-up."""
    pick = language.pick
    words = {
        StepDeed.OPENED: pick("follow-up", "Opened"),
        StepDeed.NOT_REACHED: pick("follow-up", "Not reached"),
        StepDeed.SNOOZED: pick("follow-up", "Put off"),
        StepDeed.GIVEN: pick("follow-up", "Given to somebody else"),
        StepDeed.CHANGED: pick("follow-up", "Changed"),
        StepDeed.CLOSED: pick("follow-up", "Closed"),
        StepDeed.REOPENED: pick("follow-up", "Opened again"),
    }
    return words[deed]


def kept_word(kind: Kept, language: Language) -> str:
    """Return what is kept for a time."""
    pick = language.pick
    words = {
        Kept.NOTES: pick("kept", "Notes and reasons of absence"),
        Kept.INCIDENTS: pick("kept", "Incidents and her words on safety"),
        Kept.FOLLOW_UPS: pick("kept", "Follow-ups"),
        Kept.NOMINATIONS: pick("kept", "What stands in nominations"),
        Kept.PERSON: pick("kept", "Who she is: alias, number, contact, needs, consent"),
    }
    return words[kind]
