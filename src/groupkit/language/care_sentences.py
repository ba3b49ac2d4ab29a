"""Refusals about nominations, incidents, follow-ups and what is kept, as sentences."""

from __future__ import annotations

from groupkit.domain import refusal as no
from groupkit.language.language import Language
from groupkit.language.worded import sentence_for


@sentence_for(no.NominationOpen)
def _(r: no.NominationOpen, language: Language) -> str:
    return language.say(
        "She has been nominated since {day}, and that is not decided yet. "
        "Decide that nomination first.",
        day=language.date_long(r.since),
    )


@sentence_for(no.NominationDecided)
def _(r: no.NominationDecided, language: Language) -> str:
    return language.say(
        "This nomination was decided on {day} and stays as it is. You can nominate her again.",
        day=language.date_long(r.day),
    )


@sentence_for(no.NominationChangedSince)
def _(_r: no.NominationChangedSince, language: Language) -> str:
    return language.say(
        "The nomination was changed in the meantime. Nothing was overwritten; "
        "look at it as it is now, and decide again."
    )


@sentence_for(no.SeatNeedsHerYes)
def _(_r: no.SeatNeedsHerYes, language: Language) -> str:
    return language.say(
        "She gets a seat only when she has said yes herself. Fill in the day on which she did."
    )


@sentence_for(no.SeatNeedsGroup)
def _(_r: no.SeatNeedsGroup, language: Language) -> str:
    return language.say("Choose the group in which she gets a seat.")


@sentence_for(no.DecisionMissing)
def _(_r: no.DecisionMissing, language: Language) -> str:
    return language.say("Choose what is decided.")


@sentence_for(no.OfferMissing)
def _(_r: no.OfferMissing, language: Language) -> str:
    return language.say("Choose which other offer it is.")


@sentence_for(no.DecidedBeforeNominated)
def _(r: no.DecidedBeforeNominated, language: Language) -> str:
    return language.say(
        "The decision of {decided} lies before the nomination of {nominated}.",
        decided=language.date_long(r.decided),
        nominated=language.date_long(r.nominated),
    )


@sentence_for(no.InFuture)
def _(r: no.InFuture, language: Language) -> str:
    return language.say(
        "{day} has not come yet. Choose today or a day before.", day=language.date_long(r.day)
    )


@sentence_for(no.TiedToHerself)
def _(_r: no.TiedToHerself, language: Language) -> str:
    return language.say("Choose another woman.")


@sentence_for(no.AlreadyInGroup)
def _(r: no.AlreadyInGroup, language: Language) -> str:
    return language.say(
        "She is in the group already, since {day}.", day=language.date_long(r.joined)
    )


@sentence_for(no.KindMissing)
def _(_r: no.KindMissing, language: Language) -> str:
    return language.say("Choose at least one kind of violence.")


@sentence_for(no.ToldBeforeHappened)
def _(r: no.ToldBeforeHappened, language: Language) -> str:
    return language.say(
        "She told of it on {told}, so it cannot have happened on {happened}.",
        told=language.date_long(r.told),
        happened=language.date_long(r.happened),
    )


@sentence_for(no.SafetyOutOfRange)
def _(r: no.SafetyOutOfRange, language: Language) -> str:
    return language.say(
        "The scale goes from {least} to {most}; {value} is not on it.",
        least=r.least,
        most=r.most,
        value=r.value,
    )


@sentence_for(no.DueInPast)
def _(r: no.DueInPast, language: Language) -> str:
    return language.say(
        "{day} has passed. Choose today or a later day.", day=language.date_long(r.due)
    )


@sentence_for(no.DueTooFar)
def _(r: no.DueTooFar, language: Language) -> str:
    return language.say(
        "{day} is more than a year away. Choose a day until {latest}.",
        day=language.date_long(r.due),
        latest=language.date_long(r.latest),
    )


@sentence_for(no.FollowUpClosed)
def _(r: no.FollowUpClosed, language: Language) -> str:
    return language.say(
        "This follow-up was closed on {day}. Open it again to go on with it.",
        day=language.date_long(r.day),
    )


@sentence_for(no.FollowUpOpen)
def _(_r: no.FollowUpOpen, language: Language) -> str:
    return language.say("This follow-up is open already.")


@sentence_for(no.OwnerCannotRead)
def _(_r: no.OwnerCannotRead, language: Language) -> str:
    return language.say(
        "She cannot read follow-ups, or has no access any more. Choose somebody else."
    )


@sentence_for(no.NextStepMissing)
def _(_r: no.NextStepMissing, language: Language) -> str:
    return language.say("Write what is to be done now that she was not reached.")


@sentence_for(no.WithdrawnBeforeGiven)
def _(r: no.WithdrawnBeforeGiven, language: Language) -> str:
    return language.say(
        "She said yes on {given}; she cannot have taken it back on {withdrawn}.",
        given=language.date_long(r.given),
        withdrawn=language.date_long(r.withdrawn),
    )


@sentence_for(no.PauseOutsideMembership)
def _(r: no.PauseOutsideMembership, language: Language) -> str:
    return language.say(
        "The pause from {day} does not lie within the time in which she is in the group.",
        day=language.date_long(r.first),
    )


@sentence_for(no.PausesOverlap)
def _(r: no.PausesOverlap, language: Language) -> str:
    return language.say(
        "The pause from {day} begins before the one before it ends.",
        day=language.date_long(r.first),
    )


@sentence_for(no.MarkedInPause)
def _(r: no.MarkedInPause, language: Language) -> str:
    return language.say(
        "Something is recorded of her on {day}, so she was not on a pause then.",
        day=language.date_long(r.day),
    )


@sentence_for(no.ReasonWithoutLeaving)
def _(_r: no.ReasonWithoutLeaving, language: Language) -> str:
    return language.say("Fill in the day on which she left.")


@sentence_for(no.ChildrenOutOfRange)
def _(r: no.ChildrenOutOfRange, language: Language) -> str:
    return language.say("Write how many children she has, from 0 to {most}.", most=r.most)


@sentence_for(no.MonthsOutOfRange)
def _(r: no.MonthsOutOfRange, language: Language) -> str:
    return language.say("Choose between {least} and {most} months.", least=r.least, most=r.most)


@sentence_for(no.NarrativesKeptLonger)
def _(_r: no.NarrativesKeptLonger, language: Language) -> str:
    return language.say(
        "What is written of a woman cannot be kept longer than who she is. "
        "Keep the person at least as long as everything else."
    )


@sentence_for(no.NotesChangedSince)
def _(_r: no.NotesChangedSince, language: Language) -> str:
    return language.say(
        "The notes were written on since, and stay as they are. Move the sentence by hand."
    )


@sentence_for(no.DateInDoubt)
def _(r: no.DateInDoubt, language: Language) -> str:
    return language.say(
        "Nothing was erased: the laptop says that today is {today}, but the store was last used "
        "on {day}. Confirm the date on Today first.",
        today=language.date_long(r.today),
        day=language.date_long(r.last_seen),
    )


@sentence_for(no.ParticipantErased)
def _(r: no.ParticipantErased, language: Language) -> str:
    return language.say(
        "She was erased on {day}. Nothing can be added; nominate her anew if she comes back.",
        day=language.date_long(r.day),
    )
