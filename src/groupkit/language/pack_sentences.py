"""Refusals about material packs as sentences: nothing has changed, and what to do."""

from __future__ import annotations

from groupkit.domain import refusal as no
from groupkit.domain.refusal import PackFault
from groupkit.language.language import Language
from groupkit.language.worded import sentence_for


@sentence_for(no.PackTrouble)
def _(r: no.PackTrouble, language: Language) -> str:
    say = language.say
    match r.fault:
        case PackFault.NO_PACK:
            return say("The file is no material pack, or it is damaged. Nothing was changed.")
        case PackFault.NEWER:
            return say(
                "The pack was made by a newer version of the program. "
                "Bring this one up to date first. Nothing was changed."
            )
        case PackFault.TOO_LARGE:
            return say(
                "There is more in the pack than {most} MB. Nothing was changed.",
                most=r.most // 1_000_000,
            )
        case PackFault.TOO_MANY_ENTRIES:
            return say(
                "There are more than {most} texts and pictures in the pack. Nothing was changed.",
                most=r.most,
            )
        case PackFault.TAMPERED:
            return say(
                "The pack is not as its maker signed it: somebody has changed it, or it was "
                "damaged on the way. Nothing was changed. Ask for it again."
            )
        case PackFault.TOO_INTRICATE:
            return say(
                "There is more in the pack's texts and pictures than the program reads at once. "
                "Ask for fewer topics in one pack. Nothing was changed."
            )
        case PackFault.STRANGE_ENTRY:
            return say("The pack holds something that belongs in no pack. Nothing was changed.")
        case _:
            return _content_trouble(r, language)


def _content_trouble(r: no.PackTrouble, language: Language) -> str:
    say = language.say
    match r.fault:
        case PackFault.WRONG_LETTERS:
            return say(
                "{what} holds characters that no text on paper has. Nothing was changed.",
                what=r.what,
            )
        case PackFault.LEADS_OUTSIDE:
            return say(
                "{what} holds a web address or a script. A pack may hold neither. "
                "Nothing was changed.",
                what=r.what,
            )
        case PackFault.TEXT_UNREADABLE:
            return say(
                "{what} is not written as the program reads texts. Nothing was changed.",
                what=r.what,
            )
        case PackFault.PICTURE_MISSING:
            return say(
                "{what} shows a picture that is not there. Nothing was changed.", what=r.what
            )
        case _:
            return say(
                "The picture {what} is not as the program keeps pictures. Nothing was changed.",
                what=r.what,
            )


@sentence_for(no.NothingToPack)
def _(_: no.NothingToPack, language: Language) -> str:
    return language.say("Choose at least one topic in which a text of the house's own counts.")


@sentence_for(no.NothingToTakeIn)
def _(_: no.NothingToTakeIn, language: Language) -> str:
    return language.say("Choose at least one text to take in.")


@sentence_for(no.MakerNotCompared)
def _(_: no.MakerNotCompared, language: Language) -> str:
    return language.say(
        "The pack's maker is not known here yet. Compare the number with theirs first."
    )


@sentence_for(no.MaterialChangedSince)
def _(_: no.MaterialChangedSince, language: Language) -> str:
    return language.say(
        "What was taken in has been changed since. It stays, so that nothing is lost; "
        "the history of each text has the one before."
    )
