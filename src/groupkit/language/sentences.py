"""A refusal as a sentence: what happened, that nothing was lost, and what to do."""

from __future__ import annotations

from groupkit.domain import refusal as no
from groupkit.language import (  # noqa: F401 - they fill SENTENCES, too
    care_sentences,
    library_sentences,
    notation_sentences,
    pack_sentences,
    picture_sentences,
    plan_sentences,
    report_sentences,
    store_sentences,
)
from groupkit.language.language import Language
from groupkit.language.worded import SENTENCES, sentence_for


def sentence(refusal: no.Refusal, language: Language) -> str:
    """Return ``refusal`` in the words of ``language``."""
    return SENTENCES[type(refusal)](refusal, language)


def field_word(field: no.Field, language: Language) -> str:
    """Return what a text field is called in a sentence."""
    pick = language.pick
    words = {
        no.Field.HOUSE: pick("field", "the house's name"),
        no.Field.GROUP: pick("field", "the group's name"),
        no.Field.PLACE: pick("field", "the place"),
        no.Field.FACILITATOR: pick("field", "the facilitator's name"),
        no.Field.ALIAS: pick("field", "the first name or alias"),
        no.Field.NUMBER: pick("field", "the number"),
        no.Field.ITEM: pick("field", "the item's title"),
        no.Field.NOTE: pick("field", "the note"),
        no.Field.REASON: pick("field", "the reason"),
        no.Field.HELP_LINE: pick("field", "the help number"),
        no.Field.USER: pick("field", "the person's name"),
        no.Field.CLOSED_PERIOD: pick("field", "the name of the period"),
        no.Field.WHY: pick("field", "the reason for the change"),
        no.Field.PROGRAMME: pick("field", "the programme's name"),
        no.Field.TEMPLATE: pick("field", "the agenda's name"),
        no.Field.MATERIALS: pick("field", "the materials"),
        no.Field.ROOM: pick("field", "the room set-up"),
        no.Field.SHEET: pick("field", "the sheet"),
        no.Field.TOPIC: pick("field", "the topic's title"),
        no.Field.CALENDAR_TITLE: pick("field", "the title"),
        no.Field.CONTACT_PERSON: pick("field", "the contact person"),
        no.Field.CONSIDERATION: pick("field", "the consideration"),
        no.Field.OFFER: pick("field", "the offer"),
        no.Field.CONTACT: pick("field", "the contact rule"),
        no.Field.LANGUAGE: pick("field", "the language"),
        no.Field.NEED: pick("field", "the other needs"),
        no.Field.CONSENT: pick("field", "what she agreed to"),
        no.Field.INCIDENT: pick("field", "the words about the incident"),
        no.Field.SAFETY: pick("field", "her words"),
        no.Field.FOLLOW_UP: pick("field", "the follow-up"),
        no.Field.PROCEDURE: pick("field", "the procedure"),
        no.Field.LAYOUT: pick("field", "the report's name"),
        no.Field.PICTURE: pick("field", "what the picture shows"),
    }
    return words[field]


@sentence_for(no.TextEmpty)
def _(r: no.TextEmpty, language: Language) -> str:
    return language.say("Please fill in {field}.", field=field_word(r.field, language))


@sentence_for(no.TextTooLong)
def _(r: no.TextTooLong, language: Language) -> str:
    return language.say(
        "There are {length} characters in {field}; there is room for {most}. Please shorten it.",
        field=field_word(r.field, language),
        length=r.length,
        most=r.most,
    )


@sentence_for(no.TextUnprintable)
def _(r: no.TextUnprintable, language: Language) -> str:
    return language.say(
        "There is nothing readable in {field}. Please type it instead of pasting.",
        field=field_word(r.field, language),
    )


@sentence_for(no.DateUnknown)
def _(r: no.DateUnknown, language: Language) -> str:
    return language.say(
        "'{text}' is not a date. Write it as year-month-day, for example 2027-01-13.", text=r.text
    )


@sentence_for(no.PeriodBackwards)
def _(r: no.PeriodBackwards, language: Language) -> str:
    return language.say(
        "The period ends on {last}, before it starts on {first}. Please swap the dates.",
        first=language.date_short(r.first),
        last=language.date_short(r.last),
    )


@sentence_for(no.DateOutOfReach)
def _(r: no.DateOutOfReach, language: Language) -> str:
    return language.say(
        "{day} is out of reach. Choose a date between {earliest} and {latest}.",
        day=language.date_short(r.day),
        earliest=language.date_short(r.earliest),
        latest=language.date_short(r.latest),
    )


@sentence_for(no.WeeksOutOfRange)
def _(r: no.WeeksOutOfRange, language: Language) -> str:
    return language.say(
        "A group runs for {least} to {most} weeks, not {weeks}. Choose a number in between.",
        least=r.least,
        most=r.most,
        weeks=r.weeks,
    )


@sentence_for(no.RhythmOutOfRange)
def _(r: no.RhythmOutOfRange, language: Language) -> str:
    return language.say(
        "A group meets every week, every second or every third week, not every {every} weeks.",
        every=r.every,
    )


@sentence_for(no.NoOpenDay)
def _(r: no.NoOpenDay, language: Language) -> str:
    return language.say(
        "Every possible day from {first} to {last} is closed. "
        "Choose another weekday or start, or remove a closed period.",
        first=language.date_short(r.first),
        last=language.date_short(r.last),
    )


@sentence_for(no.LengthOutOfRange)
def _(r: no.LengthOutOfRange, language: Language) -> str:
    return language.say(
        "A session lasts {least} to {most} minutes, not {minutes}.",
        least=r.least,
        most=r.most,
        minutes=r.minutes,
    )


@sentence_for(no.EndsNextDay)
def _(r: no.EndsNextDay, language: Language) -> str:
    return language.say(
        "A session that starts at {starts} and lasts {minutes} minutes runs past midnight. "
        "Choose an earlier start or a shorter session.",
        starts=language.time(r.starts),
        minutes=r.minutes,
    )


@sentence_for(no.ItemMinutesOutOfRange)
def _(r: no.ItemMinutesOutOfRange, language: Language) -> str:
    return language.say(
        "An item on the agenda takes {least} to {most} minutes, not {minutes}.",
        least=r.least,
        most=r.most,
        minutes=r.minutes,
    )


@sentence_for(no.TooManyItems)
def _(r: no.TooManyItems, language: Language) -> str:
    return language.say(
        "An agenda holds at most {most} items. Remove one before you add another.", most=r.most
    )


@sentence_for(no.TooManyFacilitators)
def _(r: no.TooManyFacilitators, language: Language) -> str:
    return language.say("A group has at most {most} facilitators.", most=r.most)


@sentence_for(no.GroupNameTaken)
def _(r: no.GroupNameTaken, language: Language) -> str:
    return language.say(
        "There is already a group named '{name}'. Choose another name.", name=r.name
    )


@sentence_for(no.NumberTaken)
def _(r: no.NumberTaken, language: Language) -> str:
    return language.say(
        "The number {number} already belongs to another participant. Choose another number.",
        number=r.number,
    )


@sentence_for(no.AliasTaken)
def _(r: no.AliasTaken, language: Language) -> str:
    return language.say(
        "There is already a '{alias}' in this group. Add something that tells them apart, "
        "such as a letter.",
        alias=r.alias,
    )


@sentence_for(no.LeftBeforeJoining)
def _(r: no.LeftBeforeJoining, language: Language) -> str:
    return language.say(
        "She cannot leave on {left}, before she joins on {joined}. Please check both dates.",
        left=language.date_short(r.left),
        joined=language.date_short(r.joined),
    )


@sentence_for(no.LeftBeforeLastMark)
def _(r: no.LeftBeforeLastMark, language: Language) -> str:
    return language.say(
        "She is recorded at the session on {last_mark}, after {left}. "
        "Choose a later date, or correct that record first.",
        left=language.date_short(r.left),
        last_mark=language.date_short(r.last_mark),
    )


@sentence_for(no.JoinedAfterFirstMark)
def _(r: no.JoinedAfterFirstMark, language: Language) -> str:
    return language.say(
        "She is recorded at the session on {first_mark}, before {joined}. "
        "Choose an earlier date, or correct that record first.",
        joined=language.date_short(r.joined),
        first_mark=language.date_short(r.first_mark),
    )


@sentence_for(no.AlreadyRecorded)
def _(r: no.AlreadyRecorded, language: Language) -> str:
    return language.say(
        "She is recorded at the session on {day}, so she stays in the group. "
        "Give her a leaving date instead.",
        day=language.date_short(r.day),
    )


@sentence_for(no.NotAMember)
def _(r: no.NotAMember, language: Language) -> str:
    return language.say(
        "She was not in the group on {day}. Check her dates before you record this session.",
        day=language.date_short(r.day),
    )


@sentence_for(no.SessionNotYet)
def _(r: no.SessionNotYet, language: Language) -> str:
    return language.say(
        "This session is on {day}. Attendance can be recorded from that day on.",
        day=language.date_long(r.day),
    )


@sentence_for(no.NotFound)
def _(r: no.NotFound, language: Language) -> str:
    return language.say(
        "'{name}' was not found in the store. Check the spelling and try again.", name=r.name
    )


@sentence_for(no.TopicUnknown)
def _(r: no.TopicUnknown, language: Language) -> str:
    return language.say(
        "There is no topic '{name}'. 'groupkit print handout --list' shows the topics.",
        name=r.name,
    )
