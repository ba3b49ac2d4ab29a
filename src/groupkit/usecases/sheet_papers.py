"""A sheet or a guide of the library on paper, in any of its languages and forms."""

from __future__ import annotations

from dataclasses import dataclass, replace

from groupkit.domain.form import PLAIN, Form
from groupkit.domain.house import House
from groupkit.domain.material import GUIDE, Sharing, TextKey
from groupkit.domain.picture import LOGO, named_in
from groupkit.language import LANGUAGES, Language
from groupkit.language.library_words import sharing_word
from groupkit.usecases.papers import GuidePaper, HandoutPaper, Printable
from groupkit.usecases.ports import Library, Press


@dataclass(frozen=True)
class SheetSource:
    """A text as it is to be printed: approved, shipped, or still being written."""

    key: TextKey
    sharing: Sharing
    source: str

    @property
    def is_for_facilitators(self) -> bool:
        """Whether it is set as the facilitators' pages are, of which there is one form."""
        return self.sharing is Sharing.FACILITATORS and self.key.language in LANGUAGES


def sheet_paper(
    press: Press,
    library: Library,
    language: Language,
    house: House,
    sheet: SheetSource,
    form: Form = PLAIN,
) -> Printable:
    """Return ``sheet`` on paper; ``language`` is that of the file's name for facilitators' pages.

    Raises:
        Refused: NotationTrouble.
    """
    paper = sheet_paper_value(library, language, house, sheet, form)
    if isinstance(paper, GuidePaper):
        is_guide = sheet.key.sheet == GUIDE
        title = language.say("Guide") if is_guide else language.say("Sheet for facilitators")
        pdf = press.guide(paper)
    else:
        title = press.handout_title(paper)
        pdf = press.handout(paper)
    return Printable(title, press.file_name(title), pdf)


def sheet_paper_value(
    library: Library, language: Language, house: House, sheet: SheetSource, form: Form
) -> GuidePaper | HandoutPaper:
    """Return what stands on the paper of ``sheet``; one that stays in the room says so."""
    code = sheet.key.language
    pictures = library.pictures(named_in(sheet.source))
    if sheet.is_for_facilitators:
        return GuidePaper(code, sheet.source, house.name, pictures, form.black)
    stays = sheet.sharing is Sharing.STAYS_HERE
    speaks = Language(code) if code in LANGUAGES else language
    mark = sharing_word(sheet.sharing, speaks) if stays else ""
    paper = HandoutPaper(code, sheet.source, form, house.help_lines, pictures=pictures, mark=mark)
    return with_house(paper, house.name, library)


def with_house(paper: HandoutPaper, name: str, library: Library) -> HandoutPaper:
    """Return ``paper`` with the house's name and logo; the discreet form carries neither."""
    if paper.form.discreet:
        return paper
    logo = next(iter(library.pictures((LOGO,))), None)
    return replace(paper, house=name, logo=logo)
