"""How a woman may be contacted, as lines to read before anybody calls."""

from __future__ import annotations

from groupkit.domain.safe_contact import Channel, MayLeave, SafeContact
from groupkit.language.care_words import channel_word, may_leave_word
from groupkit.language.language import Language


def rule_lines(contact: SafeContact, language: Language) -> tuple[str, ...]:
    """Return the rule, a line for each part of it that is known; never the number itself."""
    say = language.say
    if not contact.is_known:
        return (say("Nobody has asked her yet how she can be contacted safely."),)
    lines = [channel_word(contact.channel, language)]
    if contact.channel in (Channel.NONE, Channel.CONTACT_PERSON):
        return tuple(lines + _others(contact, language))
    if contact.hours:
        lines.append(say("When: {hours}", hours=contact.hours))
    if contact.may_leave is MayLeave.THESE_WORDS and contact.message:
        lines.append(say("Only this message: “{words}”", words=contact.message))
    else:
        lines.append(may_leave_word(contact.may_leave, language))
    return tuple(lines + _others(contact, language))


def rule_in_brief(contact: SafeContact, language: Language) -> str:
    """Return the rule on one line."""
    return " · ".join(rule_lines(contact, language))


def confirmed_line(contact: SafeContact, language: Language) -> str:
    """Return when she last said that the rule holds."""
    if contact.confirmed is None:
        return language.say("She has never confirmed it.")
    return language.say("She confirmed it on {day}.", day=language.date_long(contact.confirmed))


def _others(contact: SafeContact, language: Language) -> list[str]:
    if not contact.who_sees:
        return []
    return [language.say("Who else might see it: {people}", people=contact.who_sees)]
