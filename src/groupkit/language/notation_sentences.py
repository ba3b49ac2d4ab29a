"""Refusals about a text's notation as sentences that name the line."""

from __future__ import annotations

from groupkit.domain import refusal as no
from groupkit.domain.refusal import Fault
from groupkit.language.language import Language
from groupkit.language.worded import sentence_for


@sentence_for(no.NotationTrouble)
def _(r: no.NotationTrouble, language: Language) -> str:
    say, line = language.say, r.line
    match r.fault:
        case Fault.BRACES_UNBALANCED:
            return say(
                "Line {line}: the braces do not match. Both wordings stand in one line, as in "
                "{example}; a brace that is meant as a brace has a backslash before it.",
                line=line,
                example="{plain|neutral}",
            )
        case Fault.BLOCK_UNKNOWN:
            return say("Line {line}: there is no block of this name.", line=line)
        case Fault.BLOCK_MISUSED:
            return say(
                "Line {line}: this block is not written as it should be. "
                "The help on notation shows how each one is.",
                line=line,
            )
        case Fault.BLOCK_NOT_BEGUN:
            return say("Line {line}: this ends a block that has not begun.", line=line)
        case Fault.BLOCK_NOT_ENDED:
            return say(
                "Line {line}: the block that begins here is never ended. "
                "It ends with a line of as many colons.",
                line=line,
            )
        case Fault.FENCE_TOO_LONG:
            return say(
                "Line {line}: a block inside another has fewer colons than the outer one.",
                line=line,
            )
        case Fault.PICTURE_UNKNOWN:
            return say(
                "Line {line}: there is no picture of this name. "
                "Put it in again with the button ‘Picture’.",
                line=line,
            )
