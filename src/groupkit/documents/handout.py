"""The sheet that a woman takes home, and the facilitators' guide: texts of ours as pages.

The discreet form carries no house, and no help number whose label was not written for it.
"""

from __future__ import annotations

from dataclasses import replace

from reportlab.lib.pagesizes import A4

from groupkit.documents.blocks import Block
from groupkit.documents.lettering import ANDIKA, LATO
from groupkit.documents.library import telling_stems
from groupkit.documents.reading import read, title_of
from groupkit.documents.setting import Setter
from groupkit.documents.sheet import Margins, Sheet, bound, largest
from groupkit.documents.type_scale import TypeScale
from groupkit.domain.discretion import telling_words
from groupkit.domain.house import HelpLine
from groupkit.language import Language
from groupkit.usecases.papers import GuidePaper, HandoutPaper

MOST_PAGES = 2
_BODIES = (12, 11.5, 11, 10.5, 10)
"""Sizes of text to try, in points, until a handout fits on its two pages."""
_LEADING = 1.4


def handout(paper: HandoutPaper) -> bytes:
    """Return the handout as PDF, as large as fits on two pages.

    Raises:
        NotationTrouble: a source that cannot be understood.
    """
    blocks = read(paper.source, paper.discreet)
    sheets = [_sheet(paper, blocks, body) for body in _BODIES]
    return bound(largest(sheets, MOST_PAGES) or sheets[0])


def guide(paper: GuidePaper) -> bytes:
    """Return the guide as PDF; its metadata name no topic."""
    language = Language(paper.language)
    scale = TypeScale(LATO, 10.5, 1.42, paper.language)
    blocks = read(paper.source, discreet=False)
    mark = language.say("For facilitators only")
    foot = " · ".join(filter(None, (paper.house, mark)))
    title = language.say("Guide")
    setter = Setter(scale, Margins().width_on(A4))
    return bound(Sheet(title, paper.language, LATO, lambda: setter.flow(blocks), foot))


def _sheet(paper: HandoutPaper, blocks: tuple[Block, ...], body: float) -> Sheet:
    scale = TypeScale(ANDIKA, body, _LEADING, paper.language)
    lines = _discreet(paper) if paper.discreet else paper.help_lines
    foot = "" if paper.discreet else paper.house
    setter = Setter(scale, Margins().width_on(A4), lines)
    return Sheet(title_of(blocks), paper.language, ANDIKA, lambda: setter.flow(blocks), foot)


def _discreet(paper: HandoutPaper) -> tuple[HelpLine, ...]:
    stems = telling_stems(paper.language)
    return tuple(
        replace(line, label=line.neutral)
        for line in paper.help_lines
        if line.neutral and not telling_words(line.neutral, stems)
    )
