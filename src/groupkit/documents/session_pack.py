"""All that is printed for one session, as one pile in the order in which it is taken up."""

from __future__ import annotations

from reportlab.lib.pagesizes import A4

from groupkit.documents.divider import divider_pages
from groupkit.documents.handout import guide_pages, handout_laid
from groupkit.documents.lettering import LATO, make_ready
from groupkit.documents.pages import Pages, Stack
from groupkit.documents.run_sheet import run_sheet_pages
from groupkit.documents.sheet import Laid, Sheet, count_pages
from groupkit.usecases.papers import (
    DividerPaper,
    GuidePaper,
    PackedPaper,
    PackPaper,
    RunSheetPaper,
)


def session_pack(paper: PackPaper) -> bytes:
    """Return the pile as one PDF with copies collated; what is told of it is its title alone.

    Raises:
        Refused: NotationTrouble, for a source that cannot be understood.
    """
    make_ready()
    pages = Pages(
        title=paper.title,
        language=paper.language,
        font=LATO.regular,
        tagged=True,
        pagesize=A4,
    )
    stacks = []
    for part in paper.parts:
        sheet = _sheet(part.paper)
        stacks.append(Stack(Laid(sheet, pages).ended(), part.copies, sheet.language))
    # Each sheet gave the pages its own title.
    pages.setTitle(paper.title)
    return pages.piled(stacks, both_sides=paper.both_sides)


def pages_of(paper: PackedPaper) -> int:
    """Return how many pages one copy has.

    Raises:
        Refused: NotationTrouble, for a source that cannot be understood.
    """
    return count_pages(_sheet(paper))


def _sheet(paper: PackedPaper) -> Sheet:
    if isinstance(paper, RunSheetPaper):
        return run_sheet_pages(paper)
    if isinstance(paper, GuidePaper):
        return guide_pages(paper)
    if isinstance(paper, DividerPaper):
        return divider_pages(paper)
    return handout_laid(paper).sheet
