"""What lies in the pile of papers for one session, in which order, and how much paper it takes.

The facilitators' papers come first, what the women take home after them, what stays in the room
last. Printed on both sides, every copy begins on a sheet of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from groupkit.domain.form import DISCREET, PLAIN, Form
from groupkit.domain.material import GUIDE, Sharing

RUN_SHEET = "@run-sheet"
"""Stands where sheets have their name; no sheet can be called so."""
USUAL_WOMEN, USUAL_LEADERS = 8, 2
"""Copies where nobody knows better."""
MOST_COPIES = 60
_ORDER = (Sharing.FACILITATORS, Sharing.TAKE_HOME, Sharing.STAYS_HERE)


@dataclass(frozen=True)
class PackSheet:
    """A paper that can lie in the pile: its name, its title, and the languages it is written in."""

    name: str
    title: str
    sharing: Sharing
    languages: tuple[str, ...]

    @property
    def is_for_facilitators(self) -> bool:
        """Whether no woman is to get it."""
        return self.sharing is Sharing.FACILITATORS

    def language(self, wanted: str) -> str:
        """Return ``wanted`` when it is written in it, or else its first language."""
        return wanted if wanted in self.languages else self.languages[0]


@dataclass(frozen=True)
class PackLine:
    """Copies of one paper in one language and form."""

    name: str
    sharing: Sharing
    language: str
    form: Form = PLAIN
    copies: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "copies", max(0, min(self.copies, MOST_COPIES)))

    def with_copies(self, copies: int) -> PackLine:
        """Return the line with another number of copies."""
        return replace(self, copies=copies)


LARGE = Form(discreet=True, large=True)
FORMS = (DISCREET, PLAIN, LARGE)
"""The forms in which a sheet lies in the pile; large print is discreet."""


def lines_of(sheets: Iterable[PackSheet], language: str) -> tuple[PackLine, ...]:
    """Return a line without copies for all that can be printed.

    Facilitators have their papers in one form, in ``language`` where they are written in it; the
    others can be had in every form and language, ``language`` first.
    """
    found: list[PackLine] = []
    for sheet in sheets:
        first = sheet.language(language)
        if sheet.is_for_facilitators:
            found.append(PackLine(sheet.name, sheet.sharing, first))
            continue
        for code in dict.fromkeys((first, *sheet.languages)):
            found += [PackLine(sheet.name, sheet.sharing, code, form) for form in FORMS]
    return tuple(found)


def usual_lines(
    sheets: Sequence[PackSheet], language: str, *, women: int, leaders: int
) -> tuple[PackLine, ...]:
    """Return the lines with a copy for each leader and, in the discreet form, for each woman."""
    firsts = {sheet.name: sheet.language(language) for sheet in sheets}

    def copies(line: PackLine) -> int:
        if line.sharing is Sharing.FACILITATORS:
            return leaders
        is_usual = line.form == DISCREET and line.language == firsts[line.name]
        return women if is_usual else 0

    return tuple(line.with_copies(copies(line)) for line in lines_of(sheets, language))


def pile(lines: Iterable[PackLine]) -> tuple[PackLine, ...]:
    """Return the lines that have copies, in the order in which they lie."""
    wanted = (line for line in lines if line.copies)
    return tuple(sorted(wanted, key=lambda line: (_ORDER.index(line.sharing), _rank(line.name))))


def _rank(name: str) -> int:
    first = (RUN_SHEET, GUIDE)
    return first.index(name) if name in first else len(first)


def handed_out(lines: Iterable[PackLine]) -> tuple[PackLine, ...]:
    """Return the lines of the pile that are for the women."""
    return tuple(line for line in pile(lines) if line.sharing is not Sharing.FACILITATORS)


def has_divider(lines: Sequence[PackLine]) -> bool:
    """Return whether a sheet can lie between two parts of the pile: there are two."""
    women = handed_out(lines)
    return bool(women) and len(women) < len(pile(lines))


def sheets_of_paper(pages: int, copies: int, *, both_sides: bool) -> int:
    """Return how many sheets of paper ``copies`` of a paper of ``pages`` pages take."""
    return copies * (-(-pages // 2) if both_sides else pages)
