"""Refusals about topics, sheets and their versions as sentences."""

from __future__ import annotations

from groupkit.domain import refusal as no
from groupkit.language.language import Language
from groupkit.language.worded import sentence_for


@sentence_for(no.LanguageUnknown)
def _(r: no.LanguageUnknown, language: Language) -> str:
    return language.say(
        "'{name}' is no language that sheets are kept in. Nothing was changed.", name=r.name
    )


@sentence_for(no.DraftMissing)
def _(_r: no.DraftMissing, language: Language) -> str:
    return language.say(
        "There is no draft to approve any more. The text that counts is as you see it."
    )


@sentence_for(no.NothingToApprove)
def _(_r: no.NothingToApprove, language: Language) -> str:
    return language.say("The draft is empty. Write something before you approve it.")


@sentence_for(no.DraftChangedSince)
def _(_r: no.DraftChangedSince, language: Language) -> str:
    return language.say(
        "Somebody else wrote in this draft meanwhile. Your text is kept here; "
        "look at theirs before you go on."
    )


@sentence_for(no.TopicTitleTaken)
def _(r: no.TopicTitleTaken, language: Language) -> str:
    return language.say(
        "There is already a topic called {title}. Choose another title.", title=r.title
    )


@sentence_for(no.SheetNameTaken)
def _(r: no.SheetNameTaken, language: Language) -> str:
    return language.say(
        "There is already a sheet called {name} in this topic. Choose another name.", name=r.name
    )


@sentence_for(no.ApprovingNotForYourRole)
def _(_r: no.ApprovingNotForYourRole, language: Language) -> str:
    return language.say(
        "Texts are approved by pedagogues and facilitators. Ask one of them to look at it."
    )
