"""The sheet that a woman takes home, and the facilitators' guide: texts of ours as pages.

The discreet form carries no house, and no help number whose label was not written for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.units import mm

from groupkit.documents.blocks import Block
from groupkit.documents.lettering import LATO, at_home
from groupkit.documents.library import telling_stems
from groupkit.documents.reading import read, title_of
from groupkit.documents.setting import Setter
from groupkit.documents.sheet import Laid, Margins, Sheet, bound
from groupkit.documents.type_scale import BLACK, COLOUR, WRITING_LINE, TypeScale
from groupkit.domain.discretion import telling_words
from groupkit.domain.form import Form, Layout
from groupkit.domain.house import HelpLine
from groupkit.language import LANGUAGES, Language
from groupkit.usecases.papers import GuidePaper, HandoutPaper

MOST_PAGES = 2
"""Pages of a handout on A4 in letters of the usual size."""
LEAST_LARGE: Final = 16
"""Points of the smallest letter in large print."""
_LEAST: Final = 9.5
_BODIES, _SMALL_BODIES, _LARGE_BODIES = (12, 11.5, 11, 10.5, 10), (11, 10.5, 10), (17, 16.5, 16)
"""Sizes of text to try, in points, on A4, on A5 and in large print."""
_FULL = {Layout.A4: (MOST_PAGES,), Layout.BOOKLET: (4, 8, 12), Layout.TWO_UP: (2, 4, 6)}
"""Numbers of pages that fill the paper of a layout."""
_SMALL_PAPER: Final = Margins(13 * mm, 13 * mm, 12 * mm, 14 * mm)
_UNDER_LARGE: Final = 17 * mm
_NEARLY_EMPTY: Final = 0.2
"""How much of a last page is too little to turn the page for."""
_NEARLY_FULL: Final = 0.9
_ROOMY: Final = (12 * mm, 10.5 * mm)
"""Room for a line of handwriting where a last page has some to spare."""


def handout(paper: HandoutPaper) -> bytes:
    """Return the handout as PDF, as large as its pages allow.

    Raises:
        Refused: NotationTrouble, for a source that cannot be understood.
    """
    return handout_laid(paper).pdf()


def handout_laid(paper: HandoutPaper) -> Laid:
    """Return the handout's pages.

    Raises:
        Refused: NotationTrouble, for a source that cannot be understood.
    """
    return _best(paper, read(paper.source, paper.form.discreet))


def guide(paper: GuidePaper) -> bytes:
    """Return the guide as PDF; its metadata name no topic.

    Raises:
        Refused: NotationTrouble, for a source that cannot be understood.
    """
    return bound(guide_pages(paper))


def guide_pages(paper: GuidePaper) -> Sheet:
    """Return the guide's pages, yet to be filled.

    Raises:
        Refused: NotationTrouble, for a source that cannot be understood.
    """
    language = Language(paper.language)
    palette = BLACK if paper.black else COLOUR
    scale = TypeScale(LATO, 10.5, 1.42, paper.language, palette=palette)
    blocks = read(paper.source, discreet=False)
    mark = language.say("For facilitators only")
    foot = " · ".join(filter(None, (paper.house, mark)))
    title = language.say("Guide")
    pictures = {picture.name: picture for picture in paper.pictures}
    setter = Setter(scale, Margins().width_on(A4), pictures=pictures)
    return Sheet(
        title,
        paper.language,
        LATO,
        lambda: setter.flow(blocks),
        foot,
        foot_color=palette.quiet,
        tagged=True,
    )


def _best(paper: HandoutPaper, blocks: tuple[Block, ...]) -> Laid:
    """Return the pages in the best letters, with all the room to write that these pages have."""
    body, chosen = _largest(paper, blocks)
    if chosen.filled < _NEARLY_FULL:
        for hand in _ROOMY:
            roomy = Laid(_sheet(paper, blocks, body, hand))
            if roomy.pages == chosen.pages:
                return roomy
    return chosen


def _largest(paper: HandoutPaper, blocks: tuple[Block, ...]) -> tuple[float, Laid]:
    """Return the largest letters that need no more paper than smaller ones, and their pages.

    A page that would hold a line or two is avoided by letters half a point smaller.
    """
    tried: dict[float, Laid] = {}

    def laid(body: float) -> Laid:
        if body not in tried:
            tried[body] = Laid(_sheet(paper, blocks, body))
        return tried[body]

    bodies = _bodies(paper.form)
    goal = _goal(paper.form, laid(bodies[0]), lambda: laid(bodies[-1]))
    fitting = (at for at, body in enumerate(bodies) if laid(body).pages <= goal)
    at = next(fitting, 0) if goal else 0
    chosen = laid(bodies[at])
    if chosen.pages > 1 and chosen.filled < _NEARLY_EMPTY and at + 1 < len(bodies):
        smaller = laid(bodies[at + 1])
        if smaller.pages < chosen.pages:
            return bodies[at + 1], smaller
    return bodies[at], chosen


def _goal(form: Form, largest: Laid, smallest: Callable[[], Laid]) -> int:
    """Return how many pages the sheet is to have, 0 where letters should not give way."""
    full = _FULL[form.layout]
    if largest.pages <= full[0]:
        return full[0]
    least = smallest().pages
    if form.large and form.layout is Layout.A4:
        return least
    return next((pages for pages in full if pages >= least), 0)


def _bodies(form: Form) -> tuple[float, ...]:
    if form.large:
        return _LARGE_BODIES
    return _SMALL_BODIES if form.layout.is_small else _BODIES


def _sheet(
    paper: HandoutPaper, blocks: tuple[Block, ...], body: float, hand: float = WRITING_LINE
) -> Sheet:
    form, face = paper.form, at_home(paper.language)
    size, margins = (A5, _SMALL_PAPER) if form.layout.is_small else (A4, Margins())
    if form.large and form.layout.is_small:
        margins = replace(margins, bottom=_UNDER_LARGE)
    scale = _scale(paper, body, hand)
    lines = _discreet(paper.help_lines) if form.discreet else paper.help_lines
    pictures = {picture.name: picture for picture in paper.pictures}
    setter = Setter(scale, margins.width_on(size), lines, pictures=pictures)
    return Sheet(
        title_of(blocks),
        paper.language,
        face,
        lambda: setter.flow(blocks),
        foot=" · ".join(filter(None, (paper.mark, "" if form.discreet else paper.house))),
        size=size,
        margins=margins,
        layout=form.layout,
        foot_size=LEAST_LARGE if form.large else 8.5,
        foot_color=scale.palette.quiet,
        tagged=True,
        to_the_left=face.to_the_left,
        logo=None if form.discreet else paper.logo,
        grey=form.black,
    )


def _scale(paper: HandoutPaper, body: float, hand: float) -> TypeScale:
    form, face = paper.form, at_home(paper.language)
    is_narrow = form.large or form.layout.is_small
    return TypeScale(
        face,
        body * face.growth,
        face.leading,
        paper.language,
        palette=BLACK if form.black else COLOUR,
        least=LEAST_LARGE if form.large else _LEAST,
        hyphenate_from=10 if is_narrow else 15,
        hand=hand,
    )


def _discreet(lines: tuple[HelpLine, ...]) -> tuple[HelpLine, ...]:
    stems = [stem for language in LANGUAGES for stem in telling_stems(language)]
    return tuple(
        replace(line, label=line.neutral)
        for line in lines
        if line.neutral and not telling_words(line.neutral, stems)
    )
