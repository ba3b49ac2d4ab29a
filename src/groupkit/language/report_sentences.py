"""Refusals about reports, as sentences."""

from __future__ import annotations

from groupkit.domain import refusal as no
from groupkit.language.language import Language
from groupkit.language.worded import sentence_for


@sentence_for(no.OutsideIsWhole)
def _(_r: no.OutsideIsWhole, language: Language) -> str:
    return language.say(
        "What goes outside the house covers all groups together: one group or one session is so "
        "small that the counts would tell of single women. Choose a period or a year."
    )


@sentence_for(no.OutsideTakesQuarters)
def _(_r: no.OutsideTakesQuarters, language: Language) -> str:
    return language.say(
        "What goes outside the house covers a quarter or a year. From other days somebody could "
        "work out small counts by subtracting one report from another."
    )


@sentence_for(no.OutsideTakesYears)
def _(_r: no.OutsideTakesYears, language: Language) -> str:
    return language.say(
        "The year's figures leave the house for whole years only: in a part of a year too few "
        "women are counted. Choose a year, or an attendance report."
    )


@sentence_for(no.LayoutNameTaken)
def _(r: no.LayoutNameTaken, language: Language) -> str:
    return language.say("A report is called '{name}' already. Choose another name.", name=r.name)


@sentence_for(no.TooManyLayouts)
def _(r: no.TooManyLayouts, language: Language) -> str:
    return language.say(
        "There is room for {most} reports by name. Remove one that is not used any more.",
        most=r.most,
    )


@sentence_for(no.NothingToReport)
def _(_r: no.NothingToReport, language: Language) -> str:
    return language.say("There is nothing to tell of yet. Choose a group or a session first.")


@sentence_for(no.OutsideNotOver)
def _(r: no.OutsideNotOver, language: Language) -> str:
    return language.say(
        "What goes outside the house is made when its time is over. Wait until after {last}, "
        "or choose a quarter or year that has ended.",
        last=language.date_long(r.last),
    )


@sentence_for(no.GivenUp)
def _(_r: no.GivenUp, language: Language) -> str:
    return language.say("It was stopped before it was done. Nothing was changed.")
